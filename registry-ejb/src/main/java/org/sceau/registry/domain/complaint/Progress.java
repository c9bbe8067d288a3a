package org.sceau.registry.domain.complaint;

import java.time.Instant;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Person;

/**
 * A step of the handling.
 *
 * @param by   who took it
 * @param text 1 to 4000 characters
 */
public record Progress(Act act, Person by, Instant at, String text) {

    /** What was done. */
    public enum Act {
        ASSIGNED,
        ADMITTED,
        INVESTIGATED,
        /** The complainant was told how far it is (CSA Art. 63(2)). */
        INFORMED,
        /** For the file; the complainant does not see it. */
        NOTED;

        /** Stable public code, kebab-case. */
        public String code() {
            return Coded.of(this);
        }

        /** Whether the complainant sees it. */
        public boolean isTold() {
            return this == ADMITTED || this == INVESTIGATED || this == INFORMED;
        }
    }

    public Progress {
        Texts.require("a step has a text", text, Texts.LONGEST);
    }
}
