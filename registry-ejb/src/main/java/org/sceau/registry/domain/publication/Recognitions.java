package org.sceau.registry.domain.publication;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.decision.PublicationRule.Recognition;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.VisaFacts;

/** Under which agreements others recognise a visa. What excludes it is declared with the application and stays with the visa. */
public final class Recognitions {
    private static final String EXCLUDED = "excluded-from-";

    private Recognitions() {}

    /** The agreements that hold for a visa in this status; none for one that is not in force. */
    public static List<Recognition> of(SchemeVersion scheme, VisaFacts facts, VisaStatus status) {
        return status == VisaStatus.IN_FORCE
                ? all(scheme).stream()
                        .filter(agreement -> !facts.flags().contains(EXCLUDED + agreement.id()))
                        .toList()
                : List.of();
    }

    /** Flags of a visa for the agreements that its application excludes. */
    public static Set<String> exclusions(SchemeVersion scheme, Application asked) {
        return all(scheme).stream()
                .filter(agreement -> agreement
                        .unless()
                        .map(asked.facts()::get)
                        .filter(new FactValue.Flag(true)::equals)
                        .isPresent())
                .map(agreement -> EXCLUDED + agreement.id())
                .collect(Collectors.toSet());
    }

    /** Whether a flag of a visa says only that an agreement does not hold for it. */
    public static boolean isExclusion(String flag) {
        return flag.startsWith(EXCLUDED);
    }

    private static List<Recognition> all(SchemeVersion scheme) {
        return scheme.conduct()
                .map(Conduct::publication)
                .map(PublicationRule::recognitions)
                .orElse(List.of());
    }
}
