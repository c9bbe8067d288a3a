package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the facts came from.
 *
 * @param source  code of the source: an import format, {@code demo} or {@code decision}
 * @param edition day of the source's edition, where it has one
 * @param row     place in the source, such as {@code p. 44, #512}; 1 to 100 characters
 */
public record Provenance(String source, Optional<LocalDate> edition, String row) {

    public Provenance {
        if (source.isBlank() || row.isBlank() || row.length() > 100) {
            throw new IllegalArgumentException("provenance names a source and a row");
        }
    }
}
