package org.sceau.registry.application.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.sceau.registry.domain.scheme.FamilyId;

/** Where issues are kept: files that are immutable, and the rows that make them public. */
public interface ListStore extends PublishedLists {

    /** Where the file of an issue is written; its folder exists. A leftover of an issue that never was is written over. */
    Path fileOf(FamilyId family, long sequence) throws IOException;

    /** Makes an issue public, in the act's transaction. Its files are complete on disk. */
    void add(PublishedList list, LocalDate coveredDay, long position);

    /** Legal day that the newest issue of a family speaks of; empty when it has none. */
    java.util.Optional<LocalDate> coveredDay(FamilyId family);
}
