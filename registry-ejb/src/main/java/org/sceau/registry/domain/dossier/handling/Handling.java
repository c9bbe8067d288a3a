package org.sceau.registry.domain.dossier.handling;

import java.time.Instant;
import java.time.LocalDate;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.Situation;

/**
 * One look at a dossier: its rules, what surrounds it, and the day.
 *
 * @param scheme the version the dossier was opened under
 * @param at     the instant of the act
 * @param day    its legal day
 */
public record Handling(Dossier dossier, SchemeVersion scheme, Surroundings surroundings, Instant at, LocalDate day) {

    /** Refuses another scheme version than the dossier's own with {@link IllegalArgumentException} (invariant 25). */
    public Handling {
        if (!scheme.id().equals(dossier.opening().scheme())) {
            throw new IllegalArgumentException("a dossier keeps its scheme version");
        }
    }

    /** The same look at another instant of the same legal day. */
    public Handling at(Instant instant) {
        return new Handling(dossier, scheme, surroundings, instant, day);
    }

    /** The same look on another legal day. */
    public Handling on(LocalDate legalDay) {
        return new Handling(dossier, scheme, surroundings, at, legalDay);
    }

    Conduct conduct() {
        return scheme.conduct().orElseThrow(() -> new IllegalStateException(scheme.id() + " says nothing of dossiers"));
    }

    /** The dossier as rules see it. */
    public Situation situation() {
        return new DossierSituation(dossier, conduct(), surroundings, day);
    }
}
