package org.sceau.registry.infrastructure.catalogues.anssi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.infrastructure.catalogues.Findings;
import org.sceau.registry.infrastructure.catalogues.LegalDays;
import org.sceau.registry.infrastructure.catalogues.PrintedText;

/**
 * The days of a row.
 *
 * @param lastDay       absent when none is printed
 * @param notMaintained whether "Non maintenu" stands in its place
 */
record PrintedDays(LocalDate firstDay, Optional<LocalDate> lastDay, boolean notMaintained) {
    private static final Spelling NOT_MAINTAINED = Spelling.of("Non maintenu");

    static Optional<PrintedDays> read(PrintedRow row, Findings findings) {
        Optional<LocalDate> firstDay = day(row, Column.FIRST_DAY, findings);
        if (firstDay.isEmpty() && row.lines(Column.FIRST_DAY).stream().allMatch(String::isBlank)) {
            findings.problem("value-missing", row.heading(Column.FIRST_DAY), "");
        }
        List<String> end = row.lines(Column.LAST_DAY);
        boolean notMaintained = Spelling.of(PrintedText.join(end)).equals(NOT_MAINTAINED);
        Optional<LocalDate> lastDay = notMaintained ? Optional.empty() : day(row, Column.LAST_DAY, findings);
        if (findings.hasProblems() || firstDay.isEmpty()) {
            return Optional.empty();
        }
        if (lastDay.filter(firstDay.get()::isAfter).isPresent()) {
            findings.problem(
                    "dates-reversed", row.heading(Column.LAST_DAY), firstDay.get() + " to " + lastDay.orElseThrow());
            return Optional.empty();
        }
        return Optional.of(new PrintedDays(firstDay.get(), lastDay, notMaintained));
    }

    /**
     * What it was from its first day. A visa without end date is not maintained when the row says so or the scheme knows no
     * other kind from that time; any other lacks something, which is noticed (invariant 65).
     */
    StatusChange status(PrintedRow row, SchemeVersion scheme, Findings findings) {
        boolean mayLackEnd = scheme.validity().mayLackEnd(firstDay);
        if (lastDay.isEmpty() && !(notMaintained && mayLackEnd)) {
            findings.flag("end-date-missing", row.heading(Column.LAST_DAY), notMaintained ? "Non maintenu" : "");
        }
        boolean stopped = notMaintained || (lastDay.isEmpty() && mayLackEnd);
        return stopped
                ? new StatusChange(VisaStatus.NOT_MAINTAINED, firstDay, Optional.empty(), Optional.empty())
                : StatusChange.inForce(firstDay);
    }

    private static Optional<LocalDate> day(PrintedRow row, Column column, Findings findings) {
        String printed = PrintedText.squeeze(row.lines(column));
        return printed.isEmpty() ? Optional.empty() : LegalDays.DAY_FIRST.read(row.heading(column), printed, findings);
    }
}
