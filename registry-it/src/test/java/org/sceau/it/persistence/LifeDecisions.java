package org.sceau.it.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.it.house.House;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Two officers who decide what a dossier has come to. */
final class LifeDecisions {
    private static final String AUTHORITY = "Autorité de démonstration";

    private final House house;
    private final Random random;

    /**
     * A decision that was carried out.
     *
     * @param dossier as it was before
     * @param former  the visa it was about, as it was before
     * @param visa    the visa it made or changed
     */
    record Decided(
            Dossier dossier,
            Optional<Visa> former,
            DecisionContent content,
            DecisionRule rule,
            Actor proposer,
            Actor approver,
            LocalDate day,
            Optional<Visa> visa) {

        /** A visa that was not there before. */
        Optional<VisaId> granted() {
            return visa.filter(made -> made.version() == 1).map(Visa::id);
        }
    }

    LifeDecisions(House house, Random random) {
        this.house = house;
        this.random = random;
    }

    static Actor officer(Role role, int number) {
        return new Actor(role.code() + number, AUTHORITY, Set.of(role));
    }

    /** Proposes and approves what a row of the procedure decides; refused as the use cases refuse. */
    Decided decide(Dossier dossier, Move row) {
        SchemeVersion scheme = house.schemes.version(dossier.opening().scheme()).orElseThrow();
        DecisionKind kind = row.decides().orElseThrow();
        DecisionRule rule = scheme.conduct().orElseThrow().decision(kind).orElseThrow();
        Optional<Visa> about = dossier.opening().about().flatMap(house.visas::find);
        Optional<Visa> concerned =
                kind.effect() == DecisionKind.Effect.SAME_VISA || kind.isReissue() ? about : Optional.empty();
        DecisionContent content = content(scheme, rule, dossier, concerned, Optional.empty());
        Actor proposer = proposer(dossier, first(rule.proposedBy()));
        Actor approver = officer(first(rule.approvedBy()), 2);
        Proposal proposal = proposed(proposer, scheme, rule, dossier, concerned, content);
        Decide.Outcome outcome = house.deciding.approve(approver, proposal.id(), proposal.digest(), "Vu.");
        return new Decided(
                dossier, about, proposal.content(), rule, proposer, approver, house.calendar.today(), outcome.visa());
    }

    /** Mostly who should; now and then the second officer, or somebody who should not: of the laboratory, of the applicant, of both sides. */
    private Actor proposer(Dossier dossier, Role role) {
        return switch (random.nextInt(80)) {
            case 0, 1 -> officer(role, 2);
            case 2 ->
                new Actor(
                        role.code() + 3,
                        dossier.laboratories().stream()
                                .flatMap(id -> house.laboratories.find(id).stream())
                                .map(known -> known.laboratory().organisation().name())
                                .findFirst()
                                .orElse(AUTHORITY),
                        Set.of(role));
            case 3 -> new Actor(role.code() + 4, dossier.parties().sponsor().name(), Set.of(role));
            case 4 -> new Actor(role.code() + 5, AUTHORITY, Set.of(role, Role.NCCA_APPROVER));
            default -> officer(role, 1);
        };
    }

    /** One that lasts too long is proposed again with the last day that is allowed, where the refusal names it. */
    private Proposal proposed(
            Actor proposer,
            SchemeVersion scheme,
            DecisionRule rule,
            Dossier dossier,
            Optional<Visa> visa,
            DecisionContent content) {
        try {
            return house.deciding.propose(proposer, content);
        } catch (Refused refused) {
            Optional<LocalDate> latest = Optional.ofNullable(
                            refused.refusal().details().get("latest"))
                    .map(LocalDate::parse);
            if (latest.isEmpty() || content.lastDay().isEmpty()) {
                throw refused;
            }
            return house.deciding.propose(proposer, content(scheme, rule, dossier, visa, latest));
        }
    }

    private DecisionContent content(
            SchemeVersion scheme, DecisionRule rule, Dossier dossier, Optional<Visa> visa, Optional<LocalDate> latest) {
        DecisionKind kind = rule.kind();
        LocalDate today = house.calendar.today();
        Application asked = dossier.application();
        boolean extends_ = kind == DecisionKind.EXTEND_SCOPE;
        Set<String> scopes = new TreeSet<>();
        if (extends_ || kind.effect() == DecisionKind.Effect.NEW_VISA) {
            scopes.addAll(asked.scopes());
        }
        if (extends_) {
            visa.ifPresent(known -> scopes.addAll(known.facts().scopes()));
        }
        return new DecisionContent(
                kind,
                Optional.of(dossier.id()),
                dossier.version(),
                visa.map(Visa::id),
                visa.map(Visa::version).orElse(0L),
                today,
                latest.or(() -> lastDay(scheme, kind, visa, today)),
                Optional.of("Motifs."),
                Optional.of("Corriger."),
                scopes,
                extends_ || kind.effect() == DecisionKind.Effect.NEW_VISA ? asked.level() : Optional.empty(),
                rule.asks().contains(DecisionRule.Part.VERSIONS)
                        ? asked.subject().versions()
                        : Optional.empty(),
                kind.effect() == DecisionKind.Effect.NEW_VISA && scheme.hasNationalSecurity()
                        ? Optional.of(asked.nationalSecurity() && random.nextBoolean())
                        : Optional.empty(),
                rule.asks().contains(DecisionRule.Part.CONDITIONS) || random.nextInt(kind.takesClauses() ? 4 : 50) == 0
                        ? List.of(VisaWalk.clause(random))
                        : List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reasons(scheme, kind));
    }

    private static Set<String> reasons(SchemeVersion scheme, DecisionKind kind) {
        return new TreeSet<>(scheme.conduct().orElseThrow().reasonsOf(kind).stream()
                .map(reason -> reason.code())
                .sorted()
                .limit(1)
                .toList());
    }

    private Optional<LocalDate> lastDay(SchemeVersion scheme, DecisionKind kind, Optional<Visa> visa, LocalDate today) {
        if (kind == DecisionKind.SUSPEND) {
            return Optional.of(today.plusDays(20));
        }
        if (kind == DecisionKind.PROLONG) {
            return visa.flatMap(known -> known.facts().validity().lastDay()).map(day -> day.plusYears(1));
        }
        if (kind.effect() != DecisionKind.Effect.NEW_VISA) {
            return Optional.empty();
        }
        return random.nextInt(8) == 0
                ? scheme.validity().latestLastDay(today).map(day -> day.plusDays(1))
                : scheme.validity()
                        .usualLastDay(today)
                        .or(() -> scheme.validity().latestLastDay(today))
                        .or(() -> Optional.of(today.plusYears(2)));
    }

    private static Role first(Set<Role> roles) {
        return roles.stream().sorted().findFirst().orElseThrow();
    }
}
