package org.sceau.registry.web.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Visa;

/**
 * What a proposed decision is about: a dossier, a visa, or both.
 *
 * @param scheme the version whose rows it is taken by
 * @param visa   the visa it changes; absent for a first grant
 */
record DecisionTarget(SchemeVersion scheme, LocalDate today, Optional<DossierSight> dossier, Optional<Visa> visa) {

    /**
     * A visa alone.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code decision-not-in-scheme} where its scheme version decides nothing
     */
    static DecisionTarget of(Visa visa, Schemes schemes, LocalDate today) {
        SchemeVersion scheme = schemes.version(visa.facts().scheme())
                .filter(version -> version.conduct().isPresent())
                .orElseThrow(DecisionTarget::notInScheme);
        return new DecisionTarget(scheme, today, Optional.empty(), Optional.of(visa));
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code decision-not-in-scheme} */
    DecisionRule rule(DecisionKind kind) {
        return scheme.conduct().orElseThrow().decision(kind).orElseThrow(DecisionTarget::notInScheme);
    }

    private static Refused notInScheme() {
        return Refusal.of("decision-not-in-scheme", Refusal.Kind.INVALID).asException();
    }

    /** Whether somebody may propose by a row of a scheme. */
    static boolean mayPropose(Actor actor, SchemeId scheme, DecisionRule rule) {
        return Permission.DECIDE.isGrantedTo(actor, scheme)
                && rule.proposedBy().stream().anyMatch(actor.roles(scheme)::contains);
    }

    Optional<DossierId> dossierId() {
        return dossier.map(sight -> sight.dossier().id());
    }

    long dossierVersion() {
        return dossier.map(sight -> sight.dossier().version()).orElse(0L);
    }

    long visaVersion() {
        return visa.map(Visa::version).orElse(0L);
    }

    /** What was applied for, or what the visa has. */
    Set<String> scopes() {
        return dossier.map(sight -> sight.dossier().application().scopes())
                .or(() -> visa.map(known -> known.facts().scopes()))
                .orElse(Set.of());
    }

    /** The same of the level. */
    Optional<String> level() {
        return dossier.flatMap(DossierSight::level)
                .or(() -> visa.flatMap(known -> known.facts().level()).flatMap(Claim::term));
    }

    boolean asksFlag() {
        return dossier.filter(sight -> sight.dossier().application().nationalSecurity())
                .isPresent();
    }

    String reference() {
        return dossier.map(sight -> sight.dossier().opening().number())
                .or(() -> visa.map(known -> known.facts().reference().text()))
                .orElse("");
    }

    String subject() {
        return dossier.map(sight -> sight.dossier().application().subject().name())
                .or(() -> visa.map(known -> known.facts().subject().name()))
                .orElse("");
    }
}
