package org.sceau.registry.domain.complaint;

import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Person;

/**
 * How a complaint ended. All of it is told to the complainant (CSA Art. 63(2)).
 *
 * @param reasons     1 to 4000 characters
 * @param measures    what is to be done, 1 to 4000 characters; a status is changed by decisions of two people and never here
 * @param legalRemedy which remedy the complainant has against it (CSA Art. 64), 1 to 1300 characters
 */
public record Outcome(
        Finding finding, String reasons, Optional<String> measures, String legalRemedy, Person by, Instant at) {

    /** What was found. */
    public enum Finding {
        INADMISSIBLE,
        FOUNDED,
        PARTLY_FOUNDED,
        UNFOUNDED;

        /** Stable public code, kebab-case. */
        public String code() {
            return Coded.of(this);
        }
    }

    public Outcome {
        Texts.require("an outcome has its reasons", reasons, Texts.LONGEST);
        measures.ifPresent(text -> Texts.require("measures are a text", text, Texts.LONGEST));
        Texts.require("a legal remedy is a text", legalRemedy, 1_300);
    }
}
