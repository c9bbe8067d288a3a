package org.sceau.registry.application.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.publication.AgencyPackage;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.Phase;

/** The package for the European agency: what it still lacks, and that it was sent (EUCC Art. 42(2), invariant 58). */
@ApplicationScoped
public class SendPackage {
    private final Door door;
    private final DossierActs acts;
    private final AgencyPackages packages;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SendPackage() {
        this(null, null, null);
    }

    @Inject
    public SendPackage(Door door, DossierActs acts, AgencyPackages packages) {
        this.door = door;
        this.acts = acts;
        this.packages = packages;
    }

    /**
     * A package as it stands.
     *
     * @param sent    the newest that was sent; absent while none was
     * @param version of the dossier it stands in
     */
    public record Sight(AgencyPackage content, Optional<AgencyPackages.Sent> sent, long version) {}

    /** @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown}, {@code package-not-in-scheme} */
    public Sight read(Actor actor, DossierId id) {
        return door.prepare(actor, Permission.READ_DOSSIERS, "dossier:" + id, () -> {
            Dossier dossier = acts.visible(actor, id).dossier();
            return new Sight(
                    content(acts.look(dossier, java.time.Instant.EPOCH)), packages.find(id), dossier.version());
        });
    }

    /**
     * Puts on record that the package was sent as it stands.
     *
     * @param seen version of the dossier whose package was looked at
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-unknown}, {@code package-not-in-scheme}, {@code package-not-granted}
     *     before the grant, {@code concurrent-change}, {@code package-incomplete} with what is missing, {@code package-sent} when nothing changed since
     */
    public Sight send(Actor actor, DossierId id, OptionalLong seen) {
        return door.enter(actor, Permission.SEND_PACKAGE, "dossier:" + id, passage -> {
            Dossier dossier = acts.visible(actor, id).dossier();
            Permission.SEND_PACKAGE.require(actor, dossier.opening().scheme().scheme());
            acts.requireVersion(dossier, seen);
            Handling look = acts.look(dossier, passage.now());
            AgencyPackage content = content(look);
            requireGranted(look);
            if (!content.isComplete()) {
                throw Refusal.of("package-incomplete", Refusal.Kind.CONFLICT)
                        .with("missing", String.join(", ", content.missing()))
                        .asException();
            }
            String digest = CanonicalRecord.digest(content);
            packages.find(id).filter(sent -> sent.sha256().equals(digest)).ifPresent(sent -> {
                throw Refusal.of("package-sent", Refusal.Kind.CONFLICT)
                        .with("at", sent.sentAt().toString())
                        .asException();
            });
            Map<String, Object> told = new TreeMap<>();
            told.put("dossier", id.toString());
            told.put("sha256", digest);
            told.put("by", actor.name());
            told.put(
                    "ground",
                    look.scheme().conduct().orElseThrow().publication().source());
            long position = passage.record(new Entry(
                    "agency-package-sent",
                    "dossier",
                    Optional.empty(),
                    Map.of(),
                    Map.of("package", CanonicalText.of(told)),
                    Entry.Topic.DOSSIER,
                    id.toString()));
            AgencyPackages.Sent sent = new AgencyPackages.Sent(id, digest, passage.now(), position);
            packages.add(sent);
            return new Sight(content, Optional.of(sent), dossier.version());
        });
    }

    private static AgencyPackage content(Handling look) {
        return AgencyPackage.of(look.scheme(), look.dossier())
                .orElseThrow(() -> Refusal.of("package-not-in-scheme", Refusal.Kind.CONFLICT)
                        .with("scheme", look.scheme().id().toString())
                        .asException());
    }

    private static void requireGranted(Handling look) {
        boolean granted = look.scheme()
                .conduct()
                .orElseThrow()
                .procedure()
                .stage(look.dossier().stage())
                .filter(stage -> stage.phase() == Phase.GRANTED)
                .isPresent();
        if (!granted) {
            throw Refusal.of("package-not-granted", Refusal.Kind.CONFLICT)
                    .with("stage", look.dossier().stage())
                    .asException();
        }
    }
}
