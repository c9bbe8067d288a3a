package org.sceau.registry.web.schemes;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.describing.SchemeTable;
import org.sceau.registry.application.describing.SchemeTables;
import org.sceau.registry.domain.scheme.Applicability;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.ValidityRule;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.Lists;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.Texts;

/** Puts the definition of a scheme version into words, each row with its source. */
public record VersionSheets(Schemes schemes, Language language) {

    /** @param whole whether drawing and tables are wanted */
    public VersionSheet sheet(SchemeVersion version, boolean whole) {
        List<Term> rules = rules(version);
        List<Term> levels = version.levels().stream().map(this::level).toList();
        List<Term> scopes = version.scopes().stream()
                .map(scope ->
                        new Term(scope.code().orElse(""), in(scope.label()), "", scope.source(), scope.verified()))
                .toList();
        List<Term> categories = version.categories().stream()
                .map(category -> new Term("", in(category.label()), "", category.source(), category.verified()))
                .toList();
        long unverified = Stream.of(rules, levels, scopes, categories)
                .flatMap(List::stream)
                .filter(term -> !term.verified())
                .count();
        String name = new SchemeWords(schemes, language).version(version);
        boolean conducted = version.conduct().isPresent();
        return new VersionSheet(
                version.id().toString(),
                name,
                in(version.label()),
                rules,
                levels,
                scopes,
                categories,
                unverified + unverifiedConduct(version),
                conducted,
                whole,
                whole
                        ? version
                                .conduct()
                                .map(conduct -> StageDrawing.of(version, name, conduct.procedure(), language))
                                .stream()
                                .toList()
                        : List.of(),
                whole || !conducted ? new RuleTables(schemes, language).of(version) : List.of());
    }

    private long unverifiedConduct(SchemeVersion version) {
        return new SchemeTables(schemes)
                .conduct(version).stream().mapToLong(SchemeTable::unverified).sum();
    }

    private List<Term> rules(SchemeVersion version) {
        List<Term> rules = new ArrayList<>();
        rules.add(rule(
                "rule.outcome",
                in(version.outcome().value().label()),
                version.outcome().source(),
                version.outcome().verified()));
        rules.add(named("rule.subjects", version.subjects(), SubjectKind::label));
        rules.add(validity(version.validity()));
        rules.add(applicability(version.applicability()));
        rules.add(named("rule.legal", version.legalBases(), LegalBasis::label));
        Sourced<Boolean> consent = version.publicEntry().alwaysPublic();
        rules.add(rule(
                "rule.public",
                say(consent.value() ? "rule.public.always" : "rule.public.consent"),
                consent.source(),
                consent.verified()));
        return List.copyOf(rules);
    }

    private Term validity(ValidityRule rule) {
        DayWords days = DayWords.in(language);
        List<String> parts = new ArrayList<>();
        rule.usual()
                .map(Period::normalized)
                .ifPresent(usual -> parts.add(say("rule.validity.usual", days.span(usual))));
        rule.maximum()
                .map(Period::normalized)
                .ifPresent(most -> parts.add(say("rule.validity.maximum", days.span(most))));
        parts.add(
                say(rule.atEnd() == ValidityRule.AtEnd.ARCHIVED ? "rule.validity.archived" : "rule.validity.expired"));
        return rule("rule.validity", String.join(", ", parts), rule.source(), rule.verified());
    }

    private Term applicability(Applicability used) {
        DayWords days = DayWords.in(language);
        List<String> parts = new ArrayList<>();
        parts.add(say("rule.applies.from", days.day(used.validFrom())));
        used.opensDossiersUntil().ifPresent(last -> parts.add(say("rule.applies.opens", days.day(last))));
        used.issuesUntil().ifPresent(last -> parts.add(say("rule.applies.issues", days.day(last))));
        return rule("rule.applies", String.join(", ", parts), used.source(), used.verified());
    }

    private <T extends Enum<T>> Term named(String key, Sourced<Set<T>> values, Function<T, Label> label) {
        List<String> names = values.value().stream()
                .sorted(Comparator.naturalOrder())
                .map(value -> in(label.apply(value)))
                .toList();
        return rule(key, Lists.joined(names, language), values.source(), values.verified());
    }

    private Term level(Level level) {
        String note = level.importedOnly() ? say("rule.level.imported") : "";
        return new Term("", in(level.label()), note, level.source(), level.verified());
    }

    private Term rule(String key, String text, String source, boolean verified) {
        return new Term(say(key), text, "", source, verified);
    }

    private String in(Label label) {
        return label.in(language.locale());
    }

    private String say(String key, Object... parts) {
        return Texts.in(language).say(key, parts);
    }
}
