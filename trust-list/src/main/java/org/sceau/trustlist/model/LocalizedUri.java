package org.sceau.trustlist.model;

import java.net.URI;
import java.util.Objects;

/**
 * A resource in one language (clause 5.1.4).
 *
 * @param lang lower-case BCP 47 code
 * @param uri  absolute, ASCII, at most 2048 characters
 */
public record LocalizedUri(String lang, URI uri) {
    public LocalizedUri {
        Objects.requireNonNull(lang);
        Objects.requireNonNull(uri);
        Checks.language(lang);
        Checks.absolute(uri);
    }
}
