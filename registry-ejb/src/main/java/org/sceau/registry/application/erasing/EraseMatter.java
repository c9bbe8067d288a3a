package org.sceau.registry.application.erasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.retention.Retention;

/**
 * Erases a dossier once its retention is over (invariant 56): its holder, its sponsor or an administrator asks for it, and an
 * administrator who is somebody else approves. Everything is asked at the request and again at the approval.
 */
@ApplicationScoped
public class EraseMatter {
    private final Door door;
    private final DossierActs acts;
    private final Dossiers dossiers;
    private final Erasures erasures;
    private final RetentionOf retentions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EraseMatter() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public EraseMatter(
            Door door,
            DossierActs acts,
            Dossiers dossiers,
            Erasures erasures,
            RetentionOf retentions,
            LegalCalendar calendar) {
        this.door = door;
        this.acts = acts;
        this.dossiers = dossiers;
        this.erasures = erasures;
        this.retentions = retentions;
        this.calendar = calendar;
    }

    /**
     * How long a dossier is kept.
     *
     * @param day   legal day of the answer
     * @param asked a request for erasure that waits for its approval
     */
    public record Kept(Dossier dossier, Retention retention, LocalDate day, Optional<Erasures.Asked> asked) {}

    /**
     * Until when a dossier is kept, as it stands today. Administrators see it of every dossier, and nothing else of any.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown}, {@code dossier-erased}
     */
    public Kept retention(Actor actor, DossierId id) {
        return door.prepare(actor, Permission.READ_RETENTION, "dossier:" + id, () -> kept(actor, id, calendar.today()));
    }

    /**
     * Asks for the erasure of a dossier.
     *
     * @param grounds 1 to 2,000 characters
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown}, {@code dossier-erased}, {@code not-a-party} for who
     *     sees it and is neither holder nor sponsor, {@code retention-running} with {@code until} and the {@code source} of the rule,
     *     {@code erasure-asked}
     */
    public Kept ask(Actor actor, DossierId id, String grounds) {
        return door.enter(actor, Permission.ASK_ERASURE, "dossier:" + id, passage -> {
            Kept kept = kept(actor, id, calendar.dayOf(passage.now()));
            boolean applicant = isApplicant(actor, kept.dossier());
            if (!applicant && !isAdministrator(actor)) {
                throw Refusal.of("not-a-party", Refusal.Kind.FORBIDDEN).asException();
            }
            requireOver(kept);
            if (kept.asked().isPresent()) {
                throw Refusal.of("erasure-asked", Refusal.Kind.CONFLICT).asException();
            }
            long position = passage.record(ErasureEntries.asked(kept.dossier(), kept.retention(), grounds));
            Erasures.Asked asked = new Erasures.Asked(
                    id, actor.name(), actor.organisation(), applicant, grounds, kept.day(), passage.now(), position);
            erasures.ask(asked);
            return new Kept(kept.dossier(), kept.retention(), kept.day(), Optional.of(asked));
        });
    }

    /**
     * Approves a request and erases, at once and for good.
     *
     * @param seen version of the dossier whose retention was seen
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown}, {@code dossier-erased}, {@code concurrent-change}, {@code
     *     erasure-not-asked}, {@code approval-own-proposal}, {@code retention-running}
     */
    public Dossiers.Erased approve(Actor actor, DossierId id, OptionalLong seen) {
        return door.enter(actor, Permission.ERASE_DOSSIER, "dossier:" + id, passage -> {
            Kept kept = kept(actor, id, calendar.dayOf(passage.now()));
            Dossier dossier = kept.dossier();
            SeenVersion.require(seen, dossier.version());
            Erasures.Asked asked = kept.asked()
                    .orElseThrow(() -> Refusal.of("erasure-not-asked", Refusal.Kind.CONFLICT)
                            .asException());
            if (asked.isBy(actor.name(), actor.organisation())) {
                throw Refusal.of("approval-own-proposal", Refusal.Kind.FORBIDDEN)
                        .asException();
            }
            requireOver(kept);
            Optional<String> first = Optional.of(asked.account()).filter(name -> !asked.applicant());
            long position = passage.record(ErasureEntries.ordered(dossier, kept.retention(), first, actor.name()));
            Dossiers.Erased order = new Dossiers.Erased(
                    id,
                    dossier.opening().number(),
                    kept.retention().until().orElseThrow(),
                    kept.day(),
                    first,
                    actor.name(),
                    passage.now(),
                    position);
            Set<String> parties = new HashSet<>();
            acts.parties(dossier).forEach(party -> parties.add(party.organisation()));
            erasures.carryOut(order, parties);
            return order;
        });
    }

    /** The order by which a dossier was erased. */
    public Dossiers.Erased order(Actor actor, DossierId id) {
        return door.prepare(
                actor,
                Permission.ERASE_DOSSIER,
                "dossier:" + id,
                () -> dossiers.erased(id)
                        .orElseThrow(() -> Refusal.of("dossier-unknown", Refusal.Kind.NOT_FOUND)
                                .asException()));
    }

    private Kept kept(Actor actor, DossierId id, LocalDate day) {
        Dossier dossier = (isAdministrator(actor) ? acts.any(id) : acts.visible(actor, id)).dossier();
        return new Kept(
                dossier, retentions.on(day, dossier), day, erasures.asked(id).filter(asked -> asked.isOpenOn(day)));
    }

    private static void requireOver(Kept kept) {
        kept.retention().refusal(kept.day()).ifPresent(refusal -> {
            throw refusal.asException();
        });
    }

    private static boolean isAdministrator(Actor actor) {
        return actor.book().forAll().contains(Role.ADMINISTRATOR);
    }

    private static boolean isApplicant(Actor actor, Dossier dossier) {
        return actor.roles(dossier.opening().scheme().scheme()).contains(Role.SPONSOR)
                && Stream.of(dossier.parties().holder(), dossier.parties().sponsor())
                        .anyMatch(party -> party.name().equals(actor.organisation()));
    }
}
