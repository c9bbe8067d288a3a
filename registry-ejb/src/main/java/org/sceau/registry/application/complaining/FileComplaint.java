package org.sceau.registry.application.complaining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.recording.Numbers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.complaint.Complainant;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.VisaFacts;

/** Files a complaint or an appeal: one's own, or one that came by letter. */
@ApplicationScoped
public class FileComplaint {
    /** Who may record what somebody else wrote. */
    private static final Set<Role> RECORDERS =
            EnumSet.of(Role.CERTIFIER, Role.NCCA_SUPERVISOR, Role.COMPLAINT_HANDLER, Role.ADMINISTRATOR);

    private final Door door;
    private final Complaints complaints;
    private final Contests contests;
    private final DossierActs acts;
    private final Visas visas;
    private final Laboratories laboratories;
    private final Numbers numbers;
    private final LegalCalendar calendar;
    private final ContestedNames names;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FileComplaint() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public FileComplaint(
            Door door,
            Complaints complaints,
            Contests contests,
            DossierActs acts,
            Visas visas,
            Laboratories laboratories,
            Numbers numbers,
            LegalCalendar calendar,
            ContestedNames names) {
        this.door = door;
        this.complaints = complaints;
        this.contests = contests;
        this.acts = acts;
        this.visas = visas;
        this.laboratories = laboratories;
        this.numbers = numbers;
        this.calendar = calendar;
        this.names = names;
    }

    /**
     * What is filed.
     *
     * @param writer   who wrote a letter; absent for one's own complaint
     * @param received day on which the letter came; absent for today
     */
    public record Request(
            Filing.Kind kind,
            Contested contested,
            String text,
            Optional<Complainant> writer,
            Optional<LocalDate> received) {}

    /**
     * Files it.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code visa-unknown}, {@code dossier-unknown}, {@code lab-unknown} for what is not
     *     there or not the actor's to see, {@code complaint-in-own-name} for a letter that somebody else than staff records, {@code
     *     complaint-day} for a day to come, {@code appeal-without-decision}, {@code appeal-not-a-party}
     */
    public Complaint file(Actor actor, Request request) {
        return door.enter(actor, Permission.FILE_COMPLAINT, "complaints", passage -> {
            if (request.writer().isPresent() && !recordsLetters(actor)) {
                throw Refusal.of("complaint-in-own-name", Refusal.Kind.FORBIDDEN)
                        .asException();
            }
            requireSeen(actor, request.contested());
            LocalDate today = calendar.dayOf(passage.now());
            LocalDate received = request.received().orElse(today);
            if (received.isAfter(today) || request.writer().isEmpty() && !received.equals(today)) {
                throw Refusal.of("complaint-day", Refusal.Kind.INVALID)
                        .with("day", received.toString())
                        .asException();
            }
            Complainant complainant = request.writer()
                    .orElseGet(
                            () -> new Complainant(actor.name(), Optional.of(actor.organisation()), Optional.empty()));
            Complaint complaint = Complaint.filed(
                    new ComplaintId(UUID.randomUUID()),
                    new Filing(
                            number(today),
                            request.kind(),
                            request.contested(),
                            decision(request, complainant),
                            complainant,
                            request.writer().isPresent() ? Filing.Channel.LETTER : Filing.Channel.ACCOUNT,
                            request.text(),
                            new Person(actor.name(), actor.organisation(), new TreeSet<>(actor.roles()).first()),
                            passage.now(),
                            received));
            long position = passage.record(ComplaintEntries.of(
                    complaint, RecordChange.made(complaint), contests.route(request.contested()), "filed"));
            complaints.add(
                    new Complaints.Recorded(complaint, passage.now(), position), contests.matters(request.contested()));
            return complaint;
        });
    }

    /**
     * What somebody wants to complain of, as people know it.
     *
     * @throws Refused {@code visa-unknown}, {@code dossier-unknown}, {@code lab-unknown} as in {@link #file}
     */
    public String named(Actor actor, Contested contested) {
        return door.prepare(actor, Permission.FILE_COMPLAINT, "complaints", () -> {
            requireSeen(actor, contested);
            return names.of(contested).text();
        });
    }

    /**
     * The visa that somebody means.
     *
     * @param text its reference, or the address of its page
     * @throws Refused {@code visa-unknown} also for one that is not the actor's to see
     */
    public Contested.Visa visa(Actor actor, String text) {
        String last = text.strip().replaceFirst(".*/visas/", "");
        return door.prepare(actor, Permission.FILE_COMPLAINT, "complaints", () -> {
            Contested.Visa meant = Slug.written(last)
                    .flatMap(visas::find)
                    .map(found -> new Contested.Visa(found.id()))
                    .orElseThrow(() ->
                            Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException());
            requireSeen(actor, meant);
            return meant;
        });
    }

    /** The laboratories there are, by name. */
    public List<Laboratory> laboratories(Actor actor) {
        return door.prepare(
                actor,
                Permission.FILE_COMPLAINT,
                "complaints",
                () -> laboratories.all().stream()
                        .map(Laboratories.Recorded::laboratory)
                        .toList());
    }

    /** Whether the actor may record what somebody else wrote. */
    public static boolean recordsLetters(Actor actor) {
        return actor.roles().stream().anyMatch(RECORDERS::contains);
    }

    private String number(LocalDate today) {
        return "R-" + today.getYear() + "-"
                + String.format(Locale.ROOT, "%03d", numbers.next("complaint/" + today.getYear()));
    }

    /** What somebody may not see is answered as what is not there. */
    private void requireSeen(Actor actor, Contested contested) {
        if (contested instanceof Contested.Dossier dossier) {
            acts.visible(actor, dossier.id());
        } else if (contested instanceof Contested.Visa visa) {
            boolean seen = visas.find(visa.id())
                    .filter(known -> known.facts().listed()
                            || DossierActs.seesAll(actor, known.facts().scheme().scheme())
                            || isHolder(known.facts(), actor.organisation())
                                    && !actor.roles(known.facts().scheme().scheme())
                                            .isEmpty())
                    .isPresent();
            require(seen, "visa-unknown");
        } else if (contested instanceof Contested.Laboratory laboratory) {
            require(laboratories.find(laboratory.id()).isPresent(), "lab-unknown");
        }
    }

    private static void require(boolean seen, String unknown) {
        if (!seen) {
            throw new Refused(new Refusal(unknown, Refusal.Kind.NOT_FOUND, Map.of()));
        }
    }

    private static boolean isHolder(VisaFacts facts, String organisation) {
        return facts.holder().name().equals(organisation)
                || facts.sponsor()
                        .filter(sponsor -> sponsor.name().equals(organisation))
                        .isPresent();
    }

    private Optional<ProposalId> decision(Request request, Complainant complainant) {
        if (request.kind() == Filing.Kind.COMPLAINT) {
            return Optional.empty();
        }
        if (!request.contested().isDecided()) {
            throw Refusal.of("appeal-without-decision", Refusal.Kind.INVALID).asException();
        }
        if (complainant
                .organisation()
                .filter(own -> contests.isParty(request.contested(), own))
                .isEmpty()) {
            throw Refusal.of("appeal-not-a-party", Refusal.Kind.FORBIDDEN).asException();
        }
        return Optional.of(contests.decision(request.contested())
                .orElseThrow(() -> Refusal.of("appeal-without-decision", Refusal.Kind.CONFLICT)
                        .asException())
                .id());
    }
}
