package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;

/**
 * The body that issues the visas of this registry, and what it was entitled to.
 *
 * @param number       four digits by which EUCC identifiers name it ((EU) 2024/3143 Art. 3)
 * @param authority    whether it is the national authority itself, which needs no word of its own (CSA Art. 56(6)); accredited and notified it
 *     is like any other (CSA Art. 60(2), 61(1))
 * @param entitlements what it was given, former ones included; at most 100
 */
public record CertificationBody(String number, boolean authority, List<Entitlement> entitlements) {
    /** A fictional one, which is neither accredited nor notified. */
    public static final CertificationBody FICTIONAL = new CertificationBody("9990", true, List.of());

    private static final int MOST = 100;

    /**
     * What a body is asked to issue.
     *
     * @param level    asked for; absent where the scheme has none
     * @param category of the product; absent where none was declared
     * @param van      AVA_VAN component asked for; absent where none was declared
     * @param domain   technical domain of the product; absent where it lies in none
     */
    public record Asked(
            SchemeId scheme,
            Optional<String> level,
            Optional<String> category,
            OptionalInt van,
            Optional<String> domain,
            LocalDate day) {
        /** Of a scheme that knows neither AVA_VAN nor technical domains. */
        public Asked(SchemeId scheme, Optional<String> level, Optional<String> category, LocalDate day) {
            this(scheme, level, category, OptionalInt.empty(), Optional.empty(), day);
        }
    }

    /**
     * Refuses another number and too many entitlements with {@link IllegalArgumentException}.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code authorisation-outlives-accreditation} when an authorisation ends on a
     *     day on which no accreditation of one of its schemes, for its levels, runs (EUCC Art. 21(4); invariant 4)
     */
    public CertificationBody {
        entitlements = List.copyOf(entitlements);
        if (!number.matches("\\d{4}")) {
            throw new IllegalArgumentException("a certification body is named by four digits");
        }
        if (entitlements.size() > MOST) {
            throw new IllegalArgumentException("a certification body has at most " + MOST + " entitlements");
        }
        for (Entitlement entitlement : entitlements) {
            if (entitlement.kind() == Entitlement.Kind.AUTHORISATION) {
                requireAccreditation(entitlement, entitlements);
            }
        }
    }

    private static void requireAccreditation(Entitlement authorisation, List<Entitlement> all) {
        LocalDate until = authorisation.until().orElseThrow();
        for (SchemeId scheme : authorisation.schemes()) {
            List<Entitlement> accreditations = all.stream()
                    .filter(one -> one.carries(authorisation, scheme))
                    .toList();
            if (accreditations.stream().noneMatch(one -> one.runsOn(until))) {
                throw Refusal.of("authorisation-outlives-accreditation", Refusal.Kind.CONFLICT)
                        .with("authorisation", authorisation.reference())
                        .with("until", until.toString())
                        .with(
                                "accredited-until",
                                accreditations.stream()
                                        .flatMap(one -> one.until().stream())
                                        .max(Comparator.naturalOrder())
                                        .map(LocalDate::toString)
                                        .orElse("-"))
                        .asException();
            }
        }
    }

    /**
     * Why no entitlement of a kind holds that day for what is asked; empty when one does, or when it is the authority that gives it. One
     * entitlement must cover all of it: two narrow ones do not make a wide one. Of those that do not, the widest is told.
     */
    public Optional<Refusal> lacking(Entitlement.Kind kind, Asked asked) {
        if (authority && kind.isOfAuthority()) {
            return Optional.empty();
        }
        List<Optional<Refusal>> gaps = entitlements.stream()
                .filter(one -> one.kind() == kind && one.runs(asked))
                .sorted(Comparator.comparing(one -> !one.reaches(asked)))
                .map(one -> one.gap(asked))
                .toList();
        if (gaps.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return gaps.stream()
                .findFirst()
                .orElseGet(() -> Optional.of(Refusal.of(kind.missing(), Refusal.Kind.CONFLICT)));
    }
}
