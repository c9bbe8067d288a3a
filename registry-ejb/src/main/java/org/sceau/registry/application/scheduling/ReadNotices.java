package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.deciding.SchemeOf;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenPage;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** What the actor's organisation was told; the authority's own people read what the authority was told, and what is to
 * reach bodies outside the registry. */
@ApplicationScoped
public class ReadNotices {
    private static final Set<Role> PARTIES = EnumSet.of(Role.SPONSOR, Role.EVALUATOR);

    private static final Set<Role> AUTHORITY = Permission.READ_NOTICES.roles().stream()
            .filter(role -> !PARTIES.contains(role))
            .collect(Collectors.toUnmodifiableSet());

    private final Door door;
    private final Notices notices;
    private final Visas visas;
    private final Dossiers dossiers;
    private final SchemeOf schemeOf;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadNotices() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReadNotices(Door door, Notices notices, Visas visas, Dossiers dossiers, SchemeOf schemeOf) {
        this.door = door;
        this.notices = notices;
        this.visas = visas;
        this.dossiers = dossiers;
        this.schemeOf = schemeOf;
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

    /** Handlers and auditors are the authority here; roles that see no dossiers of others do not count. */
    private List<Notices.Recorded> within(Actor actor, Optional<Long> before, int most) {
        boolean authority = actor.roles().stream().anyMatch(AUTHORITY::contains);
        Set<Role> counting = authority ? AUTHORITY : PARTIES;
        return SeenPage.of(
                before,
                most,
                (behind, part) ->
                        notices.page(authority ? Optional.empty() : Optional.of(actor.organisation()), behind, part),
                Notices.Recorded::position,
                recorded -> !Collections.disjoint(
                        counting, schemeOf.roles(actor, recorded.notice().concern())));
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
