package org.sceau.registry.application.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.scheme.SchemeId;

/** The days that dossiers spent at the stages they have left, as it was known at the end of a legal day. */
final class StageDelays {
    private final LocalDate through;
    private final LegalCalendar calendar;
    private final Map<SchemeId, Map<String, Durations>> delays = new HashMap<>();

    StageDelays(LocalDate through, LegalCalendar calendar) {
        this.through = through;
        this.calendar = calendar;
    }

    void add(Dossier dossier) {
        // What was put on record later under an earlier day would move figures that were told already.
        List<StageEntry> entered = dossier.history().stages().stream()
                .filter(entry -> !entry.day().isAfter(through)
                        && !calendar.dayOf(entry.at()).isAfter(through))
                .toList();
        Map<String, Integer> spent = new HashMap<>();
        for (int i = 1; i < entered.size(); i++) {
            StageEntry left = entered.get(i - 1);
            long days = ChronoUnit.DAYS.between(left.day(), entered.get(i).day());
            spent.merge(left.stage(), (int) Math.max(0, days), Integer::sum);
        }
        if (!entered.isEmpty()) {
            // Where it stands its time runs on, whether it was there before or not.
            spent.remove(entered.get(entered.size() - 1).stage());
        }
        Map<String, Durations> ofScheme =
                delays.computeIfAbsent(dossier.opening().scheme().scheme(), scheme -> new HashMap<>());
        spent.forEach((stage, days) ->
                ofScheme.computeIfAbsent(stage, key -> new Durations()).add(days));
    }

    /** What may be told of a stage; empty where that is nothing. */
    Optional<DossierFigures.OfStage> told(SchemeId scheme, String stage) {
        return Optional.ofNullable(delays.getOrDefault(scheme, Map.of()).get(stage))
                .filter(durations -> SmallCounts.isTold(durations.count()))
                .map(durations -> new DossierFigures.OfStage(
                        scheme,
                        stage,
                        SmallCounts.atLeast(durations.count()),
                        durations.median().orElseThrow(),
                        durations.ninetieth()));
    }
}
