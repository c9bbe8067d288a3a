package org.sceau.registry.domain.scheme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/**
 * Every family and every scheme version the registry knows, each version in the revision that is in use. A correction takes the
 * place of the revision before it at once and for every thread; revisions that dossiers were opened under stay known by their digest.
 */
public final class Schemes {
    private static final Comparator<SchemeVersion> NEWEST_FIRST = Comparator.comparing(
                    (SchemeVersion v) -> v.applicability().validFrom())
            .reversed()
            .thenComparing(SchemeVersion::id);

    private final Map<String, SchemeVersion> byDefinition = new ConcurrentHashMap<>();
    private volatile InUse inUse;

    /**
     * Refuses two families or versions with one id, two families with one order, a version of an unknown family and a family
     * without version with {@link IllegalArgumentException}.
     */
    public Schemes(List<Family> families, List<SchemeVersion> versions) {
        inUse = InUse.of(families, versions);
        versions.forEach(this::remember);
    }

    /** One consistent set; never changed. */
    private record InUse(
            Map<FamilyId, Family> families,
            Map<SchemeVersionId, SchemeVersion> versions,
            Map<FamilyId, List<SchemeVersion>> ofFamily,
            Map<FamilyId, Vocabulary> vocabularies) {

        static InUse of(List<Family> families, List<SchemeVersion> versions) {
            InUse set = new InUse(
                    new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            families.stream().sorted(Comparator.comparingInt(Family::order)).forEach(set::add);
            if (families.stream().mapToInt(Family::order).distinct().count() < families.size()) {
                throw new IllegalArgumentException("two families have the same order");
            }
            versions.stream().sorted(Comparator.comparing(SchemeVersion::id)).forEach(set::add);
            set.ofFamily.forEach((family, all) -> {
                if (all.isEmpty()) {
                    throw new IllegalArgumentException("no scheme for the family " + family);
                }
                all.sort(NEWEST_FIRST);
                set.vocabularies.put(family, union(all));
            });
            return set;
        }

        private void add(Family family) {
            requireNew("family", family.id(), families.put(family.id(), family));
            ofFamily.put(family.id(), new ArrayList<>());
        }

        private void add(SchemeVersion version) {
            requireNew("scheme version", version.id(), versions.put(version.id(), version));
            List<SchemeVersion> siblings = ofFamily.get(version.family());
            if (siblings == null) {
                throw new IllegalArgumentException(version.id() + " is of an unknown family: " + version.family());
            }
            siblings.add(version);
        }
    }

    /**
     * Takes a revision into use in place of the one before, or a version that was not known. Refuses one of an unknown family and one
     * that moves to another family with {@link IllegalArgumentException}; then nothing changes.
     */
    public synchronized void use(SchemeVersion revision) {
        inUse = with(revision);
        remember(revision);
    }

    /** Whether {@link #use} would take the revision; refuses it in the same words. */
    public void requireUsable(SchemeVersion revision) {
        with(revision);
    }

    private InUse with(SchemeVersion revision) {
        version(revision.id())
                .map(SchemeVersion::family)
                .filter(family -> !family.equals(revision.family()))
                .ifPresent(family -> {
                    throw new IllegalArgumentException(revision.id() + " stays in the family " + family);
                });
        Map<SchemeVersionId, SchemeVersion> next = new LinkedHashMap<>(inUse.versions());
        next.put(revision.id(), revision);
        return InUse.of(families(), List.copyOf(next.values()));
    }

    /** Keeps a revision for the dossiers that were opened under it. */
    public void remember(SchemeVersion revision) {
        byDefinition.put(revision.definition(), revision);
    }

    /** The very revision with this digest; empty when it is not known here. */
    public Optional<SchemeVersion> revision(SchemeVersionId id, String definition) {
        return Optional.ofNullable(byDefinition.get(definition))
                .filter(revision -> revision.id().equals(id));
    }

    /** Every version, by id. */
    public List<SchemeVersion> all() {
        return List.copyOf(inUse.versions().values());
    }

    /** Every family, in the order of the catalogue. */
    public List<Family> families() {
        return List.copyOf(inUse.families().values());
    }

    /** The families whose visas may be public, in the order of the catalogue: what a visitor browses and what has a trust list. */
    public List<Family> publicFamilies() {
        return inUse.families().values().stream().filter(f -> isPublic(f.id())).toList();
    }

    /** Whether some version of the family lists its visas; false for an unknown family. */
    public boolean isPublic(FamilyId family) {
        return ofFamily(family).stream().anyMatch(SchemeVersion::isListed);
    }

    /** Whether some version of the family waits for the list; false for an unknown family. */
    public boolean isEffectiveOnListing(FamilyId family) {
        return ofFamily(family).stream().anyMatch(SchemeVersion::isEffectiveOnListing);
    }

    /** Whether the visas of a version wait for the list; false for an unknown version. */
    public boolean isEffectiveOnListing(SchemeVersionId id) {
        return version(id).filter(SchemeVersion::isEffectiveOnListing).isPresent();
    }

    public Optional<Family> family(FamilyId id) {
        return Optional.ofNullable(inUse.families().get(id));
    }

    /** The family with this printed section heading, with or without its number. */
    public Optional<Family> familyOfHeading(String printed) {
        return inUse.families().values().stream()
                .filter(f -> f.hasHeading(printed))
                .findFirst();
    }

    public Optional<SchemeVersion> version(SchemeVersionId id) {
        return Optional.ofNullable(inUse.versions().get(id));
    }

    /** The newest version of the scheme under which a visa may be granted that day. */
    public Optional<SchemeVersion> current(SchemeId scheme, LocalDate day) {
        return inUse.versions().values().stream()
                .filter(v -> v.id().scheme().equals(scheme) && v.applicability().issuesOn(day))
                .min(NEWEST_FIRST);
    }

    /** The newest version of the scheme under which a dossier may be opened that day. */
    public Optional<SchemeVersion> opening(SchemeId scheme, LocalDate day) {
        return inUse.versions().values().stream()
                .filter(v -> v.id().scheme().equals(scheme) && v.applicability().opensOn(day))
                .min(NEWEST_FIRST);
    }

    /**
     * The version that took the place of another, as far as the successions lead: the last of them under which a dossier may be opened that
     * day. Empty where none may.
     */
    public Optional<SchemeVersion> following(SchemeVersion former, LocalDate day) {
        Set<SchemeVersionId> passed = new HashSet<>();
        List<SchemeVersion> open = new ArrayList<>();
        Optional<SchemeVersion> next = successor(former);
        // A dropped file may lead back to where the chain was.
        while (next.isPresent() && passed.add(next.get().id())) {
            next.filter(version -> version.applicability().opensOn(day)).ifPresent(open::add);
            next = successor(next.get());
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    private Optional<SchemeVersion> successor(SchemeVersion former) {
        return former.conduct().flatMap(Conduct::succession).flatMap(succession -> version(succession.to()));
    }

    /** Every version of the family, newest first; empty for an unknown family. */
    public List<SchemeVersion> ofFamily(FamilyId family) {
        return List.copyOf(inUse.ofFamily().getOrDefault(family, List.of()));
    }

    /** The terms of all versions of a family together; empty for an unknown family. */
    public Optional<Vocabulary> vocabulary(FamilyId family) {
        return Optional.ofNullable(inUse.vocabularies().get(family));
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
