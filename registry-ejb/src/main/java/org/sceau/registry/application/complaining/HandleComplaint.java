package org.sceau.registry.application.complaining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.HeldRoles;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.complaint.Contest;
import org.sceau.registry.domain.complaint.Independence;
import org.sceau.registry.domain.complaint.Outcome;
import org.sceau.registry.domain.complaint.Progress;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;

/**
 * Everything that handlers do with a complaint, one act each. Before each of them the handler's independence is asked anew, for somebody may
 * have become involved since (invariant 10).
 */
@ApplicationScoped
public class HandleComplaint {
    private final Door door;
    private final Complaints complaints;
    private final Contests contests;
    private final Accounts accounts;
    private final HeldRoles roles;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HandleComplaint() {
        this(null, null, null, null, null);
    }

    @Inject
    public HandleComplaint(Door door, Complaints complaints, Contests contests, Accounts accounts, HeldRoles roles) {
        this.door = door;
        this.complaints = complaints;
        this.contests = contests;
        this.accounts = accounts;
        this.roles = roles;
    }

    /** One step of a complaint by a person who may take it. */
    @FunctionalInterface
    private interface Step {
        Complaint take(Complaint complaint, Contest contest, Person person, Instant at);
    }

    /**
     * Gives a complaint to a handler, oneself or another.
     *
     * @param to account name
     * @throws org.sceau.registry.domain.refusal.Refused {@code complaint-unknown}, {@code concurrent-change}, {@code
     *     complaint-handler-unknown} for an account that is not there or no handler's, a separation of duties ({@code
     *     sod-complaint-handler}, {@code sod-complaint-party}, {@code sod-complaint-complainant}, or the code of the scheme) of either
     *     of the two, {@code complaint-closed}
     */
    public Complaint assign(Actor actor, ComplaintId id, OptionalLong seen, String to) {
        return act(actor, id, seen, "assigned", (complaint, contest, person, at) -> {
            Person handler = accounts.byUsername(to)
                    .filter(account -> account.active() && handles(roles.of(account), complaint))
                    .map(HandleComplaint::handler)
                    .orElseThrow(() -> Refusal.of("complaint-handler-unknown", Refusal.Kind.INVALID)
                            .asException());
            requireIndependent(contest, handler);
            return complaint.assigned(handler, person, at);
        });
    }

    /**
     * Who could handle it: handlers whose roles count for the matter and who are independent of it, by account name.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code complaint-unknown}
     */
    public List<String> candidates(Actor actor, ComplaintId id) {
        return door.prepare(actor, Permission.HANDLE_COMPLAINT, "complaint:" + id, () -> {
            Complaint complaint = complaints
                    .find(id)
                    .map(Complaints.Recorded::complaint)
                    .filter(found -> handles(actor.book(), found))
                    .orElseThrow(ReadComplaints::unknown);
            Contest contest = contests.of(complaint);
            return accounts.open().stream()
                    .filter(account -> account.active() && handles(roles.of(account), complaint))
                    .filter(account ->
                            Independence.refusal(contest, handler(account)).isEmpty())
                    .map(Accounts.Account::username)
                    .toList();
        });
    }

    private static Person handler(Accounts.Account account) {
        return new Person(account.username(), account.organisation(), Role.COMPLAINT_HANDLER);
    }

    /** A step that moves it on or is told to the complainant; see {@link Complaint}. */
    public Complaint step(Actor actor, ComplaintId id, OptionalLong seen, Progress.Act act, String text) {
        return act(actor, id, seen, act.code(), (complaint, contest, person, at) -> switch (act) {
            case ADMITTED -> complaint.admitted(person, at, text);
            case INVESTIGATED -> complaint.investigated(person, at, text);
            case INFORMED -> complaint.informed(person, at, text);
            case NOTED -> complaint.noted(person, at, text);
            case ASSIGNED -> throw new IllegalArgumentException("a complaint is assigned to somebody");
        });
    }

    /**
     * Ends a complaint; see {@link Complaint#ended}.
     *
     * @param legalRemedy absent where that of the scheme is told
     * @throws org.sceau.registry.domain.refusal.Refused {@code legal-remedy-missing} where neither says one
     */
    public Complaint end(
            Actor actor,
            ComplaintId id,
            OptionalLong seen,
            Outcome.Finding finding,
            String reasons,
            Optional<String> measures,
            Optional<String> legalRemedy) {
        return act(
                actor,
                id,
                seen,
                finding == Outcome.Finding.INADMISSIBLE ? "dismissed" : "concluded",
                (complaint, contest, person, at) -> complaint.ended(new Outcome(
                        finding,
                        reasons,
                        measures,
                        legalRemedy
                                .or(() -> contests.route(complaint.filing().contested())
                                        .flatMap(ComplaintRoute::remedy)
                                        .map(label -> label.fr() + " / " + label.en()))
                                .orElseThrow(() -> Refusal.of("legal-remedy-missing", Refusal.Kind.INVALID)
                                        .asException()),
                        person,
                        at)));
    }

    private Complaint act(Actor actor, ComplaintId id, OptionalLong seen, String act, Step step) {
        return door.enter(actor, Permission.HANDLE_COMPLAINT, "complaint:" + id, passage -> {
            Complaint before =
                    complaints.find(id).map(Complaints.Recorded::complaint).orElseThrow(ReadComplaints::unknown);
            if (!handles(actor.book(), before)) {
                throw ReadComplaints.unknown();
            }
            SeenVersion.require(
                    seen,
                    before.version(),
                    before,
                    version -> complaints.find(id, version).map(Complaints.Recorded::complaint));
            Contest contest = contests.of(before);
            Person person = new Person(actor.name(), actor.organisation(), Role.COMPLAINT_HANDLER);
            requireIndependent(contest, person);
            Complaint after = step.take(before, contest, person, passage.now());
            long position = passage.record(ComplaintEntries.of(
                    after,
                    RecordChange.between(before, after),
                    contests.route(after.filing().contested()),
                    act));
            complaints.replace(
                    new Complaints.Recorded(after, passage.now(), position),
                    contests.matters(after.filing().contested()));
            return after;
        });
    }

    private boolean handles(RoleBook book, Complaint complaint) {
        return contests.isUnder(
                book.scopeOf(Set.of(Role.COMPLAINT_HANDLER)), complaint.filing().contested());
    }

    private static void requireIndependent(Contest contest, Person person) {
        Independence.refusal(contest, person).ifPresent(refusal -> {
            throw refusal.asException();
        });
    }
}
