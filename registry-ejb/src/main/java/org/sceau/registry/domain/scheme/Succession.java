package org.sceau.registry.domain.scheme;

import java.time.LocalDate;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * What comes after a scheme version: which version new dossiers open under, and what becomes of running ones. A dossier keeps its
 * version to its end all the same (EUCC Art. 48(4)).
 *
 * @param to       the version that follows
 * @param from     first day on which dossiers open under it
 * @param text     what officers and applicants are told
 * @param source   clause that orders it
 * @param verified false when that source was not read
 */
public record Succession(SchemeVersionId to, LocalDate from, Label text, String source, boolean verified) {
    public Succession {
        Sourced.requireSource(source);
    }
}
