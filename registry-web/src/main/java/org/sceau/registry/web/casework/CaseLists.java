package org.sceau.registry.web.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.dossier.handling.Checks;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;

/** The lists of a dossier's page: moves, checks, questions, documents. */
final class CaseLists {
    private final CaseSheets.Read read;
    private final DossierSight sight;
    private final CaseWords words;
    private final Procedure procedure;

    CaseLists(CaseSheets.Read read, CaseWords words) {
        this.read = read;
        this.sight = read.sight();
        this.words = words;
        this.procedure = sight.scheme().conduct().orElseThrow().procedure();
    }

    /** What leads on first, what ends the dossier last. */
    List<MoveLine> moves() {
        return read.steps().steps().stream()
                .map(this::move)
                .sorted(Comparator.comparing(MoveLine::grave).thenComparing(MoveLine::asksWhy))
                .toList();
    }

    private MoveLine move(ReadDossiers.OpenStep step) {
        Move move = step.move();
        // A decision is proposed on a page of its own: that it is needed is no obstacle here.
        Optional<Refusal> refusal = step.refusal()
                .filter(why -> move.decides().isEmpty() || !why.code().equals("decision-needed"));
        return new MoveLine(
                move.step(),
                words.in(move.label()),
                words.stage(move.to()),
                move.asksReason(),
                procedure
                        .stage(move.to())
                        .map(Stage::phase)
                        .filter(phase -> phase == Phase.CLOSED || phase == Phase.REFUSED)
                        .isPresent(),
                move.decides().map(kind -> kind.code()).orElse(""),
                refusal.map(words::obstacle).orElse(null),
                move.source(),
                move.verified());
    }

    List<CheckLine> checks() {
        return read.checks().stream().map(this::check).toList();
    }

    private CheckLine check(Checks.Check check) {
        String style = switch (check.state()) {
            case BROKEN -> "stop";
            case AWAITED -> "next";
            case HOLDS -> "ok";
        };
        return new CheckLine(
                style,
                text(check),
                words.say("check." + style),
                check.source(),
                check.verified(),
                check.refusal().map(words::obstacle).orElse(null));
    }

    private String text(Checks.Check check) {
        return switch (check.about()) {
            case LABORATORY -> words.say("check.laboratory", laboratory(check.id()));
            case DOCUMENT -> words.document(check.id());
            case CONCLUSION -> words.conclusion(check.id());
            case RULE -> words.rule(check.id());
        };
    }

    private String laboratory(String id) {
        return sight.laboratories().stream()
                .filter(known -> known.id().toString().equals(id))
                .map(Laboratory::organisation)
                .map(organisation -> organisation.name())
                .findFirst()
                .orElse(id);
    }

    /** Those that await something first, the newest of them first. */
    List<QuestionLine> questions() {
        return sight.dossier().history().questions().stream()
                .sorted(Comparator.comparing((Question question) -> question.settled())
                        .thenComparing(Question::number, Comparator.reverseOrder()))
                .map(this::question)
                .toList();
    }

    private QuestionLine question(Question question) {
        List<QuestionLine.RoundLine> rounds = new ArrayList<>();
        for (int i = 0; i < question.rounds().size(); i++) {
            rounds.add(
                    round(question.number() + "." + (i + 1), question.rounds().get(i)));
        }
        return new QuestionLine(
                question.number(),
                about(question, words),
                words.desk().role(question.to()),
                question.settled(),
                read.acts().answers().contains(question.number()),
                read.acts().settles().contains(question.number()),
                question.isOpen()
                        ? words.say(
                                "question.until",
                                words.shortDay(question.lastRound().due()))
                        : "",
                question.isOpen()
                        ? CaseWords.urgency(sight.day(), question.lastRound().due())
                        : "",
                rounds);
    }

    /** The document and section a question is about; empty where it is about the application. */
    static String about(Question question, CaseWords words) {
        return question.document()
                .map(type -> Stream.concat(Stream.of(words.document(type)), question.section().stream())
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private QuestionLine.RoundLine round(String name, Question.Round round) {
        return new QuestionLine.RoundLine(
                name,
                words.say("question.who", words.person(round.by(), sight), words.moment(round.at())),
                round.text(),
                round.reply()
                        .map(reply ->
                                words.say("question.reply", words.person(reply.by(), sight), words.moment(reply.at())))
                        .orElse(""),
                round.reply().map(Question.Reply::text).orElse(""));
    }

    /** Newest first; a former edition of the same type and language is told as one. */
    List<PaperLine> papers() {
        List<Deposit> deposits = new ArrayList<>(sight.dossier().history().documents());
        java.util.Collections.reverse(deposits);
        Set<String> seen = new HashSet<>();
        Set<UUID> newest = deposits.stream()
                .filter(deposit -> seen.add(deposit.type() + " " + deposit.language()))
                .map(Deposit::id)
                .collect(Collectors.toSet());
        return deposits.stream()
                .map(deposit -> paper(deposit, !newest.contains(deposit.id())))
                .toList();
    }

    private PaperLine paper(Deposit deposit, boolean former) {
        Optional<DocumentType> type = procedure.document(deposit.type());
        boolean opens = type.filter(known -> sight.opens(known, deposit.by())).isPresent();
        DocumentType.DocumentClass kind =
                type.map(DocumentType::documentClass).orElse(DocumentType.DocumentClass.CONFIDENTIAL);
        String facts = Stream.of(
                        deposit.edition().filter(any -> opens).orElse(""),
                        opens ? deposit.language().toUpperCase(java.util.Locale.ROOT) : "",
                        opens ? size(deposit.size()) : "",
                        words.shortDay(words.desk().dayOf(deposit.at())),
                        words.person(deposit.by(), sight))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return new PaperLine(
                words.document(deposit.type()),
                opens ? deposit.title() : "",
                facts,
                opens ? deposit.sha256() : "",
                kind.compareTo(DocumentType.DocumentClass.CONFIDENTIAL) >= 0,
                words.in(kind.label()),
                former);
    }

    private String size(long bytes) {
        return bytes < 1_000_000
                ? words.say("size.kb", Math.max(1, bytes / 1_000))
                : words.say("size.mb", bytes / 1_000_000.0);
    }
}
