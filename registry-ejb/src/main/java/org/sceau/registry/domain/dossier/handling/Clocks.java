package org.sceau.registry.domain.dossier.handling;

import java.time.Instant;
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
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;

/**
 * The clocks of a dossier, read from its stages. Nothing is stored: an answer for a day is the same whenever it is asked. The end of a
 * dossier stops every clock, named there or not: nobody's act is awaited any more.
 */
public final class Clocks {
    private Clocks() {}

    /**
     * A clock that runs.
     *
     * @param startedOn legal day that it is counted from
     * @param lastDay   last day in time
     * @param due       last instant in time, where hours are counted; else absent
     * @param overdue   whether that day is past
     */
    public record Running(
            Deadline deadline, LocalDate startedOn, LocalDate lastDay, Optional<Instant> due, boolean overdue) {

        /** The same seen at an instant: one that counts hours may be overdue before its last day is. */
        public Running at(Instant instant) {
            return new Running(
                    deadline,
                    startedOn,
                    lastDay,
                    due,
                    overdue || due.filter(instant::isAfter).isPresent());
        }
    }

    /** The clocks that run on a day, the earliest last day first. */
    public static List<Running> running(Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        return procedure.deadlines().stream()
                .map(deadline -> course(deadline, dossier, procedure, calendar, day))
                .flatMap(course -> course.running().stream())
                .sorted(Comparator.comparing(Running::lastDay))
                .toList();
    }

    /**
     * A clock that stopped after its last day.
     *
     * @param due   last instant that was in time, where hours are counted; else absent
     * @param metOn legal day of the stage that stopped it, or of the end of the dossier
     */
    public record Late(
            Deadline deadline, LocalDate startedOn, LocalDate lastDay, Optional<Instant> due, LocalDate metOn) {}

    /** One run of a clock: its first day, its last one, and its last instant where hours are counted. */
    private record Run(LocalDate from, LocalDate last, Optional<Instant> due) {
        static Run of(Deadline deadline, LocalDate from, WorkingDays calendar) {
            return new Run(from, deadline.lastDay(from, calendar), Optional.empty());
        }

        static Run of(Deadline deadline, Instant from, WorkingDays calendar) {
            Instant due = deadline.term().lastInstant(from);
            return new Run(calendar.dayOf(from), calendar.dayOf(due), Optional.of(due));
        }

        boolean isMissedBy(StageEntry entry) {
            return due.map(instant -> entry.at().isAfter(instant))
                    .orElseGet(() -> entry.day().isAfter(last));
        }
    }

    /** What came too late up to a day, in the order of the definition, each as often as it happened. */
    public static List<Late> late(Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        return procedure.deadlines().stream()
                .flatMap(deadline -> course(deadline, dossier, procedure, calendar, day).late().stream())
                .toList();
    }

    /**
     * @param newestLate whether the newest run that stopped did so after its last day
     * @param unanswered the newest run, where it was late when something else than a decision stopped it
     */
    private record Course(
            Optional<Running> running, List<Late> late, boolean newestLate, Optional<Running> unanswered) {}

    private static Course course(
            Deadline deadline, Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        Optional<Run> started = declared(deadline, dossier, procedure, calendar);
        List<Late> late = new ArrayList<>();
        boolean newestLate = false;
        Optional<Running> unanswered = Optional.empty();
        for (StageEntry entry : dossier.history().stages()) {
            if (entry.day().isAfter(day)) {
                break;
            }
            if (deadline.start().isStage()
                    && entry.stage().equals(deadline.start().id())) {
                started = Optional.of(Run.of(deadline, entry.day(), calendar));
                unanswered = Optional.empty();
            } else if (started.isPresent()
                    && (deadline.stops().contains(entry.stage()) || procedure.isEnd(entry.stage()))) {
                Run run = started.get();
                newestLate = run.isMissedBy(entry);
                if (newestLate) {
                    late.add(new Late(deadline, run.from(), run.last(), run.due(), entry.day()));
                }
                unanswered = Optional.of(new Running(deadline, run.from(), run.last(), run.due(), newestLate))
                        .filter(stopped -> stopped.overdue() && !procedure.isDecision(entry.step(), entry.stage()));
                started = Optional.empty();
            }
        }
        return new Course(
                started.map(run -> new Running(deadline, run.from(), run.last(), run.due(), day.isAfter(run.last()))),
                late,
                newestLate,
                unanswered);
    }

    /**
     * The run of a clock that is counted from a declared day or instant; absent while none is declared, for clocks of stages, and in a dossier of a kind that
     * never comes to what stops the clock.
     */
    private static Optional<Run> declared(
            Deadline deadline, Dossier dossier, Procedure procedure, WorkingDays calendar) {
        return Optional.of(deadline.start())
                .filter(start -> !start.isStage())
                .filter(start -> procedure.moves().stream()
                        .anyMatch(move -> deadline.stops().contains(move.to())
                                && move.kinds().contains(dossier.opening().kind())))
                .map(start -> dossier.application().facts().get(start.id()))
                .flatMap(value -> run(deadline, value, calendar));
    }

    private static Optional<Run> run(Deadline deadline, FactValue value, WorkingDays calendar) {
        if (value instanceof FactValue.Moment moment && deadline.term().isByTheHour()) {
            return Optional.of(Run.of(deadline, moment.value(), calendar));
        }
        return value instanceof FactValue.Day day && !deadline.term().isByTheHour()
                ? Optional.of(Run.of(deadline, day.value(), calendar))
                : Optional.empty();
    }

    /**
     * Whether a clock ran out: its last day passed before anything stopped it, or is past on a day while it still runs. Of several runs the
     * newest counts.
     */
    public static boolean ranOut(
            Dossier dossier, Procedure procedure, Deadline deadline, WorkingDays calendar, LocalDate day) {
        Course course = course(deadline, dossier, procedure, calendar, day);
        return course.running().map(Running::overdue).orElse(course.newestLate());
    }

    /**
     * When silence became a rejection: the day after the last day of a clock that says so; empty while there is time. A decision ends it, and nothing
     * else does (CPCE Art. 54-12).
     */
    public static Optional<LocalDate> rejectedBySilence(
            Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        return silence(dossier, procedure, calendar, day)
                .map(clock -> clock.lastDay().plusDays(1));
    }

    /** How such a rejection is contested; empty while there is time. */
    public static Optional<LegalRemedy> remedyOfSilence(
            Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        return silence(dossier, procedure, calendar, day)
                .flatMap(clock -> clock.deadline().remedy());
    }

    private static Optional<Running> silence(
            Dossier dossier, Procedure procedure, WorkingDays calendar, LocalDate day) {
        return procedure.deadlines().stream()
                .filter(deadline -> deadline.missed() == Deadline.Missed.REJECTS)
                .map(deadline -> course(deadline, dossier, procedure, calendar, day))
                .flatMap(course -> course.running().or(course::unanswered).stream())
                .filter(Running::overdue)
                .min(Comparator.comparing(Running::lastDay));
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
