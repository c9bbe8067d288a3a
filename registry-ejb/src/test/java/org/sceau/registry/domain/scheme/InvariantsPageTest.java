package org.sceau.registry.domain.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The page of invariants cannot rot: it has every one, and the tests it names exist. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvariantsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .+ \\| .+ \\| (.+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(invariant_\\d+_\\w+)`");

    @Test
    void a_test_the_page_names_exists_and_bears_the_number_of_its_row() throws IOException {
        for (Matcher row : rows()) {
            Matcher test = TEST.matcher(row.group(2));
            int named = 0;
            for (; test.find(); named++) {
                String method = test.group(2);
                assertThat(method).startsWith("invariant_" + row.group(1) + "_");
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
        List<Path> tests = new ArrayList<>();
        for (String module : List.of("trust-list", "registry-ejb", "registry-api", "registry-web", "registry-it")) {
            Path folder = ROOT.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.endsWith(testClass + ".java")).forEach(tests::add);
                }
            }
        }
        assertThat(tests).as(testClass).hasSize(1);
        return Files.readString(tests.get(0));
    }
}
