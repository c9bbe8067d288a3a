package org.sceau.registry.web.overseeing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sceau.registry.application.complaining.ComplaintSight;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.complaint.Outcome;
import org.sceau.registry.domain.complaint.Progress;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.web.casework.CaseEvent;
import org.sceau.registry.web.casework.CaseSheet;
import org.sceau.registry.web.desk.DeskFrame;

/** Complaints in the words of the reader's language. */
final class ComplaintWords {
    private final DeskFrame desk;

    ComplaintWords(DeskFrame desk) {
        this.desk = desk;
    }

    String kind(Filing.Kind kind) {
        return desk.texts().say("complaint.kind." + kind.code());
    }

    String state(Complaint.State state) {
        return desk.texts().say("complaint.state." + state.code());
    }

    static String tone(Complaint.State state) {
        return switch (state) {
            case RECEIVED, ADMISSIBLE, UNDER_INVESTIGATION -> "next";
            case INADMISSIBLE, CONCLUDED -> "past";
        };
    }

    String finding(Outcome.Finding finding) {
        return desk.texts().say("complaint.finding." + finding.code());
    }

    /** What the reader learns of how it came in, and where it goes. */
    List<CaseSheet.Fact> facts(ComplaintSight sight) {
        Filing filing = sight.complaint().filing();
        List<CaseSheet.Fact> facts = new ArrayList<>();
        facts.add(fact("complaint.received", desk.days().day(filing.received())));
        if (sight.discloses()) {
            facts.add(fact("complaint.by", filing.complainant().name()));
            filing.complainant().organisation().ifPresent(of -> facts.add(fact("complaint.for", of)));
            filing.complainant().contact().ifPresent(to -> facts.add(fact("complaint.contact", to)));
            if (filing.channel() == Filing.Channel.LETTER) {
                facts.add(fact(
                        "complaint.recorded",
                        sight.names() ? filing.by().name() : filing.by().organisation()));
            }
        }
        sight.route()
                .map(ComplaintRoute::to)
                .ifPresent(to -> facts.add(fact("complaint.goes", to.label().in(desk.locale()))));
        sight.route()
                .flatMap(ComplaintRoute::remedy)
                .ifPresent(remedy -> facts.add(fact("complaint.remedy", remedy.in(desk.locale()))));
        if (sight.names()) {
            facts.add(fact(
                    "complaint.handler",
                    sight.complaint()
                            .handler()
                            .map(handler -> handler.name())
                            .orElseGet(() -> desk.texts().say("complaint.handler.none"))));
        }
        return facts;
    }

    private CaseSheet.Fact fact(String key, String value) {
        return new CaseSheet.Fact(desk.texts().say(key), value);
    }

    /** What happened to it, as far as the reader reads it; newest first. */
    List<CaseEvent> events(ComplaintSight sight) {
        Complaint complaint = sight.complaint();
        Stream<CaseEvent> steps = complaint.progress().stream()
                .filter(sight::shows)
                .map(step -> event(
                        step.at(),
                        step.act() == Progress.Act.ADMITTED ? "tick" : "step",
                        step.act() == Progress.Act.ASSIGNED
                                ? desk.texts().say("complaint.event.assigned", step.text())
                                : desk.texts()
                                        .say("complaint.event." + step.act().code()),
                        sight.names()
                                ? desk.texts()
                                        .say("complaint.event.by", step.by().name())
                                : "",
                        step.act() == Progress.Act.ASSIGNED ? "" : step.text()));
        Stream<CaseEvent> end = complaint.outcome().stream()
                .map(outcome ->
                        event(outcome.at(), "past", finding(outcome.finding()), "", told(outcome, sight.discloses())));
        Stream<CaseEvent> filed =
                Stream.of(event(complaint.filing().at(), "up", desk.texts().say("complaint.event.filed"), "", ""));
        return Stream.of(end, steps, filed)
                .flatMap(all -> all)
                .sorted(Comparator.comparing(CaseEvent::at).reversed())
                .toList();
    }

    private String told(Outcome outcome, boolean whole) {
        List<String> parts = new ArrayList<>();
        if (whole) {
            parts.add(outcome.reasons());
        }
        outcome.measures().ifPresent(measures -> parts.add(desk.texts().say("complaint.measures") + "\n" + measures));
        parts.add(desk.texts().say("complaint.remedy") + "\n" + outcome.legalRemedy());
        return String.join("\n\n", parts);
    }

    private CaseEvent event(Instant at, String mark, String what, String by, String note) {
        return new CaseEvent(at, desk.moment(at), mark, by.isEmpty() ? what : what + ", " + by, note);
    }
}
