package org.sceau.registry.domain.scheme.procedure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.calendar.Counting;
import org.sceau.registry.domain.calendar.Term;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A clock of a dossier: runs from the entry of a stage, or around a day that was declared, until another stage is entered.
 *
 * @param id       kebab-case
 * @param start    what it is counted from
 * @param stops    ids of the stages whose entry stops it; not empty
 * @param term     how long
 * @param missed   what follows when it runs out
 * @param remedy   how a rejection by silence is contested; present where silence is one, and nowhere else
 * @param source   clause that sets it
 * @param verified false when that source was not read
 */
public record Deadline(
        String id,
        Label label,
        Start start,
        Set<String> stops,
        Term term,
        Missed missed,
        Optional<LegalRemedy> remedy,
        String source,
        boolean verified) {

    /** What a clock is counted from. */
    public enum From {
        /** The entry of a stage, anew each time. */
        STAGE,
        /** A day that was declared, or an instant where hours are counted: the term runs from it. */
        AFTER_FACT,
        /** A day that was declared: the term ends with it, so that the last day lies the whole term before. */
        BEFORE_FACT
    }

    /** @param id of the stage or of the fact */
    public record Start(From from, String id) {
        public boolean isStage() {
            return from == From.STAGE;
        }
    }

    /** What follows from a missed deadline. */
    public enum Missed {
        /** It shows as overdue and its holder is told. */
        WARNS("le retard s'affiche et le responsable en est averti", "it shows as overdue and its holder is told"),
        /** Silence is a rejection, shown with its remedies (CPCE Art. 54-12). */
        REJECTS("le silence vaut rejet", "silence is a rejection"),
        /** A reasoned notice of delay is owed (eIDAS Art. 21(2)). */
        OWES_REASONS("un avis de retard motivé est dû", "a reasoned notice of delay is owed"),
        /** The application may be closed without decision (CPCE Art. 54-6). */
        MAY_CLOSE("la demande peut être close", "the application may be closed");

        private final Label label;

        Missed(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /**
     * Refuses a clock that nothing stops, working days counted backwards, hours from anything but an instant, and silence that rejects without remedy (invariant 59), with {@link
     * IllegalArgumentException}.
     */
    public Deadline {
        Kebab.check("deadline", id);
        Sourced.requireSource(source);
        stops = Collections.unmodifiableSet(new TreeSet<>(stops));
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("deadline " + id + ": something stops it");
        }
        if (start.from() == From.BEFORE_FACT && term.counting() != Counting.CAP) {
            throw new IllegalArgumentException("deadline " + id + ": before a day, only calendar days are counted");
        }
        if (term.isByTheHour() && start.from() != From.AFTER_FACT) {
            throw new IllegalArgumentException(
                    "deadline " + id + ": hours are counted from an instant that is declared");
        }
        if ((missed == Missed.REJECTS) != remedy.isPresent()) {
            throw new IllegalArgumentException(
                    "deadline " + id + ": silence that rejects has its remedy, and nothing else");
        }
    }

    /** The last day in time, counted from the day of its start. */
    public LocalDate lastDay(LocalDate from, WorkingDays calendar) {
        return start.from() == From.BEFORE_FACT ? from.minus(term.length()) : term.lastDay(from, calendar);
    }
}
