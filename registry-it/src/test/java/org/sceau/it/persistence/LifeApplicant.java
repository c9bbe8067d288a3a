package org.sceau.it.persistence;

import static org.sceau.it.persistence.Matters.seen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sceau.it.house.House;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DrawnApplications;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** A vendor who applies for visas, and for what follows them, with what has the least trouble of some that it thinks of. */
final class LifeApplicant {
    private static final int THOUGHT_OF = 40;

    private final House house;
    private final Random random;
    private final List<VisaId> visas;
    private final Function<SchemeVersion, String> accredited;

    /**
     * @param visas      that there are
     * @param accredited names a body that is accredited under a scheme
     */
    LifeApplicant(House house, Random random, List<VisaId> visas, Function<SchemeVersion, String> accredited) {
        this.house = house;
        this.random = random;
        this.visas = visas;
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
                .filter(id -> house.visas
                        .find(id)
                        .filter(visa -> anyStatus || isInForce(visa))
                        .filter(visa -> visa.facts()
                                .scheme()
                                .scheme()
                                .equals(scheme.id().scheme()))
                        .isPresent())
                .toList();
        List<DossierKind> following = conduct.procedure().kinds().stream()
                .filter(kind -> conduct.followUp(kind).isPresent())
                .sorted()
                .toList();
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

    /** The applicant asks for what has the least trouble of some that were thought of. */
    void reconsider(Dossier dossier) {
        SchemeVersion scheme = house.schemes.version(dossier.opening().scheme()).orElseThrow();
        DrawnApplications applications = applications(scheme);
        Optional<Visa> about = dossier.opening().about().flatMap(house.visas::find);
        Application best = applications.best(
                THOUGHT_OF,
                thought ->
                        trouble(dossier, naming(scheme, about(dossier.opening().kind(), about, thought))));
        house.handling.changeApplication(
                Matters.VENDOR,
                dossier.id(),
                seen(dossier),
                naming(scheme, about(dossier.opening().kind(), about, best)));
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

    private DrawnApplications applications(SchemeVersion scheme) {
        List<VisaId> newest = newest();
        return new DrawnApplications(scheme, random, house.calendar::today, () -> newest);
    }

    /** The newest visa in force of each scheme: of all there are, hardly any would be what an application has to rest on. */
    private List<VisaId> newest() {
        Map<String, VisaId> newest = new TreeMap<>();
        visas.forEach(id -> house.visas
                .find(id)
                .filter(this::isInForce)
                .ifPresent(visa -> newest.put(visa.facts().scheme().scheme().value(), id)));
        return List.copyOf(newest.values());
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

    private long trouble(Dossier dossier, Application application) {
        Dossier then = DrawnApplications.asking(dossier, application);
        Handling look = house.acts.look(then, house.clock.instant());
        return Preflight.of(
                                look,
                                look.scheme()
                                        .conduct()
                                        .orElseThrow()
                                        .procedure()
                                        .start()
                                        .id())
                        .size()
                + Foreseen.of(look).size();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
