package org.sceau.registry.application.complaining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenPage;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Independence;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** Looks at complaints. Of somebody else's nothing is told, not even that it is there. */
@ApplicationScoped
public class ReadComplaints {
    /** Who sees how complaints of others go (EUCC Art. 25(2)(d)). */
    private static final Set<Role> WITNESSES = EnumSet.of(Role.NCCA_SUPERVISOR, Role.AUDITOR, Role.COMPLAINT_HANDLER);

    private final Door door;
    private final Complaints complaints;
    private final Contests contests;
    private final ContestedNames names;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadComplaints() {
        this(null, null, null, null);
    }

    @Inject
    public ReadComplaints(Door door, Complaints complaints, Contests contests, ContestedNames names) {
        this.door = door;
        this.complaints = complaints;
        this.contests = contests;
        this.names = names;
    }

    /**
     * A complaint as the actor sees it; the audit log keeps the look.
     *
     * @throws Refused {@code complaint-unknown} for one that is not there or not the actor's
     */
    public ComplaintSight one(Actor actor, ComplaintId id) {
        return door.look(actor, Permission.READ_COMPLAINTS, "complaint:" + id, () -> sight(actor, complaints.find(id)));
    }

    /** One version of a complaint. */
    public ComplaintSight one(Actor actor, ComplaintId id, long version) {
        return door.look(
                actor, Permission.READ_COMPLAINTS, "complaint:" + id, () -> sight(actor, complaints.find(id, version)));
    }

    /**
     * Complaints whose existence the actor may know of, last step first.
     *
     * @param before id of the complaint to go on behind
     * @param most   1 to 200
     */
    public List<Complaint> page(Actor actor, Optional<ComplaintId> before, int most) {
        return door.prepare(
                actor,
                Permission.READ_COMPLAINTS,
                "complaints",
                () -> page(witnessed(actor), actor, before, most).stream()
                        .map(Complaints.Recorded::complaint)
                        .toList());
    }

    /** The same page with what each is about, and from which side the actor looks at it. */
    public List<ComplaintSight> sights(Actor actor, Optional<ComplaintId> before, int most) {
        return door.prepare(
                actor,
                Permission.READ_COMPLAINTS,
                "complaints",
                () -> page(witnessed(actor), actor, before, most).stream()
                        .map(recorded -> sight(actor, Optional.of(recorded)))
                        .toList());
    }

    private List<Complaints.Recorded> page(SchemeScope witnessed, Actor actor, Optional<ComplaintId> before, int most) {
        Optional<String> filer = witnessed.isNone() ? Optional.of(actor.name()) : Optional.empty();
        return SeenPage.of(
                before,
                most,
                (behind, part) -> complaints.page(filer, behind, part),
                recorded -> recorded.complaint().id(),
                recorded -> isBy(actor, recorded.complaint())
                        || contests.isUnder(
                                witnessed, recorded.complaint().filing().contested()));
    }

    private ComplaintSight sight(Actor actor, Optional<Complaints.Recorded> found) {
        Complaint complaint = found.map(Complaints.Recorded::complaint).orElseThrow(ReadComplaints::unknown);
        return new ComplaintSight(
                complaint,
                names.of(complaint.filing().contested()),
                contests.route(complaint.filing().contested()),
                reader(actor, complaint).orElseThrow(ReadComplaints::unknown));
    }

    private Optional<ComplaintSight.Reader> reader(Actor actor, Complaint complaint) {
        Contested contested = complaint.filing().contested();
        if (contests.isUnder(actor.book().scopeOf(Set.of(Role.COMPLAINT_HANDLER)), contested)
                && Independence.refusal(
                                contests.of(complaint),
                                new Person(actor.name(), actor.organisation(), Role.COMPLAINT_HANDLER))
                        .isEmpty()) {
            return Optional.of(ComplaintSight.Reader.HANDLER);
        }
        if (isBy(actor, complaint)) {
            return Optional.of(ComplaintSight.Reader.FILER);
        }
        return contests.isUnder(witnessed(actor), contested)
                ? Optional.of(ComplaintSight.Reader.WITNESS)
                : Optional.empty();
    }

    private static boolean isBy(Actor actor, Complaint complaint) {
        return complaint.filing().by().name().equals(actor.name());
    }

    private static SchemeScope witnessed(Actor actor) {
        return actor.book().scopeOf(WITNESSES);
    }

    static Refused unknown() {
        return Refusal.of("complaint-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
