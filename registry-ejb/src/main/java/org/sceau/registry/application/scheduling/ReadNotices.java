package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenPage;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** What the actor's organisation was told; the authority's own people read what the authority was told, and what is to
 * reach bodies outside the registry. */
@ApplicationScoped
public class ReadNotices {
    private final Door door;
    private final Notices notices;
    private final Visas visas;
    private final Dossiers dossiers;
    private final Readership readership;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadNotices() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReadNotices(Door door, Notices notices, Visas visas, Dossiers dossiers, Readership readership) {
        this.door = door;
        this.notices = notices;
        this.visas = visas;
        this.dossiers = dossiers;
        this.readership = readership;
    }

    /** A notice, and the visa or the dossier it is about; neither when it is about a proposal. */
    public record Sight(Notices.Recorded recorded, Optional<Visa> visa, Optional<Dossier> dossier) {}

    /**
     * Notices to the actor's organisation, newest first.
     *
     * @param before position of the notice to go on behind
     * @param most   1 to 200
     */
    public List<Sight> page(Actor actor, Optional<Long> before, int most) {
        return door.prepare(
                actor,
                Permission.READ_NOTICES,
                "notices",
                () -> within(actor, before, most).stream().map(this::sight).toList());
    }

    private List<Notices.Recorded> within(Actor actor, Optional<Long> before, int most) {
        Optional<String> addressee = Readership.addressee(actor.book(), actor.organisation());
        return SeenPage.of(
                before,
                most,
                (behind, part) -> notices.page(addressee, behind, part),
                Notices.Recorded::position,
                recorded -> readership.reads(actor.book(), recorded.notice().concern()));
    }

    private Sight sight(Notices.Recorded recorded) {
        Concern concern = recorded.notice().concern();
        return new Sight(
                recorded,
                concern.about() == Concern.About.VISA ? visas.find(new VisaId(concern.id())) : Optional.empty(),
                concern.about() == Concern.About.DOSSIER
                        ? dossiers.find(new DossierId(concern.id())).map(Dossiers.Recorded::dossier)
                        : Optional.empty());
    }
}
