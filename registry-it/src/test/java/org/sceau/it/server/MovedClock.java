package org.sceau.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** A clock that runs as this machine's does and that tests put forward: the file says to a registry what time it is. */
public final class MovedClock {
    private final Path file;
    private Duration ahead = Duration.ZERO;

    public MovedClock(Path file) {
        this.file = file;
        tell();
    }

    /** What {@code SCEAU_REHEARSAL_CLOCK} is told. */
    public Path file() {
        return file;
    }

    public synchronized Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Puts it forward. */
    public synchronized void pass(Duration time) {
        ahead = ahead.plus(time);
        tell();
    }

    /** Puts it forward to an instant that is not there yet. */
    synchronized void passTo(Instant instant) {
        Duration time = Duration.between(now(), instant);
        if (!time.isNegative()) {
            pass(time);
        }
    }

    /** Writes the present instant, since a registry that starts takes what it reads for now. */
    synchronized void tell() {
        try {
            Files.createDirectories(file.getParent());
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), now().toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
