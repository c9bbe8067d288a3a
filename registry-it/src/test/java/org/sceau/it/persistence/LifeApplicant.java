package org.sceau.it.persistence;

import static org.sceau.it.persistence.Matters.seen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sceau.it.house.House;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DrawnApplications;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** A vendor who applies for visas, and for what follows them, with what has the least trouble of some that it thinks of. */
final class LifeApplicant {
    private static final int THOUGHT_OF = 40;

    private final House house;
    private final Random random;
    private final List<VisaId> visas;
    private final LifeAims aims;
    /** What never changes of a visa: its scheme, and what it is worth as a base. */
    private final Map<VisaId, Worth> worths = new HashMap<>();

    /** What each visa was granted for: what follows it is mostly about just that. */
    private final Map<VisaId, Application> grantedFor = new HashMap<>();

    /** Two visas of one worth serve an application alike. */
    private record Worth(SchemeId scheme, Optional<String> level, Optional<String> versions, boolean ofVendor) {}

    private final Function<SchemeVersion, String> accredited;

    /**
     * @param visas      that there are
     * @param accredited names a body that is accredited under a scheme
     */
    LifeApplicant(
            House house, Random random, List<VisaId> visas, LifeAims aims, Function<SchemeVersion, String> accredited) {
        this.house = house;
        this.random = random;
        this.visas = visas;
        this.aims = aims;
        this.accredited = accredited;
    }

    /**
     * A first application, or one about a visa of the scheme.
     *
     * @param evaluator a laboratory that may hold the visa; asked of first applications now and then
     */
    Dossier open(SchemeVersion scheme, Supplier<Optional<String>> evaluator) {
        Conduct conduct = scheme.conduct().orElseThrow();
        boolean anyStatus = random.nextInt(6) == 0;
        List<VisaId> own = visas.stream()
                .filter(id -> worth(id).scheme().equals(scheme.id().scheme()))
                .filter(id -> house.visas
                        .find(id)
                        .filter(visa -> anyStatus || isInForce(visa))
                        .isPresent())
                .toList();
        List<DossierKind> following = following(scheme, conduct);
        boolean follows = !own.isEmpty() && !following.isEmpty() && random.nextInt(4) > 0;
        Optional<Visa> about = follows ? house.visas.find(any(own)) : Optional.empty();
        DossierKind kind = follows ? any(following) : DossierKind.INITIAL;
        DrawnApplications applications = applications(scheme);
        Dossier opened = house.opening.open(
                Matters.VENDOR,
                new OpenDossier.Request(
                        scheme.id(),
                        kind,
                        about.map(Visa::id),
                        naming(scheme, about(kind, about, applications.any())),
                        Optional.empty(),
                        about.isEmpty() && random.nextInt(4) == 0 ? evaluator.get() : Optional.empty(),
                        List.of()));
        return opened;
    }

    /** The follow-ups that may come to what nobody decided yet under the version; all of them where none does, and now and then. */
    private List<DossierKind> following(SchemeVersion scheme, Conduct conduct) {
        List<DossierKind> known = conduct.procedure().kinds().stream()
                .filter(kind -> conduct.followUp(kind).isPresent())
                .sorted()
                .toList();
        List<DecisionKind> aimed = aims.open(scheme);
        if (aimed.contains(DecisionKind.GRANT)) {
            return List.of();
        }
        List<DossierKind> leading = known.stream()
                .filter(kind -> conduct.followUp(kind).orElseThrow().decisions().stream()
                        .anyMatch(aimed::contains))
                .toList();
        return leading.isEmpty() || random.nextInt(8) == 0 ? known : leading;
    }

    /** What a laboratory might plan under a scheme. */
    Map<String, FactValue> stated(SchemeVersion scheme) {
        return applications(scheme).stated();
    }

    /**
     * The provider names its people for each activity, and now and then others who do one for it, where a row of the scheme asks about
     * them.
     */
    boolean showStaff(Dossier dossier) {
        SchemeVersion scheme = house.schemes.version(dossier.opening().scheme()).orElseThrow();
        if (scheme.conduct().orElseThrow().procedure().moves().stream()
                .noneMatch(move ->
                        move.demands(Guard.SUBCONTRACTORS_QUALIFIED) || move.demands(Guard.ATTESTATIONS_IN_FORCE))) {
            return false;
        }
        LocalDate today = house.calendar.today();
        List<Assignment> staff = new ArrayList<>();
        List<Subcontract> subcontracts = new ArrayList<>();
        for (Scope scope : scheme.scopes()) {
            LocalDate engaged = today.minusDays(random.nextInt(300));
            LocalDate attestedFrom = engaged.minusDays(random.nextInt(400));
            LocalDate attestedUntil = random.nextInt(40) == 0 ? engaged.minusDays(1) : engaged.plusDays(500);
            staff.add(new Assignment(
                    "Intervenante " + scope.id(),
                    scope.id(),
                    engaged,
                    random.nextInt(40) == 0
                            ? Optional.empty()
                            : Optional.of(new Assignment.Attestation(
                                    "ATT-" + random.nextInt(1000),
                                    attestedFrom.isAfter(attestedUntil) ? attestedUntil : attestedFrom,
                                    attestedUntil)),
                    Optional.empty(),
                    staff.isEmpty() && random.nextInt(40) > 0
                            ? Optional.of(Assignment.Duty.LEADS_TEAM)
                            : Optional.empty()));
            if (random.nextInt(12) == 0) {
                List<VisaId> others = newest();
                others.stream()
                        .filter(id -> worth(id).scheme().equals(scheme.id().scheme()))
                        .findFirst()
                        .ifPresent(id -> subcontracts.add(new Subcontract(scope.id(), id)));
            }
        }
        house.handling.showStaff(Matters.VENDOR, dossier.id(), seen(dossier), staff, subcontracts);
        return true;
    }

    /**
     * The applicant asks for what has the least trouble of some that were thought of, resting on one visa more where that helps.
     *
     * @return whether nothing is in its way that can be known today
     */
    boolean reconsider(Dossier opened) {
        Dossier dossier = house.dossiers.find(opened.id()).orElseThrow().dossier();
        DossierKind kind = dossier.opening().kind();
        SchemeVersion scheme = house.schemes.version(dossier.opening().scheme()).orElseThrow();
        DrawnApplications applications = applications(scheme);
        Optional<Visa> about = dossier.opening().about().flatMap(house.visas::find);
        Application best = about.flatMap(visa -> Optional.ofNullable(grantedFor.get(visa.id())))
                .filter(known -> kind != DossierKind.EXTENSION && random.nextInt(4) > 0)
                .map(known -> naming(scheme, about(kind, about, known)))
                .filter(known -> trouble(dossier, known) == 0)
                .orElseGet(() -> naming(
                        scheme,
                        about(
                                kind,
                                about,
                                applications.improved(
                                        THOUGHT_OF,
                                        thought -> trouble(dossier, naming(scheme, about(kind, about, thought)))))));
        long trouble = trouble(dossier, best);
        for (VisaId base : trouble == 0 ? List.<VisaId>of() : newest()) {
            Application resting = restingAlsoOn(best, base);
            long its = trouble(dossier, resting);
            if (its < trouble) {
                best = resting;
                trouble = its;
            }
        }
        house.handling.changeApplication(Matters.VENDOR, dossier.id(), seen(dossier), best);
        return trouble == 0;
    }

    /** A visa was granted for what a dossier asks. */
    void granted(VisaId visa, Dossier dossier) {
        grantedFor.put(visa, dossier.application());
    }

    /** No word that comes to mind names an accredited body: whoever must name one names one. */
    private Application naming(SchemeVersion scheme, Application asked) {
        Map<String, FactValue> facts = new TreeMap<>(asked.facts());
        scheme.conduct().orElseThrow().procedure().rules().stream()
                .map(Rule::requires)
                .filter(Condition.Accredited.class::isInstance)
                .map(rule -> ((Condition.Accredited) rule).fact())
                .forEach(fact -> facts.put(fact, FactValue.Words.of(accredited.apply(scheme))));
        return new Application(
                asked.subject(),
                asked.level(),
                asked.scopes(),
                asked.category(),
                asked.nationalSecurity(),
                facts,
                asked.bases(),
                asked.listed());
    }

    private static Application restingAlsoOn(Application asked, VisaId base) {
        Set<VisaId> bases = new HashSet<>(asked.bases());
        bases.add(base);
        return new Application(
                asked.subject(),
                asked.level(),
                asked.scopes(),
                asked.category(),
                asked.nationalSecurity(),
                asked.facts(),
                bases,
                asked.listed());
    }

    private DrawnApplications applications(SchemeVersion scheme) {
        List<VisaId> newest = newest();
        return new DrawnApplications(scheme, random, house.calendar::today, () -> newest);
    }

    /** The newest visa in force of each worth: of all there are, hardly any would be what an application has to rest on. */
    private List<VisaId> newest() {
        Map<Worth, VisaId> newest = new LinkedHashMap<>();
        for (int i = visas.size() - 1; i >= 0; i--) {
            VisaId id = visas.get(i);
            if (!newest.containsKey(worth(id))
                    && house.visas.find(id).filter(this::isInForce).isPresent()) {
                newest.put(worth(id), id);
            }
        }
        return List.copyOf(newest.values());
    }

    private Worth worth(VisaId id) {
        return worths.computeIfAbsent(id, unknown -> {
            VisaFacts facts = house.visas.find(unknown).orElseThrow().facts();
            return new Worth(
                    facts.scheme().scheme(),
                    facts.level().flatMap(Claim::term),
                    facts.subject().versions(),
                    facts.holder().name().equals(Matters.VENDOR.organisation()));
        });
    }

    private boolean isInForce(Visa visa) {
        return visa.facts()
                        .statusOn(
                                house.calendar.today(),
                                house.schemes.statusAtEnd(visa.facts().scheme()))
                        .status()
                == VisaStatus.IN_FORCE;
    }

    /** What follows a visa is about its subject, in that version or another one. */
    private Application about(DossierKind kind, Optional<Visa> about, Application asked) {
        return about.map(visa -> visa.facts().subject())
                .map(subject -> new Application(
                        new Subject(
                                subject.kind(),
                                subject.name(),
                                isOfAnotherVersion(kind) ? Optional.of("1." + random.nextInt(20)) : subject.versions()),
                        asked.level(),
                        asked.scopes(),
                        asked.category(),
                        asked.nationalSecurity(),
                        asked.facts(),
                        asked.bases(),
                        asked.listed()))
                .orElse(asked);
    }

    private boolean isOfAnotherVersion(DossierKind kind) {
        return kind == DossierKind.MAINTENANCE || kind == DossierKind.REEVALUATION || random.nextInt(8) == 0;
    }

    /** What is in its way: what the preflight and the foresight say, and what rows on its way ask of its bases and its issuer. */
    private long trouble(Dossier dossier, Application application) {
        Dossier then = DrawnApplications.asking(dossier, application);
        Handling look = house.acts.look(then, house.clock.instant());
        Conduct conduct = look.scheme().conduct().orElseThrow();
        Procedure procedure = conduct.procedure();
        List<Move> ahead = procedure.moves().stream()
                .filter(move -> move.kinds().contains(dossier.opening().kind()))
                .filter(move -> move.decides().isEmpty() || move.decides().get().effect() != DecisionKind.Effect.NONE)
                .toList();
        long broken = ahead.stream()
                .flatMap(move -> Stream.concat(
                        move.rules().stream(),
                        move.decides().flatMap(conduct::decision).stream().flatMap(row -> row.rules().stream())))
                .distinct()
                .filter(code -> procedure.rule(code).orElseThrow().isBrokenIn(look.situation()))
                .count();
        boolean isIssuerAsked = ahead.stream().anyMatch(move -> move.demands(Guard.ISSUER_ACCREDITED));
        CertificationBody.Asked asked = new CertificationBody.Asked(
                look.scheme().id().scheme(), look.situation().level(), application.category(), look.day());
        long lacking = isIssuerAsked
                        && house.operator
                                .certificationBody()
                                .lacking(Entitlement.Kind.ACCREDITATION, asked)
                                .isPresent()
                ? 1
                : 0;
        return Preflight.of(look, procedure.start().id()).size()
                + Foreseen.of(look).size()
                + broken
                + lacking;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
