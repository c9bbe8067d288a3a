package org.sceau.registry.domain.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * The page of invariants: rules and sources are written by people, its last column is made from the tests that bear the numbers. With
 * {@code -Dsceau.regenerate=true} that column is written anew.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvariantsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/invariants.md");
    private static final String NONE = "later issue";
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| (.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern TEST = Pattern.compile("void (invariant_(\\d+)_\\w+)\\(");

    @Test
    void the_last_column_names_every_test_that_bears_the_number_of_its_row_and_no_other() throws IOException {
        List<String> made = made(Files.readAllLines(PAGE));
        if (Boolean.getBoolean("sceau.regenerate")) {
            Files.write(PAGE, made);
        }

        assertThat(Files.readAllLines(PAGE)).isEqualTo(made);
    }

    @Test
    void a_test_that_is_new_or_gone_changes_the_page() {
        List<String> page =
                List.of("| 14 | rule | source | `Gone.invariant_14_was` |", "| 15 | rule | source | later issue |");

        assertThat(made(page, Map.of(15, new TreeSet<>(List.of("`NewTest.invariant_15_is`")))))
                .containsExactly(
                        "| 14 | rule | source | later issue |", "| 15 | rule | source | `NewTest.invariant_15_is` |");
    }

    @Test
    void all_seventy_stand_in_order() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                numbers.add(Integer.valueOf(row.group(1)));
            }
        }

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 70).boxed().toList());
        assertThat(tests().keySet()).isSubsetOf(numbers);
    }

    private static List<String> made(List<String> page) throws IOException {
        return made(page, tests());
    }

    private static List<String> made(List<String> page, Map<Integer, TreeSet<String>> tests) {
        return page.stream()
                .map(line -> {
                    Matcher row = ROW.matcher(line);
                    return row.matches()
                            ? "| %s | %s | %s | %s |"
                                    .formatted(
                                            row.group(1),
                                            row.group(2),
                                            row.group(3),
                                            named(tests.get(Integer.valueOf(row.group(1)))))
                            : line;
                })
                .toList();
    }

    private static String named(@org.jspecify.annotations.Nullable TreeSet<String> tests) {
        return tests == null ? NONE : String.join(", ", tests);
    }

    /** The tests of each number, in all modules. */
    private static Map<Integer, TreeSet<String>> tests() throws IOException {
        Map<Integer, TreeSet<String>> tests = new TreeMap<>();
        for (String module : List.of("trust-list", "registry-ejb", "registry-api", "registry-web", "registry-it")) {
            Path folder = ROOT.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> !path.endsWith("InvariantsPageTest.java"))
                            .collect(Collectors.toList())) {
                        collect(file, tests);
                    }
                }
            }
        }
        return tests;
    }

    private static void collect(Path file, Map<Integer, TreeSet<String>> tests) throws IOException {
        String type = file.getFileName().toString().replace(".java", "");
        Matcher test = TEST.matcher(Files.readString(file));
        while (test.find()) {
            tests.computeIfAbsent(Integer.valueOf(test.group(2)), number -> new TreeSet<>())
                    .add("`" + type + "." + test.group(1) + "`");
        }
    }
}
