package org.sceau.registry.domain.retention;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.VisaFacts;

/** The day from which the retention of a visa counts: its expiry or its withdrawal, whichever is later (EUCC Art. 8(7), 40(2)). */
final class VisaEnd {
    /** Decisions that end a visa before its day. */
    private static final Set<VisaStatus> WITHDRAWN = EnumSet.of(VisaStatus.WITHDRAWN, VisaStatus.ARCHIVED);

    private VisaEnd() {}

    /** Absent while the visa has not ended on that day: a suspension is no end, and neither is a status without one. */
    static Optional<LocalDate> on(LocalDate day, VisaFacts facts) {
        VisaStatus status = facts.statusOn(day, VisaStatus.EXPIRED).status();
        if (status != VisaStatus.EXPIRED && !WITHDRAWN.contains(status)) {
            return Optional.empty();
        }
        Stream<LocalDate> withdrawals = facts.statuses().stream()
                .filter(change -> WITHDRAWN.contains(change.status()))
                .map(StatusChange::since);
        return Stream.concat(facts.validity().lastDay().stream(), withdrawals).max(LocalDate::compareTo);
    }
}
