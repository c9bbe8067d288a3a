package org.sceau.registry.domain.scheme.surveillance;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * To whom a complaint about a visa goes.
 *
 * @param to       who handles it
 * @param levels   ids of the levels of the visas it is for; empty for all that no row before it is for
 * @param remedy   the legal remedy that a complainant is told of; absent where no text names one
 * @param source   clause that says so
 * @param verified false when that source was not read
 */
public record ComplaintRoute(Receiver to, Set<String> levels, Optional<Label> remedy, String source, boolean verified) {

    /** Who handles complaints. */
    public enum Receiver {
        /** The body that issued the visa (CSA Art. 63(1)). */
        ISSUER("l'organisme qui a délivré le titre", "the body that issued it"),
        /** The national authority, for what it issued itself and what was issued by its delegation or approval (CSA Art. 58(7)(f)). */
        AUTHORITY("l'autorité nationale", "the national authority"),
        /** No other route than a court is known. */
        COURT("le juge", "a court"),
        /** Nobody has found a text; the registry receives the complaint all the same. */
        UNKNOWN("voie inconnue", "no route known");

        private final Label label;

        Receiver(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** Refuses a blank source, and an unknown route that claims to be verified, with {@link IllegalArgumentException}. */
    public ComplaintRoute {
        Sourced.requireSource(source);
        levels = Collections.unmodifiableSet(new TreeSet<>(levels));
        if (to == Receiver.UNKNOWN && verified) {
            throw new IllegalArgumentException("a route that nobody knows is not verified");
        }
    }

    /** Whether it is for a visa of this level, or without one. */
    public boolean isFor(Optional<String> level) {
        return levels.isEmpty() || level.filter(levels::contains).isPresent();
    }
}
