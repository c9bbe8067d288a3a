package org.sceau.registry.application.surveilling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;

/** What is kept apart of vulnerabilities, each in a row of its own. Nothing else in the house reads these rows. */
public interface Compartments {

    /**
     * What a compartment holds.
     *
     * @param version    1 when founded, +1 for each writing
     * @param salt       32 random bytes, lower-case hexadecimal: without it the commitment proves nothing
     * @param commitment salted commitment to the text, which is all that leaves the row
     */
    record Kept(String text, long version, String salt, String commitment, Instant recordedAt, long position) {
        /** Without the text: such a thing ends in a log sooner or later. */
        @Override
        public String toString() {
            return "v" + version + " " + commitment;
        }
    }

    Optional<Kept> find(VulnerabilityId id, Compartment compartment);

    /**
     * Puts in the first text.
     *
     * @param account of its first handler
     */
    void found(VulnerabilityId id, Compartment compartment, Kept kept, String account);

    /**
     * Replaces the text before.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before
     */
    void put(VulnerabilityId id, Compartment compartment, Kept kept);

    /** Account names, in order; empty when nobody founded it. Whoever asks: whether there is something is told to handlers alone. */
    List<String> handlers(VulnerabilityId id, Compartment compartment);

    void addHandler(VulnerabilityId id, Compartment compartment, String account, Instant at, long position);

    void removeHandler(VulnerabilityId id, Compartment compartment, String account);
}
