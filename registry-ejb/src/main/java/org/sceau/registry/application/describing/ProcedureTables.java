package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;
import static org.sceau.registry.application.describing.Rows.each;
import static org.sceau.registry.application.describing.Rows.line;
import static org.sceau.registry.application.describing.Rows.when;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.LevelRule;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** How a dossier goes: what it holds, its stages and moves, conclusions, approvals, rules and clocks. */
record ProcedureTables(Conduct conduct, Names names, ConditionWords conditions) {

    Optional<SchemeTable> stages() {
        Rows rows = new Rows(
                "stages",
                new Phrase("Étapes", "Stages"),
                "Étape",
                "Stage",
                "Phase",
                "Phase",
                "Qui doit agir",
                "Who holds the ball");
        for (Stage stage : procedure().stages()) {
            rows.row(
                    stage.source(),
                    stage.verified(),
                    cell(Phrase.of(stage.label())),
                    cell(Phrase.of(stage.phase().label())),
                    cell(stage.holder()
                            .map(FixedWords::role)
                            .orElse(new Phrase("personne\u00a0: fin", "nobody: end"))));
        }
        return rows.table();
    }

    Optional<SchemeTable> moves() {
        Rows rows = new Rows(
                "moves",
                new Phrase("Mouvements", "Moves"),
                "Mouvement",
                "Move",
                "De, vers",
                "From, to",
                "Par",
                "By",
                "Demande",
                "Needs");
        for (Move move : procedure().moves()) {
            rows.row(
                    move.source(),
                    move.verified(),
                    cell(Phrase.say("%s. %s", "%s. %s", rows.size() + 1, Phrase.of(move.label())), kinds(move.kinds())),
                    cell(Phrase.apart(stages(move.from())), Phrase.say("→ %s", "→ %s", names.stage(move.to()))),
                    cell(FixedWords.roles(move.by())),
                    needs(move));
        }
        return rows.table();
    }

    private List<Phrase> needs(Move move) {
        return cell(
                line("Documents", "Documents", each(move.documents(), names::document)),
                line("Conclusions favorables", "Favourable conclusions", each(move.conclusions(), names::conclusion)),
                line("Contrôles", "Checks", each(move.guards(), this::demand)),
                line("Règles", "Rules", each(move.rules(), Phrase::same)),
                move.decides()
                        .map(kind -> Phrase.say(
                                "Exécute la décision\u00a0: %s",
                                "Carries out the decision: %s", Phrase.of(kind.label())))
                        .orElse(Phrase.NOTHING),
                when(move.asksReason(), "Un motif", "A reason"));
    }

    private Phrase demand(Move.Demanded demanded) {
        Phrase guard = Phrase.of(demanded.guard().label());
        return demanded.when()
                .map(when -> Phrase.say("%s (quand %s)", "%s (when %s)", guard, conditions.of(when)))
                .orElse(guard);
    }

    /** The stages in the order of the procedure. */
    private List<Phrase> stages(Collection<String> ids) {
        return procedure().stages().stream()
                .filter(stage -> ids.contains(stage.id()))
                .map(stage -> Phrase.of(stage.label()))
                .toList();
    }

    private Phrase kinds(Set<DossierKind> kinds) {
        return kinds.equals(procedure().kinds())
                ? new Phrase("tous les dossiers", "all dossiers")
                : Phrase.joined(each(kinds, kind -> Phrase.of(kind.label())), ", ");
    }

    Optional<SchemeTable> levelRules() {
        Rows rows = new Rows(
                "level-from",
                new Phrase("Niveau qui en découle", "Level that follows"),
                "Niveau",
                "Level",
                "Quand",
                "When");
        for (LevelRule rule : conduct.levelRules()) {
            rows.row(rule.source(), rule.verified(), cell(names.level(rule.level())), conditions.lines(rule.when()));
        }
        return rows.table();
    }

    Optional<SchemeTable> documents() {
        Rows rows = new Rows(
                "documents",
                new Phrase("Documents du dossier", "Documents of the dossier"),
                "Document",
                "Document",
                "Classe",
                "Class",
                "Déposé par",
                "Deposited by",
                "Exigé",
                "Needed");
        for (DocumentType type : procedure().documents()) {
            rows.row(
                    type.source(),
                    type.verified(),
                    cell(Phrase.of(type.label())),
                    cell(
                            Phrase.of(type.documentClass().label()),
                            type.publishedAs()
                                    .map(kind -> Phrase.say(
                                            "publié comme «\u00a0%s\u00a0»",
                                            "published as “%s”", Phrase.of(kind.label())))
                                    .orElse(Phrase.NOTHING)),
                    cell(FixedWords.roles(type.by())),
                    cell(
                            type.neededFrom()
                                    .map(stage ->
                                            Phrase.say("dès «\u00a0%s\u00a0»", "from “%s” on", names.stage(stage)))
                                    .orElse(
                                            isAsked(type.id())
                                                    ? new Phrase(
                                                            "quand un mouvement le demande", "when a move asks for it")
                                                    : new Phrase("jamais exigé", "never demanded")),
                            type.neededWhen()
                                    .map(when -> Phrase.say("quand %s", "when %s", conditions.of(when)))
                                    .orElse(Phrase.NOTHING),
                            line("en", "in", each(type.languages(), FixedWords::language))));
        }
        return rows.table();
    }

    private boolean isAsked(String document) {
        return procedure().moves().stream().anyMatch(move -> move.documents().contains(document))
                || conduct.followUps().stream()
                        .anyMatch(row -> row.document().filter(document::equals).isPresent());
    }

    Optional<SchemeTable> conclusions() {
        Rows rows = new Rows(
                "conclusions",
                new Phrase("Conclusions", "Conclusions"),
                "Conclusion",
                "Conclusion",
                "Par",
                "By",
                "À l'étape",
                "At the stage");
        procedure()
                .conclusions()
                .forEach(type -> rows.row(
                        type.source(),
                        type.verified(),
                        cell(
                                Phrase.of(type.label()),
                                line("sur", "about", each(type.about(), names::document)),
                                line("favorable seulement si", "favourable only if", each(type.needs(), this::demand))),
                        cell(FixedWords.roles(type.by())),
                        stages(type.at())));
        return rows.table();
    }

    Optional<SchemeTable> approvals() {
        Rows rows = new Rows(
                "approvals",
                new Phrase("Approbations", "Approvals"),
                "Approbation",
                "Approval",
                "Demandée par",
                "Asked for by",
                "Donnée par",
                "Given by");
        procedure()
                .approvals()
                .forEach(type -> rows.row(
                        type.source(),
                        type.verified(),
                        cell(
                                Phrase.of(type.label()),
                                when(
                                        type.notifies(),
                                        "le groupe européen de certification en est informé",
                                        "the European certification group is told")),
                        cell(
                                FixedWords.roles(type.askedBy()),
                                line("avec", "with", each(type.documents(), names::document))),
                        cell(
                                FixedWords.roles(type.by()),
                                when(
                                        !type.onePerson(),
                                        "une personne propose la réponse, une autre l'approuve",
                                        "one person proposes the answer, another approves it"))));
        return rows.table();
    }

    Optional<SchemeTable> rules() {
        Rows rows = new Rows(
                "rules", new Phrase("Règles", "Rules"), "Règle", "Rule", "Quand", "When", "Il faut", "Must hold");
        for (Rule rule : procedure().rules()) {
            rows.row(
                    rule.source(),
                    rule.verified(),
                    cell(Phrase.of(rule.text()), Phrase.same(rule.code())),
                    rule.when().map(conditions::lines).orElse(cell(new Phrase("toujours", "always"))),
                    conditions.lines(rule.requires()));
        }
        return rows.table();
    }

    Optional<SchemeTable> deadlines() {
        Rows rows = new Rows(
                "deadlines",
                new Phrase("Délais", "Deadlines"),
                "Délai",
                "Deadline",
                "Court",
                "Runs",
                "Durée",
                "Length",
                "S'il est dépassé",
                "If missed");
        for (Deadline deadline : procedure().deadlines()) {
            rows.row(
                    deadline.source(),
                    deadline.verified(),
                    cell(Phrase.of(deadline.label())),
                    cell(
                            counted(deadline),
                            Phrase.say("jusqu'à %s", "until %s", Phrase.apart(stages(deadline.stops())))),
                    cell(
                            FixedWords.span(deadline.term().length()),
                            FixedWords.counting(deadline.term().counting())),
                    cell(Phrase.of(deadline.missed().label())));
        }
        return rows.table();
    }

    private Phrase counted(Deadline deadline) {
        Deadline.Start start = deadline.start();
        if (deadline.term().isByTheHour()) {
            return Phrase.say(
                    "depuis l'instant déclaré «\u00a0%s\u00a0»",
                    "from the instant declared as “%s”", names.fact(start.id()));
        }
        return switch (start.from()) {
            case STAGE -> Phrase.say("depuis «\u00a0%s\u00a0»", "from “%s”", names.stage(start.id()));
            case AFTER_FACT ->
                Phrase.say(
                        "depuis le jour déclaré «\u00a0%s\u00a0»",
                        "from the day declared as “%s”", names.fact(start.id()));
            case BEFORE_FACT ->
                Phrase.say(
                        "avant le jour déclaré «\u00a0%s\u00a0»",
                        "before the day declared as “%s”", names.fact(start.id()));
        };
    }

    private Procedure procedure() {
        return conduct.procedure();
    }
}
