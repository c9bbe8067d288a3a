package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;
import static org.sceau.registry.application.describing.Rows.each;
import static org.sceau.registry.application.describing.Rows.line;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.duty.EvaluatorVisa;

/** What whoever evaluates must hold, and what of it must cover. */
record CompetenceTable(Conduct conduct, Names names, ConditionWords conditions) {

    Optional<SchemeTable> competences() {
        Rows rows = new Rows(
                "competences",
                new Phrase("Titres du centre d'évaluation", "Titles of the laboratory"),
                "Titre",
                "Title",
                "Exigé",
                "Needed",
                "Doit couvrir",
                "Must cover");
        for (Competence competence : conduct.competences()) {
            rows.row(
                    competence.source(),
                    competence.verified(),
                    cell(Phrase.of(competence.title().label()).capital()),
                    competence.when().map(conditions::lines).orElse(cell(new Phrase("toujours", "always"))),
                    covered(competence));
        }
        for (EvaluatorVisa visa : conduct.evaluatorVisas()) {
            rows.row(
                    visa.source(),
                    visa.verified(),
                    cell(Phrase.say(
                            "Visa en vigueur de la famille %s",
                            "Visa in force of the family %s",
                            Phrase.or(each(visa.families(), family -> names.family(family))))),
                    visa.when().map(conditions::lines).orElse(cell(new Phrase("toujours", "always"))),
                    List.of());
        }
        return rows.table();
    }

    private static List<Phrase> covered(Competence competence) {
        return Stream.concat(
                        competence.covers().stream().map(coverage -> Phrase.of(coverage.label())),
                        cell(
                                line(
                                        "ensemble, à un ou plusieurs",
                                        "together, by one or several",
                                        each(competence.activities().values(), Phrase::of)),
                                line("critères", "criteria", each(competence.criteria(), CompetenceTable::criteria)))
                                .stream())
                .toList();
    }

    private static Phrase criteria(Competence.Criteria one) {
        Phrase version = Phrase.same(one.version());
        return one.issuedUntil()
                .map(last -> Phrase.say(
                        "%s (délivré le %s au plus tard)", "%s (issued by %s)", version, FixedWords.day(last)))
                .orElse(version);
    }
}
