package org.sceau.registry.web.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Engagement;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** Everything that happened to a dossier in one timeline, newest first. */
final class CaseEvents {
    private final DossierSight sight;
    private final CaseWords words;
    private final List<CaseEvent> all = new ArrayList<>();

    private CaseEvents(DossierSight sight, CaseWords words) {
        this.sight = sight;
        this.words = words;
    }

    /** What was proposed and answered, newest first, as those see it who learn the names. */
    static List<CaseEvent> decisions(List<Proposal> proposals, CaseWords words) {
        return proposals.stream()
                .flatMap(proposal -> Stream.concat(
                        Stream.of(event(
                                proposal.proposedAt(),
                                "pen",
                                words.say("event.proposed", words.person(proposal.proposer()), kind(proposal, words)),
                                "",
                                words)),
                        proposal.answers().stream()
                                .map(answer -> event(
                                        answer.at(),
                                        answer.approves() ? "tick" : "care",
                                        words.say(
                                                answer.approves() ? "event.approved" : "event.rejected",
                                                words.person(answer.by()),
                                                kind(proposal, words)),
                                        answer.text(),
                                        words))))
                .sorted(Comparator.comparing(CaseEvent::at).reversed())
                .toList();
    }

    private static String kind(Proposal proposal, CaseWords words) {
        return words.in(proposal.content().kind().label());
    }

    private static CaseEvent event(Instant at, String mark, String what, String note, CaseWords words) {
        return new CaseEvent(at, words.moment(at), mark, what, note);
    }

    /** @param proposals those about the dossier that the reader may see */
    static List<CaseEvent> of(DossierSight sight, List<Proposal> proposals, CaseWords words) {
        CaseEvents events = new CaseEvents(sight, words);
        History history = sight.dossier().history();
        for (int i = 0; i < history.stages().size(); i++) {
            events.stage(
                    history.stages().get(i),
                    i == 0 ? Optional.empty() : Optional.of(history.stages().get(i - 1)));
        }
        history.documents().forEach(events::deposit);
        history.conclusions().forEach(events::conclusion);
        history.approvals().forEach(events::approval);
        history.questions().forEach(events::question);
        history.engagements().forEach(events::engagement);
        proposals.forEach(events::proposal);
        return events.all.stream()
                .sorted(Comparator.comparing(CaseEvent::at).reversed())
                .toList();
    }

    private void stage(StageEntry entry, Optional<StageEntry> before) {
        String who = entry.by().map(by -> words.person(by, sight)).orElseGet(() -> words.say("event.house"));
        Procedure procedure = sight.scheme().conduct().orElseThrow().procedure();
        String step = before.flatMap(from -> procedure.move(
                        entry.step(), from.stage(), sight.dossier().opening().kind()))
                .map(Move::label)
                .map(words::in)
                .orElseGet(() -> words.say(before.isEmpty() ? "event.opened" : "event.moved"));
        String when = words.desk().dayOf(entry.at()).equals(entry.day())
                ? words.moment(entry.at())
                : words.say("event.dated", words.day(entry.day()), words.moment(entry.at()));
        all.add(new CaseEvent(
                entry.at(),
                when,
                "step",
                words.say("event.stage", who, step, words.stage(entry.stage())),
                entry.reason().orElse("")));
    }

    private void deposit(Deposit deposit) {
        add(
                deposit.at(),
                "up",
                words.say("event.deposit", words.person(deposit.by(), sight), words.document(deposit.type())),
                "");
    }

    private void conclusion(Conclusion conclusion) {
        add(
                conclusion.at(),
                conclusion.favourable() ? "tick" : "care",
                words.say(
                        conclusion.favourable() ? "event.favourable" : "event.unfavourable",
                        words.person(conclusion.by(), sight),
                        words.conclusion(conclusion.type())),
                conclusion.text());
    }

    private void approval(Approval approval) {
        String what = words.approval(approval.type());
        add(
                approval.askedAt(),
                "pen",
                words.say("event.approval.asked", words.person(approval.askedBy(), sight), what),
                approval.justification());
        approval.answer()
                .ifPresent(answer -> add(
                        answer.at(),
                        answer.given() ? "tick" : "care",
                        words.say(
                                answer.given() ? "event.approval.given" : "event.approval.denied",
                                words.person(answer.approvedBy().orElse(answer.by()), sight),
                                what),
                        answer.text()));
        approval.withdrawn()
                .ifPresent(end -> add(
                        end.at(), "past", words.say("event.approval.back", words.person(end.by(), sight), what), ""));
    }

    private void question(Question question) {
        int number = question.number();
        for (int i = 0; i < question.rounds().size(); i++) {
            Question.Round round = question.rounds().get(i);
            String name = number + "." + (i + 1);
            add(round.at(), "ask", words.say("event.asked", words.person(round.by(), sight), name), "");
            round.reply()
                    .ifPresent(reply -> add(
                            reply.at(),
                            "answer",
                            words.say("event.answered", words.person(reply.by(), sight), name),
                            ""));
        }
        question.settledAt().ifPresent(at -> add(at, "tick", words.say("event.settled", Integer.toString(number)), ""));
    }

    private void engagement(Engagement said) {
        add(
                said.at(),
                said.accepted() ? "tick" : "care",
                words.say(
                        said.accepted() ? "event.engaged" : "event.declined",
                        words.person(said.by(), sight),
                        said.by().organisation()),
                said.reason().orElse(""));
    }

    private void proposal(Proposal proposal) {
        String kind = words.in(proposal.content().kind().label());
        add(
                proposal.proposedAt(),
                "pen",
                words.say("event.proposed", words.person(proposal.proposer(), sight), kind),
                "");
        proposal.answers()
                .forEach(answer -> add(
                        answer.at(),
                        answer.approves() ? "tick" : "care",
                        words.say(
                                answer.approves() ? "event.approved" : "event.rejected",
                                words.person(answer.by(), sight),
                                kind),
                        answer.text()));
    }

    private void add(Instant at, String mark, String what, String note) {
        all.add(new CaseEvent(at, words.moment(at), mark, what, note));
    }
}
