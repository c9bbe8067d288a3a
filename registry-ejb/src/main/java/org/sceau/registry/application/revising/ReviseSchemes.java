package org.sceau.registry.application.revising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.describing.Difference;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;

/** Corrects scheme definitions: one administrator proposes a dropped file, another one takes it into use. */
@ApplicationScoped
public class ReviseSchemes {
    private final Door door;
    private final DroppedFiles dropped;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Schemes schemes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReviseSchemes() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReviseSchemes(
            Door door, DroppedFiles dropped, Definitions definitions, Revisions revisions, Schemes schemes) {
        this.door = door;
        this.dropped = dropped;
        this.drafts = new Drafts(definitions, schemes);
        this.revisions = revisions;
        this.schemes = schemes;
    }

    /**
     * A file in the folder.
     *
     * @param version what it says; absent when it cannot be used
     * @param refusal why it could not be proposed now; absent when it could
     */
    public record Candidate(String file, Optional<SchemeVersion> version, Optional<Refusal> refusal) {}

    /**
     * A file in the folder with what it would change.
     *
     * @param difference what it changes in the edition in use; empty for a new version, and for what cannot be used
     */
    public record Draft(Candidate candidate, List<Difference> difference) {}

    /**
     * An edition with all that is known of it.
     *
     * @param difference what it changes in the edition that was in use before it; empty for a new version
     * @param obstacle   why whoever looks could not take it into use now; absent when nothing of the edition is in the way. The right to do
     *     so is asked for apart
     */
    public record Sight(
            Revisions.Recorded recorded,
            SchemeVersion version,
            List<Difference> difference,
            Optional<Refusal> obstacle) {}

    /** What lies in the folder, by name. */
    public List<Candidate> candidates(Actor actor) {
        return door.prepare(
                actor,
                Permission.READ_REVISIONS,
                "schemes",
                () -> dropped.all().stream().map(this::candidate).toList());
    }

    /** Editions that did not come with a release, newest act first. */
    public List<Revisions.Recorded> proposals(Actor actor) {
        return door.prepare(actor, Permission.READ_REVISIONS, "schemes", revisions::proposals);
    }

    /** @throws Refused {@code file-unknown} */
    public Draft candidate(Actor actor, String file) {
        return door.prepare(actor, Permission.READ_REVISIONS, "schemes", () -> {
            Candidate candidate = candidate(found(file));
            return new Draft(
                    candidate,
                    candidate
                            .version()
                            .map(version -> difference(version, used(version.id())))
                            .orElse(List.of()));
        });
    }

    /** @throws Refused {@code revision-unknown}, {@code definition-unusable} */
    public Sight read(Actor actor, String sha256) {
        return door.prepare(actor, Permission.READ_REVISIONS, "schemes", () -> {
            Revisions.Recorded recorded = known(sha256);
            Revision revision = recorded.revision();
            SchemeVersion version = drafts.of(revision, text(sha256));
            List<Revisions.Recorded> before = used(version.id()).stream()
                    .filter(used -> used.revision().number() < revision.number())
                    .toList();
            return new Sight(recorded, version, difference(version, before), obstacle(actor, revision, version));
        });
    }

    /** @param before editions in use before it, the lowest number first */
    private List<Difference> difference(SchemeVersion version, List<Revisions.Recorded> before) {
        if (before.isEmpty()) {
            return List.of();
        }
        Revision former = before.get(before.size() - 1).revision();
        return Difference.between(schemes, drafts.of(former, text(former.sha256())), version);
    }

    private Optional<Refusal> obstacle(Actor actor, Revision revision, SchemeVersion version) {
        try {
            revision.activated(actor.name(), editions(version.id()));
            drafts.requireUsable(version);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }

    /**
     * Proposes a file of the folder.
     *
     * @param sha256 of the file that was seen
     * @throws Refused {@code file-unknown}, {@code file-changed}, {@code definition-unusable} with code and line, or what {@link
     *     Revision#proposed} says
     */
    public Revision propose(Actor actor, String file, String sha256) {
        return door.enter(actor, Permission.REVISE_SCHEMES, "schemes", passage -> {
            DroppedFiles.Dropped found = found(file);
            SchemeVersion version = drafts.usable(found);
            if (!version.definition().equals(sha256)) {
                throw Refusal.of("file-changed", Refusal.Kind.CONFLICT)
                        .with("sha256", version.definition())
                        .asException();
            }
            Revision proposed = Revision.proposed(version, actor.name(), editions(version.id()));
            keep(
                    passage,
                    "proposed",
                    proposed,
                    Map.of("proposer", actor.name()),
                    new String(found.bytes(), StandardCharsets.UTF_8));
            return proposed;
        });
    }

    /**
     * Takes an edition into use, at once. Dossiers that were opened before keep the edition they have.
     *
     * @throws Refused {@code revision-unknown}, {@code definition-unusable}, or what {@link Revision#activated} says
     */
    public Revision activate(Actor actor, String sha256, String grounds) {
        Revision activated = door.enter(actor, Permission.REVISE_SCHEMES, "schemes", passage -> {
            Revision before = known(sha256).revision();
            Revision after = before.activated(actor.name(), editions(before.scheme()));
            drafts.requireUsable(drafts.of(before, text(sha256)));
            keep(passage, "activated", after, said(actor, before, grounds), text(sha256));
            return after;
        });
        schemes.use(drafts.of(activated, text(sha256)));
        return activated;
    }

    /** Ends a proposal; see {@link Revision#rejected}. */
    public Revision reject(Actor actor, String sha256, String grounds) {
        return door.enter(actor, Permission.REVISE_SCHEMES, "schemes", passage -> {
            Revision before = known(sha256).revision();
            Revision after = before.rejected(actor.name());
            keep(passage, "rejected", after, said(actor, before, grounds), text(sha256));
            return after;
        });
    }

    /** Editions of a version that are or were in use, the lowest number first. Public. */
    public List<Revisions.Recorded> used(SchemeVersionId scheme) {
        return revisions.of(scheme).stream()
                .filter(recorded -> recorded.revision().state().isUsed())
                .toList();
    }

    /** The file of an edition that is or was in use. Public. */
    public Optional<String> usedText(SchemeVersionId scheme, int number) {
        return used(scheme).stream()
                .map(Revisions.Recorded::revision)
                .filter(revision -> revision.number() == number)
                .findFirst()
                .flatMap(revision -> revisions.text(revision.sha256()));
    }

    private Candidate candidate(DroppedFiles.Dropped found) {
        try {
            SchemeVersion version = drafts.usable(found);
            try {
                Revision.proposed(version, "-", editions(version.id()));
                return new Candidate(found.name(), Optional.of(version), Optional.empty());
            } catch (Refused refused) {
                return new Candidate(found.name(), Optional.of(version), Optional.of(refused.refusal()));
            }
        } catch (Refused refused) {
            return new Candidate(found.name(), Optional.empty(), Optional.of(refused.refusal()));
        }
    }

    private DroppedFiles.Dropped found(String file) {
        return dropped.find(file)
                .orElseThrow(
                        () -> Refusal.of("file-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private List<Revision> editions(SchemeVersionId scheme) {
        return revisions.of(scheme).stream().map(Revisions.Recorded::revision).toList();
    }

    private Revisions.Recorded known(String sha256) {
        return revisions
                .find(sha256)
                .orElseThrow(() ->
                        Refusal.of("revision-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private String text(String sha256) {
        return revisions.text(sha256).orElseThrow();
    }

    private void keep(Passage passage, String act, Revision revision, Map<String, Object> said, String text) {
        long position = passage.record(RevisionEntries.of(act, revision, said));
        revisions.keep(new Revisions.Recorded(revision, passage.now(), position), text);
    }

    private static Map<String, Object> said(Actor actor, Revision before, String grounds) {
        return Map.of("proposer", before.firstWord().orElse("-"), "by", actor.name(), "grounds", grounds);
    }
}
