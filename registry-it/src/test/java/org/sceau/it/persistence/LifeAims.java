package org.sceau.it.persistence;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;

/** What was decided in whole lives, and what each version still offers: people who know it prefer what nobody did yet. */
final class LifeAims {
    /** What makes a visa comes first, what ends one last: nothing follows it. */
    private static final Comparator<DecisionKind> ORDER = Comparator.<DecisionKind, Integer>comparing(
                    kind -> switch (kind) {
                        case GRANT -> 0;
                        case WITHDRAW, ARCHIVE, REISSUE_OTHER_SCOPE, REISSUE_SAME_SCOPE -> 2;
                        default -> 1;
                    })
            .thenComparing(Comparator.naturalOrder());

    private final Map<SchemeVersionId, Set<DecisionKind>> decided = new HashMap<>();

    void decided(SchemeVersionId scheme, DecisionKind kind) {
        decided.computeIfAbsent(scheme, any -> EnumSet.noneOf(DecisionKind.class))
                .add(kind);
    }

    /** What was decided under a version. */
    Set<DecisionKind> decided(SchemeVersionId scheme) {
        return decided.getOrDefault(scheme, Set.of());
    }

    /** What a version offers and nobody decided under it yet, in the order in which it can be done. */
    List<DecisionKind> open(SchemeVersion scheme) {
        Set<DecisionKind> open = new TreeSet<>(ORDER);
        open.addAll(offered(scheme));
        open.removeAll(decided(scheme.id()));
        return List.copyOf(open);
    }

    /** The kinds of decisions a version knows. */
    static Set<DecisionKind> offered(SchemeVersion scheme) {
        Set<DecisionKind> offered = EnumSet.noneOf(DecisionKind.class);
        scheme.conduct().orElseThrow().decisions().stream()
                .map(DecisionRule::kind)
                .forEach(offered::add);
        return offered;
    }
}
