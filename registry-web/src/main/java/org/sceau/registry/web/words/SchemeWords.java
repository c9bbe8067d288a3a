package org.sceau.registry.web.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.publication.Recognitions;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.VisaFacts;

/** The terms of the schemes in the language of a page. A term that no scheme knows is shown as it was printed. */
public final class SchemeWords {
    private final Schemes schemes;
    private final Language language;
    private final Texts texts;

    public SchemeWords(Schemes schemes, Language language) {
        this.schemes = schemes;
        this.language = language;
        this.texts = Texts.in(language);
    }

    /** Name of a family; its identifier when it is unknown. */
    public String family(FamilyId id) {
        return schemes.family(id)
                .map(family -> family.label().in(language.locale()))
                .orElse(id.value());
    }

    /** {@code PASSI 2.2}: short name and version; the identifier when the version is unknown. */
    public String version(SchemeVersionId id) {
        return schemes.version(id).map(this::version).orElse(id.toString());
    }

    public String version(SchemeVersion version) {
        return version.shortLabel().in(language.locale()) + " " + version.id().version();
    }

    /**
     * The level of a visa, or that its source printed none; empty when its scheme has no levels.
     */
    public Optional<String> level(VisaFacts facts) {
        Optional<Vocabulary> terms = terms(facts);
        if (facts.level().isPresent()) {
            return facts.level()
                    .map(claim -> claim.term()
                            .flatMap(id -> terms.flatMap(all -> level(all, id)))
                            .map(level -> level.label().in(language.locale()))
                            .orElse(claim.printed()));
        }
        boolean expected = terms.filter(all -> !all.levels().isEmpty()).isPresent();
        return expected ? Optional.of(texts.say("level.unstated")) : Optional.empty();
    }

    /** What a reader should know about that level; empty for an ordinary one. */
    public String levelNote(VisaFacts facts) {
        if (facts.level().isEmpty()) {
            return level(facts).isPresent() ? texts.say("level.unstated.note") : "";
        }
        Optional<String> term = facts.level().flatMap(Claim::term);
        if (term.isEmpty()) {
            return texts.say("term.as-printed");
        }
        return term.get().equals(Level.NOT_APPLICABLE) ? texts.say("level.not-applicable.note") : "";
    }

    /** A level by identifier alone, as facets name it. */
    public Optional<String> levelName(String id) {
        return vocabularies()
                .flatMap(all -> level(all, id).stream())
                .findFirst()
                .map(level -> level.label().in(language.locale()));
    }

    /** A category by identifier alone. */
    public Optional<String> categoryName(String id) {
        return vocabularies()
                .flatMap(all -> all.categories().stream())
                .filter(category -> category.id().equals(id))
                .findFirst()
                .map(category -> category.label().in(language.locale()));
    }

    /** The category of a visa; empty when its source printed none. */
    public String category(VisaFacts facts) {
        return facts.category()
                .map(claim -> claim.term()
                        .flatMap(id -> terms(facts).stream()
                                .flatMap(all -> all.categories().stream())
                                .filter(category -> category.id().equals(id))
                                .findFirst())
                        .map(Category::label)
                        .map(label -> label.in(language.locale()))
                        .orElse(claim.printed()))
                .orElse("");
    }

    /** Every scope of the scheme with whether it is granted; granted ones that the scheme does not know come last. */
    public List<ScopeWord> scopes(VisaFacts facts) {
        Set<String> granted = facts.scopes();
        if (granted.isEmpty()) {
            return List.of();
        }
        List<ScopeWord> known = terms(facts).stream()
                .flatMap(all -> all.scopes().stream())
                .map(scope -> new ScopeWord(
                        scope.code().orElse(""), scope.label().in(language.locale()), granted.contains(scope.id())))
                .toList();
        Set<String> names = terms(facts).stream()
                .flatMap(all -> all.scopes().stream())
                .map(scope -> scope.id())
                .collect(Collectors.toSet());
        Stream<ScopeWord> unknown =
                granted.stream().filter(id -> !names.contains(id)).map(id -> new ScopeWord("", id, true));
        return Stream.concat(known.stream(), unknown).toList();
    }

    /** What the scheme of a visa makes of it after its last day. */
    /** The categories of the reasons of a decision under this version, in words. */
    public List<String> reasons(SchemeVersionId scheme, Set<String> codes) {
        return schemes.version(scheme).flatMap(SchemeVersion::conduct).stream()
                .flatMap(conduct -> conduct.reasons().stream())
                .filter(reason -> codes.contains(reason.code()))
                .map(reason -> reason.label().in(language.locale()))
                .toList();
    }

    public VisaStatus atEnd(VisaFacts facts) {
        return schemes.statusAtEnd(facts.scheme());
    }

    /** The advice about a visa on a legal day; absent where its scheme gives none. */
    public Optional<Recommendation> recommendation(VisaFacts facts, LocalDate day) {
        return facts.recommendationOn(day, schemes);
    }

    /** The agreements under which others recognise a visa on a legal day. */
    public List<PublicationRule.Recognition> recognitions(VisaFacts facts, LocalDate day) {
        return schemes.version(facts.scheme())
                .map(scheme -> Recognitions.of(
                        scheme, facts, facts.statusOn(day, atEnd(facts)).status()))
                .orElse(List.of());
    }

    /** The terms that apply to a visa: of its version, else of its family. */
    private Optional<Vocabulary> terms(VisaFacts facts) {
        return schemes.version(facts.scheme())
                .map(SchemeVersion::vocabulary)
                .or(() -> schemes.vocabulary(facts.family()));
    }

    private Stream<Vocabulary> vocabularies() {
        return schemes.publicFamilies().stream().flatMap(family -> schemes.vocabulary(family.id()).stream());
    }

    private static Optional<Level> level(Vocabulary terms, String id) {
        return terms.levels().stream().filter(level -> level.id().equals(id)).findFirst();
    }
}
