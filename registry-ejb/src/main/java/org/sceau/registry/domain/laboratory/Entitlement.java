package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.vocabulary.TermId;

/**
 * What a certification body was given, for some schemes and days.
 *
 * @param reference    as its issuer writes it, 1 to 100 characters
 * @param schemes      the schemes it is for; not empty
 * @param levels       ids of the levels it is for; empty for all, and where the scheme has none
 * @param categories   ids of the product categories it is for; empty for all, and where the scheme has none
 * @param from         first day it holds
 * @param until        last day it holds; only a notification may lack one, for it holds until it is withdrawn ((EU) 2024/3143 Art. 4)
 * @param suspensions  days on which it does not hold
 * @param restrictions days on which it holds for less: for the levels and categories that one names, and no other
 * @param ceiling      how far it goes besides
 * @param issuer       who gave it, 1 to 300 characters; absent where the authority gave it; an operator file names it for each accreditation
 *     ((EU) 2024/3143, Annex)
 */
public record Entitlement(
        Kind kind,
        String reference,
        Set<SchemeId> schemes,
        Set<String> levels,
        Set<String> categories,
        LocalDate from,
        Optional<LocalDate> until,
        List<Suspension> suspensions,
        List<Restriction> restrictions,
        Ceiling ceiling,
        Optional<String> issuer) {
    private static final int MOST_SPANS = 100;
    private static final int MAX_ISSUER = 300;

    /** What a body may be given. */
    public enum Kind {
        /** By the national accreditation body, for five years at most (CSA Art. 60(1), 60(4)). */
        ACCREDITATION("issuer-not-accredited", false),
        /** By the authority to the Commission (CSA Art. 61; (EU) 2024/3143). */
        NOTIFICATION("issuer-not-notified", false),
        /** To certify at this level at all (EUCC Art. 21). */
        AUTHORISATION("issuer-not-authorised", true),
        /** To do so without prior approval of each certificate (CSA Art. 56(6)(b)). */
        DELEGATION("issuer-not-entitled", true);

        private final String missing;
        private final boolean ofAuthority;

        Kind(String missing, boolean ofAuthority) {
            this.missing = missing;
            this.ofAuthority = ofAuthority;
        }

        /** Code of the refusal where none is in force. */
        String missing() {
            return missing;
        }

        /** Whether the authority gives it, and needs none itself. */
        boolean isOfAuthority() {
            return ofAuthority;
        }
    }

    /**
     * Refuses one without reference or scheme, without its last day, or that ends before it begins, with {@link IllegalArgumentException}.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code accreditation-gt-5y} for an accreditation of more than five years (CSA
     *     Art. 60(4); invariant 4)
     */
    public Entitlement {
        schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
        levels = Collections.unmodifiableSet(new TreeSet<>(levels));
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
        suspensions = List.copyOf(suspensions);
        restrictions = List.copyOf(restrictions);
        levels.forEach(level -> TermId.check("level", level));
        categories.forEach(category -> TermId.check("category", category));
        if (reference.isBlank()
                || reference.length() > 100
                || schemes.isEmpty()
                || until.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException(
                    "an entitlement has a reference of at most 100 characters, a scheme, and ends after it begins");
        }
        if (issuer.filter(name -> name.isBlank() || name.length() > MAX_ISSUER).isPresent()) {
            throw new IllegalArgumentException("who gave it has a name of at most " + MAX_ISSUER + " characters");
        }
        if (until.isEmpty() && kind != Kind.NOTIFICATION) {
            throw new IllegalArgumentException("only a notification has no last day");
        }
        if (suspensions.size() + restrictions.size() > MOST_SPANS) {
            throw new IllegalArgumentException(
                    "an entitlement has at most " + MOST_SPANS + " suspensions and restrictions");
        }
        if (kind == Kind.ACCREDITATION) {
            until.ifPresent(last -> Title.requireLengthOfAccreditation(from, last));
        }
    }

    /** One that goes as far as its levels and categories do, of whoever gives such. */
    public Entitlement(
            Kind kind,
            String reference,
            Set<SchemeId> schemes,
            Set<String> levels,
            Set<String> categories,
            LocalDate from,
            Optional<LocalDate> until,
            List<Suspension> suspensions,
            List<Restriction> restrictions) {
        this(
                kind,
                reference,
                schemes,
                levels,
                categories,
                from,
                until,
                suspensions,
                restrictions,
                Ceiling.NONE,
                Optional.empty());
    }

    /** The same, up to a ceiling. */
    public Entitlement upTo(Ceiling other) {
        return new Entitlement(
                kind, reference, schemes, levels, categories, from, until, suspensions, restrictions, other, issuer);
    }

    /** One that was never suspended or restricted, for all categories. */
    public Entitlement(
            Kind kind, String reference, Set<SchemeId> schemes, Set<String> levels, LocalDate from, LocalDate until) {
        this(kind, reference, schemes, levels, Set.of(), from, Optional.of(until), List.of(), List.of());
    }

    /** Whether it is an accreditation on which an authorisation may rest under a scheme. */
    boolean carries(Entitlement authorisation, SchemeId scheme) {
        return kind == Kind.ACCREDITATION
                && schemes.contains(scheme)
                && (levels.isEmpty()
                        || !authorisation.levels().isEmpty() && levels.containsAll(authorisation.levels()));
    }

    /** Whether that day lies within its days, for the scheme and level asked for. */
    boolean runs(CertificationBody.Asked asked) {
        return schemes.contains(asked.scheme())
                && (levels.isEmpty() || asked.level().filter(levels::contains).isPresent())
                && runsOn(asked.day());
    }

    /** Whether a day is one of its days, suspended or not. */
    boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    /** A product that declares no category lies in none that could be missing. */
    boolean coversCategory(CertificationBody.Asked asked) {
        return categories.isEmpty()
                || asked.category().filter(one -> !categories.contains(one)).isEmpty();
    }

    /** Whether category, AVA_VAN and technical domain lie within what it is for. */
    boolean reaches(CertificationBody.Asked asked) {
        return coversCategory(asked) && ceiling.gap(asked).isEmpty();
    }

    /** Why it does not hold for what is asked on a day within its days; empty when it does. */
    Optional<Refusal> gap(CertificationBody.Asked asked) {
        if (!coversCategory(asked)) {
            return Optional.of(refusal("issuer-scope-category")
                    .with("asked", asked.category().orElse("-")));
        }
        return ceiling.gap(asked)
                .map(this::about)
                .or(() -> suspensions.stream()
                        .filter(span -> span.holdsOn(asked.day()))
                        .findFirst()
                        .map(span -> refusal("issuer-title-suspended")
                                .with("from", span.from().toString())))
                .or(() -> restrictions.stream()
                        .filter(span -> span.holdsOn(asked.day()) && !leaves(span.coverage(), asked))
                        .findFirst()
                        .map(span -> refusal("issuer-title-restricted")
                                .with("from", span.from().toString())));
    }

    private static boolean leaves(Coverage left, CertificationBody.Asked asked) {
        return asked.level().filter(one -> !left.levels().contains(one)).isEmpty()
                && asked.category()
                        .filter(one -> !left.categories().contains(one))
                        .isEmpty()
                && Ceiling.of(left).gap(asked).isEmpty();
    }

    private Refusal refusal(String code) {
        return about(Refusal.of(code, Refusal.Kind.CONFLICT));
    }

    private Refusal about(Refusal refusal) {
        return refusal.with("title", Coded.of(kind)).with("reference", reference);
    }
}
