package org.sceau.registry.web.address;

import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;

/** The addresses of our pages for a reader of one language, so that no link leads out of it. */
public record Links(Languages languages, Language language) {

    /** @param path without its language, starting with a slash */
    public String to(String path) {
        return languages.address(language, path);
    }

    /** Whether this language needs no prefix: files and definitions lie there alone. */
    boolean isFirst() {
        return language == languages.first();
    }
}
