package org.sceau.registry.application.revising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;

/** The editions in use with what each rests on that nobody has read in its source, for those who correct them. */
@ApplicationScoped
public class ReadDefinitions {
    private final Door door;
    private final Definitions definitions;
    private final Revisions revisions;
    private final Schemes schemes;
    /** By the digest of the edition, whose bytes never change. */
    private final Map<String, List<UnverifiedValue>> known = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReadDefinitions() {
        this(null, null, null, null);
    }

    @Inject
    public ReadDefinitions(Door door, Definitions definitions, Revisions revisions, Schemes schemes) {
        this.door = door;
        this.definitions = definitions;
        this.revisions = revisions;
        this.schemes = schemes;
    }

    /**
     * An edition in use.
     *
     * @param revision   as it stands on record
     * @param version    what it says
     * @param unverified in the order of its file
     */
    public record InUse(Revision revision, SchemeVersion version, List<UnverifiedValue> unverified) {}

    /** Every version with its edition in use, by id. */
    public List<InUse> all(Actor actor) {
        return door.prepare(
                actor,
                Permission.READ_REVISIONS,
                "schemes",
                () -> revisions.inUse().stream().flatMap(this::inUse).toList());
    }

    /**
     * One of them.
     *
     * @param name such as {@code passi-2.2}
     * @throws Refused {@code scheme-unknown}
     */
    public InUse one(Actor actor, String name) {
        return door.prepare(
                actor,
                Permission.READ_REVISIONS,
                "schemes",
                () -> revisions.inUse().stream()
                        .filter(revision -> revision.scheme().toString().equals(name))
                        .flatMap(this::inUse)
                        .findFirst()
                        .orElseThrow(() -> Refusal.of("scheme-unknown", Refusal.Kind.NOT_FOUND)
                                .asException()));
    }

    /** A version that was taken into use elsewhere a moment ago may not be known to this node yet: it is in the next answer. */
    private Stream<InUse> inUse(Revision revision) {
        Optional<SchemeVersion> version = schemes.version(revision.scheme());
        return version.stream().map(says -> new InUse(revision, says, unverified(revision)));
    }

    private List<UnverifiedValue> unverified(Revision revision) {
        return known.computeIfAbsent(
                revision.sha256(),
                digest -> definitions.unverified(
                        revision.scheme() + ".yaml", revisions.text(digest).orElseThrow()));
    }
}
