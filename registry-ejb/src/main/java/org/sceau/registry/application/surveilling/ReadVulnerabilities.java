package org.sceau.registry.application.surveilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenPage;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;

/** Looks at the general part of records. Nothing is changed, and nothing is told of a record that is not the actor's. */
@ApplicationScoped
public class ReadVulnerabilities {
    private final Door door;
    private final VulnerabilityActs acts;
    private final Vulnerabilities vulnerabilities;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadVulnerabilities() {
        this(null, null, null, null);
    }

    @Inject
    public ReadVulnerabilities(
            Door door, VulnerabilityActs acts, Vulnerabilities vulnerabilities, LegalCalendar calendar) {
        this.door = door;
        this.acts = acts;
        this.vulnerabilities = vulnerabilities;
        this.calendar = calendar;
    }

    /**
     * A record as it is known now, or as it was known and its clocks stood at an instant.
     *
     * @param knownAt an instant to come is now
     * @throws org.sceau.registry.domain.refusal.Refused {@code vulnerability-unknown} for one that is not there, was not, or is not the
     *     actor's
     */
    public VulnerabilitySight one(Actor actor, VulnerabilityId id, Optional<Instant> knownAt) {
        Instant now = calendar.clock().instant();
        Optional<Instant> then = knownAt.filter(now::isAfter);
        return look(
                actor,
                id,
                () -> {
                    Vulnerabilities.Recorded present = acts.visible(actor, id);
                    return then.isPresent() ? acts.visible(actor, vulnerabilities.find(id, then.get())) : present;
                },
                then.orElse(now));
    }

    /** One version of a record, as its clocks stand now. */
    public VulnerabilitySight one(Actor actor, VulnerabilityId id, long version) {
        return look(
                actor,
                id,
                () -> acts.visible(actor, vulnerabilities.find(id, version)),
                calendar.clock().instant());
    }

    /**
     * Records that the actor may see, the one acted on last first.
     *
     * @param before number of the record to go on behind
     * @param most   1 to 200
     */
    public List<VulnerabilitySight> page(Actor actor, Optional<String> before, int most) {
        Instant now = calendar.clock().instant();
        return door.prepare(
                actor,
                Permission.READ_VULNERABILITIES,
                "vulnerabilities",
                () -> within(actor, before, most).stream()
                        .map(recorded -> sight(actor, recorded, now))
                        .toList());
    }

    private List<Vulnerabilities.Recorded> within(Actor actor, Optional<String> before, int most) {
        SchemeScope handled = VulnerabilityActs.handledBy(actor);
        Optional<String> organisation = handled.isNone() ? Optional.of(actor.organisation()) : Optional.empty();
        return SeenPage.of(
                before,
                most,
                (behind, part) -> vulnerabilities.page(organisation, behind, part),
                recorded -> recorded.record().number(),
                recorded -> VulnerabilityActs.sees(actor, recorded.record()));
    }

    private VulnerabilitySight look(
            Actor actor, VulnerabilityId id, java.util.function.Supplier<Vulnerabilities.Recorded> found, Instant at) {
        return door.prepare(
                actor, Permission.READ_VULNERABILITIES, "vulnerability:" + id, () -> sight(actor, found.get(), at));
    }

    private VulnerabilitySight sight(Actor actor, Vulnerabilities.Recorded recorded, Instant at) {
        return new VulnerabilitySight(
                recorded,
                acts.look(recorded.record(), at).clocks(),
                at,
                !VulnerabilityActs.handles(actor, recorded.record()),
                actor.organisation());
    }
}
