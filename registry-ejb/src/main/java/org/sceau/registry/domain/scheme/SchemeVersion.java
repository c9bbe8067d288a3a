package org.sceau.registry.domain.scheme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.numbering.Numbering;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/**
 * One version of the rules of a scheme, as its definition states them. Immutable.
 *
 * @param id            scheme and version
 * @param label         full name, such as "First level security certification"
 * @param shortLabel    name on buttons and in tables, such as "CSPN"
 * @param family        where its visas stand in the catalogue
 * @param outcome       what its decisions grant
 * @param subjects      what a visa may be about; not empty
 * @param vocabulary    levels, scopes and categories
 * @param scopeRules    which scopes go together
 * @param validity      how long a visa lasts
 * @param numbering     how official references are written
 * @param publicEntry   what the public entry shows
 * @param legalBases    what its decisions rest on; not empty
 * @param applicability when the version is used
 * @param revision      1 for the first edition of its definition, higher for each correction; the rules of a revision never change
 * @param definition    SHA-256 of the bytes of its definition file, lower-case hexadecimal
 * @param conduct       how matters are conducted under it; absent for definitions of format 1
 */
public record SchemeVersion(
        SchemeVersionId id,
        Label label,
        Label shortLabel,
        FamilyId family,
        Sourced<OutcomeKind> outcome,
        Sourced<Set<SubjectKind>> subjects,
        Vocabulary vocabulary,
        List<ScopeRule> scopeRules,
        ValidityRule validity,
        Numbering numbering,
        PublicEntry publicEntry,
        Sourced<Set<LegalBasis>> legalBases,
        Applicability applicability,
        int revision,
        String definition,
        Optional<Conduct> conduct) {

    /** Highest number of a revision. */
    public static final int LAST_REVISION = 9999;

    /**
     * Refuses empty subjects or legal bases, scope rules about unknown scopes and a revision out of bounds with {@link
     * IllegalArgumentException}.
     */
    public SchemeVersion {
        if (revision < 1 || revision > LAST_REVISION) {
            throw new IllegalArgumentException("revisions are 1 to " + LAST_REVISION + ", not " + revision);
        }
        subjects = new Sourced<>(Set.copyOf(subjects.value()), subjects.source(), subjects.verified());
        legalBases = new Sourced<>(Set.copyOf(legalBases.value()), legalBases.source(), legalBases.verified());
        scopeRules = List.copyOf(scopeRules);
        if (subjects.value().isEmpty() || legalBases.value().isEmpty()) {
            throw new IllegalArgumentException(id + " needs a subject and a legal basis");
        }
        if (conduct.map(Conduct::numbers)
                .filter(numbers -> !numbers.isReadBy(numbering))
                .isPresent()) {
            throw new IllegalArgumentException(id + " gives references that its numbering does not recognise");
        }
        Set<String> known = vocabulary.scopes().stream().map(Scope::id).collect(Collectors.toSet());
        for (ScopeRule rule : scopeRules) {
            if (!known.contains(rule.scope()) || !known.containsAll(rule.needs())) {
                throw new IllegalArgumentException(id + " has a rule about an unknown scope: " + rule.scope());
            }
        }
    }

    /** Levels, weakest first; see {@link Vocabulary#levels()}. */
    public List<Level> levels() {
        return vocabulary.levels();
    }

    /** Levels this version grants: without those that are only met on imported rows. */
    public List<Level> grantedLevels() {
        return levels().stream().filter(l -> !l.importedOnly()).toList();
    }

    public List<Scope> scopes() {
        return vocabulary.scopes();
    }

    public List<Category> categories() {
        return vocabulary.categories();
    }

    /** The level printed so; see {@link Vocabulary#level}. */
    public Optional<Level> level(String printed) {
        return vocabulary.level(printed);
    }

    /** The scope printed so; see {@link Vocabulary#scope}. */
    public Optional<Scope> scope(String printed) {
        return vocabulary.scope(printed);
    }

    /** The category printed so; see {@link Vocabulary#category}. */
    public Optional<Category> category(String printed) {
        return vocabulary.category(printed);
    }

    /** The combination rules these scope ids break; empty when they may stand together. */
    public List<ScopeRule> brokenScopeRules(Set<String> scopeIds) {
        return scopeRules.stream().filter(r -> r.isBrokenBy(scopeIds)).toList();
    }

    /** Whether visas have a recommendation level (reference §5.7). */
    public boolean hasRecommendationLevel() {
        return publicEntry.recommendationLevel().value();
    }

    /** Whether visas have the national-security flag. */
    public boolean hasNationalSecurity() {
        return publicEntry.nationalSecurity().value();
    }

    /** Approvals a visa may carry; most often none. */
    public Set<Agrement> agrements() {
        return publicEntry.agrement().value();
    }

    /** Whether its visas may appear in catalogue and list at all; a definition of format 1 lists them. */
    public boolean isListed() {
        return conduct.map(Conduct::publication).map(PublicationRule::listed).orElse(true);
    }

    /** Whether its visas are shown as in force only once an issue of their list holds them (invariant 55). */
    public boolean isEffectiveOnListing() {
        return conduct.map(Conduct::publication)
                .filter(PublicationRule::effectiveOnListing)
                .isPresent();
    }

    /** Whether a visa appears without its holder's recorded consent. */
    public boolean isAlwaysPublic() {
        return publicEntry.alwaysPublic().value();
    }

    /** Documents and pages the public entry links to. */
    public Set<DocumentKind> documents() {
        return publicEntry.documents().value();
    }
}
