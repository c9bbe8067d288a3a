package org.sceau.registry.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.invariants.NumberedTests.Sort;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvariantsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/invariants.md");
    private static final List<Path> MODULES = Stream.of(
                    "trust-list", "registry-ejb", "registry-api", "registry-web", "registry-it")
            .map(module -> ROOT.resolve(module).resolve("src/test/java"))
            .toList();
    private static final List<Path> SCENARIOS =
            List.of(ROOT.resolve("registry-it/src/test/java/org/sceau/it/scenarios"));
    /** Numbers that were given to acceptance scenarios; the others never were. */
    private static final Set<Integer> TOLD =
            Set.of(1, 2, 3, 4, 6, 7, 8, 10, 11, 12, 14, 15, 16, 18, 19, 21, 23, 24, 26, 27);

    private static final NumberedTests NONE = new NumberedTests(new TreeMap<>());
    private static final NumberedTests WALK =
            NumberedTests.in("WalkMustHold", "    static void holds_14_it(Turn turn) {\n", Sort.WALK);
    private static final NumberedTests BOTH =
            NumberedTests.in("WalkMustHold", "    void holds_14_and_15_it(Turn turn) {\n", Sort.WALK);
    private static final List<Invariant> ONE = List.of(new Invariant(14, "rule", "source"));

    /** After a change: {@code mvn -pl registry-ejb -am test -Dsceau.regenerate=true}. */
    @Test
    void the_committed_page_is_the_one_that_the_tests_write() throws IOException {
        String written = InvariantsPage.of(
                Invariants.ALL,
                NumberedTests.below(MODULES, Sort.INVARIANT),
                NumberedTests.below(MODULES, Sort.WALK),
                TOLD,
                NumberedTests.below(SCENARIOS, Sort.SCENARIO));
        if (Boolean.getBoolean("sceau.regenerate")) {
            Files.writeString(PAGE, written);
        }

        assertThat(PAGE)
                .as("run again with -Dsceau.regenerate=true and review the difference")
                .hasContent(written);
    }

    @Test
    void no_scenario_is_without_its_test() throws IOException {
        assertThat(InvariantsPage.without(TOLD, NumberedTests.below(SCENARIOS, Sort.SCENARIO)))
                .isEmpty();
    }

    @Test
    void all_seventy_are_said_once_and_in_order() {
        assertThat(Invariants.ALL)
                .extracting(Invariant::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 70).boxed().toList());
    }

    @Test
    void an_invariant_without_a_test_makes_no_page() {
        assertThatThrownBy(() -> InvariantsPage.of(ONE, NONE, NONE, Set.of(), NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no test holds invariant [14]");
    }

    @Test
    void a_test_of_an_unknown_number_makes_no_page() {
        NumberedTests known = test("invariant_14_is");

        assertThatThrownBy(() -> InvariantsPage.of(ONE, test("invariant_14_and_15_are"), WALK, Set.of(), NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no invariant 15");
        assertThatThrownBy(() -> InvariantsPage.of(
                        ONE,
                        known,
                        WALK,
                        Set.of(4),
                        NumberedTests.in("Told", source("S05_is", "@Test"), Sort.SCENARIO)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no scenario 5");
    }

    @Test
    void an_invariant_that_no_walk_asserts_says_why() {
        assertThatThrownBy(() -> InvariantsPage.of(ONE, test("invariant_14_is"), NONE, Set.of(), NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no walk asserts invariant 14");
    }

    @Test
    void no_reason_stands_beside_an_assertion() throws IOException {
        assertThat(Walked.NOT.keySet())
                .doesNotContainAnyElementsOf(
                        NumberedTests.below(MODULES, Sort.WALK).byNumber().keySet());
    }

    /** An assertion that nobody saw refuse anything may be asking nothing. */
    @Test
    void each_assertion_of_a_walk_has_a_test_that_doctors_what_it_sees() throws IOException {
        NumberedTests tests = NumberedTests.below(MODULES, Sort.INVARIANT);

        NumberedTests.below(MODULES, Sort.WALK)
                .byNumber()
                .forEach((number, asserted) -> asserted.forEach(name -> {
                    String type = name.substring(0, name.indexOf('.'));
                    assertThat(tests.byNumber().getOrDefault(number, new TreeSet<>()))
                            .as("tests of %s", name)
                            .anyMatch(test -> test.startsWith(type + "Test.invariant_"));
                }));
    }

    @Test
    void a_method_that_nobody_runs_is_no_test() {
        assertThat(NumberedTests.in("Idle", source("invariant_14_is", ""), Sort.INVARIANT))
                .isEqualTo(NONE);
        assertThat(NumberedTests.in(
                        "Idle", source("invariant_14_is", "@Test\n    @Disabled(\"later\")"), Sort.INVARIANT))
                .isEqualTo(NONE);
        assertThat(NumberedTests.in("Idle", "    // invariant_14_is(\n", Sort.INVARIANT))
                .isEqualTo(NONE);
    }

    @Test
    void a_row_says_rule_and_source_and_names_every_test_that_bears_its_number() {
        NumberedTests tests = NumberedTests.in(
                "LevelTest",
                source("invariant_14_and_15_are", "@ParameterizedTest\n    @ValueSource(ints = 1)")
                        + source("invariant_14_is", "@Test"),
                Sort.INVARIANT);
        List<Invariant> two = List.of(ONE.get(0), new Invariant(15, "another", "elsewhere"));
        NumberedTests told = NumberedTests.in("Told", source("S04_is", "@Test"), Sort.SCENARIO);

        assertThat(InvariantsPage.of(two, tests, BOTH, Set.of(4, 18), told).lines())
                .containsSubsequence(
                        "| 14 | rule | source | `LevelTest.invariant_14_and_15_are`, `LevelTest.invariant_14_is` |",
                        "| 15 | another | elsewhere | `LevelTest.invariant_14_and_15_are` |",
                        "| 14 | `RandomWalkTest` | `WalkMustHold.holds_14_and_15_it` |",
                        "| 15 | `RandomWalkTest` | `WalkMustHold.holds_14_and_15_it` |",
                        "| S4 | `Told.S04_is` |",
                        "| S18 | none yet |");
    }

    @Test
    void a_text_that_breaks_its_row_is_no_rule() {
        assertThatThrownBy(() -> new Invariant(14, "this | that", "source"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Invariant(14, "rule", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static NumberedTests test(String name) {
        return NumberedTests.in("Some", source(name, "@Test"), Sort.INVARIANT);
    }

    private static String source(String name, String annotations) {
        return "\n    %s\n    void %s() throws IOException {}\n".formatted(annotations, name);
    }
}
