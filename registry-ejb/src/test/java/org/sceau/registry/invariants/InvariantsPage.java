package org.sceau.registry.invariants;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of invariants and acceptance scenarios, with the tests that hold them. */
final class InvariantsPage {
    private static final String HEAD = """
            # What the registry never does

            One row for each invariant: the rule in short, where it comes from, and the tests that hold it. A test of an invariant bears its
            number: `invariant_14_…`. This page is written from the tests ([CONTRIBUTING.md](../CONTRIBUTING.md) says how), and an invariant
            without a test breaks the build. *Une ligne par invariant : la règle, sa source, les tests qui la garantissent ; page générée depuis
            les tests.*

            CSA is Regulation (EU) 2019/881, EUCC Implementing Regulation (EU) 2024/482, eIDAS Regulation (EU) 910/2014, CPCE the French code of
            post and electronic communications; "catalogue" is the official catalogue of 5 Dec 2025.

            | no. | rule | source | test |
            |---|---|---|---|
            """;
    private static final String WALKS = """

            ## On random walks

            Three walks try what comes to people's minds, each from a seed that repeats it: `RandomWalkTest`, 100,000 moves of dossiers over all
            scheme versions in the domain; `WholeLivesTest`, whole lives under every version through the use cases and the database, until every
            kind of decision was made and every version granted that can; `VisaLivesTest`, decisions about visas alone. After each act
            they ask for what holds, in the words of the invariants and not of the code that decides. Each assertion bears its numbers (`holds_14_…`), and
            a test that feeds it something doctored bears them too. *Sur les parcours aléatoires : ce qui vérifie chaque invariant après chaque
            acte, ou pourquoi rien ne le vérifie là.*

            | no. | walk | asserted by, or why not |
            |---|---|---|
            """;
    private static final String SCENARIOS = """

            ## Acceptance scenarios

            Each is told once. Those of `AcceptanceScenarios` run three times: through the use cases on H2 and on PostgreSQL, and through the
            interface of the released archive. A number that is not in this table was never given. *Scénarios de recette : numéro, test.*

            | scenario | test |
            |---|---|
            """;
    private static final String NONE = "none yet";

    private InvariantsPage() {}

    /**
     * The whole page.
     *
     * @param walks     assertions of random walks
     * @param scenarios the numbers of scenarios that there are
     * @throws IllegalStateException where an invariant has no test, or a test bears a number that is not known
     */
    static String of(
            List<Invariant> invariants,
            NumberedTests tests,
            NumberedTests walks,
            Set<Integer> scenarios,
            NumberedTests told) {
        Set<Integer> numbers = invariants.stream().map(Invariant::number).collect(Collectors.toSet());
        requireKnown("invariant", numbers, tests);
        requireKnown("invariant", numbers, walks);
        requireKnown("scenario", scenarios, told);
        Set<Integer> bare = without(numbers, tests);
        if (!bare.isEmpty()) {
            throw new IllegalStateException("no test holds invariant " + bare);
        }
        StringBuilder page = new StringBuilder(HEAD);
        for (Invariant invariant : invariants) {
            page.append("| %d | %s | %s | %s |\n"
                    .formatted(
                            invariant.number(), invariant.rule(), invariant.source(), cell(invariant.number(), tests)));
        }
        page.append(WALKS);
        for (Invariant invariant : invariants) {
            page.append("| %d | %s |\n".formatted(invariant.number(), Walked.cell(invariant.number(), walks)));
        }
        page.append(SCENARIOS);
        for (int scenario : new TreeSet<>(scenarios)) {
            page.append("| S%d | %s |\n".formatted(scenario, cell(scenario, told)));
        }
        return page.toString();
    }

    /** The numbers that no test bears. */
    static Set<Integer> without(Set<Integer> numbers, NumberedTests tests) {
        Set<Integer> bare = new TreeSet<>(numbers);
        bare.removeAll(tests.byNumber().keySet());
        return bare;
    }

    private static void requireKnown(String sort, Set<Integer> numbers, NumberedTests tests) {
        tests.byNumber().forEach((number, named) -> {
            if (!numbers.contains(number)) {
                throw new IllegalStateException("there is no %s %d: %s".formatted(sort, number, named));
            }
        });
    }

    private static String cell(int number, NumberedTests tests) {
        Set<String> named = tests.byNumber().get(number);
        return named == null ? NONE : named.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
