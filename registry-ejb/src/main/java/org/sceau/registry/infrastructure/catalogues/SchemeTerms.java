package org.sceau.registry.infrastructure.catalogues;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.numbering.OfficialReference;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Validity;

/** What the schemes make of the words of a row. */
public final class SchemeTerms {
    private static final int LONGEST_CLAIM = 200;

    private final Schemes schemes;

    public SchemeTerms(Schemes schemes) {
        this.schemes = schemes;
    }

    /**
     * The version of the rules that a row was granted under, as far as the row tells.
     *
     * <p>Considered are the versions of the family that know the printed level and whose numbering recognises the reference,
     * then those that do one of both, then all; among equals the newest that was granting visas on the first day, else the
     * newest. What then still does not fit is kept by the caller and noticed.
     *
     * @throws IllegalArgumentException for an unknown family
     */
    public SchemeVersion versionOf(FamilyId family, String reference, String level, LocalDate firstDay) {
        List<SchemeVersion> all = schemes.ofFamily(family);
        Predicate<SchemeVersion> knowsReference =
                version -> version.numbering().recognise(reference).isPresent();
        Predicate<SchemeVersion> knowsLevel = version -> Spelling.of(level).isBlank()
                ? version.levels().isEmpty() || version.vocabulary().levelOptional()
                : version.level(level).isPresent();
        List<Predicate<SchemeVersion>> narrowing =
                List.of(knowsReference.and(knowsLevel), knowsReference, knowsLevel, any -> true);
        for (Predicate<SchemeVersion> fits : narrowing) {
            List<SchemeVersion> fitting = all.stream().filter(fits).toList();
            if (!fitting.isEmpty()) {
                return fitting.stream()
                        .filter(version -> version.applicability().issuesOn(firstDay))
                        .findFirst()
                        .orElse(fitting.get(0));
            }
        }
        throw new IllegalArgumentException("no scheme version of the family " + family);
    }

    /** The reference as the numbering of the version reads it. A form that it does not know is noticed. */
    public Optional<OfficialReference> reference(
            SchemeVersion version, String column, String printed, Findings findings) {
        Optional<OfficialReference> recognised = version.numbering().recognise(printed);
        if (recognised.isEmpty()) {
            findings.notice("unknown-reference", column, printed);
        }
        return recognised;
    }

    /** The printed level, kept with the notice {@code unknown-level} when the version does not know it. */
    public Optional<Claim> level(SchemeVersion version, String column, String printed, Findings findings) {
        if (printed.isEmpty()) {
            if (!version.levels().isEmpty() && !version.vocabulary().levelOptional()) {
                findings.flag("level-missing", column, "");
            }
            return Optional.empty();
        }
        Optional<String> term = version.level(printed).map(known -> known.id());
        return claim(term, "unknown-level", column, printed, findings);
    }

    /** The printed category, kept with the notice {@code unknown-category} when the version does not know it. */
    public Optional<Claim> category(SchemeVersion version, String column, String printed, Findings findings) {
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> term = version.category(printed).map(known -> known.id());
        return claim(term, "unknown-category", column, printed, findings);
    }

    /**
     * The printed approval. Anything but the three markings that may be listed is refused with
     * {@code marking-not-allowed}, because it may be a higher one (invariant 63).
     */
    public Optional<Agrement> agrement(SchemeVersion version, String column, String printed, Findings findings) {
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Agrement> known = Agrement.recognise(printed);
        if (known.isEmpty()) {
            findings.problem("marking-not-allowed", column, printed);
        } else if (!version.agrements().contains(known.get())) {
            findings.flag("not-of-scheme", column, printed);
        }
        return known;
    }

    /** Notices a validity longer than the scheme grants: kept, because it is official (invariant 20). */
    public void checkLength(SchemeVersion version, String column, Validity validity, Findings findings) {
        validity.lastDay()
                .filter(last -> version.validity().isExceededBy(validity.firstDay(), last))
                .ifPresent(
                        last -> findings.flag("validity-beyond-scheme", column, validity.firstDay() + " to " + last));
    }

    private static Optional<Claim> claim(
            Optional<String> term, String unknownCode, String column, String printed, Findings findings) {
        if (term.isPresent()) {
            return Optional.of(Claim.known(term.get(), printed));
        }
        if (printed.length() > LONGEST_CLAIM) {
            findings.problem("text-too-long", column, printed);
            return Optional.empty();
        }
        findings.flag(unknownCode, column, printed);
        return Optional.of(Claim.unknown(printed));
    }
}
