package org.sceau.registry.domain.scheme.procedure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * An approval that one side asks for and another gives: an exception, a longer validity, the prior approval of one certificate. While
 * one is pending nothing is granted (EUCC Art. 7(4), 12(3)); it counts for acts of its own day and later ones, so that it is prior.
 *
 * @param id       kebab-case
 * @param askedBy  roles that may ask; not empty
 * @param by       roles that may give or deny it; not empty, and none of {@code askedBy}
 * @param documents ids of documents that must be in the dossier before it is asked for; most often none
 * @param onePerson whether one person gives or denies it; otherwise a second one approves what the first proposed
 * @param entitlesIssuer whether it is the prior approval of one visa that a body needs without delegation (CSA Art. 56(6)(a))
 * @param notifies whether the certification group is told (EUCC Art. 7(4), 12(3))
 * @param source   clause that knows it
 * @param verified false when that source was not read
 */
public record ApprovalType(
        String id,
        Label label,
        Set<Role> askedBy,
        Set<Role> by,
        Set<String> documents,
        boolean onePerson,
        boolean entitlesIssuer,
        boolean notifies,
        String source,
        boolean verified) {

    /** Refuses nobody to ask or to answer, and who would answer himself, with {@link IllegalArgumentException}. */
    public ApprovalType {
        Kebab.check("approval", id);
        Sourced.requireSource(source);
        askedBy = Collections.unmodifiableSet(new TreeSet<>(askedBy));
        by = Collections.unmodifiableSet(new TreeSet<>(by));
        documents = Collections.unmodifiableSet(new TreeSet<>(documents));
        if (askedBy.isEmpty() || by.isEmpty() || !Collections.disjoint(askedBy, by)) {
            throw new IllegalArgumentException("approval " + id + ": one side asks, another answers");
        }
    }
}
