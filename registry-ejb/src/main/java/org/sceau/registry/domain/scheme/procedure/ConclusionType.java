package org.sceau.registry.domain.scheme.procedure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A conclusion somebody records, favourable or not: the laboratory's, the review's, the check of consistency. The newest counts.
 *
 * @param id       kebab-case
 * @param by       roles that may conclude; not empty
 * @param at       ids of the stages at which it may be recorded; not empty
 * @param about    ids of the documents it judges; it counts no longer once one of them is deposited anew or the dossier came back to where it
 *     was concluded. Empty for what is judged without a document
 * @param needs    demands without which it cannot be favourable
 * @param source   clause that asks for it
 * @param verified false when that source was not read
 */
public record ConclusionType(
        String id,
        Label label,
        Set<Role> by,
        Set<String> at,
        Set<String> about,
        List<Move.Demanded> needs,
        String source,
        boolean verified) {

    /** Refuses nobody to conclude and no stage to do it with {@link IllegalArgumentException}. */
    public ConclusionType {
        Kebab.check("conclusion", id);
        Sourced.requireSource(source);
        by = Collections.unmodifiableSet(new TreeSet<>(by));
        at = Collections.unmodifiableSet(new TreeSet<>(at));
        about = Collections.unmodifiableSet(new TreeSet<>(about));
        needs = List.copyOf(needs);
        if (by.isEmpty() || at.isEmpty()) {
            throw new IllegalArgumentException("conclusion " + id + ": by somebody, at some stage");
        }
    }
}
