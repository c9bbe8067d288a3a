package org.sceau.registry.application.auditing;

/** The journal as a reader sees it. */
public interface JournalView {

    /** Number of entries; the next position. */
    long size();
}
