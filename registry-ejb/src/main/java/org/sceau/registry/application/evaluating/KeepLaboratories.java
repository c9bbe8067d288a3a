package org.sceau.registry.application.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Restriction;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.duty.Competence;

/** Keeps the laboratories and their titles. Which bodies are accredited and authorised is public (EUCC Art. 42(1)). */
@ApplicationScoped
public class KeepLaboratories {
    private final Door door;
    private final Laboratories laboratories;
    private final Schemes schemes;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepLaboratories() {
        this(null, null, null, null);
    }

    @Inject
    public KeepLaboratories(Door door, Laboratories laboratories, Schemes schemes, LegalCalendar calendar) {
        this.door = door;
        this.laboratories = laboratories;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    /** Puts one on record that leaves the decision to another, as most do. */
    public Laboratories.Recorded add(Actor actor, Organisation organisation) {
        return add(actor, organisation, Laboratory.Kind.EVALUATION_FACILITY);
    }

    /**
     * Puts a laboratory on record.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code laboratory-known} when one of this name is there
     */
    public Laboratories.Recorded add(Actor actor, Organisation organisation, Laboratory.Kind kind) {
        return door.enter(actor, Permission.KEEP_LABORATORIES, "laboratories", passage -> {
            laboratories.named(organisation.name()).ifPresent(known -> {
                throw Refusal.of("laboratory-known", Refusal.Kind.CONFLICT)
                        .with("laboratory", known.laboratory().id().toString())
                        .asException();
            });
            Laboratory laboratory = new Laboratory(new LaboratoryId(UUID.randomUUID()), organisation, kind, List.of());
            long position = passage.record(
                    entry("laboratory-recorded", laboratory, RecordChange.made(laboratory), Map.of(), List.of()));
            Laboratories.Recorded recorded = new Laboratories.Recorded(laboratory, 1, passage.now(), position);
            laboratories.add(recorded);
            return recorded;
        });
    }

    /** Records a title; refused as {@link Laboratory} and {@link Title} say. */
    public Laboratories.Recorded entitle(Actor actor, LaboratoryId id, OptionalLong seen, Title title) {
        return change(
                actor,
                id,
                seen,
                Map.of(
                        "title", title.reference(),
                        "kind", title.kind().name().toLowerCase(Locale.ROOT),
                        "from", title.firstDay().toString(),
                        "until", title.lastDay().toString()),
                Optional.of(title.reference()),
                laboratory -> laboratory.with(title));
    }

    /** Says what kind of body it is, where it was recorded as another. */
    public Laboratories.Recorded declare(Actor actor, LaboratoryId id, OptionalLong seen, Laboratory.Kind kind) {
        return change(
                actor,
                id,
                seen,
                Map.of("declared", Coded.of(kind)),
                Optional.empty(),
                laboratory -> laboratory.as(kind));
    }

    /** Suspends a title for some days or until further notice. */
    public Laboratories.Recorded suspend(
            Actor actor, LaboratoryId id, OptionalLong seen, String reference, Suspension suspension) {
        return change(
                actor,
                id,
                seen,
                Map.of("suspended", reference, "from", suspension.from().toString()),
                Optional.of(reference),
                laboratory -> laboratory.suspending(reference, suspension));
    }

    /**
     * Lifts the suspension of a title: it holds again from a day on.
     *
     * @throws org.sceau.registry.domain.refusal.Refused see {@link Laboratory#lifting}
     */
    public Laboratories.Recorded lift(
            Actor actor, LaboratoryId id, OptionalLong seen, String reference, LocalDate day) {
        return change(
                actor,
                id,
                seen,
                Map.of("lifted", reference, "from", day.toString()),
                Optional.of(reference),
                laboratory -> laboratory.lifting(reference, day));
    }

    /**
     * Restricts a title to less than it covers, for some days or until further notice.
     *
     * @throws org.sceau.registry.domain.refusal.Refused see {@link Laboratory#restricting}
     */
    public Laboratories.Recorded restrict(
            Actor actor, LaboratoryId id, OptionalLong seen, String reference, Restriction restriction) {
        return change(
                actor,
                id,
                seen,
                Map.of("restricted", reference, "from", restriction.from().toString()),
                Optional.of(reference),
                laboratory -> laboratory.restricting(reference, restriction));
    }

    /**
     * Lifts the restrictions of a title: it covers all of it again from a day on.
     *
     * @throws org.sceau.registry.domain.refusal.Refused see {@link Laboratory#restoring}
     */
    public Laboratories.Recorded restore(
            Actor actor, LaboratoryId id, OptionalLong seen, String reference, LocalDate day) {
        return change(
                actor,
                id,
                seen,
                Map.of("restored", reference, "from", day.toString()),
                Optional.of(reference),
                laboratory -> laboratory.restoring(reference, day));
    }

    /** All laboratories, by name. Public. */
    public List<Laboratories.Recorded> all() {
        return laboratories.all();
    }

    public Optional<Laboratories.Recorded> find(LaboratoryId id) {
        return laboratories.find(id);
    }

    /** One version of a laboratory, as it was recorded. */
    public Optional<Laboratories.Recorded> find(LaboratoryId id, long version) {
        return laboratories.find(id, version);
    }

    private Laboratories.Recorded change(
            Actor actor,
            LaboratoryId id,
            OptionalLong seen,
            Map<String, Object> told,
            Optional<String> title,
            UnaryOperator<Laboratory> change) {
        return door.enter(actor, Permission.KEEP_LABORATORIES, "laboratory:" + id, passage -> {
            Laboratories.Recorded before = laboratories
                    .find(id)
                    .orElseThrow(() ->
                            Refusal.of("lab-unknown", Refusal.Kind.NOT_FOUND).asException());
            SeenVersion.require(
                    seen,
                    before.version(),
                    before.laboratory(),
                    version -> laboratories.find(id, version).map(Laboratories.Recorded::laboratory));
            Laboratory after = change.apply(before.laboratory());
            List<String> grounds = title.map(reference -> grounds(after, reference, calendar.dayOf(passage.now())))
                    .orElse(List.of());
            long position = passage.record(entry(
                    "laboratory-changed", after, RecordChange.between(before.laboratory(), after), told, grounds));
            Laboratories.Recorded recorded =
                    new Laboratories.Recorded(after, before.version() + 1, passage.now(), position);
            laboratories.replace(recorded);
            return recorded;
        });
    }

    /** The clauses by which the schemes of a title ask for one of its kind, as they stand that day. */
    private List<String> grounds(Laboratory laboratory, String reference, LocalDate day) {
        return laboratory.titles().stream()
                .filter(title -> title.reference().equals(reference))
                .flatMap(title -> title.schemes().stream()
                        .flatMap(scheme -> schemes.current(scheme, day).stream())
                        .flatMap(version -> version.conduct().stream())
                        .flatMap(conduct -> conduct.competences().stream())
                        .filter(competence -> competence.title() == title.kind())
                        .map(Competence::source))
                .distinct()
                .toList();
    }

    private static Entry entry(
            String kind, Laboratory laboratory, RecordChange change, Map<String, Object> told, List<String> grounds) {
        Map<String, Object> content = new java.util.TreeMap<>(told);
        if (!grounds.isEmpty()) {
            content.put("grounds", grounds);
        }
        content.put("name", laboratory.organisation().name());
        return new Entry(
                kind,
                "laboratory:" + laboratory.id(),
                Optional.empty(),
                change.with(content),
                Map.of(),
                Entry.Topic.LABORATORY);
    }
}
