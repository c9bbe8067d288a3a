package org.sceau.registry.application.complaining;

import java.util.Optional;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.Progress;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;

/**
 * A complaint as one reader sees it.
 *
 * @param about  what is contested
 * @param route  where it goes by its scheme; absent where no scheme says so
 * @param reader from which side
 */
public record ComplaintSight(
        Complaint complaint, ContestedNames.Name about, Optional<ComplaintRoute> route, Reader reader) {

    /** From which side somebody looks. */
    public enum Reader {
        /** Whoever filed it: what is told to the complainant. */
        FILER,
        /** A handler who is independent: everything. */
        HANDLER,
        /** Supervisors, auditors, and handlers who are too near: what it is about and how it ends; not who complained, in which words, or why. */
        WITNESS
    }

    /** Whether the reader learns who complained, and what of. */
    public boolean discloses() {
        return reader != Reader.WITNESS;
    }

    /** Whether the reader reads a step. */
    public boolean shows(Progress progress) {
        return reader == Reader.HANDLER
                || reader == Reader.FILER && progress.act().isTold();
    }

    /** Whether the reader learns the names of those who handle it. */
    public boolean names() {
        return reader == Reader.HANDLER;
    }
}
