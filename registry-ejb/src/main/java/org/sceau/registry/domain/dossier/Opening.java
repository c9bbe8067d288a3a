package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.VisaId;

/**
 * How a dossier was opened. Nothing of it ever changes (invariant 25).
 *
 * @param number     such as {@code D-2026-014}: a series a year, without gaps
 * @param scheme     the version whose rules apply to its end
 * @param definition SHA-256 of the definition file that was in force, lower-case hexadecimal
 * @param about      the visa it is about, for all but first applications
 */
public record Opening(
        String number,
        SchemeVersionId scheme,
        String definition,
        DossierKind kind,
        Optional<VisaId> about,
        Person by,
        Instant at,
        LocalDate day) {
    private static final Pattern NUMBER = Pattern.compile("D-\\d{4}-\\d{3,7}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Refuses a follow-up about nothing, and a first application about a visa, with {@link IllegalArgumentException}. */
    public Opening {
        if (!NUMBER.matcher(number).matches() || !SHA_256.matcher(definition).matches()) {
            throw new IllegalArgumentException("a dossier has a number and the digest of its definition");
        }
        if (about.isPresent() != kind.isFollowUp()) {
            throw new IllegalArgumentException("a follow-up is about a visa, a first application about none");
        }
    }
}
