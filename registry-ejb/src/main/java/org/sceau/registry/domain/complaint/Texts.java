package org.sceau.registry.domain.complaint;

/** Bounds of what people write. */
final class Texts {
    /** Characters of a complaint, of its grounds and of each step. */
    static final int LONGEST = 4_000;

    private Texts() {}

    /** Refuses a blank text and one of more characters with {@link IllegalArgumentException}. */
    static void require(String what, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(what + " of 1 to " + most + " characters");
        }
    }
}
