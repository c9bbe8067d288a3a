package org.sceau.registry.api.importing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the sender calls the file: {@code X-File-Name}, else the file name of {@code Content-Disposition} (RFC 6266); a label, never a path. */
final class SourceName {
    private static final int LONGEST_HEADER = 1000;
    private static final Pattern FILE_NAME = Pattern.compile("(?i)(?:^|;)\\s*filename=(?:\"([^\"]*)\"|([^;\\s]+))");

    private SourceName() {}

    /** Empty when the sender did not say. */
    static String of(@Nullable String xFileName, @Nullable String contentDisposition) {
        if (xFileName != null && !xFileName.isBlank()) {
            return lastPart(xFileName);
        }
        if (contentDisposition == null || contentDisposition.length() > LONGEST_HEADER) {
            return "";
        }
        Matcher named = FILE_NAME.matcher(contentDisposition);
        if (!named.find()) {
            return "";
        }
        return lastPart(named.group(1) == null ? named.group(2) : named.group(1));
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
