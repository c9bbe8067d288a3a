package org.sceau.registry.domain.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Person;

/**
 * How a complaint came in. Nothing of it ever changes.
 *
 * @param number   such as {@code R-2026-014}: a series a year, without gaps
 * @param decision the decision appealed against; absent for a complaint
 * @param text     what is complained of, 1 to 4000 characters
 * @param by       who filed it, or recorded it for somebody who wrote
 * @param received legal day of receipt
 */
public record Filing(
        String number,
        Kind kind,
        Contested contested,
        Optional<ProposalId> decision,
        Complainant complainant,
        Channel channel,
        String text,
        Person by,
        Instant at,
        LocalDate received) {

    /** What is asked for. */
    public enum Kind {
        /** Anyone's, about anything. */
        COMPLAINT,
        /** Against a decision, by a party of it. */
        APPEAL;

        /** Stable public code, kebab-case. */
        public String code() {
            return Coded.of(this);
        }
    }

    /** Which way it came. */
    public enum Channel {
        /** Filed by the complainant's own account. */
        ACCOUNT,
        /** Received by letter, by mail or in person, and recorded by staff. */
        LETTER
    }

    /** Refuses a number of another form, and an appeal against no decision, with {@link IllegalArgumentException}. */
    public Filing {
        Texts.require("a complaint has a text", text, Texts.LONGEST);
        if (!number.matches("R-\\d{4}-\\d{3,7}")) {
            throw new IllegalArgumentException("a complaint has a number");
        }
        if (decision.isPresent() != (kind == Kind.APPEAL)) {
            throw new IllegalArgumentException("an appeal is against a decision, a complaint against none");
        }
    }
}
