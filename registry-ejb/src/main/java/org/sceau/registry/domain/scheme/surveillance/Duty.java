package org.sceau.registry.domain.scheme.surveillance;

import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * What somebody owes once a visa exists and no act of the registry can ask for: it is told to everybody, and looked at in controls.
 *
 * @param id       kebab-case
 * @param by       who owes it
 * @param text     what is owed
 * @param source   clause that sets it
 * @param verified false when that source was not read
 */
public record Duty(String id, Bearer by, Label text, String source, boolean verified) {

    /** Who owes something. */
    public enum Bearer {
        HOLDER("titulaire", "holder"),
        AUTHORITY("autorité", "authority");

        private final Label label;

        Bearer(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** Refuses an ill-formed id and a blank source with {@link IllegalArgumentException}. */
    public Duty {
        Kebab.check("duty", id);
        Sourced.requireSource(source);
    }
}
