package org.sceau.registry.web.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** The way of a dossier: the stages it came through, where it is, and those ahead if all goes well. */
final class StageWay {
    private final DossierSight sight;
    private final Procedure procedure;
    private final CaseWords words;

    StageWay(DossierSight sight, CaseWords words) {
        this.sight = sight;
        this.procedure = sight.scheme().conduct().orElseThrow().procedure();
        this.words = words;
    }

    List<StageStep> steps() {
        Dossier dossier = sight.dossier();
        Map<String, LocalDate> entered = new LinkedHashMap<>();
        for (StageEntry entry : dossier.history().stages()) {
            // A stage that was left and entered again stands where it was entered last.
            entered.remove(entry.stage());
            entered.put(entry.stage(), entry.day());
        }
        List<StageStep> steps = new ArrayList<>();
        entered.forEach((stage, day) -> {
            boolean here = stage.equals(dossier.stage());
            String when = here ? dueOrSince(day) : words.shortDay(day);
            steps.add(new StageStep(words.stage(stage), here ? "here" : "done", when));
        });
        ahead(dossier).forEach(stage -> steps.add(new StageStep(words.in(stage.label()), "", "")));
        return List.copyOf(steps);
    }

    /** What follows the present stage if all goes well; empty at the end. */
    Optional<Stage> next() {
        return ahead(sight.dossier()).stream().findFirst();
    }

    private String dueOrSince(LocalDate since) {
        return sight.clocks().stream()
                .findFirst()
                .map(clock -> words.say("stage.until", words.shortDay(clock.lastDay())))
                .orElseGet(() -> words.say("stage.since", words.shortDay(since)));
    }

    private List<Stage> ahead(Dossier dossier) {
        DossierKind kind = dossier.opening().kind();
        return procedure
                .stage(dossier.stage())
                .map(at -> toGrant(at, kind, Set.of()).orElseGet(() -> asFarAsItGoes(at, kind)))
                .orElse(List.of());
    }

    /** The first way to a grant that passes no stage twice: a detour that only leads back is none. */
    private Optional<List<Stage>> toGrant(Stage from, DossierKind kind, Set<String> passed) {
        if (from.phase() == Phase.GRANTED) {
            return Optional.of(List.of());
        }
        Set<String> seen = new HashSet<>(passed);
        seen.add(from.id());
        return Stream.concat(following(from, kind, false), following(from, kind, true))
                .filter(next -> !seen.contains(next.id()))
                .flatMap(next -> toGrant(next, kind, seen).stream()
                        .map(rest ->
                                Stream.concat(Stream.of(next), rest.stream()).toList()))
                .findFirst();
    }

    /** What is no application ends without a grant, and only people know how. */
    private List<Stage> asFarAsItGoes(Stage from, DossierKind kind) {
        List<Stage> ahead = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(from.id()));
        Optional<Stage> at = Optional.of(from);
        while (at.isPresent()) {
            at = following(at.get(), kind, false)
                    .filter(next -> seen.add(next.id()))
                    .findFirst();
            at.ifPresent(ahead::add);
        }
        return ahead;
    }

    /**
     * The stages that a row leads to, the likeliest first: the nearest one further on, then the good end, then those further back, as what was
     * completed is looked at again. No other end is a way on.
     *
     * @param reasoned whether by the rows that ask for a reason: those mostly send back, or open what nobody applied for
     */
    private Stream<Stage> following(Stage from, DossierKind kind, boolean reasoned) {
        List<Stage> order = procedure.stages();
        int here = order.indexOf(from);
        return procedure.movesFrom(from.id(), kind).stream()
                .filter(move -> move.asksReason() == reasoned)
                .map(Move::to)
                .flatMap(id -> procedure.stage(id).stream())
                .filter(stage -> !stage.phase().isEnd() || stage.phase() == Phase.GRANTED)
                .filter(stage -> !reasoned || order.indexOf(stage) > here)
                .sorted(Comparator.comparing((Stage stage) -> order.indexOf(stage) < here)
                        .thenComparing(stage -> stage.phase() == Phase.GRANTED)
                        .thenComparing(stage -> Math.abs(order.indexOf(stage) - here)));
    }
}
