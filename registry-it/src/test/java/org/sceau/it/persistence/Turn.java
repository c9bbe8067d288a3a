package org.sceau.it.persistence;

import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * A decision that was carried out.
 *
 * @param scheme    name of the scheme it was taken under
 * @param dossier   as it was before; absent for one about a visa alone
 * @param former    the visa it was about, as it was before
 * @param formerNow the same as it is now
 * @param visa      the visa it made or changed, as it is now
 * @param atEnd     the status that visa has after its last day
 */
record Turn(
        String scheme,
        String version,
        DecisionContent content,
        Actor proposer,
        Actor approver,
        LocalDate day,
        Optional<Dossier> dossier,
        Optional<Visa> former,
        Optional<Visa> formerNow,
        Optional<Visa> visa,
        VisaStatus atEnd) {
    boolean isOf(String name) {
        return scheme.equals(name);
    }

    boolean isEucc() {
        return scheme.equals("eucc") || scheme.equals("eucc-pp");
    }

    DecisionKind kind() {
        return content.kind();
    }

    Optional<VisaFacts> before() {
        return former.map(Visa::facts);
    }

    Optional<VisaFacts> after() {
        return visa.map(Visa::facts);
    }

    /** What it granted; empty when it only changed a visa. */
    Optional<VisaFacts> granted() {
        return kind().effect() == DecisionKind.Effect.NEW_VISA ? after() : Optional.empty();
    }
}
