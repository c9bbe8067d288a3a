package org.sceau.registry.infrastructure.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.CannotStart;

/**
 * A clock for rehearsals: a file says which instant it is, and time flows on from there. Whoever rehearses writes a later instant into the
 * file; an earlier one is ignored, since what was recorded stays recorded.
 */
final class RehearsalClock extends Clock {
    private static final int LARGEST_BYTES = 64;
    private static final Logger LOG = Logger.getLogger(RehearsalClock.class.getName());

    private final Path file;
    private final Clock system;
    private volatile Told told;

    /**
     * What the file said last.
     *
     * @param ahead how far the rehearsal is ahead of the system's clock; negative when it is behind
     */
    private record Told(String text, Duration ahead) {}

    /** @throws CannotStart {@code rehearsal-clock} when the file has no instant */
    RehearsalClock(Path file, Clock system) {
        this.file = file;
        this.system = system;
        try {
            String text = read();
            told = new Told(text, aheadOf(system, text));
        } catch (IOException | DateTimeException unusable) {
            throw new CannotStart("rehearsal-clock", file + " holds no instant such as 2026-05-12T08:00:00Z");
        }
    }

    @Override
    public Instant instant() {
        listen();
        return system.instant().plus(told.ahead());
    }

    /** In whole milliseconds, as the system's clock counts: what is recorded would be rounded, and read otherwise than it was told. */
    private static Duration aheadOf(Clock system, String text) {
        return Duration.between(system.instant(), Instant.parse(text)).truncatedTo(ChronoUnit.MILLIS);
    }

    private void listen() {
        try {
            String text = read();
            if (!text.equals(told.text())) {
                follow(text);
            }
        } catch (IOException | DateTimeException unusable) {
            LOG.log(Level.FINE, "the rehearsal goes on without a new instant", unusable);
        }
    }

    private synchronized void follow(String text) {
        Duration ahead = aheadOf(system, text);
        if (ahead.compareTo(told.ahead()) > 0) {
            told = new Told(text, ahead);
        } else {
            LOG.warning(() -> "a rehearsal never goes back: " + text + " is ignored");
            told = new Told(text, told.ahead());
        }
    }

    private String read() throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(LARGEST_BYTES), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
