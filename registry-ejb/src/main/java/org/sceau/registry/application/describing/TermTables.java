package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;
import static org.sceau.registry.application.describing.Rows.each;
import static org.sceau.registry.application.describing.Rows.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sceau.registry.domain.scheme.Applicability;
import org.sceau.registry.domain.scheme.PublicEntry;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.ValidityRule;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/** What a visa of a version is: identity, levels, scopes and their combinations, categories. */
record TermTables(SchemeVersion version, Names names) {

    Optional<SchemeTable> identity() {
        Rows rows = new Rows(
                "identity", new Phrase("Ce qui est accordé", "What is granted"), "Règle", "Rule", "Dit", "Says");
        sourced(rows, "Accorde", "Grants", version.outcome(), outcome -> cell(Phrase.of(outcome.label())));
        sourced(rows, "Porte sur", "About", version.subjects(), subjects -> sorted(subjects, SubjectKind::label));
        sourced(rows, "Fondement", "Legal basis", version.legalBases(), bases -> sorted(bases, LegalBasis::label));
        applies(rows, version.applicability());
        validity(rows, version.validity());
        rows.row(
                version.numbering().source(),
                version.numbering().verified(),
                cell(new Phrase("Numéros reconnus", "References recognised")),
                version.numbering().forms().stream()
                        .map(form -> Phrase.say(
                                form.yearly() ? "%s (repart chaque année)" : "%s",
                                form.yearly() ? "%s (restarts each year)" : "%s",
                                form.pattern().pattern()))
                        .toList());
        publicEntry(rows, version.publicEntry());
        return rows.table();
    }

    private void applies(Rows rows, Applicability used) {
        rows.row(
                used.source(),
                used.verified(),
                cell(new Phrase("En usage", "In use")),
                cell(
                        Phrase.say("depuis le %s", "from %s", FixedWords.day(used.validFrom())),
                        used.opensDossiersUntil()
                                .map(FixedWords::day)
                                .map(day -> Phrase.say("dossiers ouverts jusqu'au %s", "dossiers open until %s", day))
                                .orElse(Phrase.NOTHING),
                        used.issuesUntil()
                                .map(FixedWords::day)
                                .map(day -> Phrase.say("visas accordés jusqu'au %s", "visas granted until %s", day))
                                .orElse(Phrase.NOTHING)));
    }

    private void validity(Rows rows, ValidityRule rule) {
        rows.row(
                rule.source(),
                rule.verified(),
                cell(new Phrase("Durée", "Validity")),
                cell(
                        rule.usual()
                                .map(FixedWords::span)
                                .map(span -> Phrase.say("d'usage %s", "usually %s", span))
                                .orElse(Phrase.NOTHING),
                        rule.maximum()
                                .map(FixedWords::span)
                                .map(span -> Phrase.say(
                                        "au plus %s, sinon refus «\u00a0%s\u00a0»",
                                        "at most %s, refused beyond as “%s”", span, rule.beyond()))
                                .orElse(new Phrase("sans borne", "without bound")),
                        rule.longerWith()
                                .map(id -> Phrase.say(
                                        "plus longue avec l'approbation «\u00a0%s\u00a0»",
                                        "longer with the approval “%s”", names.approval(id)))
                                .orElse(Phrase.NOTHING),
                        rule.untilFact()
                                .map(id -> Phrase.say(
                                        "pas au-delà du jour déclaré sous «\u00a0%s\u00a0»",
                                        "not beyond the day declared as “%s”", names.fact(id)))
                                .orElse(Phrase.NOTHING),
                        rule.atEnd() == ValidityRule.AtEnd.ARCHIVED
                                ? new Phrase("puis archivé", "then archived")
                                : new Phrase("puis expiré", "then expired"),
                        rule.openEndIssuedBefore()
                                .map(FixedWords::day)
                                .map(day -> Phrase.say(
                                        "peut manquer pour un visa émis avant le %s",
                                        "may lack for a visa issued before %s", day))
                                .orElse(Phrase.NOTHING)));
        rule.withinBases()
                .ifPresent(within -> sourced(
                        rows,
                        "Pas au-delà des visas dont il dépend",
                        "Not beyond the visas it rests on",
                        within,
                        yes -> cell(FixedWords.yesOrNo(yes))));
    }

    private static void publicEntry(Rows rows, PublicEntry entry) {
        sourced(
                rows,
                "Publication",
                "Publication",
                entry.alwaysPublic(),
                always -> cell(
                        always
                                ? new Phrase("toujours publique", "always public")
                                : new Phrase("avec l'accord du titulaire", "with the holder's consent")));
        sourced(rows, "Documents liés", "Documents linked", entry.documents(), all -> sorted(all, DocumentKind::label));
        sourced(
                rows,
                "Niveau de recommandation",
                "Recommendation level",
                entry.recommendationLevel(),
                shown -> cell(FixedWords.yesOrNo(shown)));
        sourced(
                rows,
                "Mention de sécurité nationale",
                "National security flag",
                entry.nationalSecurity(),
                shown -> cell(FixedWords.yesOrNo(shown)));
        sourced(
                rows,
                "Agréments possibles",
                "Approvals for protected information",
                entry.agrement(),
                all -> all.isEmpty() ? cell(new Phrase("aucun", "none")) : sorted(all, Agrement::label));
    }

    Optional<SchemeTable> levels() {
        Rows rows = new Rows(
                "levels", new Phrase("Niveaux", "Levels"), "Niveau", "Level", "Échelle et rang", "Scale and rank");
        for (Level level : version.levels()) {
            String rank = level.rank().isPresent() ? ", " + level.rank().getAsInt() : "";
            rows.row(
                    level.source(),
                    level.verified(),
                    cell(Phrase.of(level.label())),
                    cell(
                            Phrase.same(level.scale() + rank),
                            when(
                                    level.importedOnly(),
                                    "rencontré dans les catalogues importés, jamais accordé",
                                    "met in imported catalogues, never granted")));
        }
        return rows.table();
    }

    Optional<SchemeTable> scopes() {
        Rows rows = new Rows("scopes", new Phrase("Portées", "Scopes"), "Portée", "Scope", "Code", "Code");
        version.scopes()
                .forEach(scope -> rows.row(
                        scope.source(),
                        scope.verified(),
                        cell(Phrase.of(scope.label())),
                        cell(scope.code().map(Phrase::same).orElse(Phrase.NOTHING))));
        return rows.table();
    }

    Optional<SchemeTable> combinations() {
        Rows rows = new Rows(
                "combinations",
                new Phrase("Portées qui vont ensemble", "Scopes that go together"),
                "Qui obtient",
                "Who is granted",
                "obtient aussi",
                "is granted too",
                "Refus",
                "Refusal");
        version.scopeRules()
                .forEach(rule -> rows.row(
                        rule.source(),
                        rule.verified(),
                        cell(names.scope(rule.scope())),
                        rule.needs().stream().sorted().map(names::scope).toList(),
                        cell(Phrase.same(rule.code()))));
        return rows.table();
    }

    Optional<SchemeTable> categories() {
        Rows rows = new Rows("categories", new Phrase("Catégories", "Categories"), "Catégorie", "Category");
        version.categories()
                .forEach(category ->
                        rows.row(category.source(), category.verified(), cell(Phrase.of(category.label()))));
        return rows.table();
    }

    private static <T> void sourced(Rows rows, String fr, String en, Sourced<T> rule, Function<T, List<Phrase>> words) {
        rows.row(rule.source(), rule.verified(), cell(new Phrase(fr, en)), words.apply(rule.value()));
    }

    private static <T extends Enum<T>> List<Phrase> sorted(Collection<T> values, Function<T, Label> label) {
        List<T> inOrder = new ArrayList<>(values);
        inOrder.sort(null);
        return each(inOrder, value -> Phrase.of(label.apply(value)));
    }
}
