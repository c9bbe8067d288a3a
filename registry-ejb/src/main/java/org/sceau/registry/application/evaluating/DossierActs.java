package org.sceau.registry.application.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.dossier.handling.Grounds;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.dossier.handling.Walls;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Lets acts on dossiers through the door: who sees it, which version was seen, the act, its entry, the next version. */
@ApplicationScoped
public class DossierActs {
    private final Door door;
    private final Dossiers dossiers;
    private final Laboratories laboratories;
    private final Visas visas;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final Operator operator;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DossierActs() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public DossierActs(
            Door door,
            Dossiers dossiers,
            Laboratories laboratories,
            Visas visas,
            Schemes schemes,
            RevisionsInUse editions,
            Operator operator,
            LegalCalendar calendar) {
        this.door = door;
        this.dossiers = dossiers;
        this.laboratories = laboratories;
        this.visas = visas;
        this.schemes = schemes;
        this.editions = editions;
        this.operator = operator;
        this.calendar = calendar;
    }

    /**
     * An act on a dossier, in the first role of the actor in which it is accepted.
     *
     * @param seen version the actor saw; absent when the act does not depend on it
     * @param act  what is done, kebab-case, for the record
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown} for one that is not there or not the actor's, {@code
     *     concurrent-change} when somebody else acted since, or what the act says
     */
    public Dossier act(
            Actor actor,
            Permission permission,
            DossierId id,
            OptionalLong seen,
            String act,
            BiFunction<Handling, Person, Dossier> change) {
        return door.enter(actor, permission, "dossier:" + id, passage -> {
            Dossier before = visible(actor, id).dossier();
            requireVersion(before, seen);
            Handling look = look(before, passage.now());
            Dossier after = inSomeRole(look.scheme(), actor, person -> change.apply(look, person));
            return record(passage, look, after, act);
        });
    }

    /**
     * Refuses visas that nobody told the applicant of: what a rule says of one would tell that it exists, and what it is.
     *
     * @param named     visas an application rests on, or a subcontract names
     * @param applicant who may name its own visas although they are not listed; never the holder, whom an applicant names as it likes
     * @throws Refused {@code visa-unknown}, for one that is not there and alike for one that is not shown
     */
    public void requireShown(Collection<VisaId> named, Organisation applicant) {
        boolean shown = named.stream()
                .allMatch(id -> visas.find(id)
                        .map(Visa::facts)
                        .filter(facts -> facts.listed()
                                || facts.holder().equals(applicant)
                                || facts.sponsor().filter(applicant::equals).isPresent())
                        .isPresent());
        if (!shown) {
            throw Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException();
        }
    }

    /** Puts a new dossier on record inside an act. */
    public Dossier recordNew(Passage passage, Dossier dossier, String act) {
        RecordChange change = RecordChange.made(dossier);
        long position = passage.record(entry(editions.of(dossier.opening()), Optional.empty(), dossier, change, act));
        dossiers.add(
                new Dossiers.Recorded(dossier, passage.now(), position),
                change.text(),
                parties(dossier, surroundings()));
        return dossier;
    }

    /**
     * Puts the next version of a dossier on record inside an act.
     *
     * @param look the look at the version before, whose surroundings are those of the act
     */
    public Dossier record(Passage passage, Handling look, Dossier dossier, String act) {
        RecordChange change = RecordChange.between(look.dossier(), dossier);
        long position = passage.record(entry(look.scheme(), Optional.of(look.dossier()), dossier, change, act));
        dossiers.replace(
                new Dossiers.Recorded(dossier, passage.now(), position),
                change.text(),
                parties(look.dossier(), look.surroundings()),
                parties(dossier, look.surroundings()));
        return dossier;
    }

    /** A dossier that the actor may see now, as it is or was known; the read of it is no act. */
    public Dossiers.Recorded read(Actor actor, DossierId id, Optional<Instant> knownAt) {
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossier:" + id, () -> {
            Dossiers.Recorded present = visible(actor, id);
            return knownAt.isPresent() ? visible(actor, id, dossiers.find(id, knownAt.get())) : present;
        });
    }

    /** One version of a dossier that the actor may see. */
    public Dossiers.Recorded read(Actor actor, DossierId id, long version) {
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossier:" + id, () -> {
            Dossiers.Recorded present = visible(actor, id);
            return present.dossier().version() == version ? present : visible(actor, id, dossiers.find(id, version));
        });
    }

    /** Ids of dossiers the actor may see, newest first; for use inside a look of their own. */
    public List<DossierId> page(Actor actor, Optional<VisaId> visa, Optional<String> before, int most) {
        return dossiers.page(Standing.reachOf(actor), visa, before, most);
    }

    /** Ids of those of them that have not ended, the oldest first. */
    public List<DossierId> open(Actor actor, int most) {
        return dossiers.open(Standing.reachOf(actor), most);
    }

    /** A visa that a dossier is about; for use by whoever shows that dossier. */
    Optional<Visa> visa(VisaId id) {
        return visas.find(id);
    }

    /** The visas that came of a dossier, or were changed by it; for use by whoever shows that dossier. */
    public List<Visa> visasOf(DossierId id) {
        return dossiers.visasOf(id).stream()
                .flatMap(visa -> visas.find(visa).stream())
                .toList();
    }

    /** Whether somebody looks at dossiers and visas of others under a scheme: its handlers and auditors. */
    public static boolean seesAll(Actor actor, SchemeId scheme) {
        return Standing.reachOf(actor).seesAll(scheme);
    }

    /** One look at a dossier, at the instant of an act. */
    public Handling look(Dossier dossier, Instant at) {
        return look(dossier, at, Optional.empty());
    }

    /** The same with what was found around that dossier already. */
    public Handling look(Dossier dossier, Instant at, Optional<Around> around) {
        return new Handling(dossier, editions.of(dossier.opening()), surroundings(around), at, calendar.dayOf(at));
    }

    private Surroundings surroundings() {
        return surroundings(Optional.empty());
    }

    private Surroundings surroundings(Optional<Around> around) {
        return new RegistrySurroundings(laboratories, dossiers, visas, schemes, operator, calendar, around);
    }

    /** Whether an organisation, in whichever spelling, is on record as an evaluation facility: its people decide nothing (invariant 69). */
    public boolean isFacility(String organisation, Optional<Around> around) {
        return surroundings(around).isFacility(organisation);
    }

    /**
     * A dossier, whoever asks; for use inside an act that shows nothing of it.
     *
     * @throws Refused {@code dossier-unknown}, {@code dossier-erased}
     */
    public Dossiers.Recorded any(DossierId id) {
        return dossiers.find(id).orElseThrow(() -> absent(Actor.SYSTEM, id));
    }

    /** The dossier, as far as the actor may see it; for use inside an act. */
    public Dossiers.Recorded visible(Actor actor, DossierId id) {
        return visible(actor, id, dossiers.find(id));
    }

    /**
     * Acts in the first of the actor's roles under the scheme in which the act is accepted.
     *
     * @throws org.sceau.registry.domain.refusal.Refused what was said of the role that came furthest
     */
    public static <R> R inSomeRole(SchemeVersion scheme, Actor actor, Function<Person, R> act) {
        return inSomeRole(List.of(scheme), actor, act);
    }

    /** The same in a matter under several schemes: a role counts that is held under each of them. */
    public static <R> R inSomeRole(List<SchemeVersion> schemes, Actor actor, Function<Person, R> act) {
        Set<Role> counting = new HashSet<>(actor.roles());
        schemes.forEach(scheme -> counting.retainAll(actor.roles(scheme.id().scheme())));
        return Standing.inSomeRole(actor, counting, person -> {
            schemes.forEach(scheme -> requireNoWall(scheme, actor, person));
            return act.apply(person);
        });
    }

    /** @throws org.sceau.registry.domain.refusal.Refused the code of a separation under the whole scheme (invariant 9) */
    private static void requireNoWall(SchemeVersion scheme, Actor actor, Person person) {
        Walls.refusal(scheme, actor.roles(scheme.id().scheme()), person.role()).ifPresent(wall -> {
            throw wall.asException();
        });
    }

    /**
     * Refuses what is based on a former version of a dossier.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change}, with what became different since
     */
    public void requireVersion(Dossier dossier, OptionalLong seen) {
        SeenVersion.require(
                seen,
                dossier.version(),
                dossier,
                version -> dossiers.find(dossier.id(), version).map(Dossiers.Recorded::dossier));
    }

    /** The same of what was found under this id already. */
    public Dossiers.Recorded visible(Actor actor, DossierId id, Optional<Dossiers.Recorded> found) {
        return found.filter(recorded -> Standing.sees(
                        actor, recorded.dossier().opening().scheme().scheme(), () -> parties(recorded.dossier())))
                .orElseThrow(() -> absent(actor, id));
    }

    /** Who could see a dossier that was erased hears so; to all others it is one that is not there. Nobody knows its scheme any more. */
    private Refused absent(Actor actor, DossierId id) {
        Reach reach = Standing.reachOf(actor);
        return dossiers.erased(id)
                .filter(erased ->
                        reach.everybody().all() || !reach.own().isNone() && dossiers.wasParty(id, reach.organisation()))
                .map(Dossiers.Erased::refusal)
                .orElseGet(() -> Refusal.of("dossier-unknown", Refusal.Kind.NOT_FOUND))
                .asException();
    }

    /** Who may see a dossier besides its handlers. */
    public Set<Dossiers.Party> parties(Dossier dossier) {
        return parties(dossier, surroundings());
    }

    private static Set<Dossiers.Party> parties(Dossier dossier, Surroundings surroundings) {
        Set<Dossiers.Party> all = new HashSet<>();
        Parties parties = dossier.parties();
        all.add(new Dossiers.Party(parties.sponsor().name(), Dossiers.Side.APPLICANT));
        all.add(new Dossiers.Party(parties.holder().name(), Dossiers.Side.APPLICANT));
        parties.developer()
                .ifPresent(developer -> all.add(new Dossiers.Party(developer.name(), Dossiers.Side.APPLICANT)));
        parties.observers().forEach(observer -> all.add(new Dossiers.Party(observer.name(), Dossiers.Side.OBSERVER)));
        dossier.laboratories().stream()
                .flatMap(id -> surroundings.laboratory(id).stream())
                .forEach(laboratory ->
                        all.add(new Dossiers.Party(laboratory.organisation().name(), Dossiers.Side.LABORATORY)));
        return all;
    }

    /**
     * That a dossier exists is confidential: the entry holds one commitment to all of the act, and no name.
     *
     * @param scheme the edition whose row is the ground of the act
     * @param before absent for one that was opened
     */
    private static Entry entry(
            SchemeVersion scheme, Optional<Dossier> before, Dossier dossier, RecordChange change, String act) {
        Map<String, Object> told = new TreeMap<>();
        told.put("act", act);
        told.put("dossier", dossier.id().toString());
        told.put("number", dossier.opening().number());
        told.put("version", dossier.version());
        told.put("stage", dossier.stage());
        told.put("ground", Grounds.of(scheme, before, dossier));
        StageEntry reached = dossier.history().stage();
        if (before.filter(was -> was.history().stage().equals(reached)).isEmpty()) {
            told.put("step", reached.step());
        }
        return new Entry(
                "dossier-acted",
                "dossier",
                Optional.empty(),
                Map.of(),
                Map.of("dossier", CanonicalText.of(change.with(told))),
                Entry.Topic.DOSSIER,
                dossier.id().toString());
    }
}
