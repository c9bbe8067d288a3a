package org.sceau.registry.domain.scheme.vocabulary;

import java.util.OptionalInt;
import java.util.Set;

/**
 * A level a visa may have.
 *
 * @param id           such as {@code EAL4+}, {@code SUBSTANTIAL}, {@code NOT_APPLICABLE}
 * @param scale        kebab-case name of what it is measured on; levels of two scales never compare, whatever their words
 *                     ({@code ELEMENTARY} of a product qualification is no level of the EU Cybersecurity Act)
 * @param rank         place on the scale, higher is stronger; empty for {@code NOT_APPLICABLE}
 * @param spellings    how catalogues print it; id and labels are added
 * @param importedOnly true for a value that official catalogues print but that is not granted by this version (invariant 18)
 * @param source       where the row comes from
 * @param verified     false when that source was not read
 */
public record Level(
        String id,
        String scale,
        OptionalInt rank,
        Label label,
        Set<Spelling> spellings,
        boolean importedOnly,
        String source,
        boolean verified) {
    /** The id of "Sans objet": a value of its own, neither blank nor unknown (invariant 67). */
    public static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    /** Refuses ill-formed ids, a rank on {@code NOT_APPLICABLE} and no rank elsewhere with {@link IllegalArgumentException}. */
    public Level {
        TermId.check("level", id);
        Kebab.check("scale", scale);
        if (rank.isPresent() == id.equals(NOT_APPLICABLE)) {
            throw new IllegalArgumentException("every level has a rank, except " + NOT_APPLICABLE);
        }
        if (rank.isPresent() && rank.getAsInt() < 1) {
            throw new IllegalArgumentException("ranks start at 1");
        }
        Sourced.requireSource(source);
        spellings = TermId.spellings(id, label, spellings);
    }

    /** Whether a visa of this level satisfies a demand for "at least {@code demanded}": same scale, rank not lower. */
    public boolean isAtLeast(Level demanded) {
        return scale.equals(demanded.scale)
                && rank.isPresent()
                && demanded.rank.isPresent()
                && rank.getAsInt() >= demanded.rank.getAsInt();
    }
}
