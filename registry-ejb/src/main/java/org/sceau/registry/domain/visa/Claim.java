package org.sceau.registry.domain.visa;

import java.util.Optional;

/**
 * A word of a closed vocabulary as a source printed it, with the term it stands for when the scheme knows it. An unknown
 * word is kept and flagged, never dropped.
 *
 * @param term    identifier in the scheme's vocabulary; absent when the word is unknown
 * @param printed 1 to 200 characters
 */
public record Claim(Optional<String> term, String printed) {

    public Claim {
        if (printed.isBlank() || printed.length() > 200) {
            throw new IllegalArgumentException("a claim is 1 to 200 characters");
        }
    }

    public static Claim known(String term, String printed) {
        return new Claim(Optional.of(term), printed);
    }

    public static Claim unknown(String printed) {
        return new Claim(Optional.empty(), printed);
    }
}
