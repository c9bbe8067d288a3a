package org.sceau.registry.infrastructure.catalogues.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.infrastructure.catalogues.Findings;

/** The decided statuses of a record: in force from its first day, then the one it states, if that is another. */
final class RecordStatuses {
    private static final int LONGEST_REASON = 500;

    private RecordStatuses() {}

    /**
     * Refuses {@code unknown-status} (also for expired, which follows from dates), {@code value-missing},
     * {@code status-before-start}, {@code dates-reversed} and {@code status-until-without-suspension}.
     */
    static List<StatusChange> read(RecordCells cells, Validity validity) {
        Optional<VisaStatus> status = status(cells);
        Optional<LocalDate> since = cells.day(SceauColumn.STATUS_SINCE);
        Optional<LocalDate> until = cells.day(SceauColumn.STATUS_UNTIL);
        Optional<String> reason = cells.text(SceauColumn.STATUS_REASON, LONGEST_REASON);
        Findings findings = cells.findings();
        if (status.isEmpty() || findings.hasProblems()) {
            return List.of();
        }
        boolean fromTheStart = status.get() == VisaStatus.IN_FORCE || status.get() == VisaStatus.NOT_MAINTAINED;
        if (since.isEmpty() && !fromTheStart) {
            findings.problem("value-missing", SceauColumn.STATUS_SINCE.heading(), "");
        }
        LocalDate from = since.orElse(validity.firstDay());
        if (from.isBefore(validity.firstDay())) {
            findings.problem("status-before-start", SceauColumn.STATUS_SINCE.heading(), from.toString());
        }
        if (until.isPresent() && status.get() != VisaStatus.SUSPENDED) {
            findings.problem(
                    "status-until-without-suspension",
                    SceauColumn.STATUS_UNTIL.heading(),
                    until.get().toString());
        }
        if (until.filter(from::isAfter).isPresent()) {
            findings.problem("dates-reversed", SceauColumn.STATUS_UNTIL.heading(), from + " to " + until.orElseThrow());
        }
        if (findings.hasProblems()) {
            return List.of();
        }
        StatusChange stated = new StatusChange(status.get(), from, until, reason);
        return from.equals(validity.firstDay())
                ? List.of(stated)
                : List.of(StatusChange.inForce(validity.firstDay()), stated);
    }

    /** Flags a visa without end date that the scheme cannot have granted so (invariant 65). */
    static void checkEnd(RecordCells cells, SchemeVersion scheme, Validity validity, List<StatusChange> statuses) {
        boolean notMaintained = statuses.stream().anyMatch(change -> change.status() == VisaStatus.NOT_MAINTAINED);
        if (validity.lastDay().isEmpty() && !(notMaintained && scheme.validity().mayLackEnd(validity.firstDay()))) {
            cells.findings().flag("end-date-missing", SceauColumn.VALID_UNTIL.heading(), "");
        }
    }

    private static Optional<VisaStatus> status(RecordCells cells) {
        Optional<String> code = cells.required(SceauColumn.STATUS, 40);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        for (VisaStatus status : VisaStatus.values()) {
            boolean decided = status != VisaStatus.EXPIRED && status != VisaStatus.NOT_YET_IN_FORCE;
            if (decided && status.code().equals(code.get().toLowerCase(Locale.ROOT))) {
                return Optional.of(status);
            }
        }
        cells.findings().problem("unknown-status", SceauColumn.STATUS.heading(), code.get());
        return Optional.empty();
    }
}
