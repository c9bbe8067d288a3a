package org.sceau.registry.application.importing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody asks to import.
 *
 * @param format     code of the format
 * @param dryRun     tell what would happen, change nothing
 * @param edition    edition of the source, when known
 * @param sourceName what the importer calls the file; cut at 200 characters, control characters dropped
 */
public record ImportRequest(String format, boolean dryRun, Optional<LocalDate> edition, String sourceName) {

    public ImportRequest {
        String clean = sourceName.replaceAll("\\p{Cntrl}", "").strip();
        sourceName = clean.length() > 200 ? clean.substring(0, 200) : clean;
    }
}
