package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;
import static org.sceau.registry.application.describing.Rows.each;
import static org.sceau.registry.application.describing.Rows.line;
import static org.sceau.registry.application.describing.Rows.when;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.decision.NumberSeries;
import org.sceau.registry.domain.scheme.decision.NumberSuffix;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.decision.Reserved;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/** Who may do what beside what, what may be decided, and what follows from it. */
record OutcomeTables(Conduct conduct, Names names, ConditionWords conditions) {

    Optional<SchemeTable> separations() {
        Rows rows = new Rows(
                "separations",
                new Phrase("Séparation des rôles", "Separation of duties"),
                "Règle",
                "Rule",
                "Rôles à séparer",
                "Roles kept apart",
                "Portée",
                "Reach");
        for (Separation separation : conduct.separations()) {
            rows.row(
                    separation.source(),
                    separation.verified(),
                    cell(Phrase.of(separation.text()), Phrase.same(separation.code())),
                    cell(Phrase.say(
                            "%s / %s",
                            "%s / %s", FixedWords.roles(separation.one()), FixedWords.roles(separation.other()))),
                    cell(
                            Phrase.of(separation.reach().label()),
                            when(separation.houseRule(), "règle de la maison", "house rule")));
        }
        return rows.table();
    }

    Optional<SchemeTable> decisions() {
        Rows rows = new Rows(
                "decisions",
                new Phrase("Décisions", "Decisions"),
                "Décision",
                "Decision",
                "Proposée, approuvée par",
                "Proposed, approved by",
                "Statut du visa",
                "Status of the visa",
                "Fondement et suites",
                "Ground and effect");
        for (DecisionRule rule : conduct.decisions()) {
            rows.row(
                    rule.source(),
                    rule.verified(),
                    cell(Phrase.of(rule.kind().label())),
                    cell(
                            Phrase.say("proposée\u00a0: %s", "proposed: %s", FixedWords.roles(rule.proposedBy())),
                            Phrase.say("approuvée\u00a0: %s", "approved: %s", FixedWords.roles(rule.approvedBy())),
                            rule.reserved().map(this::reserved).orElse(Phrase.NOTHING)),
                    status(rule),
                    cell(
                            Phrase.of(rule.ground()).capital(),
                            line("La proposition dit", "The proposal says", each(rule.asks(), FixedWords::part)),
                            line("Règles", "Rules", each(rule.rules(), Phrase::same)),
                            line("Informés", "Told", each(rule.notifies(), told -> Phrase.of(told.label())))));
        }
        return rows.table();
    }

    private Phrase reserved(Reserved some) {
        return Phrase.say(
                (some.approvalOnly() ? "approbation réservée à" : "réservée à")
                        + " %s si, dans le dossier d'octroi, %s, sinon refus «\u00a0%s\u00a0»",
                (some.approvalOnly() ? "approval left to" : "left to")
                        + " %s if, in the dossier of the grant, %s, refused otherwise as “%s”",
                FixedWords.roles(some.to()),
                conditions.of(some.when()),
                some.otherwise());
    }

    private static List<Phrase> status(DecisionRule rule) {
        Phrase before = Phrase.or(each(rule.from(), FixedWords::status));
        return cell(
                before,
                rule.to()
                        .map(after -> Phrase.say("→ %s", "→ %s", FixedWords.status(after)))
                        .orElse(when(!before.isEmpty(), "→ inchangé", "→ unchanged")));
    }

    Optional<SchemeTable> followUps() {
        Rows rows = new Rows(
                "follow-ups",
                new Phrase("Une fois le visa accordé", "Once the visa exists"),
                "Suite",
                "Follow-up",
                "Ouverte par",
                "Opened by",
                "Peut aboutir à",
                "May lead to",
                "Évaluée par",
                "Evaluated by",
                "Conditions",
                "Conditions");
        for (FollowUp row : conduct.followUps()) {
            rows.row(
                    row.source(),
                    row.verified(),
                    cell(Phrase.of(row.kind().label())),
                    each(row.openedBy(), FixedWords::role),
                    each(row.decisions(), kind -> Phrase.of(kind.label())),
                    cell(Phrase.of(row.laboratory().label())),
                    cell(
                            row.opens()
                                    .map(FixedWords::span)
                                    .map(span -> Phrase.say(
                                            "au plus tôt %s avant la fin", "at the earliest %s before the end", span))
                                    .orElse(Phrase.NOTHING),
                            row.every()
                                    .map(FixedWords::span)
                                    .map(span -> Phrase.say("au plus tard tous les %s", "every %s at the latest", span))
                                    .orElse(Phrase.NOTHING),
                            row.apart().map(this::apart).orElse(Phrase.NOTHING),
                            row.document()
                                    .map(id -> Phrase.say(
                                            "document «\u00a0%s\u00a0»", "document “%s”", names.document(id)))
                                    .orElse(Phrase.NOTHING),
                            row.notice().map(Phrase::of).orElse(Phrase.NOTHING)));
        }
        return rows.table();
    }

    private Phrase apart(FollowUp.Apart apart) {
        Phrase length = FixedWords.span(apart.length());
        return apart.unless()
                .map(unless -> Phrase.say(
                        "pas avant %s depuis le précédent, sauf si %s",
                        "not within %s of the last one, unless %s", length, conditions.of(unless)))
                .orElseGet(
                        () -> Phrase.say("pas avant %s depuis le précédent", "not within %s of the last one", length));
    }

    /** The blocks that are one rule each. */
    Optional<SchemeTable> singles() {
        Rows rows = new Rows(
                "further",
                new Phrase(
                        "Suspension, numéros, conservation, publication",
                        "Suspension, numbers, retention, publication"),
                "Règle",
                "Rule",
                "Dit",
                "Says");
        conduct.suspension()
                .ifPresent(rule -> rows.row(
                        rule.source(),
                        rule.verified(),
                        cell(new Phrase("Suspension", "Suspension")),
                        suspension(rule)));
        conduct.vulnerabilities()
                .ifPresent(rule -> rows.row(
                        rule.source(),
                        rule.verified(),
                        cell(new Phrase(
                                "Vulnérabilité ni résiduelle ni corrigible",
                                "Vulnerability neither residual nor remediable")),
                        cell(Phrase.say(
                                "seule décision possible\u00a0: %s, sinon refus «\u00a0%s\u00a0»",
                                "only decision left: %s, refused otherwise as “%s”",
                                Phrase.or(each(rule.allows(), kind -> Phrase.of(kind.label()))),
                                rule.otherwise()))));
        NumberSeries numbers = conduct.numbers();
        rows.row(
                numbers.source(),
                numbers.verified(),
                cell(new Phrase("Nouveaux numéros", "New references")),
                cell(
                        Phrase.same(numbers.pattern()),
                        line("repart pour chaque", "restarts for each", each(numbers.per(), OutcomeTables::part)),
                        Phrase.say("série «\u00a0%s\u00a0»", "series “%s”", numbers.series()),
                        numbers.internal()
                                .map(form -> Phrase.say(
                                        "à côté, identifiant interne et non publié\u00a0: %s",
                                        "beside it an internal id, not a published one: %s", Phrase.same(form)))
                                .orElse(Phrase.NOTHING)));
        for (NumberSuffix suffix : numbers.suffixes()) {
            rows.row(
                    suffix.source(),
                    suffix.verified(),
                    cell(new Phrase("Suffixe de numéro", "Suffix of a reference")),
                    cell(
                            Phrase.same(suffix.form()),
                            suffix.isOfReport()
                                    ? new Phrase(
                                            "au rapport ; le visa garde sa référence",
                                            "on the report; the visa keeps its reference")
                                    : new Phrase("au nouveau visa", "on the new visa"),
                            Phrase.say(
                                    "décision «\u00a0%s\u00a0», dossier «\u00a0%s\u00a0»",
                                    "decision “%s”, dossier “%s”",
                                    Phrase.of(suffix.decision().label()),
                                    Phrase.of(suffix.dossier().label()))));
        }
        rows.row(
                conduct.retention().source(),
                conduct.retention().verified(),
                cell(new Phrase("Conservation", "Retention")),
                cell(
                        Phrase.say(
                                "%s après la fin du visa",
                                "%s after the end of the visa",
                                FixedWords.span(conduct.retention().period())),
                        when(
                                conduct.retention().chainSuccessors(),
                                "la fin d'un successeur compte aussi",
                                "the end of a successor counts too")));
        publication(rows, conduct.publication());
        conduct.succession()
                .ifPresent(next -> rows.row(
                        next.source(),
                        next.verified(),
                        cell(new Phrase("Version suivante", "Next version")),
                        cell(
                                Phrase.say(
                                        "%s, depuis le %s",
                                        "%s, from %s", names.version(next.to()), FixedWords.day(next.from())),
                                Phrase.of(next.text()))));
        return rows.table();
    }

    private static List<Phrase> suspension(SuspensionRule rule) {
        return cell(
                rule.most()
                        .map(FixedWords::span)
                        .map(span -> Phrase.say(
                                "au plus %s, sinon refus «\u00a0%s\u00a0»",
                                "at most %s, refused beyond as “%s”", span, rule.beyond()))
                        .orElse(new Phrase("sans borne", "without bound")),
                rule.total()
                        .map(FixedWords::span)
                        .map(span -> Phrase.say(
                                "au plus %s avec les prolongations, sinon refus «\u00a0%s\u00a0»",
                                "at most %s with extensions, refused beyond as “%s”", span, rule.beyondAll()))
                        .orElse(Phrase.NOTHING));
    }

    private void publication(Rows rows, PublicationRule rule) {
        rows.row(
                rule.source(),
                rule.verified(),
                cell(new Phrase("Publication", "Publication")),
                cell(
                        rule.listed()
                                ? new Phrase("au catalogue et dans la liste", "in the catalogue and in the list")
                                : new Phrase("jamais publié", "never published"),
                        when(
                                rule.effectiveOnListing(),
                                "publié comme en vigueur à partir de la liste qui le contient, pas avant",
                                "shown as in force from the list that holds it, not before"),
                        rule.inProgress()
                                .map(shown -> Phrase.say(
                                        "une demande paraît «\u00a0en cours\u00a0» depuis «\u00a0%s\u00a0», si «\u00a0%s\u00a0»",
                                        "an application is shown as in progress from “%s” on, if “%s”",
                                        names.stage(shown.from()),
                                        names.fact(shown.agreed())))
                                .orElse(Phrase.NOTHING),
                        when(
                                rule.versionExpressions(),
                                "une expression bornée de versions est admise",
                                "a bounded expression of versions is allowed"),
                        line(
                                "dossier complet en",
                                "complete package in",
                                each(rule.packageLanguages(), FixedWords::language)),
                        line(
                                "Reconnaissance",
                                "Recognition",
                                each(rule.recognitions(), agreement -> Phrase.of(agreement.label())))));
        rule.singleVersion()
                .filter(Sourced::value)
                .ifPresent(single -> rows.row(
                        single.source(),
                        single.verified(),
                        cell(new Phrase("Version", "Version")),
                        cell(new Phrase(
                                "une seule version, désignée par son nom", "one version only, named by itself"))));
        fields(rows, "Le certificat dit", "The certificate says", rule.certificateFields(), rule);
        fields(rows, "Le rapport contient", "The report contains", rule.reportSections(), rule);
    }

    private static void fields(
            Rows rows, String fr, String en, List<PublicationRule.Field> fields, PublicationRule rule) {
        if (!fields.isEmpty()) {
            rows.row(rule.source(), rule.verified(), cell(new Phrase(fr, en)), each(fields, OutcomeTables::field));
        }
    }

    private static Phrase field(PublicationRule.Field field) {
        Phrase name = Phrase.of(field.label());
        return field.items().isEmpty()
                ? name
                : Phrase.say("%s\u00a0: %s", "%s: %s", name, Phrase.apart(each(field.items(), Phrase::of)));
    }

    /** A part of a number; the names are a closed set of {@link NumberSeries}. */
    private static Phrase part(String name) {
        return switch (name) {
            case "year" -> new Phrase("année", "year");
            case "month" -> new Phrase("mois", "month");
            case "initial-year" -> new Phrase("année du premier certificat", "year of the initial certificate");
            case "body" -> new Phrase("organisme de certification", "certification body");
            default -> Phrase.same(name);
        };
    }
}
