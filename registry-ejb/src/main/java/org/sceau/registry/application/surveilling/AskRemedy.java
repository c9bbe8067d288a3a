package org.sceau.registry.application.surveilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Rights;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.surveillance.RemedyRule;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Asks the holder of a visa for a remedy, takes the holder's proposals and answers them (EUCC Art. 28-29, invariant 39). No status changes here: a
 * remedy whose decision is due says so, and somebody proposes to suspend or to withdraw.
 */
@ApplicationScoped
public class AskRemedy {
    private final Door door;
    private final Remedies remedies;
    private final Visas visas;
    private final Schemes schemes;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;
    private final WorkingDays workingDays;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AskRemedy() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public AskRemedy(
            Door door,
            Remedies remedies,
            Visas visas,
            Schemes schemes,
            RevisionsInUse editions,
            LegalCalendar calendar,
            WorkingDays workingDays) {
        this.door = door;
        this.remedies = remedies;
        this.visas = visas;
        this.schemes = schemes;
        this.editions = editions;
        this.calendar = calendar;
        this.workingDays = workingDays;
    }

    /** A remedy and where it stands today. */
    public record Sight(Remedy remedy, Remedy.State state) {}

    /**
     * Asks for a remedy.
     *
     * @throws Refused {@code visa-unknown}, {@code scheme-without-remedies}, {@code remedy-visa-over} for a visa that ended, {@code
     *     remedy-day} for a day that is past, the code of the rule with {@code latest} for one too far away, a separation of duties
     */
    public Remedy ask(Actor actor, VisaId id, Remedy.Ground ground, String text, LocalDate due) {
        return door.enter(actor, Permission.ASK_REMEDY, "remedies", passage -> {
            LocalDate today = calendar.dayOf(passage.now());
            Visa visa = visas.find(id)
                    .filter(known -> known.facts().listed() || sees(actor, known))
                    .orElseThrow(() ->
                            Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException());
            SchemeVersion scheme = scheme(visa);
            RemedyRule rule = rule(scheme)
                    .orElseThrow(() -> Refusal.of("scheme-without-remedies", Refusal.Kind.CONFLICT)
                            .with("scheme", scheme.id().toString())
                            .asException());
            requireAlive(visa, today);
            requireDay(rule, today, due);
            return DossierActs.inSomeRole(scheme, actor, person -> {
                requireRight(scheme, visa, person);
                Remedy remedy = new Remedy(
                        new RemedyId(UUID.randomUUID()), id, ground, text, person, passage.now(), due, List.of(), 1);
                long position = passage.record(entry(remedy, RecordChange.made(remedy), Optional.of(rule), "asked"));
                remedies.add(new Remedies.Recorded(remedy, passage.now(), position));
                return remedy;
            });
        });
    }

    /** What the holder proposes; see {@link Remedy#proposed}. {@code remedy-unknown} for somebody else's. */
    public Remedy propose(Actor actor, RemedyId id, OptionalLong seen, String proposal) {
        return act(actor, Permission.PROPOSE_REMEDY, id, seen, "proposed", (remedy, passage) -> {
            requireHolder(actor, visa(remedy));
            return remedy.proposed(
                    proposal,
                    new Person(actor.name(), actor.organisation(), Role.SPONSOR),
                    passage.now(),
                    calendar.dayOf(passage.now()));
        });
    }

    /** What the body says of it; see {@link Remedy#answered}. */
    public Remedy answer(Actor actor, RemedyId id, OptionalLong seen, boolean adequate, String grounds) {
        return act(actor, Permission.ASK_REMEDY, id, seen, "answered", (remedy, passage) -> {
            Visa visa = visa(remedy);
            SchemeVersion scheme = scheme(visa);
            return DossierActs.inSomeRole(scheme, actor, person -> {
                requireRight(scheme, visa, person);
                return remedy.answered(
                        new Remedy.Answer(adequate, grounds, person, passage.now()), calendar.dayOf(passage.now()));
            });
        });
    }

    /** @throws Refused {@code remedy-unknown} for one that is not there or not the actor's */
    public Sight one(Actor actor, RemedyId id) {
        return look(actor, id, () -> remedies.find(id));
    }

    /** One version of a remedy, as it stands today. */
    public Sight one(Actor actor, RemedyId id, long version) {
        return look(actor, id, () -> remedies.find(id, version));
    }

    /**
     * The remedies asked of the holder of a visa, newest first.
     *
     * @throws Refused {@code visa-unknown} for one that is not there, or whose remedies are not the actor's to see
     */
    public List<Sight> about(Actor actor, VisaId id) {
        return door.prepare(actor, Permission.READ_REMEDIES, "remedies", () -> {
            boolean seen = visas.find(id).filter(visa -> sees(actor, visa)).isPresent();
            if (!seen) {
                throw Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException();
            }
            return remedies.about(id).stream()
                    .map(recorded -> sight(recorded.remedy()))
                    .toList();
        });
    }

    private Sight look(Actor actor, RemedyId id, Supplier<Optional<Remedies.Recorded>> found) {
        return door.prepare(actor, Permission.READ_REMEDIES, "remedy:" + id, () -> {
            Remedy remedy = found.get().map(Remedies.Recorded::remedy).orElseThrow(AskRemedy::unknown);
            requireSight(actor, visa(remedy));
            return sight(remedy);
        });
    }

    private Sight sight(Remedy remedy) {
        return new Sight(remedy, remedy.stateOn(calendar.today()));
    }

    private Remedy act(
            Actor actor,
            Permission permission,
            RemedyId id,
            OptionalLong seen,
            String act,
            BiFunction<Remedy, Passage, Remedy> change) {
        return door.enter(actor, permission, "remedy:" + id, passage -> {
            Remedy before = remedies.find(id).map(Remedies.Recorded::remedy).orElseThrow(AskRemedy::unknown);
            requireSight(actor, visa(before));
            SeenVersion.require(
                    seen,
                    before.version(),
                    before,
                    version -> remedies.find(id, version).map(Remedies.Recorded::remedy));
            Remedy after = change.apply(before, passage);
            long position =
                    passage.record(entry(after, RecordChange.between(before, after), rule(scheme(visa(after))), act));
            remedies.replace(new Remedies.Recorded(after, passage.now(), position));
            return after;
        });
    }

    private Visa visa(Remedy remedy) {
        return visas.find(remedy.visa()).orElseThrow();
    }

    private SchemeVersion scheme(Visa visa) {
        return editions.current(visa.facts().scheme()).orElseThrow();
    }

    private void requireAlive(Visa visa, LocalDate today) {
        VisaStatus status = visa.facts()
                .statusOn(today, schemes.statusAtEnd(visa.facts().scheme()))
                .status();
        if (status != VisaStatus.IN_FORCE && status != VisaStatus.SUSPENDED) {
            throw Refusal.of("remedy-visa-over", Refusal.Kind.CONFLICT)
                    .with("status", status.code())
                    .asException();
        }
    }

    private void requireDay(RemedyRule rule, LocalDate today, LocalDate due) {
        if (due.isBefore(today)) {
            throw Refusal.of("remedy-day", Refusal.Kind.INVALID)
                    .with("day", due.toString())
                    .asException();
        }
        LocalDate latest = rule.latest(today, workingDays);
        if (due.isAfter(latest)) {
            throw Refusal.of(rule.beyond(), Refusal.Kind.CONFLICT)
                    .with("latest", latest.toString())
                    .asException();
        }
    }

    /** Who handles visas for the body asks and answers, and nobody of the holder's. */
    private static void requireRight(SchemeVersion scheme, Visa visa, Person person) {
        if (!Permission.ASK_REMEDY.roles().contains(person.role())) {
            throw Refusal.of("role-missing", Refusal.Kind.FORBIDDEN).asException();
        }
        Rights.refusal(scheme.conduct().orElseThrow().separations(), visa.facts(), person)
                .ifPresent(refusal -> {
                    throw refusal.asException();
                });
    }

    private static boolean seesAll(Actor actor, Visa visa) {
        return DossierActs.seesAll(actor, visa.facts().scheme().scheme());
    }

    /** Handlers under the scheme, and people of the holder who have a part under it. */
    private static boolean sees(Actor actor, Visa visa) {
        return seesAll(actor, visa) || isHolders(actor, visa);
    }

    private static void requireSight(Actor actor, Visa visa) {
        if (!sees(actor, visa)) {
            throw unknown();
        }
    }

    private static boolean isHolders(Actor actor, Visa visa) {
        return isHolder(visa.facts(), actor.organisation())
                && Permission.READ_REMEDIES.isGrantedTo(
                        actor, visa.facts().scheme().scheme());
    }

    private static void requireHolder(Actor actor, Visa visa) {
        if (!isHolders(actor, visa)) {
            throw unknown();
        }
    }

    private static boolean isHolder(VisaFacts facts, String organisation) {
        return facts.holder().name().equals(organisation)
                || facts.sponsor()
                        .filter(sponsor -> sponsor.name().equals(organisation))
                        .isPresent();
    }

    private static Refused unknown() {
        return Refusal.of("remedy-unknown", Refusal.Kind.NOT_FOUND).asException();
    }

    private static Optional<RemedyRule> rule(SchemeVersion scheme) {
        return scheme.conduct().flatMap(conduct -> conduct.surveillance().remedies());
    }

    private static Entry entry(Remedy remedy, RecordChange change, Optional<RemedyRule> rule, String act) {
        Map<String, Object> told = new TreeMap<>();
        told.put("act", act);
        told.put("remedy", remedy.id().toString());
        told.put("visa", remedy.visa().toString());
        told.put("version", remedy.version());
        told.put("due", remedy.due().toString());
        rule.ifPresent(known -> told.put("ground", known.source()));
        return new Entry(
                "remedy-acted",
                "remedy",
                Optional.empty(),
                Map.of(),
                Map.of("remedy", CanonicalText.of(change.with(told))),
                Entry.Topic.SURVEILLANCE,
                remedy.id().toString());
    }
}
