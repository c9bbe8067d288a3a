package org.sceau.registry.domain.scheme;

import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * From when and until when a version is used. Days are days of the operator's time zone, bounds included. A last day on the eve of
 * the first says "never": a text replaced before it applied (EUCC as of 2024) opens no dossier and grants nothing.
 *
 * @param validFrom          first day of the version
 * @param opensDossiersUntil last day a dossier may be opened under it, if set
 * @param issuesUntil        last day a visa may be granted under it, if set
 * @param source             where the row comes from
 * @param verified           false when that source was not read
 */
public record Applicability(
        LocalDate validFrom,
        Optional<LocalDate> opensDossiersUntil,
        Optional<LocalDate> issuesUntil,
        String source,
        boolean verified) {

    /** Refuses a last day before the eve of the first with {@link IllegalArgumentException}. */
    public Applicability {
        LocalDate eve = validFrom.minusDays(1);
        if (opensDossiersUntil.filter(eve::isAfter).isPresent()
                || issuesUntil.filter(eve::isAfter).isPresent()) {
            throw new IllegalArgumentException("a version cannot end before it starts");
        }
        Sourced.requireSource(source);
    }

    /** Whether a dossier may be opened under the version that day. */
    public boolean opensOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && opensDossiersUntil.filter(day::isAfter).isEmpty()
                && issuesOn(day);
    }

    /** Whether a visa may be granted under the version that day. */
    public boolean issuesOn(LocalDate day) {
        return !day.isBefore(validFrom) && issuesUntil.filter(day::isAfter).isEmpty();
    }
}
