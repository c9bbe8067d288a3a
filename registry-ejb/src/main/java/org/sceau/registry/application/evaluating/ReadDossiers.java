package org.sceau.registry.application.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Checks;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.HandIn;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.dossier.handling.OpenActs;
import org.sceau.registry.domain.dossier.handling.Walls;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Looks at dossiers. Nothing is changed, and nothing is told of a dossier that is not the actor's. */
@ApplicationScoped
public class ReadDossiers {
    private final Door door;
    private final DossierActs acts;
    private final Laboratories laboratories;
    private final LegalCalendar calendar;
    private final WorkingDays workingDays;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadDossiers() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReadDossiers(
            Door door, DossierActs acts, Laboratories laboratories, LegalCalendar calendar, WorkingDays workingDays) {
        this.door = door;
        this.acts = acts;
        this.laboratories = laboratories;
        this.calendar = calendar;
        this.workingDays = workingDays;
    }

    /**
     * A dossier as it is known now, or as it was known and stood at an instant.
     *
     * @param knownAt an instant to come is now
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown} for one that is not there, was not, or is not the actor's
     */
    public DossierSight one(Actor actor, DossierId id, Optional<Instant> knownAt) {
        Instant now = calendar.clock().instant();
        Optional<Instant> then = knownAt.filter(now::isAfter);
        return sight(actor, acts.read(actor, id, then), then.orElse(now));
    }

    /**
     * The same as it stood at the end of a legal day. Whatever bears a day of its own counts from that day, as far as it was known; what is
     * declared, assigned and shown takes effect as it is recorded.
     *
     * @param asOf a day to come shows the clocks of then
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown} also for a day before it was opened
     */
    public DossierSight one(Actor actor, DossierId id, Optional<Instant> knownAt, LocalDate asOf) {
        Instant now = calendar.clock().instant();
        Optional<Instant> then = knownAt.filter(now::isAfter);
        Dossiers.Recorded recorded = acts.read(actor, id, then);
        Instant lastOfDay = calendar.startOf(asOf.plusDays(1)).minusNanos(1);
        Dossiers.Recorded onDay =
                lastOfDay.isBefore(then.orElse(now)) ? acts.read(actor, id, Optional.of(lastOfDay)) : recorded;
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossier:" + id, () -> {
            Dossier stood = recorded.dossier()
                    .on(asOf, calendar::dayOf)
                    .map(past -> past.declaredAsIn(onDay.dossier()))
                    .orElseThrow(() -> Refusal.of("dossier-unknown", Refusal.Kind.NOT_FOUND)
                            .asException());
            return computed(
                    actor,
                    new Dossiers.Recorded(stood, recorded.recordedAt(), recorded.position()),
                    calendar.startOf(asOf),
                    asOf.equals(calendar.dayOf(then.orElse(now))) ? then.orElse(now) : lastOfDay);
        });
    }

    /** One version of a dossier, as it stands today. */
    public DossierSight one(Actor actor, DossierId id, long version) {
        return sight(actor, acts.read(actor, id, version), calendar.clock().instant());
    }

    /**
     * Dossiers that the actor may see, newest first.
     *
     * @param visa   only those that led to it or are about it; all of them when absent
     * @param before number of the dossier to go on behind
     * @param most   1 to 200
     * @param row    what is kept of each: a page of whole dossiers may be too large
     */
    public <R> List<R> page(
            Actor actor, Optional<VisaId> visa, Optional<String> before, int most, Function<DossierSight, R> row) {
        Instant now = calendar.clock().instant();
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "dossiers",
                () -> acts.page(actor, visa, before, most).stream()
                        .map(id -> row.apply(computed(actor, acts.any(id), now, now)))
                        .toList());
    }

    /** A step at the present stage, the roles of the actor that may take it, and what stands in the way of the one that comes furthest. */
    public record OpenStep(Move move, List<Role> roles, Optional<Refusal> refusal) {}

    /** The steps that the procedure has for the actor's roles at the present stage, with the dossier they are of. */
    public record OpenSteps(Dossier dossier, List<OpenStep> steps) {}

    public OpenSteps steps(Actor actor, DossierId id) {
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossier:" + id, () -> {
            Handling look = acts.look(
                    acts.visible(actor, id).dossier(), calendar.clock().instant());
            Map<String, OpenStep> steps = new LinkedHashMap<>();
            Set<Role> roles = actor.roles(look.scheme().id().scheme());
            for (Role role : new TreeSet<>(roles)) {
                Person person = new Person(actor.name(), actor.organisation(), role);
                Optional<Refusal> wall = Walls.refusal(look.scheme(), roles, role);
                Moves.openTo(look, person)
                        .forEach(open -> steps.merge(
                                open.move().step(),
                                new OpenStep(open.move(), List.of(role), wall.or(open::refusal)),
                                ReadDossiers::either));
            }
            return new OpenSteps(look.dossier(), List.copyOf(steps.values()));
        });
    }

    /** A laboratory on record, and why it cannot be assigned to a dossier today; absent when it can. */
    public record Candidate(Laboratory laboratory, Optional<Refusal> refusal) {}

    /** All of them, and the legal day they were looked at. */
    public record Candidates(LocalDate day, List<Candidate> laboratories) {}

    /** Every laboratory on record, by name: those that fit first (invariant 70), the others with what they lack. */
    public Candidates candidates(Actor actor, DossierId id) {
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossier:" + id, () -> {
            Handling look = acts.look(
                    acts.visible(actor, id).dossier(), calendar.clock().instant());
            return new Candidates(
                    look.day(),
                    laboratories.all().stream()
                            .map(Laboratories.Recorded::laboratory)
                            .map(known -> new Candidate(known, Filing.unfit(look, known.id())))
                            .sorted(Comparator.comparing(
                                    candidate -> candidate.refusal().isPresent()))
                            .toList());
        });
    }

    private static OpenStep either(OpenStep one, OpenStep other) {
        List<Role> roles = new ArrayList<>(one.roles());
        roles.addAll(other.roles());
        return new OpenStep(one.move(), List.copyOf(roles), one.refusal().isEmpty() ? one.refusal() : other.refusal());
    }

    private DossierSight sight(Actor actor, Dossiers.Recorded recorded, Instant at) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "dossier:" + recorded.dossier().id(),
                () -> computed(actor, recorded, at, at));
    }

    /** The visa it is about, as it is now; empty for a first application. */
    public Optional<Visa> visaOf(Actor actor, DossierId id) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "dossier:" + id,
                () -> acts.visible(actor, id).dossier().opening().about().flatMap(acts::visa));
    }

    /** The visas that came of it, or were changed by it. */
    public List<Visa> visasOf(Actor actor, DossierId id) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "dossier:" + id,
                () -> acts.visasOf(acts.visible(actor, id).dossier().id()));
    }

    /** What the actor may do besides the moves. */
    public OpenActs acts(Actor actor, DossierId id) {
        return asHandler(actor, Permission.READ_DOSSIERS, id, OpenActs::of);
    }

    /** The steps that wait for nothing but what the actor may bring. */
    public List<HandIn> handIns(Actor actor, DossierId id) {
        return asHandler(actor, Permission.READ_DOSSIERS, id, HandIn::of);
    }

    /**
     * Asks whether a hand-in would do, before anything of it is done. Behind the door, so that the audit log keeps who tried.
     *
     * @param document id of the type that is brought
     * @param said     by id of a conclusion, whether it is favourable
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown}, {@code step-not-open} with the steps that do wait so, and what
     *     {@link HandIn#refusal} says of the conclusions
     */
    public void requireHandIn(Actor actor, DossierId id, String step, String document, Map<String, Boolean> said) {
        asHandler(actor, Permission.HANDLE_DOSSIER, id, (look, persons) -> {
            List<HandIn> waiting = HandIn.of(look, persons);
            HandIn wanted = waiting.stream()
                    .filter(all -> all.isOf(step, document))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("step-not-open", Refusal.Kind.CONFLICT)
                            .with("step", step)
                            .with(
                                    "open",
                                    waiting.stream()
                                            .map(all -> all.move().step())
                                            .collect(Collectors.joining(", ")))
                            .asException());
            wanted.refusal(said).ifPresent(refusal -> {
                throw refusal.asException();
            });
            return wanted;
        });
    }

    private <R> R asHandler(
            Actor actor, Permission permission, DossierId id, BiFunction<Handling, List<Person>, R> look) {
        return door.prepare(actor, permission, "dossier:" + id, () -> {
            Handling now = acts.look(
                    acts.visible(actor, id).dossier(), calendar.clock().instant());
            Set<Role> roles = actor.roles(now.scheme().id().scheme());
            return look.apply(
                    now,
                    Permission.HANDLE_DOSSIER.roles().stream()
                            .filter(roles::contains)
                            .filter(role ->
                                    Walls.refusal(now.scheme(), roles, role).isEmpty())
                            .map(role -> new Person(actor.name(), actor.organisation(), role))
                            .toList());
        });
    }

    /** What it is held to on its way, and how each of it stands today. */
    public List<Checks.Check> checks(Actor actor, DossierId id) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "dossier:" + id,
                () -> Checks.of(acts.look(
                        acts.visible(actor, id).dossier(), calendar.clock().instant())));
    }

    /** @param judged the instant at which clocks that count hours are looked at, on the day of the look */
    DossierSight computed(Actor actor, Dossiers.Recorded recorded, Instant at, Instant judged) {
        Dossier dossier = recorded.dossier();
        Handling look = acts.look(dossier, at);
        Procedure procedure = look.scheme().conduct().orElseThrow().procedure();
        LocalDate day = look.day();
        List<Laboratory> laboratories = dossier.laboratories().stream()
                .flatMap(id -> look.surroundings().laboratory(id).stream())
                .toList();
        return new DossierSight(
                recorded,
                look.scheme(),
                day,
                look.situation().level(),
                laboratories,
                Clocks.running(dossier, procedure, workingDays, day).stream()
                        .map(clock -> clock.at(judged))
                        .toList(),
                Clocks.late(dossier, procedure, workingDays, day),
                Clocks.rejectedBySilence(dossier, procedure, workingDays, day),
                Clocks.remedyOfSilence(dossier, procedure, workingDays, day),
                Clocks.daysAtStages(dossier, day),
                new DossierSight.Reader(
                        actor.organisation(),
                        DossierActs.seesAll(actor, look.scheme().id().scheme())));
    }
}
