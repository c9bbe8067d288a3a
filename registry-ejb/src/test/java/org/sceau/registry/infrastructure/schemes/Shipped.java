package org.sceau.registry.infrastructure.schemes;

import java.util.List;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.rule.Situation;

/** The definitions that come with the registry, for tests of what they say. */
final class Shipped {
    static final Schemes SCHEMES = SchemesFromResources.load(Shipped.class.getClassLoader());

    private Shipped() {}

    static SchemeVersion version(String scheme, String version) {
        return SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow();
    }

    static Conduct conduct(String scheme, String version) {
        return version(scheme, version).conduct().orElseThrow();
    }

    static boolean breaks(Conduct conduct, String rule, Situation situation) {
        return conduct.procedure().rule(rule).orElseThrow().isBrokenIn(situation);
    }

    /** The rows that carry out a kind of decision. */
    static List<Move> deciding(Conduct conduct, DecisionKind kind) {
        return conduct.procedure().moves().stream()
                .filter(move -> move.decides().filter(kind::equals).isPresent())
                .toList();
    }
}
