package org.sceau.registry.web.casework;

import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.form.Obstacle;

/**
 * A step that the reader's roles have at the present stage.
 *
 * @param step     its id
 * @param to       stage it leads to, in words
 * @param asksWhy  whether who takes it says why
 * @param grave    whether it ends the dossier: asked about first
 * @param decision code of the decision that alone takes it; empty for a step that a person takes
 * @param obstacle why not; absent when it can be taken now
 * @param source   clause that states it
 */
public record MoveLine(
        String step,
        String label,
        String to,
        boolean asksWhy,
        boolean grave,
        String decision,
        @Nullable Obstacle obstacle,
        String source,
        boolean verified) {

    public boolean open() {
        return obstacle == null;
    }

    /** Whether the step is a decision that is proposed, not taken. */
    public boolean proposed() {
        return !decision.isEmpty();
    }
}
