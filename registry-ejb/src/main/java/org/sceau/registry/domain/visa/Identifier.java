package org.sceau.registry.domain.visa;

/**
 * A name of the subject in somebody else's system. Never a key of ours (invariant 68).
 *
 * @param value 1 to 300 characters, as published
 */
public record Identifier(Kind kind, String value) {

    /** Systems of names that a visa may be found by. */
    public enum Kind {
        OID,
        CPE,
        PURL
    }

    public Identifier {
        if (value.isBlank() || value.length() > 300) {
            throw new IllegalArgumentException("an identifier has 1 to 300 characters");
        }
    }
}
