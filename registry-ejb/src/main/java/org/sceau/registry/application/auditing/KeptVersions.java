package org.sceau.registry.application.auditing;

import java.util.Optional;
import java.util.function.Consumer;

/** The versions of records that the journal tells of, as the database keeps them. */
public interface KeptVersions {

    /**
     * A version.
     *
     * @param text     canonical
     * @param position of the entry that told of it
     */
    record Kept(String text, long position) {}

    /** Empty for one that is not there, and for one that was erased. */
    Optional<Kept> find(RecordKind kind, String id, long version);

    /**
     * A record as it is shown now.
     *
     * @param isKept whether what is shown is, to the byte, the version of that number
     */
    record Newest(String id, long version, boolean isKept) {}

    /** Hands over each record of a kind. */
    void newest(RecordKind kind, Consumer<Newest> reader);
}
