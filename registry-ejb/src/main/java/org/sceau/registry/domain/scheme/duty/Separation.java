package org.sceau.registry.domain.scheme.duty;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * Two sides that one person never takes both of.
 *
 * @param code      kebab-case; a refusal bears it
 * @param one       roles of one side; not empty
 * @param other     roles of the other; not empty, none of {@code one}
 * @param reach     how far the separation goes
 * @param houseRule true when no text demands it and the authority chose it
 * @param source    clause that states it
 * @param verified  false when that source was not read
 */
public record Separation(
        String code,
        Label text,
        Set<Role> one,
        Set<Role> other,
        Reach reach,
        boolean houseRule,
        String source,
        boolean verified) {

    /** How far a separation goes. */
    public enum Reach {
        /** Whoever acted on one side of a dossier never acts on the other side of it. */
        DOSSIER("pour un même dossier", "in one dossier"),
        /** Whoever holds a role of one side under the scheme is never given one of the other (CSA Art. 58(4)). */
        SCHEME("pour tout le schéma", "under the whole scheme");

        private final Label label;

        Reach(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** Refuses an empty side and sides that overlap with {@link IllegalArgumentException}. */
    public Separation {
        Kebab.check("separation", code);
        Sourced.requireSource(source);
        one = Collections.unmodifiableSet(new TreeSet<>(one));
        other = Collections.unmodifiableSet(new TreeSet<>(other));
        if (one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other)) {
            throw new IllegalArgumentException("separation " + code + ": two sides that share no role");
        }
    }

    /** Whether acting as {@code wanted} after having acted as {@code former} crosses it. */
    public boolean isCrossedBy(Role former, Role wanted) {
        return one.contains(former) && other.contains(wanted) || other.contains(former) && one.contains(wanted);
    }
}
