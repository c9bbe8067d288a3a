package org.sceau.registry.web.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The file of the latest dry run of a session, kept so that exactly the bytes that were tried can be imported. One per session;
 * forgotten with the next file, the import for real, or the session. It stays on the node that received it.
 */
@SessionScoped
public class HeldFile implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(HeldFile.class.getName());

    private @Nullable String path;
    private @Nullable String triedBy;

    /** Takes a file in, instead of the one before. */
    synchronized void take(InputStream bytes) throws IOException {
        forget();
        Path file = Files.createTempFile("held", ".upload");
        path = file.toString();
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Remembers which dry run tried it. */
    synchronized void triedBy(String importId) {
        triedBy = importId;
    }

    /** The file that a dry run tried, while it is here. */
    synchronized Optional<Path> ofDryRun(String importId) {
        return importId.equals(triedBy) ? file() : Optional.empty();
    }

    synchronized Optional<Path> file() {
        return Optional.ofNullable(path).map(Path::of).filter(Files::isRegularFile);
    }

    @PreDestroy
    synchronized void forget() {
        file().ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                LOG.log(Level.WARNING, "a held file could not be deleted", stays);
            }
        });
        path = null;
        triedBy = null;
    }
}
