package org.sceau.registry.api.importing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.importing.ImportJob;

/**
 * What the interface shows of an import. Names are public: they change only with a new version of the interface.
 *
 * @param rows   rows read so far; {@code created}, {@code changed}, {@code unchanged} and {@code refused} add up to it at the end
 * @param absent visas of the same source and families that this edition no longer has; they stay as they are
 */
@Schema(name = "Import")
public record ImportView(
        String id,

        @Schema(description = "received, reading, comparing, recording, done, failed or cancelled")
        String state,

        @Schema(description = "0 to 100") int percent,
        boolean dryRun,
        String format,
        @Nullable String edition,
        long rows,
        long created,
        long changed,
        long unchanged,
        long refused,
        long absent,
        @Nullable FailureView failure,
        boolean cancelAsked,
        String sourceName,

        @Schema(description = "of the bytes as received, lower-case hexadecimal")
        String sha256,

        long sizeBytes,
        String createdBy,
        String createdAt,
        @Nullable String finishedAt) {

    /** Why the source could not be read; {@code line} is 0 when unknown. */
    @Schema(name = "ImportFailure")
    public record FailureView(String code, long line, String value) {}

    /** Newest first. */
    @Schema(name = "Imports")
    public record Latest(List<ImportView> imports) {}

    static ImportView of(ImportJob job) {
        ImportJob.Counts counts = job.counts();
        return new ImportView(
                job.id(),
                job.state().code(),
                job.percent(),
                job.dryRun(),
                job.format(),
                job.edition().map(Object::toString).orElse(null),
                counts.read(),
                counts.created(),
                counts.changed(),
                counts.unchanged(),
                counts.refused(),
                counts.absent(),
                job.failure()
                        .map(failure -> new FailureView(failure.code(), failure.line(), failure.detail()))
                        .orElse(null),
                job.cancelAsked(),
                job.sourceName(),
                job.sha256(),
                job.sizeBytes(),
                job.createdBy(),
                moment(job.createdAt()),
                job.finishedAt().map(ImportView::moment).orElse(null));
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
