package org.sceau.registry.application.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;

/**
 * One import, from its receipt to its end.
 *
 * @param id         random UUID
 * @param format     code of the format
 * @param edition    edition of the source, when the importer said
 * @param received   legal day of receipt
 * @param sourceName what the importer called the file, at most 200 characters
 * @param sha256     of the bytes as received, lower-case hexadecimal
 * @param sizeBytes  of the bytes as received
 * @param counts     what became of the rows so far
 * @param failure    why it failed, when it did
 */
public record ImportJob(
        String id,
        String format,
        Optional<LocalDate> edition,
        LocalDate received,
        boolean dryRun,
        State state,
        String sourceName,
        String sha256,
        long sizeBytes,
        String createdBy,
        String organisation,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Counts counts,
        Optional<Failure> failure,
        boolean cancelAsked) {

    /** Where an import stands. */
    public enum State {
        RECEIVED,
        READING,
        COMPARING,
        RECORDING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }

        public String code() {
            return Coded.of(this);
        }
    }

    /**
     * Rows by what became of them; in a dry run by what would. {@code read} grows while the source is read, {@code compared} and
     * {@code recorded} after it.
     *
     * @param absent visas of the same source and families that this edition no longer has; they stay as they are
     */
    public record Counts(
            long read,
            long compared,
            long recorded,
            long created,
            long changed,
            long unchanged,
            long refused,
            long absent) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        Counts withCompared(long rows) {
            return new Counts(read, rows, 0, 0, 0, 0, refused, 0);
        }

        Counts withRecorded(long rows) {
            return new Counts(read, compared, rows, created, changed, unchanged, refused, absent);
        }

        /** One row that was to be created or changed turned out to be refused. */
        Counts refusing(StagedRow.Outcome planned) {
            return new Counts(
                    read,
                    compared,
                    recorded,
                    created - (planned == StagedRow.Outcome.TO_CREATE ? 1 : 0),
                    changed - (planned == StagedRow.Outcome.TO_CHANGE ? 1 : 0),
                    unchanged,
                    refused + 1,
                    absent);
        }

        /** What was done in the end, where less was done than planned. */
        Counts having(long reallyCreated, long reallyChanged) {
            return new Counts(read, compared, recorded, reallyCreated, reallyChanged, unchanged, refused, absent);
        }
    }

    /** Why a source could not be read as a whole; see {@link UnreadableCatalogue}. */
    public record Failure(String code, long line, String detail) {}

    ImportJob at(State next, Counts soFar) {
        return new ImportJob(
                id,
                format,
                edition,
                received,
                dryRun,
                next,
                sourceName,
                sha256,
                sizeBytes,
                createdBy,
                organisation,
                createdAt,
                finishedAt,
                soFar,
                failure,
                cancelAsked);
    }

    ImportJob over(State end, Counts counts, Instant when, Optional<Failure> why) {
        return new ImportJob(
                id,
                format,
                edition,
                received,
                dryRun,
                end,
                sourceName,
                sha256,
                sizeBytes,
                createdBy,
                organisation,
                createdAt,
                Optional.of(when),
                counts,
                why,
                cancelAsked);
    }

    /** How far it is, 0 to 100; the three parts of the work count alike. */
    public int percent() {
        return switch (state) {
            case RECEIVED -> 0;
            case READING -> 10;
            case COMPARING -> 33 + part(counts.compared(), counts.read(), 33);
            case RECORDING -> 66 + part(counts.recorded(), counts.created() + counts.changed(), 33);
            case DONE, FAILED, CANCELLED -> 100;
        };
    }

    private static int part(long done, long all, int of) {
        return all == 0 ? 0 : (int) Math.min(of, done * of / all);
    }
}
