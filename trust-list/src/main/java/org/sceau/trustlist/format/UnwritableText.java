package org.sceau.trustlist.format;

import java.util.Locale;

/** A character that XML 1.0 cannot carry, not even escaped. */
public final class UnwritableText extends IllegalArgumentException {
    /** Stable code of this refusal. */
    public static final String CODE = "text-not-writable-in-xml";

    private static final long serialVersionUID = 1L;

    UnwritableText(int unit, int offset) {
        super(String.format(Locale.ROOT, "%s: U+%04X at offset %d", CODE, unit, offset));
    }
}
