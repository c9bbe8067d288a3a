package org.sceau.registry.web.administering;

import org.sceau.registry.domain.coded.Coded;

/**
 * One thing about the registry that whoever runs it should know.
 *
 * @param what    it is about
 * @param means   what was found, in a sentence
 * @param act     what to do; empty where there is nothing to do
 * @param address where to do it; empty where it is not done at a desk
 */
public record HealthLine(Tone tone, String what, String means, String act, String address) {

    /** How much it matters; the words of each stand beside its colour and its mark. */
    public enum Tone {
        /** Somebody has to do something. */
        STOP,
        /** It may need somebody if it lasts. */
        PAUSE,
        /** Good to know. */
        PAST,
        OK;

        /** Class and mark. */
        public String style() {
            return Coded.of(this);
        }
    }

    public String style() {
        return tone.style();
    }
}
