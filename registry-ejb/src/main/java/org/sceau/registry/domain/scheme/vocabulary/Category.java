package org.sceau.registry.domain.scheme.vocabulary;

import java.util.Set;

/**
 * A type of product, as a catalogue sorts them.
 *
 * @param id        such as {@code SMART_CARDS}
 * @param spellings how catalogues print it; id and labels are added
 * @param source    where the row comes from
 * @param verified  false when that source was not read
 */
public record Category(String id, Label label, Set<Spelling> spellings, String source, boolean verified) {
    /** Refuses ill-formed ids with {@link IllegalArgumentException}. */
    public Category {
        TermId.check("category", id);
        Sourced.requireSource(source);
        spellings = TermId.spellings(id, label, spellings);
    }
}
