package org.sceau.registry.application.importing;

import java.time.LocalDate;
import java.util.Optional;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.door.Once;

/**
 * What somebody asks to import.
 *
 * @param format     code of the format
 * @param dryRun     tell what would happen, change nothing
 * @param edition    edition of the source, when known
 * @param sourceName what the importer calls the file; cut at 200 characters, control characters dropped
 * @param attempt    key under which the same source is received once; absent when each reception is another import
 */
public record ImportRequest(
        String format, boolean dryRun, Optional<LocalDate> edition, String sourceName, Optional<String> attempt) {

    /** Refuses a key that is none with {@link IllegalArgumentException}, before anything is received. */
    public ImportRequest {
        attempt.ifPresent(Once.Key::requireText);
        String clean = sourceName.replaceAll("\\p{Cntrl}", "").strip();
        sourceName = clean.length() > 200 ? clean.substring(0, 200) : clean;
    }

    /** One that is not repeated. */
    public ImportRequest(String format, boolean dryRun, Optional<LocalDate> edition, String sourceName) {
        this(format, dryRun, edition, sourceName, Optional.empty());
    }

    /** What makes two attempts the same besides the actor and the key: all that is asked, and the bytes. */
    Optional<Once.Key> key(String sha256) {
        return attempt.map(text -> new Once.Key(
                text,
                CanonicalRecord.digestOf(String.join(
                        "\n",
                        "import",
                        format,
                        Boolean.toString(dryRun),
                        edition.map(LocalDate::toString).orElse("-"),
                        sha256))));
    }
}
