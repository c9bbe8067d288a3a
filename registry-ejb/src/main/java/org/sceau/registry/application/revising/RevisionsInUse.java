package org.sceau.registry.application.revising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;

/**
 * Which edition of a definition holds. What the database says counts: a node that has not heard of an activation yet learns of it in the
 * very act that asks.
 */
@ApplicationScoped
public class RevisionsInUse {
    private final Door door;
    private final Revisions revisions;
    private final Definitions definitions;
    private final Schemes schemes;
    /** Position of the newest entry about an edition when the one in use was asked for last. */
    private final Map<SchemeVersionId, Long> asked = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RevisionsInUse() {
        this(null, null, null, null);
    }

    @Inject
    public RevisionsInUse(Door door, Revisions revisions, Definitions definitions, Schemes schemes) {
        this.door = door;
        this.revisions = revisions;
        this.definitions = definitions;
        this.schemes = schemes;
    }

    /**
     * Puts the editions of this release on record and takes those in use from the record.
     *
     * @throws CannotStart {@code scheme-revision} when this release has other bytes for an edition that was in use: rules that somebody
     *     relied on never change under their number
     */
    public void open() {
        List<Definitions.Shipped> fresh = definitions.shipped().stream()
                .filter(shipped -> !isOnRecord(shipped.version()))
                .toList();
        if (!fresh.isEmpty()) {
            door.enter(Actor.SYSTEM, Permission.REVISE_SCHEMES, "schemes", passage -> {
                for (Definitions.Shipped shipped : fresh) {
                    Revision released = Revision.released(shipped.version());
                    long position = passage.record(RevisionEntries.of("released", released, Map.of()));
                    revisions.keep(new Revisions.Recorded(released, passage.now(), position), shipped.text());
                }
                return fresh.size();
            });
        }
        refresh();
    }

    /** Takes into use what other nodes took into use. */
    public void refresh() {
        for (Revision revision : revisions.inUse()) {
            boolean known = schemes.version(revision.scheme())
                    .filter(version -> version.definition().equals(revision.sha256()))
                    .isPresent();
            if (!known) {
                schemes.use(load(revision.sha256()));
            }
        }
    }

    /** The edition of a version that holds now; for use inside an act, which follows every activation before it. */
    public Optional<SchemeVersion> current(SchemeVersionId id) {
        Revision.inUse(revisions.of(id).stream()
                        .map(Revisions.Recorded::revision)
                        .toList())
                .filter(used -> schemes.version(id)
                        .filter(version -> version.definition().equals(used.sha256()))
                        .isEmpty())
                .ifPresent(used -> schemes.use(load(used.sha256())));
        return schemes.version(id);
    }

    /**
     * The same where it is known how new the record is: what was found in use at that position is not asked for again.
     *
     * @param newest position of the newest entry about any edition
     */
    public Optional<SchemeVersion> current(SchemeVersionId id, long newest) {
        if (Long.valueOf(newest).equals(asked.get(id))) {
            return schemes.version(id);
        }
        Optional<SchemeVersion> found = current(id);
        asked.put(id, newest);
        return found;
    }

    /** The version to open a dossier under instead of one that opens none any more; empty where there is none. */
    public Optional<SchemeVersion> following(SchemeVersion former, LocalDate day) {
        return schemes.following(former, day);
    }

    /**
     * The edition a dossier was opened under and keeps (invariant 25). A dossier of before editions were kept has the one in use.
     */
    public SchemeVersion of(Opening opening) {
        return schemes.revision(opening.scheme(), opening.definition())
                .or(() -> revisions.text(opening.definition()).map(text -> {
                    SchemeVersion kept = read(opening.scheme(), text);
                    schemes.remember(kept);
                    return kept;
                }))
                .or(() -> schemes.version(opening.scheme()))
                .orElseThrow(() -> new IllegalStateException("no scheme " + opening.scheme()));
    }

    private boolean isOnRecord(SchemeVersion version) {
        for (Revisions.Recorded recorded : revisions.of(version.id())) {
            Revision known = recorded.revision();
            boolean same = known.sha256().equals(version.definition());
            if (known.state().isUsed() && known.number() == version.revision()) {
                if (!same) {
                    throw new CannotStart(
                            "scheme-revision",
                            version.id() + ": revision " + known.number() + " has the SHA-256 " + known.sha256()
                                    + " on record and " + version.definition()
                                    + " in this release; a changed definition needs a higher revision");
                }
                return true;
            }
        }
        return false;
    }

    private SchemeVersion load(String sha256) {
        Revision revision = revisions.find(sha256).orElseThrow().revision();
        return read(revision.scheme(), revisions.text(sha256).orElseThrow());
    }

    private SchemeVersion read(SchemeVersionId id, String text) {
        return definitions.read(id + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
