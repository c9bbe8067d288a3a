package org.sceau.registry.domain.laboratory;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a title covers. What is absent or empty covers nothing of its kind: a title that names no technical domain covers none.
 *
 * @param highestVan         highest AVA_VAN component, 1 to 5, if the title speaks of it
 * @param technicalDomains   ids of technical domains
 * @param protectionProfiles identifiers of protection profiles
 * @param categories         ids of product categories
 * @param scopes             ids of activities
 * @param levels             ids of levels
 * @param purposes           purposes beyond the ordinary that it is for
 */
public record Coverage(
        OptionalInt highestVan,
        Set<String> technicalDomains,
        Set<String> protectionProfiles,
        Set<String> categories,
        Set<String> scopes,
        Set<String> levels,
        Set<Purpose> purposes) {

    /** What an evaluation may be for, beyond the ordinary. */
    public enum Purpose {
        /** Services for the needs of national security: the centre can handle classified information (Décret 2015-350, Art. 18). */
        NATIONAL_SECURITY
    }

    /** Covers nothing that a demand could name. */
    public static final Coverage NOTHING =
            new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Values one kind of coverage may have. */
    public static final int MAX_VALUES = 200;

    /** Refuses an AVA_VAN outside 1 to 5 and more than {@value #MAX_VALUES} values with {@link IllegalArgumentException}. */
    public Coverage {
        if (highestVan.isPresent() && (highestVan.getAsInt() < 1 || highestVan.getAsInt() > 5)) {
            throw new IllegalArgumentException("AVA_VAN goes from 1 to 5");
        }
        technicalDomains = bounded(technicalDomains);
        protectionProfiles = bounded(protectionProfiles);
        categories = bounded(categories);
        scopes = bounded(scopes);
        levels = bounded(levels);
        purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
    }

    /** For ordinary purposes alone. */
    public Coverage(
            OptionalInt highestVan,
            Set<String> technicalDomains,
            Set<String> protectionProfiles,
            Set<String> categories,
            Set<String> scopes,
            Set<String> levels) {
        this(highestVan, technicalDomains, protectionProfiles, categories, scopes, levels, Set.of());
    }

    /** The same, for these purposes. */
    public Coverage serving(Set<Purpose> others) {
        return new Coverage(highestVan, technicalDomains, protectionProfiles, categories, scopes, levels, others);
    }

    /** What both cover. */
    public Coverage within(Coverage other) {
        return new Coverage(
                highestVan.isPresent() && other.highestVan.isPresent()
                        ? OptionalInt.of(Math.min(highestVan.getAsInt(), other.highestVan.getAsInt()))
                        : OptionalInt.empty(),
                both(technicalDomains, other.technicalDomains),
                both(protectionProfiles, other.protectionProfiles),
                both(categories, other.categories),
                both(scopes, other.scopes),
                both(levels, other.levels),
                both(purposes, other.purposes));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        Set<T> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<String> bounded(Set<String> values) {
        if (values.size() > MAX_VALUES || values.stream().anyMatch(value -> value.isBlank() || value.length() > 200)) {
            throw new IllegalArgumentException("a title covers at most " + MAX_VALUES + " values of a kind");
        }
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
