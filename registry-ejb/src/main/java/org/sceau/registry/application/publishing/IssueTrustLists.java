package org.sceau.registry.application.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Outbox;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.leasing.Holder;
import org.sceau.registry.application.leasing.LeaseLost;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.trustlist.format.TrustListXml;
import org.sceau.trustlist.issuing.IssuePlan;
import org.sceau.trustlist.issuing.IssueRefused;
import org.sceau.trustlist.issuing.IssuedList;
import org.sceau.trustlist.issuing.TrustListIssuer;
import org.sceau.trustlist.model.Issue;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerUnsuitable;

/**
 * Issues the trust list of a family: written and signed in one pass, recorded, then public. An issue follows each public change,
 * each day on which a status changes by date, and comes in time before the next update is due.
 */
@ApplicationScoped
public class IssueTrustLists {
    /** Lists promise a next update within five months; a new issue comes a month before that. */
    private static final IssuePlan PLAN = new IssuePlan(Period.ofMonths(5));

    private static final String LEASE = "trust-lists";
    private static final Duration LEASED = Duration.ofMinutes(3);
    private static final Period IN_TIME = Period.ofDays(30);
    private static final Logger LOG = Logger.getLogger(IssueTrustLists.class.getName());

    private final Door door;
    private final ListStore store;
    private final ListContent content;
    private final Visas visas;
    private final Outbox outbox;
    private final Schemes schemes;
    private final Operator operator;
    private final ListSigner signer;
    private final AnnouncedSigners announced;
    private final LegalCalendar calendar;
    private final Clock clock;
    private final Leases leases;
    private final Leases.Lease lease;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected IssueTrustLists() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, Holder.NOBODY);
    }

    @Inject
    public IssueTrustLists(
            Door door,
            ListStore store,
            ListContent content,
            Visas visas,
            Outbox outbox,
            Schemes schemes,
            Operator operator,
            ListSigner signer,
            AnnouncedSigners announced,
            LegalCalendar calendar,
            Clock clock,
            Leases leases,
            Holder holder) {
        this.door = door;
        this.store = store;
        this.content = content;
        this.visas = visas;
        this.outbox = outbox;
        this.schemes = schemes;
        this.operator = operator;
        this.signer = signer;
        this.announced = announced;
        this.calendar = calendar;
        this.clock = clock;
        this.leases = leases;
        this.lease = new Leases.Lease(LEASE, holder.name());
    }

    /** Whether somebody may issue the list of a family: it speaks of the visas of each of its schemes. */
    boolean isFor(Actor actor, FamilyId family) {
        return schemes.all().stream()
                .filter(version -> version.family().equals(family))
                .allMatch(version -> Permission.ISSUE_TRUST_LIST.isGrantedTo(
                        actor, version.id().scheme()));
    }

    /** Issues the list of one family now, whatever the newest issue is. */
    public PublishedList issue(Actor actor, FamilyId id) {
        return issue(actor, id, OptionalLong.empty());
    }

    /**
     * Issues the list of one family now.
     *
     * @param seen sequence number of the newest issue that the actor saw, 0 for none
     * @throws org.sceau.registry.domain.refusal.Refused {@code family-unknown}, {@code concurrent-change}, {@code signer-unsuitable}, or a code of
     *     {@link IssueRefused}
     */
    public PublishedList issue(Actor actor, FamilyId id, OptionalLong seen) {
        Family family = schemes.family(id)
                .filter(known -> schemes.isPublic(known.id()))
                .orElseThrow(() ->
                        Refusal.of("family-unknown", Refusal.Kind.NOT_FOUND).asException());
        return door.enter(actor, Permission.ISSUE_TRUST_LIST, "list:" + id, passage -> {
            // A list speaks of the visas of every scheme of its family.
            schemes.all().stream()
                    .filter(version -> version.family().equals(id))
                    .forEach(version -> Permission.ISSUE_TRUST_LIST.require(
                            actor, version.id().scheme()));
            SeenVersion.require(
                    seen, store.current(id).map(PublishedList::sequence).orElse(0L));
            return issue(passage, family);
        });
    }

    /**
     * Issues every list that is due, unless another node is at it; a list that cannot be issued holds up no other, and is tried again the next
     * time.
     *
     * @return whether no list is due any more
     */
    public boolean issueDue() {
        if (schemes.publicFamilies().stream().noneMatch(family -> isDue(family.id()))) {
            return true;
        }
        Instant now = clock.instant();
        if (!prepared(() -> leases.take(lease, now, now.plus(LEASED)))) {
            return false;
        }
        boolean all = true;
        try {
            for (Family family : schemes.publicFamilies()) {
                // Asked again under the lease: the node that had it before may have issued this one.
                if (isDue(family.id())) {
                    all &= issuedOrLogged(family);
                }
            }
        } catch (LeaseLost lost) {
            LOG.log(Level.WARNING, "lists are issued elsewhere from here: {0}", lost.getMessage());
            return false;
        }
        return prepared(() -> {
                    leases.release(lease, clock.instant());
                    return true;
                })
                && all;
    }

    private boolean prepared(Supplier<Boolean> work) {
        return door.prepare(Actor.SYSTEM, Permission.ISSUE_TRUST_LIST, LEASE, work);
    }

    /** What a list does not yet speak of follows from the record itself: its own position, and that of the family's last change. */
    boolean isDue(FamilyId family) {
        Optional<PublishedList> current = store.current(family);
        if (current.isEmpty()) {
            return visas.countPublic(family) > 0;
        }
        if (outbox.last(Entry.Topic.VISA, family.value()) > store.position(family)) {
            return true;
        }
        LocalDate today = calendar.today();
        LocalDate covered = store.coveredDay(family).orElse(LocalDate.MIN);
        Instant soon = calendar.startOf(today.plus(IN_TIME));
        return visas.changesByDate(family, covered, today)
                || current.get().nextUpdate().isBefore(soon);
    }

    private boolean issuedOrLogged(Family family) {
        try {
            door.enter(Actor.SYSTEM, Permission.ISSUE_TRUST_LIST, "list:" + family.id(), passage -> {
                PublishedList list = issue(passage, family);
                if (!leases.renew(lease, clock.instant().plus(LEASED))) {
                    throw new LeaseLost(LEASE);
                }
                return list;
            });
            return true;
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the list of " + family.id() + " could not be issued", e);
            return false;
        }
    }

    private PublishedList issue(Passage passage, Family family) {
        Optional<PublishedList> previous = store.current(family.id());
        Instant now = clock.instant();
        LocalDate day = calendar.dayOf(now);
        try {
            Issue issue = previous.map(
                            last -> PLAN.after(new Issue(last.sequence(), last.issuedAt(), last.nextUpdate()), now))
                    .orElseGet(() -> PLAN.first(now));
            Path file = store.fileOf(family.id(), issue.sequenceNumber());
            IssuedList issued = new TrustListIssuer(
                            new TrustListXml(operator.uriSpace().resolve("ns/visa/1")), announced, clock)
                    .issue(content.scheme(family, issue), content.providers(family.id(), day), signer, file);
            PublishedList list = new PublishedList(
                    family.id(),
                    issue.sequenceNumber(),
                    issue.issuedAt(),
                    issue.nextUpdate(),
                    issued.services(),
                    issued.sha256(),
                    issued.sizeBytes());
            long position = passage.record(entry(list, grounds(family.id())));
            store.add(list, day, position);
            return list;
        } catch (IssueRefused refused) {
            throw Refusal.of(refused.code(), Refusal.Kind.UNAVAILABLE).asException();
        } catch (SignerUnsuitable unsuitable) {
            throw Refusal.of("signer-unsuitable", Refusal.Kind.UNAVAILABLE)
                    .with("rule", unsuitable.code())
                    .asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read of the sources of publication of a family, in the order of the alphabet: the entry says so in the open and for ever. */
    private List<String> grounds(FamilyId family) {
        return schemes.ofFamily(family).stream()
                .flatMap(version -> version.conduct().stream())
                .map(Conduct::publication)
                .filter(PublicationRule::verified)
                .map(PublicationRule::source)
                .distinct()
                .sorted()
                .toList();
    }

    private static Entry entry(PublishedList list, List<String> grounds) {
        return new Entry(
                "trust-list-issued",
                "list:" + list.family(),
                Optional.empty(),
                Map.of(
                        "family", list.family().value(),
                        "sequence", list.sequence(),
                        "issuedAt", list.issuedAt().toString(),
                        "nextUpdate", list.nextUpdate().toString(),
                        "services", list.services(),
                        "sha256", list.sha256(),
                        "grounds", grounds),
                Map.of(),
                Entry.Topic.LIST);
    }
}
