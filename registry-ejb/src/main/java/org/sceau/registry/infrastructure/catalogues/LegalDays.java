package org.sceau.registry.infrastructure.catalogues;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** The one way in which a format writes its days. A day in another way is refused, never guessed. */
public enum LegalDays {
    /** {@code 23/06/2025}, as the official catalogue prints. */
    DAY_FIRST("dd/MM/uuuu"),
    /** {@code 2025-06-23}, ISO 8601. */
    YEAR_FIRST("uuuu-MM-dd");

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final DateTimeFormatter pattern;

    LegalDays(String pattern) {
        this.pattern = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Refuses another way of writing, a day that no calendar has and a year outside 1990 to 2199: {@code date-format}. */
    public Optional<LocalDate> read(String column, String printed, Findings findings) {
        try {
            LocalDate day = LocalDate.parse(printed, pattern);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException otherwise) {
            // falls through to the same refusal
        }
        findings.problem("date-format", column, printed);
        return Optional.empty();
    }
}
