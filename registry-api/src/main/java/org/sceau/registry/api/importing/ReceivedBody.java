package org.sceau.registry.api.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** The body of a request as it streams in. A connection that breaks is the sender's refusal, not a failure of ours. */
final class ReceivedBody extends FilterInputStream {
    /** What the house accepts; it counts again while it stores, since a length may be absent or wrong. */
    static final long LARGEST_BYTES = 512L * 1024 * 1024;

    private static final Pattern LENGTH = Pattern.compile("\\d{1,19}");

    ReceivedBody(InputStream body) {
        super(body);
    }

    /**
     * Refuses by its announced length, before anything is read.
     *
     * @throws Refused {@code body-too-large}
     */
    static void checkAnnounced(@Nullable String contentLength) {
        if (contentLength == null || !LENGTH.matcher(contentLength.strip()).matches()) {
            return;
        }
        String digits = contentLength.strip();
        if (digits.length() > 18 || Long.parseLong(digits) > LARGEST_BYTES) {
            throw Refusal.of("body-too-large", Refusal.Kind.TOO_LARGE)
                    .with("limit", Long.toString(LARGEST_BYTES))
                    .asException();
        }
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException broken) {
            throw incomplete();
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException broken) {
            throw incomplete();
        }
    }

    private static Refused incomplete() {
        return Refusal.of("body-incomplete", Refusal.Kind.INVALID).asException();
    }
}
