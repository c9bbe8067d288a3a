package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;
import static org.sceau.registry.application.describing.Rows.each;

import java.util.Optional;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.domain.scheme.surveillance.Duty;
import org.sceau.registry.domain.scheme.surveillance.RemedyRule;
import org.sceau.registry.domain.scheme.surveillance.SamplingRule;
import org.sceau.registry.domain.scheme.surveillance.Surveillance;

/** Where complaints go, what is owed, and how what was granted is watched over. */
record SurveillanceTables(Surveillance surveillance, Names names) {

    Optional<SchemeTable> complaints() {
        Rows rows = new Rows(
                "complaints",
                new Phrase("Réclamations", "Complaints"),
                "Niveau",
                "Level",
                "Adressée à",
                "Goes to",
                "Recours",
                "Legal remedy");
        for (ComplaintRoute route : surveillance.complaints()) {
            rows.row(
                    route.source(),
                    route.verified(),
                    route.levels().isEmpty()
                            ? cell(new Phrase("tous les autres", "all others"))
                            : each(route.levels(), names::level),
                    cell(Phrase.of(route.to().label())),
                    cell(route.remedy().map(Phrase::of).orElse(Phrase.NOTHING)));
        }
        return rows.table();
    }

    Optional<SchemeTable> duties() {
        Rows rows = new Rows(
                "duties",
                new Phrase("Ce qui est dû sans acte au registre", "What is owed without an act in the registry"),
                "Obligation",
                "Duty",
                "Due par",
                "Owed by");
        for (Duty duty : surveillance.duties()) {
            rows.row(
                    duty.source(),
                    duty.verified(),
                    cell(Phrase.of(duty.text())),
                    cell(Phrase.of(duty.by().label())));
        }
        return rows.table();
    }

    Optional<SchemeTable> limits() {
        Rows rows =
                new Rows("surveillance", new Phrase("Surveillance", "Surveillance"), "Règle", "Rule", "Dit", "Says");
        surveillance
                .remedies()
                .ifPresent(rule -> rows.row(
                        rule.source(),
                        rule.verified(),
                        cell(new Phrase("Mesure corrective", "Remedy")),
                        cell(remedy(rule), FixedWords.counting(rule.most().counting()))));
        surveillance
                .sampling()
                .ifPresent(rule -> rows.row(
                        rule.source(),
                        rule.verified(),
                        cell(new Phrase("Échantillon annuel", "Yearly sample")),
                        cell(
                                sample(rule),
                                Phrase.say("tiré par\u00a0: %s", "drawn by: %s", FixedWords.role(rule.by())))));
        return rows.table();
    }

    private static Phrase remedy(RemedyRule rule) {
        return Phrase.say(
                "proposée en %s au plus, sinon refus «\u00a0%s\u00a0»",
                "proposed within %s at most, refused beyond as “%s”",
                FixedWords.span(rule.most().length()),
                rule.beyond());
    }

    private static Phrase sample(SamplingRule rule) {
        return Phrase.say(
                "au moins %s\u00a0%% des titres, arrondi au supérieur, sinon refus «\u00a0%s\u00a0»",
                "at least %s\u00a0%% of the visas, rounded up, refused below as “%s”", rule.percent(), rule.below());
    }
}
