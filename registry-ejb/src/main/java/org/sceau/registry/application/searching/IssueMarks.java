package org.sceau.registry.application.searching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.domain.scheme.FamilyId;

/** How far the issued lists speak. */
public interface IssueMarks {

    /**
     * What an issue can hold.
     *
     * @param position journal position of the issue: it holds nothing that was recorded behind it
     * @param day      legal day it speaks of: it holds no visa whose first day is later
     */
    record Mark(long position, LocalDate day) {}

    /** The newest issue of a family among those at or before a journal position; empty when there is none. */
    Optional<Mark> newest(FamilyId family, long upTo);

    /** The newest issue of a family that was on record at an instant; empty when there was none. */
    Optional<Mark> newest(FamilyId family, Instant knownAt);
}
