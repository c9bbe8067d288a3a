package org.sceau.registry.domain.scheme.decision;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;

/**
 * That a decision about a visa is left to some of its roles alone because of how the visa came to be: whoever approved a certificate
 * beforehand is the one that withdraws it (EUCC Art. 20(2)).
 *
 * @param to           roles that decide it then; not empty
 * @param when         asked of the dossier that granted the visa; does not hold for a visa that came otherwise
 * @param otherwise    code of the refusal for anybody else
 * @param approvalOnly whether they approve it and nothing more, whoever proposes it: a reissue is asked for by whoever issues, and the withdrawal
 *     that it contains is theirs
 */
public record Reserved(Set<Role> to, Condition when, String otherwise, boolean approvalOnly) {

    public Reserved {
        Kebab.check("refusal", otherwise);
        to = Collections.unmodifiableSet(new TreeSet<>(to));
        if (to.isEmpty()) {
            throw new IllegalArgumentException("what is reserved to nobody is never decided");
        }
    }

    /** Of proposal and approval both. */
    public Reserved(Set<Role> to, Condition when, String otherwise) {
        this(to, when, otherwise, false);
    }
}
