package org.sceau.registry.application.importing;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of imports as received, kept on disk while they are worked on. */
public interface Sources {

    /**
     * What arrived.
     *
     * @param sha256 lower-case hexadecimal
     */
    record Received(String sha256, long bytes) {}

    /**
     * Stores a body under a job's id, durably.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code body-too-large} beyond the bound, {@code body-empty} for none;
     *     nothing is left behind then
     */
    Received store(String jobId, InputStream body) throws IOException;

    InputStream open(String jobId) throws IOException;

    /** Forgets the bytes of a job that is over. */
    void forget(String jobId);
}
