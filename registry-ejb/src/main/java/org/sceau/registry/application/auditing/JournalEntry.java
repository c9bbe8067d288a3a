package org.sceau.registry.application.auditing;

import java.time.Instant;
import java.util.Map;

/**
 * An entry as it was written.
 *
 * @param entry   canonical text, whose bytes are the leaf
 * @param secrets plaintexts of its commitments by name, as far as they were not erased
 */
public record JournalEntry(
        long position, Instant at, String kind, String subject, String entry, Map<String, String> secrets) {
    public JournalEntry {
        secrets = Map.copyOf(secrets);
    }
}
