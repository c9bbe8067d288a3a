package org.sceau.registry.web.form;

import java.util.List;

/**
 * Why something cannot be done, as a person reads it.
 *
 * @param title   what stands in the way
 * @param remedy  what would make it possible; empty where the title says it
 * @param code    stable code, to quote
 * @param details what it is about, each with its name; most often none
 */
public record Obstacle(String title, String remedy, String code, List<String> details) {

    /** Whether showing a second factor again makes it possible. */
    public boolean asksFactor() {
        return code.equals("step-up-needed");
    }
}
