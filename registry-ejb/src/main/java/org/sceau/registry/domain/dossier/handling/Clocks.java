package org.sceau.registry.domain.dossier.handling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** The clocks of a dossier, read from its stages. Nothing is stored: an answer for a day is the same whenever it is asked. */
public final class Clocks {
    private Clocks() {}

    /**
     * A clock that runs.
     *
     * @param startedOn legal day of the stage whose entry started it
     * @param lastDay   last day in time
     * @param overdue   whether that day is past
     */
    public record Running(Deadline deadline, LocalDate startedOn, LocalDate lastDay, boolean overdue) {}

    /** The clocks that run on a day, the earliest last day first. */
    public static List<Running> running(Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        List<Running> running = new ArrayList<>();
        List<StageEntry> stages = dossier.history().stages().stream()
                .filter(entry -> !entry.day().isAfter(day))
                .toList();
        for (Deadline deadline : procedure.deadlines()) {
            Optional<LocalDate> started = Optional.empty();
            for (StageEntry entry : stages) {
                if (entry.stage().equals(deadline.starts())) {
                    started = Optional.of(entry.day());
                } else if (deadline.stops().contains(entry.stage())) {
                    started = Optional.empty();
                }
            }
            started.ifPresent(event -> {
                LocalDate last = deadline.term().lastDay(event, calendar);
                running.add(new Running(deadline, event, last, day.isAfter(last)));
            });
        }
        running.sort(Comparator.comparing(Running::lastDay));
        return List.copyOf(running);
    }

    /** When silence became a rejection: the day after the last day of a clock that says so; empty while there is time. */
    public static Optional<LocalDate> rejectedBySilence(
            Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        return running(dossier, procedure, calendar, day).stream()
                .filter(clock -> clock.overdue() && clock.deadline().missed() == Deadline.Missed.REJECTS)
                .map(clock -> clock.lastDay().plusDays(1))
                .findFirst();
    }

    /** Days spent at each stage up to a day, in the order of first entry. */
    public static Map<String, Long> daysAtStages(Dossier dossier, LocalDate day) {
        Map<String, Long> days = new LinkedHashMap<>();
        List<StageEntry> stages = dossier.history().stages();
        for (int i = 0; i < stages.size(); i++) {
            LocalDate left = i + 1 < stages.size() ? stages.get(i + 1).day() : day;
            long spent = Math.max(0, ChronoUnit.DAYS.between(stages.get(i).day(), left));
            days.merge(stages.get(i).stage(), spent, Long::sum);
        }
        return days;
    }
}
