package org.sceau.registry.api.problem;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A failure of ours: logged once under an opaque number, which is all the caller learns. */
final class Incident {
    private static final Logger LOG = Logger.getLogger(Incident.class.getName());

    private Incident() {}

    static Response answer(Throwable failure, ProblemTexts texts) {
        String number = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, failure, () -> "incident " + number);
        return ProblemResponse.of(Problem.ofIncident(500, number), texts);
    }
}
