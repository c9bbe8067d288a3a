package org.sceau.registry.application.importing;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * One row of a source, understood or refused.
 *
 * @param number   1 for the first row of data
 * @param locator  where a person finds it: {@code p. 44, #512} or {@code l. 17}; at most 100 characters
 * @param facts    what the row says; absent exactly when there are problems
 * @param problems why it is refused, at most 20
 * @param notices  what was kept but deserves a look, at most 20
 */
public record ReadRow(
        long number, String locator, Optional<VisaFacts> facts, List<RowProblem> problems, List<RowNotice> notices) {

    public ReadRow {
        problems = List.copyOf(problems.size() > 20 ? problems.subList(0, 20) : problems);
        notices = List.copyOf(notices.size() > 20 ? notices.subList(0, 20) : notices);
        if (facts.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("a row is understood or refused, never both");
        }
    }

    public static ReadRow understood(long number, String locator, VisaFacts facts, List<RowNotice> notices) {
        return new ReadRow(number, locator, Optional.of(facts), List.of(), notices);
    }

    public static ReadRow refused(long number, String locator, List<RowProblem> problems) {
        return new ReadRow(number, locator, Optional.empty(), problems, List.of());
    }
}
