package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sceau.registry.domain.scheme.FamilyId;

/**
 * What holds of list after list of a family, in the words of the invariant and with a memory of its own. Each method bears the numbers it
 * holds.
 */
final class ListWordsMustHold {
    private final Map<FamilyId, Long> last = new HashMap<>();
    private final Map<FamilyId, Set<String>> told = new HashMap<>();
    private final Map<FamilyId, Set<String>> said = new HashMap<>();

    /**
     * @param number   of the current issue
     * @param statuses all that it says of visas, present and past
     * @param hidden   whether a visa is not listed: its holder may have taken its consent back since (invariant 62)
     */
    void holds_53_the_number_rises_and_what_was_told_stays(
            FamilyId family, long number, Set<String> statuses, Predicate<String> hidden, String where) {
        long former = last.getOrDefault(family, 0L);
        Set<String> before = told.computeIfAbsent(family, any -> new HashSet<>());
        assertThat(number).as("number of the list of %s: %s", family, where).isGreaterThanOrEqualTo(former);
        if (number == former) {
            assertThat(statuses)
                    .as("another list of number %d of %s: %s", number, family, where)
                    .isEqualTo(said.getOrDefault(family, Set.of()));
        } else {
            // What was told stands again when the consent is given again.
            assertThat(statuses)
                    .as("list %d of %s: %s", number, family, where)
                    .containsAll(before.stream()
                            .filter(status -> !hidden.test(slug(status)))
                            .toList());
        }
        last.put(family, number);
        said.put(family, Set.copyOf(statuses));
        before.addAll(statuses);
    }

    /** Whether the newest list of the family tells anything of a visa. */
    boolean isTold(FamilyId family, String slug) {
        return said.getOrDefault(family, Set.of()).stream().anyMatch(status -> status.startsWith(slug + " "));
    }

    private static String slug(String status) {
        return status.substring(0, status.indexOf(' '));
    }
}
