package org.sceau.registry.web.casework;

import org.jspecify.annotations.Nullable;

/**
 * A stage on the way of a dossier.
 *
 * @param style {@code done}, {@code here} or empty for one to come
 * @param when  the day it was entered, or until when it lasts; empty where neither is known
 */
public record StageStep(String label, String style, String when) {

    public boolean done() {
        return style.equals("done");
    }

    /** {@code step} for the present one, else nothing. */
    public @Nullable String current() {
        return style.equals("here") ? "step" : null;
    }
}
