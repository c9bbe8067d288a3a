package org.sceau.registry.application.submitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The visas an applicant may name: its own, listed or not, and what the catalogue shows to everybody. */
@ApplicationScoped
public class OwnVisas {
    private final Door door;
    private final Visas visas;
    private final Schemes schemes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OwnVisas() {
        this(null, null, null);
    }

    @Inject
    public OwnVisas(Door door, Visas visas, Schemes schemes) {
        this.door = door;
        this.visas = visas;
        this.schemes = schemes;
    }

    /** Those that the actor's organisation holds, by the end of their validity, those without one last. */
    public List<Visa> of(Actor actor) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "visas",
                () -> schemes.families().stream()
                        .flatMap(family ->
                                visas
                                        .heldBy(
                                                family.id(),
                                                Organisation.named(actor.organisation())
                                                        .key())
                                        .stream())
                        .filter(visa -> isOf(actor, visa))
                        .sorted(Comparator.comparing(
                                (Visa visa) -> visa.facts().validity().lastDay().orElse(java.time.LocalDate.MAX)))
                        .toList());
    }

    /**
     * One of those, by its address.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code visa-unknown} for any other, as for one that is not there
     */
    public Visa held(Actor actor, Slug slug) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "visas",
                () -> visas.find(slug)
                        .filter(visa -> isOf(actor, visa))
                        .orElseThrow(() -> Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND)
                                .asException()));
    }

    /** One by its address; empty for one that is not there, and alike for one that is not shown to the actor. */
    public Optional<Visa> one(Actor actor, Slug slug) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "visas",
                () -> visas.find(slug).filter(visa -> visa.facts().listed() || isOf(actor, visa)));
    }

    /** The same by its id. */
    public Optional<Visa> byId(Actor actor, VisaId id) {
        return door.prepare(
                actor,
                Permission.READ_DOSSIERS,
                "visas",
                () -> visas.find(id).filter(visa -> visa.facts().listed() || isOf(actor, visa)));
    }

    private static boolean isOf(Actor actor, Visa visa) {
        return visa.facts().holder().name().equals(actor.organisation())
                || visa.facts()
                        .sponsor()
                        .filter(sponsor -> sponsor.name().equals(actor.organisation()))
                        .isPresent();
    }
}
