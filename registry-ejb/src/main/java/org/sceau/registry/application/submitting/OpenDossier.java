package org.sceau.registry.application.submitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Numbers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.dossier.handling.Rights;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.dossier.handling.Walls;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Opens a dossier under a scheme version that it keeps to its end. */
@ApplicationScoped
public class OpenDossier {
    private final Door door;
    private final DossierActs acts;
    private final Dossiers dossiers;
    private final Visas visas;
    private final Numbers numbers;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OpenDossier() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public OpenDossier(
            Door door,
            DossierActs acts,
            Dossiers dossiers,
            Visas visas,
            Numbers numbers,
            RevisionsInUse editions,
            LegalCalendar calendar) {
        this.door = door;
        this.acts = acts;
        this.dossiers = dossiers;
        this.visas = visas;
        this.numbers = numbers;
        this.editions = editions;
        this.calendar = calendar;
    }

    /**
     * What is asked for, and for whom.
     *
     * @param scheme    the version to open under
     * @param about     the visa it is about, for follow-ups
     * @param developer makes the product, when it is not the applicant
     * @param holder    would hold the visa, when it is not the applicant
     * @param observers read along
     */
    public record Request(
            SchemeVersionId scheme,
            DossierKind kind,
            Optional<VisaId> about,
            Application application,
            Optional<String> developer,
            Optional<String> holder,
            List<String> observers) {}

    /**
     * Opens a dossier for the actor's organisation; or for the authority, about a visa of somebody else, where its scheme lets it: a control, a
     * re-assessment for a justified reason.
     *
     * @throws Refused {@code scheme-unknown}, {@code scheme-closed} when the version opens no dossier today (invariant 21), {@code
     *     follow-up-not-in-scheme}, {@code follow-up-other-scheme}, {@code follow-up-too-early}, {@code follow-up-too-soon} after the last one, {@code visa-unknown}, {@code not-a-party} for
     *     somebody else's visa, {@code role-missing}, {@code fact-not-yours}, {@code parties-of-visa} when the authority names other parties, a separation of duties
     */
    public Dossier open(Actor actor, Request request) {
        return door.enter(actor, Permission.OPEN_DOSSIER, "dossiers", passage -> {
            LocalDate day = calendar.dayOf(passage.now());
            SchemeVersion scheme = editions.current(request.scheme())
                    .orElseThrow(() -> Refusal.of("scheme-unknown", Refusal.Kind.INVALID)
                            .with("scheme", request.scheme().toString())
                            .asException());
            Conduct conduct = scheme.conduct().orElseThrow(() -> closed(scheme, day));
            Optional<Visa> about = request.kind().isFollowUp()
                    ? Optional.of(requireFollowUp(actor, request, scheme, day))
                    : Optional.empty();
            if (about.isEmpty() && !scheme.applicability().opensOn(day)) {
                throw closed(scheme, day);
            }
            Person person = new Person(actor.name(), actor.organisation(), opener(actor, request, scheme, about));
            Walls.refusal(scheme, actor.roles(scheme.id().scheme()), person.role())
                    .ifPresent(wall -> {
                        throw wall.asException();
                    });
            if (person.role() != Role.SPONSOR) {
                requireForAuthority(request, conduct, about.orElseThrow(), person);
            }
            String number = "D-" + day.getYear() + "-"
                    + String.format(java.util.Locale.ROOT, "%03d", numbers.next("dossier/" + day.getYear()));
            Opening opening = new Opening(
                    number,
                    scheme.id(),
                    scheme.definition(),
                    request.kind(),
                    request.about(),
                    person,
                    passage.now(),
                    day);
            Organisation sponsor = person.role() == Role.SPONSOR
                    ? Organisation.named(actor.organisation())
                    : applicantOf(about.orElseThrow());
            Parties parties = new Parties(
                    sponsor,
                    request.developer().map(Organisation::named),
                    request.holder()
                            .map(Organisation::named)
                            .or(() -> about.map(visa -> visa.facts().holder()))
                            .orElse(sponsor),
                    request.observers().stream().map(Organisation::named).toList());
            acts.requireShown(request.application().bases(), sponsor);
            Stating.foreign(conduct.procedure(), request.application()).ifPresent(refusal -> {
                throw refusal.asException();
            });
            Dossier dossier = Dossier.open(
                    new DossierId(UUID.randomUUID()),
                    opening,
                    request.application(),
                    parties,
                    conduct.procedure().start());
            requireApart(conduct, dossier, passage.now());
            return acts.recordNew(passage, dossier, "opened");
        });
    }

    /** Everything that stands in the way of this dossier, at once: what it lacks, then what a later step will refuse. */
    public List<Finding> preflight(Actor actor, DossierId id) {
        Dossiers.Recorded recorded = acts.read(actor, id, Optional.empty());
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossier:" + id, () -> {
            var look = acts.look(recorded.dossier(), calendar.clock().instant());
            List<Finding> findings = new ArrayList<>();
            submission(look).ifPresent(stage -> findings.addAll(Preflight.of(look, stage)));
            findings.addAll(Foreseen.of(look));
            return findings;
        });
    }

    /** The stage that a dossier of its kind is first submitted to; empty where nobody asks that it be complete. */
    private static Optional<String> submission(Handling look) {
        DossierKind kind = look.dossier().opening().kind();
        return look.scheme().conduct().map(Conduct::procedure).stream()
                .flatMap(procedure -> procedure.moves().stream())
                .filter(move -> move.kinds().contains(kind) && move.demands(Guard.COMPLETE))
                .map(Move::to)
                .findFirst();
    }

    private Visa requireFollowUp(Actor actor, Request request, SchemeVersion scheme, LocalDate day) {
        FollowUp followUp = scheme.conduct()
                .flatMap(conduct -> conduct.followUp(request.kind()))
                .orElseThrow(() -> Refusal.of("follow-up-not-in-scheme", Refusal.Kind.INVALID)
                        .with("kind", request.kind().code())
                        .asException());
        Visa visa = request.about()
                .flatMap(visas::find)
                .filter(known -> known.facts().listed()
                        || isParty(known, actor.organisation())
                        || actor.roles(scheme.id().scheme()).contains(Role.CERTIFIER))
                .orElseThrow(
                        () -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException());
        requireEnd(scheme, followUp, visa, day);
        Optional<LocalDate> opens = followUp.opens()
                .flatMap(window -> visa.facts().validity().lastDay().map(last -> last.minus(window)));
        opens.filter(day::isBefore).ifPresent(first -> {
            throw Refusal.of("follow-up-too-early", Refusal.Kind.CONFLICT)
                    .with("from", first.toString())
                    .asException();
        });
        return visa;
    }

    /** Two of them are kept apart as their scheme says, such as one control a year (CPCE 54-13); one that ended without an act of its own counts too. */
    private void requireApart(Conduct conduct, Dossier dossier, Instant now) {
        Optional<FollowUp.Apart> apart =
                conduct.followUp(dossier.opening().kind()).flatMap(FollowUp::apart);
        if (apart.filter(rule -> !isSooner(rule, dossier, now)).isEmpty()) {
            return;
        }
        LocalDate day = dossier.opening().day();
        dossiers.behind(dossier.opening().about().orElseThrow()).stream()
                .map(Dossiers.Recorded::dossier)
                .filter(former -> !isSooner(apart.get(), former, now))
                .map(Dossier::opening)
                .filter(former -> former.kind() == dossier.opening().kind()
                        && former.about().equals(dossier.opening().about()))
                .map(former -> former.day().plus(apart.get().length()))
                .filter(day::isBefore)
                .max(java.util.Comparator.naturalOrder())
                .ifPresent(first -> {
                    throw Refusal.of("follow-up-too-soon", Refusal.Kind.CONFLICT)
                            .with("from", first.toString())
                            .asException();
                });
    }

    /** Whether it has a cause for which the scheme lets it come sooner: then it takes nobody's turn, neither now nor later. */
    private boolean isSooner(FollowUp.Apart apart, Dossier dossier, Instant now) {
        return apart.unless()
                .filter(unless -> unless.holds(acts.look(dossier, now).situation()))
                .isPresent();
    }

    /** The role in which somebody opens it: as its holder or sponsor, or for the authority, as the scheme lets them. */
    private static Role opener(Actor actor, Request request, SchemeVersion scheme, Optional<Visa> about) {
        Set<Role> may = scheme.conduct()
                .flatMap(conduct -> conduct.followUp(request.kind()))
                .map(FollowUp::openedBy)
                .orElse(Set.of(Role.SPONSOR));
        Set<Role> held = actor.roles(scheme.id().scheme());
        boolean party = about.map(visa -> isParty(visa, actor.organisation())).orElse(true);
        if (party && may.contains(Role.SPONSOR) && held.contains(Role.SPONSOR)) {
            return Role.SPONSOR;
        }
        if (may.contains(Role.CERTIFIER) && held.contains(Role.CERTIFIER)) {
            return Role.CERTIFIER;
        }
        Refusal refusal = !party && held.contains(Role.SPONSOR)
                ? Refusal.of("not-a-party", Refusal.Kind.FORBIDDEN)
                : Refusal.of("role-missing", Refusal.Kind.FORBIDDEN)
                        .with("needed", may.stream().map(Role::code).collect(Collectors.joining(", ")));
        throw refusal.asException();
    }

    /** Nobody of the holder opens a control of its own visa (invariant 11), and a control has the parties of the visa alone. */
    private static void requireForAuthority(Request request, Conduct conduct, Visa visa, Person person) {
        Rights.refusal(conduct.separations(), visa.facts(), person).ifPresent(wrong -> {
            throw wrong.asException();
        });
        if (request.holder().isPresent()
                || request.developer().isPresent()
                || !request.observers().isEmpty()) {
            throw Refusal.of("parties-of-visa", Refusal.Kind.INVALID).asException();
        }
    }

    private static boolean isParty(Visa visa, String organisation) {
        return visa.facts().holder().name().equals(organisation)
                || visa.facts()
                        .sponsor()
                        .filter(sponsor -> sponsor.name().equals(organisation))
                        .isPresent();
    }

    /** On whose side the dossier is that the authority opens. */
    private static Organisation applicantOf(Visa visa) {
        return visa.facts().sponsor().orElseGet(() -> visa.facts().holder());
    }

    /**
     * Something can come of it: a visa that stays is changed by its own scheme alone, under its own version or one that opens dossiers; a new
     * one is granted only under a version that does (invariant 21; renewals go by the version that is in use).
     */
    private void requireEnd(SchemeVersion scheme, FollowUp followUp, Visa visa, LocalDate day) {
        boolean own = visa.facts().scheme().scheme().equals(scheme.id().scheme());
        if (!own && !followUp.mayMakeVisa()) {
            throw Refusal.of("follow-up-other-scheme", Refusal.Kind.CONFLICT)
                    .with("scheme", scheme.id().toString())
                    .with("visa-scheme", visa.facts().scheme().toString())
                    .asException();
        }
        boolean ownVersion = visa.facts().scheme().equals(scheme.id());
        boolean stays = ownVersion && followUp.mayChangeVisa() && !followUp.mayMakeVisa();
        if (!stays && !scheme.applicability().opensOn(day)) {
            throw closed(scheme, day);
        }
    }

    private Refused closed(SchemeVersion scheme, LocalDate day) {
        Refusal closed = Refusal.of("scheme-closed", Refusal.Kind.CONFLICT)
                .with("scheme", scheme.id().toString());
        return editions.following(scheme, day)
                .map(next -> closed.with("convert-to", next.id().toString()))
                .orElse(closed)
                .asException();
    }
}
