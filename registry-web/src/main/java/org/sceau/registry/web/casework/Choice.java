package org.sceau.registry.web.casework;

import org.jspecify.annotations.Nullable;

/**
 * Something that a form lets choose.
 *
 * @param note what to know of it before; most often empty
 */
public record Choice(String value, String label, String note, boolean chosen, boolean open) {

    /** Attribute of a box or an option that is chosen; absent of the others. */
    public @Nullable String checked() {
        return chosen ? "checked" : null;
    }

    /** The same of an option of a list. */
    public @Nullable String selected() {
        return chosen ? "selected" : null;
    }

    /** Attribute of what cannot be chosen. */
    public @Nullable String disabled() {
        return open ? null : "disabled";
    }

    /** The same, chosen or not. */
    public Choice chosen(boolean now) {
        return new Choice(value, label, note, now, open);
    }

    public static Choice of(String value, String label) {
        return new Choice(value, label, "", false, true);
    }
}
