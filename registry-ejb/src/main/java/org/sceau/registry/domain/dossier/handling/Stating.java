package org.sceau.registry.domain.dossier.handling;

import static org.sceau.registry.domain.dossier.handling.Filing.require;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;

/**
 * What the assigned laboratory declares, beside the application of the sponsor: its plan. Neither writes what the other declares, and both
 * stand together where rules look.
 */
public final class Stating {
    private Stating() {}

    /**
     * Replaces all that the laboratory declares: by an assigned one, from the examination on until its report is delivered. What others approved
     * at its request was the former plan: each such request is taken back when it changes.
     *
     * @param facts by id; those of the laboratory that are left out are declared no more
     * @throws org.sceau.registry.domain.refusal.Refused {@code fact-not-in-version}, {@code fact-not-yours}, {@code fact-misfit}, {@code
     *     not-open-for-changes}, or a right that is missing
     */
    public static Dossier state(Handling handling, Map<String, FactValue> facts, Person person) {
        require(Rights.refusal(handling, person, Set.of(Role.EVALUATOR)));
        Procedure procedure = handling.conduct().procedure();
        if (of(procedure).isEmpty() && facts.isEmpty()) {
            throw Refusal.of("fact-not-in-version", Refusal.Kind.INVALID).asException();
        }
        facts.forEach((id, value) -> require(unfit(procedure, id, value)));
        if (!isOpen(handling)) {
            throw Filing.notOpen(handling).asException();
        }
        Map<String, FactValue> stated = applicants(procedure, handling.dossier().application());
        stated.putAll(facts);
        Dossier next = planning(handling, handling.dossier(), stated, person);
        return next.after(person, handling.at(), next.history());
    }

    private static Dossier planning(Handling handling, Dossier dossier, Map<String, FactValue> facts, Person person) {
        return dossier.asked(
                dossier.application().declaring(facts),
                asked -> handling.conduct()
                        .procedure()
                        .approval(asked.type())
                        .filter(type -> type.askedBy().contains(Role.EVALUATOR))
                        .isPresent(),
                person,
                handling.at());
    }

    private static Optional<Refusal> unfit(Procedure procedure, String id, FactValue value) {
        Optional<FactType> type = procedure.fact(id);
        if (type.isEmpty()) {
            return Optional.of(
                    Refusal.of("fact-not-in-version", Refusal.Kind.INVALID).with("fact", id));
        }
        return type.filter(known -> known.by() != Role.EVALUATOR)
                .map(Stating::notYours)
                .or(() -> type.get()
                        .misfit(value)
                        .map(misfit -> Refusal.of("fact-misfit", Refusal.Kind.INVALID)
                                .with("fact", id)
                                .with("misfit", misfit)));
    }

    private static Refusal notYours(FactType type) {
        return Refusal.of("fact-not-yours", Refusal.Kind.FORBIDDEN)
                .with("fact", type.id())
                .with("by", type.by().code());
    }

    /** What the laboratory declares under a procedure, in its order. */
    public static List<FactType> of(Procedure procedure) {
        return by(procedure, Role.EVALUATOR);
    }

    /** What the applicant declares under it. */
    public static List<FactType> ofApplicant(Procedure procedure) {
        return by(procedure, Role.SPONSOR);
    }

    private static List<FactType> by(Procedure procedure, Role role) {
        return procedure.facts().stream().filter(type -> type.by() == role).toList();
    }

    /** Why an application that is opened with may not be written: it declares what is the laboratory's to declare; empty when it may. */
    public static Optional<Refusal> foreign(Procedure procedure, Application application) {
        return foreign(procedure, application, Map.of());
    }

    /** The same of one that replaces another: what the laboratory declared may be sent along as it stands. */
    static Optional<Refusal> foreign(Procedure procedure, Application application, Map<String, FactValue> standing) {
        return of(procedure).stream()
                .filter(type -> {
                    FactValue sent = application.facts().get(type.id());
                    return sent != null && !sent.equals(standing.get(type.id()));
                })
                .findFirst()
                .map(Stating::notYours);
    }

    /** An application of the sponsor, with what the laboratory declared beside the former one. */
    static Application beside(Procedure procedure, Application application, Application former) {
        Map<String, FactValue> facts = applicants(procedure, application);
        of(procedure)
                .forEach(type -> Optional.ofNullable(former.facts().get(type.id()))
                        .ifPresent(value -> facts.put(type.id(), value)));
        return application.declaring(facts);
    }

    /** The dossier without the plan of a laboratory that no longer evaluates it. */
    static Dossier forgotten(Handling handling, Dossier next, Person person) {
        boolean allStay = next.laboratories().containsAll(handling.dossier().laboratories());
        return allStay
                ? next
                : planning(handling, next, applicants(handling.conduct().procedure(), next.application()), person);
    }

    private static Map<String, FactValue> applicants(Procedure procedure, Application application) {
        Map<String, FactValue> facts = new TreeMap<>(application.facts());
        of(procedure).forEach(type -> facts.remove(type.id()));
        return facts;
    }

    /** Whether a plan can be made and something is missing that the laboratory declares. */
    public static boolean isAwaited(Dossier dossier, Procedure procedure) {
        return procedure.stage(dossier.stage()).filter(Stating::isOpen).isPresent()
                && of(procedure).stream()
                        .anyMatch(type -> !dossier.application().facts().containsKey(type.id()));
    }

    /** Whether a plan can still be made or changed: the evaluation is ahead, or under way with the laboratory. */
    static boolean isOpen(Handling handling) {
        return isOpen(Filing.stage(handling));
    }

    private static boolean isOpen(Stage stage) {
        boolean evaluates = stage.phase() == Phase.EVALUATION
                && stage.holder().filter(Role.EVALUATOR::equals).isPresent();
        return stage.phase() == Phase.EXAMINATION || evaluates;
    }
}
