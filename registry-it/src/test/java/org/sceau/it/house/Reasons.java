package org.sceau.it.house;

import java.util.Set;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

/** Categories of reasons: one that every scheme knows of a withdrawal, and one of what is archived before its end. */
public final class Reasons {
    public static final String HOLDER_REQUEST = "holder-request";

    private static final String VULNERABILITY = "vulnerability";

    private Reasons() {}

    /** The categories that a decision of this kind needs. */
    public static Set<String> of(DecisionKind kind) {
        return switch (kind) {
            case WITHDRAW -> Set.of(HOLDER_REQUEST);
            case ARCHIVE -> Set.of(VULNERABILITY);
            default -> Set.of();
        };
    }

    /** The same decision with the categories it needs. */
    public static DecisionContent given(DecisionContent content) {
        return content.because(of(content.kind()));
    }
}
