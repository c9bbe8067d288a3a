package org.sceau.registry.domain.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Visas selected at one time.
 *
 * @param visas      newly selected, 1 to {@value #MAX_VISAS}
 * @param population visas there were to select from that day, those selected before included
 * @param needed     the smallest sample of so many
 * @param basis      the assessment of risks it follows from, 1 to 4000 characters
 * @param criteria   1 to {@value #MAX_CRITERIA}, in all {@value #MAX_TOLD} characters as they are told
 */
public record Drawing(
        Set<VisaId> visas,
        long population,
        long needed,
        String basis,
        List<Criterion> criteria,
        Person by,
        Instant at,
        LocalDate day) {
    /** Visas of one drawing. */
    public static final int MAX_VISAS = 1_000;

    /** Criteria of one drawing. */
    public static final int MAX_CRITERIA = 20;

    /** Characters of all criteria as they are told: one notice holds them. */
    public static final int MAX_TOLD = 5_000;

    /** Refuses no visa or too many, no criterion or too many or too long ones, and a basis out of bounds with {@link IllegalArgumentException}. */
    public Drawing {
        visas = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(visas));
        criteria = List.copyOf(criteria);
        if (visas.isEmpty() || visas.size() > MAX_VISAS) {
            throw new IllegalArgumentException("a drawing selects 1 to " + MAX_VISAS + " visas");
        }
        if (criteria.isEmpty() || criteria.size() > MAX_CRITERIA) {
            throw new IllegalArgumentException("a drawing has 1 to " + MAX_CRITERIA + " criteria");
        }
        if (told(criteria).length() > MAX_TOLD) {
            throw new IllegalArgumentException("the criteria of a drawing have at most " + MAX_TOLD + " characters");
        }
        if (basis.isBlank() || basis.length() > 4_000) {
            throw new IllegalArgumentException("a drawing has a basis of 1 to 4000 characters");
        }
    }

    /** The criteria as holders are told them, a line each. */
    public String told() {
        return told(criteria);
    }

    public static String told(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::told).collect(Collectors.joining("\n"));
    }
}
