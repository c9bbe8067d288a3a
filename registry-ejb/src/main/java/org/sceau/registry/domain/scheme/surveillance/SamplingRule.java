package org.sceau.registry.domain.scheme.surveillance;

import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * How many visas are sampled each year.
 *
 * @param percent  of the visas of the scheme, 1 to 100; parts of a visa count as one
 * @param by       the role that draws the sample
 * @param below    code of the refusal of a smaller sample
 * @param source   clause that demands it
 * @param verified false when that source was not read
 */
public record SamplingRule(int percent, Role by, String below, String source, boolean verified) {

    /** The code where a definition gives none of its own. */
    public static final String BELOW = "sample-too-small";

    /** Refuses another percentage, an ill-formed code and a blank source with {@link IllegalArgumentException}. */
    public SamplingRule {
        Kebab.check("refusal", below);
        Sourced.requireSource(source);
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a sample is 1 to 100 percent");
        }
    }

    /** The smallest sample of so many visas, rounded up. */
    public long needed(long population) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(population, (long) percent), 99L), 100L);
    }
}
