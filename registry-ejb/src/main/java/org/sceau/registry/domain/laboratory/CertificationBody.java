package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.vocabulary.TermId;

/**
 * The body that issues the visas of this registry, and what it was entitled to.
 *
 * @param number       four digits by which EUCC identifiers name it ((EU) 2024/3143 Art. 3)
 * @param authority    whether it is the national authority itself, which needs no word of another (CSA Art. 56(6))
 * @param entitlements what the authority gave it, former ones included; at most 100
 */
public record CertificationBody(String number, boolean authority, List<Entitlement> entitlements) {
    /** A fictional one. */
    public static final CertificationBody FICTIONAL = new CertificationBody("9990", true, List.of());

    private static final int MOST = 100;

    /** What the authority gives a body. */
    public enum Kind {
        /** To certify at this level at all (EUCC Art. 21). */
        AUTHORISATION,
        /** To do so without prior approval of each certificate (CSA Art. 56(6)(b)). */
        DELEGATION
    }

    /**
     * One of them.
     *
     * @param reference as the authority writes it, 1 to 100 characters
     * @param schemes   the schemes it is for; not empty
     * @param levels    ids of the levels it is for; empty for all, and where the scheme has none
     * @param from      first day it holds
     * @param until     last day it holds
     */
    public record Entitlement(
            Kind kind, String reference, Set<SchemeId> schemes, Set<String> levels, LocalDate from, LocalDate until) {
        /** Refuses one without reference or scheme, or that ends before it begins, with {@link IllegalArgumentException}. */
        public Entitlement {
            schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
            levels = Collections.unmodifiableSet(new TreeSet<>(levels));
            levels.forEach(level -> TermId.check("level", level));
            if (reference.isBlank() || reference.length() > 100 || schemes.isEmpty() || until.isBefore(from)) {
                throw new IllegalArgumentException(
                        "an entitlement has a reference of at most 100 characters, a scheme, and ends after it begins");
            }
        }

        private boolean covers(SchemeId scheme, Optional<String> level, LocalDate day) {
            return schemes.contains(scheme)
                    && (levels.isEmpty() || level.filter(levels::contains).isPresent())
                    && !day.isBefore(from)
                    && !day.isAfter(until);
        }
    }

    /** Refuses another number and too many entitlements with {@link IllegalArgumentException}. */
    public CertificationBody {
        entitlements = List.copyOf(entitlements);
        if (!number.matches("\\d{4}")) {
            throw new IllegalArgumentException("a certification body is named by four digits");
        }
        if (entitlements.size() > MOST) {
            throw new IllegalArgumentException("a certification body has at most " + MOST + " entitlements");
        }
    }

    /**
     * Whether it holds an entitlement in force that day, or is the authority that gives them.
     *
     * @param level asked for; absent where the scheme has none
     */
    public boolean holds(Kind kind, SchemeId scheme, Optional<String> level, LocalDate day) {
        return authority || entitlements.stream().anyMatch(one -> one.kind() == kind && one.covers(scheme, level, day));
    }
}
