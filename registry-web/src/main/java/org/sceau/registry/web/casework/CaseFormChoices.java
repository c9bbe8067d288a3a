package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.handling.OpenActs;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.web.casework.CaseSheet.ApprovalLine;
import org.sceau.registry.web.casework.CaseSheet.CaseForms;

/** What the forms of a dossier's page let choose, and which forms there are. */
final class CaseFormChoices {
    private static final int USUAL_DAYS_FOR_AN_ANSWER = 14;

    private final CaseSheets.Read read;
    private final DossierSight sight;
    private final OpenActs acts;
    private final CaseWords words;

    CaseFormChoices(CaseSheets.Read read, CaseWords words) {
        this.read = read;
        this.sight = read.sight();
        this.acts = read.acts();
        this.words = words;
    }

    CaseForms forms() {
        return new CaseForms(
                acts.asks().stream()
                        .map(role -> Choice.of(role.code(), words.desk().role(role)))
                        .toList(),
                acts.deposits().stream()
                        .map(type -> new Choice(
                                type.id(),
                                words.in(type.label()),
                                words.in(type.documentClass().label()),
                                false,
                                true))
                        .toList(),
                sections(),
                acts.conclusions().stream()
                        .map(type -> Choice.of(type.id(), words.in(type.label())))
                        .toList(),
                laboratories(),
                acts.assigns(),
                acts.engages(),
                sight.scheme().conduct().orElseThrow().procedure().approvals().stream()
                        .flatMap(type -> approval(type).stream())
                        .toList(),
                acts.requests().stream()
                        .map(type -> new Choice(
                                type.id(),
                                words.in(type.label()),
                                sight.scheme()
                                                .validity()
                                                .longerWith()
                                                .filter(type.id()::equals)
                                                .isPresent()
                                        ? "until"
                                        : "",
                                false,
                                true))
                        .toList(),
                acts.changes(),
                new FactFields(words, read.zone())
                        .fields(acts.states(), sight.dossier().application().facts()),
                Map.of(
                        "today", sight.day().toString(),
                        "answer", sight.day().plusDays(USUAL_DAYS_FOR_AN_ANSWER).toString()));
    }

    private List<Choice> sections() {
        boolean reports = acts.deposits().stream()
                .flatMap(type -> type.publishedAs().stream())
                .anyMatch(DocumentKind.CERTIFICATION_REPORT::equals);
        return reports
                ? sight.scheme().conduct().orElseThrow().publication().reportSections().stream()
                        .map(section -> new Choice(
                                section.id(),
                                words.in(section.label()),
                                section.ifAny() ? words.say("papers.sections.if-any") : "",
                                false,
                                true))
                        .toList()
                : List.of();
    }

    private List<Choice> laboratories() {
        return read.candidates().stream()
                .flatMap(all -> all.laboratories().stream())
                .map(one -> new Choice(
                        one.laboratory().id().toString(),
                        one.laboratory().organisation().name(),
                        one.refusal()
                                .map(words::obstacle)
                                .map(why -> why.title()
                                        + why.details().stream()
                                                .map(detail -> ", " + detail)
                                                .collect(Collectors.joining()))
                                .orElse(""),
                        sight.dossier().laboratories().contains(one.laboratory().id()),
                        one.refusal().isEmpty()))
                .toList();
    }

    private Optional<ApprovalLine> approval(ApprovalType type) {
        return sight.dossier().history().approval(type.id()).map(asked -> line(type, asked));
    }

    private ApprovalLine line(ApprovalType type, Approval asked) {
        // What one person proposes is no answer yet: whoever does not learn who proposed it does not learn of it.
        Optional<Approval.Proposed> proposed = asked.openOn(sight.day()).filter(open -> sight.names(open.by()));
        String state = asked.withdrawn().isPresent()
                ? "back"
                : asked.answer()
                        .map(answer -> answer.given() ? "given" : "denied")
                        .orElseGet(() -> proposed.isPresent() ? "proposed" : "asked");
        return new ApprovalLine(
                type.id(),
                words.in(type.label()),
                asked.justification(),
                asked.until().map(words::day).orElse(""),
                words.say("approval." + state),
                switch (state) {
                    case "given" -> "ok";
                    case "denied" -> "stop";
                    case "back" -> "past";
                    default -> "next";
                },
                proposed.map(answer -> words.say(
                                answer.given() ? "approval.proposed.yes" : "approval.proposed.no",
                                words.person(answer.by(), sight),
                                answer.text()))
                        .orElse(""),
                proposed.map(Approval.Proposed::digest).orElse(""),
                contains(acts.replies(), type),
                contains(acts.seconds(), type),
                contains(acts.takesBack(), type));
    }

    private static boolean contains(List<ApprovalType> types, ApprovalType type) {
        return types.stream().anyMatch(one -> one.id().equals(type.id()));
    }
}
