package org.sceau.registry.application.scheduling;

import java.util.Optional;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.surveillance.RemedyRule;
import org.sceau.registry.domain.scheme.surveillance.SamplingRule;

/**
 * On which row of a scheme something is owed about a visa: what people are asked and told cites its source. Empty where the scheme has no such
 * row, or is not known any more.
 */
final class Ground {
    private final Optional<SchemeVersion> scheme;

    private Ground(Optional<SchemeVersion> scheme) {
        this.scheme = scheme;
    }

    static Ground in(Optional<SchemeVersion> scheme) {
        return new Ground(scheme);
    }

    /** The row that says how long a visa holds, and so when it ends. */
    Optional<String> ofValidity() {
        return scheme.map(version -> version.validity().source());
    }

    /** The row that bounds a suspension; where none does, it lasts as long as the validity. */
    Optional<String> ofSuspension() {
        return conduct()
                .flatMap(Conduct::suspension)
                .map(SuspensionRule::source)
                .or(this::ofValidity);
    }

    Optional<String> ofRemedy() {
        return conduct().flatMap(conduct -> conduct.surveillance().remedies()).map(RemedyRule::source);
    }

    Optional<String> ofSample() {
        return conduct().flatMap(conduct -> conduct.surveillance().sampling()).map(SamplingRule::source);
    }

    Optional<String> ofDecision(DecisionKind kind) {
        return conduct().flatMap(conduct -> conduct.decision(kind)).map(DecisionRule::source);
    }

    /** What is published, and what the European agency is sent. */
    Optional<String> ofPublication() {
        return conduct().map(conduct -> conduct.publication().source());
    }

    private Optional<Conduct> conduct() {
        return scheme.flatMap(SchemeVersion::conduct);
    }
}
