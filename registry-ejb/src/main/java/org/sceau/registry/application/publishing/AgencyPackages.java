package org.sceau.registry.application.publishing;

import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.domain.dossier.DossierId;

/** Packages that were sent to the European agency, the newest of each dossier. */
public interface AgencyPackages {

    /**
     * A package as it was sent.
     *
     * @param sha256 of what it held, canonical
     */
    record Sent(DossierId dossier, String sha256, Instant sentAt, long position) {}

    Optional<Sent> find(DossierId dossier);

    void add(Sent sent);
}
