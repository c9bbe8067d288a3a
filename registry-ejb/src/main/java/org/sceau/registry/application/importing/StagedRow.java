package org.sceau.registry.application.importing;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.visa.VisaId;

/**
 * A row of an import with what became of it.
 *
 * @param facts   canonical facts, absent for a refused row
 * @param matched the visa it was recognised as, with the version it was compared with
 * @param slug    of the visa it was recognised as, or became
 */
public record StagedRow(
        long number,
        String locator,
        Outcome outcome,
        Optional<String> family,
        Optional<Keys> keys,
        Optional<String> facts,
        List<Remark> remarks,
        Optional<Match> matched,
        Optional<String> slug) {

    /** What became, or will become, of a row. */
    public enum Outcome {
        READ,
        TO_CREATE,
        TO_CHANGE,
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED;

        public String code() {
            return Coded.of(this);
        }
    }

    /** Keys under which a row meets visas, and the digest of its facts. */
    public record Keys(String reference, String subject, String digest) {}

    /** The visa that a row was recognised as. */
    public record Match(VisaId visa, long version) {}

    /**
     * Something to tell about a row.
     *
     * @param kind {@code problem} or {@code notice}
     */
    public record Remark(String kind, String code, String column, String value) {}
}
