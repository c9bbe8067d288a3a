package org.sceau.registry.application.auditing;

import java.util.Set;
import java.util.function.Consumer;

/** The journal as a reader sees it. */
public interface JournalView {

    /** Number of entries; the next position. */
    long size();

    /** Hands over the entries of some kinds in the order of their positions, without holding them all in memory. */
    void forEach(Set<String> kinds, Consumer<JournalEntry> reader);

    /**
     * Hands over, in the same way, the entries that tell of a dossier: of its acts, of what was proposed about it, of the visas that came of it,
     * of whom it was told to and what was asked of whom.
     */
    void forEachAbout(String dossier, Consumer<JournalEntry> reader);
}
