package org.sceau.registry.domain.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The page of invariants cannot rot: it has every one, and names exactly the tests that bear their numbers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvariantsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .+ \\| .+ \\| (.+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(invariant_\\d+_\\w+)`");

    private static final Pattern NUMBERED = Pattern.compile("void (invariant_\\d+_\\w+)\\(");

    @Test
    void a_test_the_page_names_exists_and_bears_the_number_of_its_row() throws IOException {
        for (Matcher row : rows()) {
            Matcher test = TEST.matcher(row.group(2));
            int named = 0;
            for (; test.find(); named++) {
                String method = test.group(2);
                assertThat(number(method)).as(method).isEqualTo(Integer.parseInt(row.group(1)));
                assertThat(sourceOf(test.group(1))).as(test.group()).contains("void " + method + "(");
            }
            assertThat(named > 0 || row.group(2).equals("later issue"))
                    .as(row.group())
                    .isTrue();
        }
    }

    @Test
    void all_seventy_stand_in_order() throws IOException {
        assertThat(rows().stream().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 70).boxed().toList());
    }

    @Test
    void a_test_that_bears_a_number_stands_in_the_row_of_it() throws IOException {
        List<Matcher> rows = rows();
        Map<Path, String> tests = sources(file -> file.endsWith("Test.java") || file.endsWith("IT.java"));
        int numbered = 0;
        for (Map.Entry<Path, String> test : tests.entrySet()) {
            String name = test.getKey().getFileName().toString().replace(".java", "");
            Matcher method = NUMBERED.matcher(test.getValue());
            for (; method.find(); numbered++) {
                assertThat(rows.get(number(method.group(1)) - 1).group(2))
                        .contains("`" + name + "." + method.group(1) + "`");
            }
        }
        assertThat(numbered).isGreaterThan(70);
    }

    private static int number(String method) {
        return Integer.parseInt(method.split("_", 3)[1]);
    }

    private static List<Matcher> rows() throws IOException {
        List<Matcher> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/invariants.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String sourceOf(String testClass) throws IOException {
        Map<Path, String> tests = sources(file -> file.equals(testClass + ".java"));
        assertThat(tests).as(testClass).hasSize(1);
        return tests.values().iterator().next();
    }

    /** The texts of the tests of all modules whose file has such a name. */
    private static Map<Path, String> sources(Predicate<String> named) throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        for (String module : List.of("trust-list", "registry-ejb", "registry-api", "registry-web", "registry-it")) {
            Path folder = ROOT.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(folder)) {
                List<Path> found;
                try (Stream<Path> files = Files.walk(folder)) {
                    found = files.filter(file -> named.test(file.getFileName().toString()))
                            .toList();
                }
                for (Path file : found) {
                    sources.put(file, Files.readString(file));
                }
            }
        }
        return sources;
    }
}
