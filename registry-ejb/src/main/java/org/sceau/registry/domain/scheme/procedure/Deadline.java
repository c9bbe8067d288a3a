package org.sceau.registry.domain.scheme.procedure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.calendar.Term;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A clock of a dossier: starts when a stage is entered, stops when another is.
 *
 * @param id       kebab-case
 * @param starts   id of the stage whose entry starts it, anew each time
 * @param stops    ids of the stages whose entry stops it; not empty
 * @param term     how long
 * @param missed   what follows when it runs out
 * @param source   clause that sets it
 * @param verified false when that source was not read
 */
public record Deadline(
        String id,
        Label label,
        String starts,
        Set<String> stops,
        Term term,
        Missed missed,
        String source,
        boolean verified) {

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

    /** Refuses a clock that nothing stops with {@link IllegalArgumentException}. */
    public Deadline {
        Kebab.check("deadline", id);
        Sourced.requireSource(source);
        stops = Collections.unmodifiableSet(new TreeSet<>(stops));
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("deadline " + id + ": something stops it");
        }
    }
}
