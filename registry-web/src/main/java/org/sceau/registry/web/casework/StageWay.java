package org.sceau.registry.web.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;

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
        List<Stage> ahead = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Stage> at = procedure.stage(dossier.stage());
        while (at.isPresent() && seen.add(at.get().id())) {
            at = following(at.get(), dossier);
            at.filter(stage -> !seen.contains(stage.id())).ifPresent(ahead::add);
        }
        return ahead;
    }

    /** The nearest stage that a row leads on to; an end only where nothing else is left, and then the good one. */
    private Optional<Stage> following(Stage from, Dossier dossier) {
        List<Stage> order = procedure.stages();
        List<Stage> reached = procedure.movesFrom(from.id(), dossier.opening().kind()).stream()
                // What asks for a reason is no way on, but to be completed or ended.
                .filter(move -> !move.asksReason())
                .map(Move::to)
                .flatMap(id -> procedure.stage(id).stream())
                .filter(stage -> order.indexOf(stage) > order.indexOf(from))
                .distinct()
                .toList();
        return reached.stream()
                .filter(stage -> !stage.phase().isEnd())
                .min(java.util.Comparator.comparingInt(order::indexOf))
                .or(() -> reached.stream()
                        .filter(stage -> stage.phase() == Phase.GRANTED)
                        .findFirst());
    }
}
