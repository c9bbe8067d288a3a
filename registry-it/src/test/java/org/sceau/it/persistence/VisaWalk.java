package org.sceau.it.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sceau.it.house.House;
import org.sceau.it.house.Reasons;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.decision.Advice;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Effects;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** Somebody who proposes decisions about visas of all schemes at random, mostly near what could be right, and somebody who approves them. */
final class VisaWalk {
    private static final int VISAS_A_SCHEME = 3;
    private static final List<Advice> ADVICE =
            List.of(Advice.BY_RULE, Advice.of(Recommendation.OPTIMAL), Advice.of(Recommendation.CRITICAL));
    private static final Set<VisaStatus> ENDS = Set.of(VisaStatus.WITHDRAWN, VisaStatus.ARCHIVED);
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<Actor> OFFICERS = List.of(
            Matters.CERTIFIER,
            Matters.REVIEWER,
            Matters.DECIDER,
            Matters.SECOND_DECIDER,
            Matters.SUPERVISOR,
            Matters.APPROVER,
            Matters.SECOND_APPROVER);

    private final House house;
    private final Random random;
    private final List<SchemeVersion> schemes;
    private final List<VisaId> visas;
    /** What lives on in the place of a visa that ended. */
    private final Function<SchemeVersion, Optional<VisaId>> successor;

    /** What nobody decided yet under a version; people turn to it first. */
    private final Function<SchemeVersion, List<DecisionKind>> sought;

    private final List<Served> served = new ArrayList<>();
    private int given;

    /** What was served at an instant. */
    record Served(Instant at, Visa visa) {}

    /**
     * One attempt.
     *
     * @param refusal its code; absent when it was accepted
     */
    record Step(
            Visa before,
            DecisionContent content,
            Actor proposer,
            Actor approver,
            LocalDate day,
            Optional<String> refusal) {}

    /** With visas of every scheme that are there from the beginning. */
    VisaWalk(House house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.visas = new ArrayList<>();
        this.successor = scheme -> Optional.of(granted(scheme));
        this.sought = scheme -> List.of();
        house.clock.set(BEGIN.toString());
        this.schemes = decidedAbout(house);
        for (SchemeVersion scheme : schemes) {
            for (int number = 1; number <= VISAS_A_SCHEME; number++) {
                visas.add(granted(scheme));
            }
        }
    }

    /** With visas that others grant. */
    VisaWalk(House house, Random random, List<VisaId> visas, Function<SchemeVersion, List<DecisionKind>> sought) {
        this.house = house;
        this.random = random;
        this.visas = visas;
        this.sought = sought;
        this.successor = scheme -> Optional.empty();
        this.schemes = decidedAbout(house);
    }

    private static List<SchemeVersion> decidedAbout(House house) {
        return house.schemes.all().stream()
                .filter(version -> version.conduct()
                        .filter(conduct -> Arrays.stream(DecisionKind.values())
                                .filter(kind -> kind.effect() == DecisionKind.Effect.SAME_VISA)
                                .anyMatch(kind -> conduct.decision(kind).isPresent()))
                        .isPresent())
                .toList();
    }

    private VisaId granted(SchemeVersion scheme) {
        given++;
        VisaFacts facts = facts(scheme, scheme.id() + "-" + given);
        return house.door
                .enter(
                        House.ADMINISTRATOR,
                        Permission.IMPORT_CATALOGUE,
                        "walk",
                        passage ->
                                house.recordVisa.asNew(passage, facts, new Provenance("walk", Optional.empty(), "1")))
                .id();
    }

    static List<DecisionKind> aboutVisasAlone() {
        return Arrays.stream(DecisionKind.values())
                .filter(kind -> kind.effect() == DecisionKind.Effect.SAME_VISA && !kind.givesMore())
                .toList();
    }

    List<SchemeVersion> schemes() {
        return schemes;
    }

    List<VisaId> visas() {
        return visas;
    }

    List<Served> served() {
        return served;
    }

    Step tryOne() {
        return tryOne(any(visas));
    }

    Step tryOne(VisaId about) {
        house.clock.advance(Duration.ofMinutes(1 + random.nextInt(120)));
        Visa visa = house.visas.find(about).orElseThrow();
        SchemeVersion scheme = house.schemes.version(visa.facts().scheme()).orElseThrow();
        LocalDate today = house.calendar.today();
        DecisionContent content = content(scheme, visa, today);
        Optional<DecisionRule> rule = scheme.conduct().orElseThrow().decision(content.kind());
        Actor proposer = mostly(rule.map(DecisionRule::proposedBy));
        Actor approver = mostly(rule.map(DecisionRule::approvedBy));
        Optional<String> refusal = Optional.empty();
        try {
            Proposal proposal = house.deciding.propose(proposer, content);
            house.deciding.approve(approver, proposal.id(), proposal.digest(), "Vu.");
            served.add(new Served(
                    house.clock.instant(), house.visas.find(visa.id()).orElseThrow()));
            if (rule.flatMap(DecisionRule::to).filter(ENDS::contains).isPresent()) {
                successor
                        .apply(scheme)
                        .ifPresentOrElse(
                                next -> visas.set(visas.indexOf(visa.id()), next), () -> visas.remove(visa.id()));
            }
        } catch (Refused refused) {
            refusal = Optional.of(refused.refusal().code());
        }
        return new Step(visa, content, proposer, approver, today, refusal);
    }

    /** Somebody in one of these roles, and now and then anybody. */
    private Actor mostly(Optional<Set<Role>> roles) {
        List<Actor> entitled = OFFICERS.stream()
                .filter(officer ->
                        roles.stream().anyMatch(may -> officer.roles().stream().anyMatch(may::contains)))
                .toList();
        return entitled.isEmpty() || random.nextInt(6) == 0 ? any(OFFICERS) : any(entitled);
    }

    private DecisionContent content(SchemeVersion scheme, Visa visa, LocalDate today) {
        DecisionKind kind = kind(scheme, visa, today);
        VisaFacts facts = visa.facts();
        boolean later = random.nextInt(4) == 0;
        LocalDate effective = later ? today.plusDays(random.nextInt(60) - 20) : today;
        boolean scopes = kind == DecisionKind.REDUCE_SCOPE || kind == DecisionKind.EXTEND_SCOPE;
        return Reasons.given(new DecisionContent(
                kind,
                Optional.empty(),
                0,
                Optional.of(visa.id()),
                visa.version(),
                effective,
                sometimes(effective.plusDays(random.nextInt(80) - 5)),
                sometimes("Motifs."),
                sometimes("À corriger."),
                scopes ? subset(new ArrayList<>(facts.scopes())) : Set.of(),
                kind == DecisionKind.DEGRADE_LEVEL && !scheme.grantedLevels().isEmpty()
                        ? Optional.of(any(scheme.grantedLevels()).id())
                        : Optional.empty(),
                kind == DecisionKind.MAINTAIN ? Optional.of("1.1") : Optional.empty(),
                Optional.empty(),
                kind == DecisionKind.RESTRICT || random.nextInt(kind.takesClauses() ? 4 : 50) == 0
                        ? List.of(clause(random))
                        : List.of(),
                kind == DecisionKind.CORRECT ? Optional.of(correction()) : Optional.empty(),
                kind == DecisionKind.ADVISE ? Optional.of(any(ADVICE)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of()));
    }

    /** A condition or a reservation, in both languages. */
    static Clause clause(Random random) {
        int number = random.nextInt(1_000);
        return new Clause(
                random.nextBoolean() ? Clause.Kind.CONDITION : Clause.Kind.RESERVATION,
                "Clause " + number + ", en français.",
                Optional.of("Clause " + number + ", in English."));
    }

    private Correction correction() {
        Optional<String> none = Optional.empty();
        return random.nextInt(3) == 0
                ? Correction.ofConsent(random.nextBoolean())
                : new Correction(Optional.of("Nom " + random.nextInt(3)), none, none, none);
    }

    /** Mostly one that the scheme knows, and first one that is sought and can be taken on the status of the visa. */
    private DecisionKind kind(SchemeVersion scheme, Visa visa, LocalDate today) {
        VisaStatus status = visa.facts()
                .statusOn(today, house.schemes.statusAtEnd(scheme.id()))
                .status();
        Optional<DecisionKind> first = sought.apply(scheme).stream()
                .filter(kind -> kind.effect() == DecisionKind.Effect.SAME_VISA && !kind.givesMore())
                .filter(kind -> scheme.conduct()
                        .orElseThrow()
                        .decision(kind)
                        .filter(rule -> rule.from().contains(status))
                        .isPresent())
                .findFirst();
        if (first.isPresent() && random.nextInt(3) > 0) {
            return first.get();
        }
        List<DecisionKind> known = aboutVisas().stream()
                .filter(kind -> scheme.conduct().orElseThrow().decision(kind).isPresent())
                .toList();
        return random.nextInt(8) == 0 || known.isEmpty() ? any(aboutVisas()) : any(known);
    }

    private static List<DecisionKind> aboutVisas() {
        return Arrays.stream(DecisionKind.values())
                .filter(kind -> kind.effect() == DecisionKind.Effect.SAME_VISA)
                .toList();
    }

    private VisaFacts facts(SchemeVersion scheme, String reference) {
        LocalDate first = LocalDate.ofInstant(BEGIN, java.time.ZoneOffset.UTC).minusDays(random.nextInt(400));
        Optional<LocalDate> last =
                scheme.validity().usualLastDay(first).or(() -> scheme.validity().latestLastDay(first));
        List<Level> levels = scheme.grantedLevels();
        return new VisaFacts(
                scheme.id(),
                scheme.family(),
                Reference.official(reference, first.getYear()),
                new Subject(scheme.subjects().value().iterator().next(), "Objet " + reference, Optional.of("1.0")),
                Organisation.named("Halcyon Cards"),
                Optional.empty(),
                List.of(),
                levels.isEmpty() ? Optional.empty() : Optional.of(Effects.claim(any(levels))),
                new TreeSet<>(scheme.scopes().stream().map(Scope::id).toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Validity(first, last),
                List.of(StatusChange.inForce(first)),
                Optional.empty(),
                scheme.isListed(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
    }

    private <T> Optional<T> sometimes(T value) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(value);
    }

    private Set<String> subset(List<String> of) {
        Collections.sort(of);
        Set<String> chosen = new TreeSet<>(of);
        of.forEach(one -> {
            if (random.nextInt(3) == 0) {
                chosen.remove(one);
            }
        });
        return chosen;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
