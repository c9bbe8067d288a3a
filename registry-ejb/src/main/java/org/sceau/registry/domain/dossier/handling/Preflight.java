package org.sceau.registry.domain.dossier.handling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.VersionNames;

/**
 * Names everything that is missing in a dossier or contradicts itself: each finding with the rule it breaks. Looks at the application
 * as a whole, so that nobody has to send it in to learn the next gap.
 */
public final class Preflight {
    private static final Set<SubjectKind> VERSIONED =
            EnumSet.of(SubjectKind.PRODUCT, SubjectKind.PRODUCT_SERIES, SubjectKind.SOFTWARE);
    private final Handling handling;
    private final SchemeVersion scheme;
    private final Procedure procedure;
    private final Application application;
    private final List<Finding> findings = new ArrayList<>();

    private Preflight(Handling handling) {
        this.handling = handling;
        this.scheme = handling.scheme();
        this.procedure = handling.conduct().procedure();
        this.application = handling.dossier().application();
    }

    /**
     * @param stage id of the stage the dossier wants to be at: documents needed from there on must be there
     * @return all findings, in the order subject, level, scopes, facts, documents
     */
    public static List<Finding> of(Handling handling, String stage) {
        Preflight preflight = new Preflight(handling);
        preflight.subject();
        preflight.versions();
        preflight.level();
        preflight.scopes();
        preflight.facts();
        preflight.documents(stage);
        return List.copyOf(preflight.findings);
    }

    private void subject() {
        if (!scheme.subjects().value().contains(application.subject().kind())) {
            find(
                    "subject-not-in-scheme",
                    "subject",
                    application.subject().kind().name(),
                    scheme.subjects().source());
        }
        application
                .category()
                .filter(id -> scheme.categories().stream().map(Category::id).noneMatch(id::equals))
                .ifPresent(id -> find(
                        "category-not-in-version",
                        "category",
                        id,
                        scheme.subjects().source()));
        if (application.category().isEmpty() && !scheme.categories().isEmpty()) {
            find(
                    "category-not-named",
                    "scheme",
                    scheme.id().toString(),
                    scheme.categories().get(0).source());
        }
        if (application.nationalSecurity() && !scheme.hasNationalSecurity()) {
            find(
                    "national-security-not-in-version",
                    "scheme",
                    scheme.id().toString(),
                    scheme.publicEntry().nationalSecurity().source());
        }
    }

    /**
     * What is certified is one version, or several that are each named where the scheme takes several; "and later" is none of them
     * (invariant 24).
     */
    private void versions() {
        Optional<String> versions = application.subject().versions();
        if (VERSIONED.contains(application.subject().kind()) && versions.isEmpty()) {
            find(
                    "version-not-named",
                    "subject",
                    application.subject().name(),
                    scheme.subjects().source());
        }
        if (!handling.conduct().publication().versionExpressions()) {
            versions.filter(VersionNames::isExpression)
                    .ifPresent(text -> find(
                            "version-not-exact",
                            "versions",
                            text,
                            handling.conduct().publication().source()));
        }
        handling.conduct()
                .publication()
                .singleVersion()
                .filter(Sourced::value)
                .ifPresent(single -> versions.filter(text -> VersionNames.count(text) > 1)
                        .ifPresent(text -> find("version-not-single", "versions", text, single.source())));
    }

    private void level() {
        boolean derived = !handling.conduct().levelRules().isEmpty();
        if (derived) {
            String source = handling.conduct().levelRules().get(0).source();
            Optional<String> level = handling.situation().level();
            // A level beside the one that follows would be edited apart from it (invariant 14).
            application
                    .level()
                    .filter(asked -> level.filter(asked::equals).isEmpty())
                    .ifPresent(asked -> find("level-not-derived", "asked", asked, source));
            return;
        }
        List<String> granted = scheme.grantedLevels().stream().map(Level::id).toList();
        application
                .level()
                .filter(asked -> !granted.contains(asked))
                .ifPresent(asked -> find(
                        "level-not-in-version",
                        "asked",
                        asked,
                        scheme.applicability().source()));
        if (application.level().isEmpty() && !granted.isEmpty()) {
            find(
                    "level-not-asked",
                    "levels",
                    String.join(", ", granted),
                    scheme.levels().get(0).source());
        }
    }

    private void scopes() {
        List<String> known = scheme.scopes().stream().map(Scope::id).toList();
        TreeSet<String> unknown = new TreeSet<>(application.scopes());
        known.forEach(unknown::remove);
        unknown.forEach(id ->
                find("scope-not-in-version", "scope", id, scheme.applicability().source()));
        if (application.scopes().isEmpty() && !known.isEmpty()) {
            find(
                    "scope-not-asked",
                    "scopes",
                    String.join(", ", known),
                    scheme.scopes().get(0).source());
        }
        scheme.brokenScopeRules(application.scopes())
                .forEach(rule -> findings.add(new Finding(
                        rule.code(),
                        java.util.Map.of(
                                "scope", rule.scope(), "needs", String.join(", ", new TreeSet<>(rule.needs()))),
                        rule.source())));
    }

    private void facts() {
        for (FactType type : procedure.facts()) {
            FactValue value = application.facts().get(type.id());
            if (value == null) {
                if (type.required()) {
                    find("fact-missing", "fact", type.id(), type.source());
                }
            } else {
                type.misfit(value)
                        .ifPresent(misfit -> findings.add(new Finding(
                                "fact-misfit", java.util.Map.of("fact", type.id(), "misfit", misfit), type.source())));
            }
        }
        application.facts().keySet().stream()
                .filter(id -> procedure.fact(id).isEmpty())
                .forEach(id -> find(
                        "fact-not-in-version",
                        "fact",
                        id,
                        scheme.applicability().source()));
    }

    private void documents(String stage) {
        Optional<String> aboutChange =
                handling.conduct().followUp(handling.dossier().opening().kind()).flatMap(FollowUp::document);
        boolean submitted = !procedure.start().id().equals(stage);
        for (DocumentType type : procedure.documents()) {
            boolean due = type.neededFrom()
                    .filter(from -> procedure.isAtOrAfter(stage, from))
                    .isPresent();
            boolean asked = type.neededWhen()
                    .map(condition -> condition.holds(handling.situation()))
                    .orElse(true);
            boolean tellsTheChange =
                    submitted && aboutChange.filter(type.id()::equals).isPresent();
            if (!(due && asked) && !tellsTheChange) {
                continue;
            }
            if (!handling.situation().hasDocument(type.id(), Optional.empty())) {
                find("document-missing", "document", type.id(), type.source());
            }
            type.languages().stream()
                    .filter(language -> !handling.situation().hasDocument(type.id(), Optional.of(language)))
                    .forEach(language -> findings.add(new Finding(
                            "document-language-missing",
                            java.util.Map.of("document", type.id(), "language", language),
                            type.source())));
        }
    }

    private void find(String code, String what, String which, String source) {
        findings.add(Finding.of(code, what, which, source));
    }
}
