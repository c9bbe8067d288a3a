package org.sceau.registry.web.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.evaluating.ReadQueue;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.handling.Checks;
import org.sceau.registry.domain.dossier.handling.Engaging;
import org.sceau.registry.domain.dossier.handling.OpenActs;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Stage;

/** Makes the page of a dossier of what was read of it. */
final class CaseSheets {
    private final Read read;
    private final DossierSight sight;
    private final CaseWords words;
    private final CaseLists lists;

    /**
     * All that was read.
     *
     * @param proposals  those that the reader may see
     * @param candidates laboratories; absent where the reader assigns none
     * @param zone       in which instants are written
     */
    record Read(
            DossierSight sight,
            ReadQueue.Line line,
            ReadDossiers.OpenSteps steps,
            OpenActs acts,
            List<Checks.Check> checks,
            List<Proposal> proposals,
            Optional<ReadDossiers.Candidates> candidates,
            ZoneId zone) {}

    private CaseSheets(Read read, CaseWords words) {
        this.read = read;
        this.sight = read.sight();
        this.words = words;
        this.lists = new CaseLists(read, words);
    }

    static CaseSheet of(Read read, CaseWords words, NamedVisas visas) {
        return new CaseSheets(read, words).sheet(visas);
    }

    private CaseSheet sheet(NamedVisas visas) {
        Dossier dossier = sight.dossier();
        StageWay way = new StageWay(sight, words);
        List<CheckLine> checks = lists.checks();
        Stage stage = stage(sight);
        return new CaseSheet(
                dossier.id().toString(),
                dossier.version(),
                dossier.opening().number(),
                words.version(),
                words.in(dossier.opening().kind().label()),
                dossier.opening().about().map(Object::toString).orElse(""),
                dossier.application().subject().name(),
                dossier.parties().sponsor().name(),
                words.in(stage.label()),
                style(stage.phase()),
                ball(way),
                dossier.history().stage().reason().orElse(""),
                way.steps(),
                facts(),
                lists.moves(),
                lists.questions(),
                checks.stream().filter(check -> !check.style().equals("ok")).toList(),
                checks.stream().filter(check -> check.style().equals("ok")).toList(),
                lists.papers(),
                StaffSheet.of(read, words, visas),
                CaseEvents.of(sight, read.proposals(), words),
                new CaseFormChoices(read, words).forms());
    }

    static Stage stage(DossierSight sight) {
        return sight.scheme()
                .conduct()
                .flatMap(conduct -> conduct.procedure().stage(sight.dossier().stage()))
                .orElseThrow();
    }

    private static String style(Phase phase) {
        return switch (phase) {
            case GRANTED -> "ok";
            case REFUSED -> "stop";
            case CLOSED -> "past";
            default -> "next";
        };
    }

    /** Who holds the ball, in words; empty at the end. */
    static Optional<String> holder(DossierSight sight, CaseWords words) {
        return stage(sight).holder().map(role -> switch (role) {
            case SPONSOR -> sight.dossier().parties().sponsor().name();
            case EVALUATOR -> laboratories(sight).isEmpty() ? words.desk().role(role) : laboratories(sight);
            default -> words.desk().role(role);
        });
    }

    private static String laboratories(DossierSight sight) {
        return sight.laboratories().stream()
                .map(Laboratory::organisation)
                .map(Organisation::name)
                .collect(Collectors.joining(", "));
    }

    private List<BallCell> ball(StageWay way) {
        List<BallCell> cells = new ArrayList<>();
        LocalDate today = sight.day();
        List<String> expected = new Expectations(
                        read.line(),
                        read.proposals().stream()
                                .filter(proposal -> proposal.isOpenOn(today))
                                .findFirst(),
                        words)
                .all();
        boolean mine = !expected.isEmpty();
        cells.add(new BallCell(
                words.say("ball.who"),
                mine ? words.say("ball.you") : holder(sight, words).orElseGet(() -> words.say("ball.nobody")),
                mine ? "you" : ""));
        if (mine) {
            cells.add(new BallCell(
                    words.say("ball.expected"), expected.stream().limit(2).collect(Collectors.joining(" · ")), ""));
        }
        read.line()
                .due()
                .ifPresent(due -> cells.add(new BallCell(
                        words.say("ball.due"),
                        words.say("ball.due.text", words.day(due), words.distance(today, due)),
                        "")));
        way.next().ifPresent(next -> cells.add(new BallCell(words.say("ball.next"), words.in(next.label()), "")));
        handler().ifPresent(name -> cells.add(new BallCell(words.desk().role(Role.CERTIFIER), name, "")));
        if (!sight.laboratories().isEmpty()) {
            cells.add(new BallCell(words.say("ball.lab"), engaged(), ""));
        }
        return cells;
    }

    /** The assigned ones; of one that has neither accepted nor begun to work it is said while there is something to answer. */
    private String engaged() {
        boolean over = stage(sight).phase().compareTo(Phase.EVALUATION) > 0;
        return sight.laboratories().stream()
                .map(laboratory -> laboratory.organisation().name())
                .map(name -> !over
                                && Engaging.open(sight.dossier(), sight.laboratories(), name)
                                        .isPresent()
                        ? words.say("ball.lab.asked", name)
                        : name)
                .collect(Collectors.joining(", "));
    }

    /** Who handles it, where the reader learns names. */
    private Optional<String> handler() {
        return sight.reader().handler()
                ? sight.dossier().history().involved().stream()
                        .filter(one -> one.role() == Role.CERTIFIER)
                        .map(one -> one.name())
                        .reduce((former, later) -> later)
                : Optional.empty();
    }

    private List<CaseSheet.Fact> facts() {
        Application asked = sight.dossier().application();
        List<CaseSheet.Fact> facts = new ArrayList<>();
        facts.add(new CaseSheet.Fact(
                words.say("asked.subject"),
                words.in(asked.subject().kind().label()) + ", "
                        + asked.subject().name()));
        asked.subject()
                .versions()
                .ifPresent(versions -> facts.add(new CaseSheet.Fact(words.say("asked.versions"), versions)));
        sight.level().ifPresent(level -> facts.add(new CaseSheet.Fact(words.say("asked.level"), words.level(level))));
        if (!asked.scopes().isEmpty()) {
            facts.add(new CaseSheet.Fact(
                    words.say("asked.scopes"),
                    asked.scopes().stream().map(words::scope).collect(Collectors.joining(", "))));
        }
        asked.category()
                .flatMap(id -> sight.scheme().categories().stream()
                        .filter(category -> category.id().equals(id))
                        .findFirst())
                .ifPresent(category ->
                        facts.add(new CaseSheet.Fact(words.say("asked.category"), words.in(category.label()))));
        asked.facts()
                .forEach((id, value) -> facts.add(
                        new CaseSheet.Fact(words.fact(id), new FactWords(words, sight.scheme()).of(id, value))));
        if (!sight.dossier().parties().holder().equals(sight.dossier().parties().sponsor())) {
            facts.add(new CaseSheet.Fact(
                    words.say("asked.holder"),
                    sight.dossier().parties().holder().name()));
        }
        sight.dossier()
                .parties()
                .developer()
                .ifPresent(developer -> facts.add(new CaseSheet.Fact(words.say("asked.developer"), developer.name())));
        facts.add(new CaseSheet.Fact(words.say("asked.listed"), words.say(asked.listed() ? "yes" : "no")));
        return facts;
    }
}
