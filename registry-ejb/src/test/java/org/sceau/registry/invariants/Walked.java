package org.sceau.registry.invariants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which invariant is asserted on a random walk, by what, and why the others are not. {@code LifeMustHold} and {@code VisaMustHold} look at the
 * same walks and read the scheme; what is named here reads the invariants alone. An assertion bears the numbers it holds ({@code
 * holds_14_…}), and its test, which feeds it something doctored, bears them too.
 */
final class Walked {
    private static final String MOVES = "RandomWalkTest";
    private static final String LIVES = "WholeLivesTest";
    private static final String VISAS = "VisaLivesTest";

    /** The walks that each class of assertions looks at. */
    static final Map<String, List<String>> BY = Map.ofEntries(
            Map.entry("WalkMustHold", List.of(MOVES)),
            Map.entry("DutiesMustHold", List.of(MOVES, LIVES)),
            Map.entry("IssueMustHold", List.of(MOVES, LIVES)),
            Map.entry("ServicesMustHold", List.of(MOVES, LIVES)),
            Map.entry("GrantWordsMustHold", List.of(LIVES)),
            Map.entry("VisaWordsMustHold", List.of(LIVES, VISAS)),
            Map.entry("RegistryWordsMustHold", List.of(LIVES)),
            Map.entry("VulnerabilityWordsMustHold", List.of(LIVES)),
            Map.entry("HouseWordsMustHold", List.of(LIVES)),
            Map.entry("ListWordsMustHold", List.of(LIVES)),
            Map.entry("CatalogueWordsMustHold", List.of(LIVES)));

    /** Why no walk asserts an invariant. */
    static final Map<Integer, String> NOT = Map.ofEntries(
            Map.entry(51, "documents of a walk have no content that could be served"),
            Map.entry(54, "a signer is configured at the start, and no act of a walk changes it"));

    private Walked() {}

    /** What each number says of walks: which they are and the assertions that bear it, or why there is none; two cells. */
    static String cell(int number, NumberedTests walks) {
        Set<String> asserted = walks.byNumber().getOrDefault(number, new TreeSet<>());
        if (!asserted.isEmpty()) {
            return walks(asserted) + " | "
                    + asserted.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
        }
        String reason = NOT.get(number);
        if (reason == null) {
            throw new IllegalStateException("no walk asserts invariant " + number + ", and nothing says why");
        }
        return "none | " + reason;
    }

    private static String walks(Set<String> asserted) {
        return asserted.stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .flatMap(type -> Optional.ofNullable(BY.get(type))
                        .orElseThrow(() -> new IllegalStateException("nothing says which walks " + type + " looks at"))
                        .stream())
                .distinct()
                .sorted()
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "));
    }
}
