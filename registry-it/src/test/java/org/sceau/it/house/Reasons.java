package org.sceau.it.house;

import java.util.Set;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

/** Categories of reasons that every scheme of the registry knows. */
public final class Reasons {
    public static final String HOLDER_REQUEST = "holder-request";

    private Reasons() {}

    /** The same decision with a category where a withdrawal needs one. */
    public static DecisionContent given(DecisionContent content) {
        return content.kind() == DecisionKind.WITHDRAW ? content.because(Set.of(HOLDER_REQUEST)) : content;
    }
}
