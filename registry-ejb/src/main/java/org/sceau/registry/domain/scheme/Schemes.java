package org.sceau.registry.domain.scheme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/** Every family and every scheme version the registry knows. Immutable and safe for use by many threads. */
public final class Schemes {
    private static final Comparator<SchemeVersion> NEWEST_FIRST = Comparator.comparing(
                    (SchemeVersion v) -> v.applicability().validFrom())
            .reversed()
            .thenComparing(SchemeVersion::id);

    private final Map<FamilyId, Family> families = new LinkedHashMap<>();
    private final Map<SchemeVersionId, SchemeVersion> versions = new LinkedHashMap<>();
    private final Map<FamilyId, List<SchemeVersion>> ofFamily = new LinkedHashMap<>();
    private final Map<FamilyId, Vocabulary> vocabularies = new LinkedHashMap<>();

    /**
     * Refuses two families or versions with one id, two families with one order, a version of an unknown family and a family
     * without version with {@link IllegalArgumentException}.
     */
    public Schemes(List<Family> families, List<SchemeVersion> versions) {
        families.stream().sorted(Comparator.comparingInt(Family::order)).forEach(family -> {
            requireNew("family", family.id(), this.families.put(family.id(), family));
            ofFamily.put(family.id(), new ArrayList<>());
        });
        if (families.stream().mapToInt(Family::order).distinct().count() < families.size()) {
            throw new IllegalArgumentException("two families have the same order");
        }
        versions.stream().sorted(Comparator.comparing(SchemeVersion::id)).forEach(version -> {
            requireNew("scheme version", version.id(), this.versions.put(version.id(), version));
            List<SchemeVersion> siblings = ofFamily.get(version.family());
            if (siblings == null) {
                throw new IllegalArgumentException(version.id() + " is of an unknown family: " + version.family());
            }
            siblings.add(version);
        });
        ofFamily.forEach((family, all) -> {
            if (all.isEmpty()) {
                throw new IllegalArgumentException("no scheme for the family " + family);
            }
            all.sort(NEWEST_FIRST);
            vocabularies.put(family, union(all));
        });
    }

    /** Every version, by id. */
    public List<SchemeVersion> all() {
        return List.copyOf(versions.values());
    }

    /** Every family, in the order of the catalogue. */
    public List<Family> families() {
        return List.copyOf(families.values());
    }

    /** The families whose visas may be public, in the order of the catalogue: what a visitor browses and what has a trust list. */
    public List<Family> publicFamilies() {
        return families.values().stream().filter(f -> isPublic(f.id())).toList();
    }

    /** Whether some version of the family lists its visas; false for an unknown family. */
    public boolean isPublic(FamilyId family) {
        return ofFamily(family).stream().anyMatch(SchemeVersion::isListed);
    }

    public Optional<Family> family(FamilyId id) {
        return Optional.ofNullable(families.get(id));
    }

    /** The family with this printed section heading, with or without its number. */
    public Optional<Family> familyOfHeading(String printed) {
        return families.values().stream().filter(f -> f.hasHeading(printed)).findFirst();
    }

    public Optional<SchemeVersion> version(SchemeVersionId id) {
        return Optional.ofNullable(versions.get(id));
    }

    /** The newest version of the scheme under which a visa may be granted that day. */
    public Optional<SchemeVersion> current(SchemeId scheme, LocalDate day) {
        return versions.values().stream()
                .filter(v -> v.id().scheme().equals(scheme) && v.applicability().issuesOn(day))
                .min(NEWEST_FIRST);
    }

    /** The newest version of the scheme under which a dossier may be opened that day. */
    public Optional<SchemeVersion> opening(SchemeId scheme, LocalDate day) {
        return versions.values().stream()
                .filter(v -> v.id().scheme().equals(scheme) && v.applicability().opensOn(day))
                .min(NEWEST_FIRST);
    }

    /** Every version of the family, newest first; empty for an unknown family. */
    public List<SchemeVersion> ofFamily(FamilyId family) {
        return List.copyOf(ofFamily.getOrDefault(family, List.of()));
    }

    /** The terms of all versions of a family together; empty for an unknown family. */
    public Optional<Vocabulary> vocabulary(FamilyId family) {
        return Optional.ofNullable(vocabularies.get(family));
    }

    /**
     * The version an imported row was granted under, as far as the row tells: the newest of the family whose numbering
     * recognises the reference and which knows the printed level. A blank level fits a version that has none or makes it
     * optional. Empty when no version fits; the row is then to be kept and flagged.
     */
    public Optional<SchemeVersion> recognise(FamilyId family, String printedReference, String printedLevel) {
        Predicate<SchemeVersion> level = Spelling.of(printedLevel).isBlank()
                ? v -> v.levels().isEmpty() || v.vocabulary().levelOptional()
                : v -> v.level(printedLevel).isPresent();
        return ofFamily(family).stream()
                .filter(v -> v.numbering().recognise(printedReference).isPresent())
                .filter(level)
                .findFirst();
    }

    private static Vocabulary union(List<SchemeVersion> versions) {
        return new Vocabulary(
                distinct(versions, SchemeVersion::levels, Level::id, Level::importedOnly),
                versions.stream()
                        .anyMatch(v -> v.levels().isEmpty() || v.vocabulary().levelOptional()),
                distinct(versions, SchemeVersion::scopes, Scope::id, scope -> false),
                distinct(versions, SchemeVersion::categories, Category::id, category -> false));
    }

    /** The newest term of each id, but never one that {@code yields} where another version has one that does not. */
    private static <T> List<T> distinct(
            List<SchemeVersion> versions,
            Function<SchemeVersion, List<T>> terms,
            Function<T, String> id,
            Predicate<T> yields) {
        Map<String, T> byId = new LinkedHashMap<>();
        versions.forEach(v -> terms.apply(v)
                .forEach(t -> byId.merge(id.apply(t), t, (newer, older) -> yields.test(newer) ? older : newer)));
        return List.copyOf(byId.values());
    }

    private static void requireNew(String what, Object id, @Nullable Object before) {
        if (before != null) {
            throw new IllegalArgumentException("two definitions of the " + what + " " + id);
        }
    }

    /** What a visa becomes under a scheme once its last day is past (invariant 37); expired under a scheme that is not known. */
    public VisaStatus statusAtEnd(SchemeVersionId scheme) {
        return version(scheme)
                .filter(version -> version.validity().atEnd() == ValidityRule.AtEnd.ARCHIVED)
                .map(version -> VisaStatus.ARCHIVED)
                .orElse(VisaStatus.EXPIRED);
    }
}
