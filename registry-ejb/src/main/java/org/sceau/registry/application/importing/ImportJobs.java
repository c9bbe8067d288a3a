package org.sceau.registry.application.importing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Imports and their staged rows: working notes, no part of the record. */
public interface ImportJobs {

    void add(ImportJob job);

    Optional<ImportJob> find(String id);

    /** Newest first, at most {@code most}. */
    List<ImportJob> latest(int most);

    /** Imports that were under way when the house went down. */
    List<ImportJob> unfinished();

    /** Keeps state, counts, end and failure of a job; its wish to be cancelled is left as it is. */
    void keep(ImportJob job);

    void askCancel(String id);

    boolean isCancelAsked(String id);

    void stage(String jobId, Collection<StagedRow> rows);

    /** Forgets the staged rows of a job, before reading its source again. */
    void unstage(String jobId);

    /** Rows still to be compared, ordered by reference key and number, after a place in that order. */
    List<StagedRow> toCompare(String jobId, String afterReference, long afterNumber, int most);

    /** Rows to be recorded, in the order of the source, after a row. */
    List<StagedRow> toRecord(String jobId, long afterNumber, int most);

    /** Keeps outcome, remarks, match and slug of rows. */
    void decide(String jobId, Collection<StagedRow> rows);

    long count(String jobId, StagedRow.Outcome outcome);

    /** All rows in the order of the source, portion by portion. */
    void forEach(String jobId, Consumer<StagedRow> reader);

    /** Rows of the source, for a screen. */
    List<StagedRow> page(String jobId, Set<StagedRow.Outcome> outcomes, int first, int size);

    /** Visas of this source in the families of the job that no row was recognised as. */
    long countAbsent(String jobId, String source);
}
