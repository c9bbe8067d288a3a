package org.sceau.registry.domain.scheme.procedure;

import java.util.Optional;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.vocabulary.Kebab;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * A stage of a procedure.
 *
 * @param id       kebab-case, unique in its procedure
 * @param holder   who holds the ball there: whose act is awaited; absent at an end, and nowhere else
 * @param source   where the stage comes from
 * @param verified false when that source was not read
 */
public record Stage(String id, Label label, Phase phase, Optional<Role> holder, String source, boolean verified) {

    /** Refuses a holder at an end, and none elsewhere, with {@link IllegalArgumentException}. */
    public Stage {
        Kebab.check("stage", id);
        Sourced.requireSource(source);
        if (holder.isPresent() == phase.isEnd()) {
            throw new IllegalArgumentException(
                    "stage " + id + ": somebody holds the ball until the end, and nobody then");
        }
    }
}
