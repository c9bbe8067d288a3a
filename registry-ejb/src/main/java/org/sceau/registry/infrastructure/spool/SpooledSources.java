package org.sceau.registry.infrastructure.spool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.importing.Sources;
import org.sceau.registry.domain.refusal.Refusal;

/** Keeps the bytes of imports below {@code imports/} of the data folder: temp, fsync, rename. */
@ApplicationScoped
public class SpooledSources implements Sources {
    /** A catalogue of 100,000 rows of the official extraction has about 110 MB. */
    static final long LARGEST_BYTES = 512L * 1024 * 1024;

    private static final int BUFFER_BYTES = 256 * 1024;

    private final Path folder;
    private final long largest;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SpooledSources() {
        this.folder = null;
        this.largest = LARGEST_BYTES;
    }

    @Inject
    public SpooledSources(Settings settings) {
        this(settings.home().resolve("imports"), LARGEST_BYTES);
    }

    public SpooledSources(Path folder, long largest) {
        this.folder = folder;
        this.largest = largest;
    }

    @Override
    public Received store(String jobId, InputStream body) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve(jobId + ".part");
        try {
            Received received = copy(body, temporary);
            Files.move(temporary, file(jobId), StandardCopyOption.ATOMIC_MOVE);
            return received;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Received copy(InputStream body, Path target) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                bytes += count;
                if (bytes > largest) {
                    throw Refusal.of("body-too-large", Refusal.Kind.TOO_LARGE)
                            .with("limit", Long.toString(largest))
                            .asException();
                }
                digest.update(buffer, 0, count);
                ByteBuffer data = ByteBuffer.wrap(buffer, 0, count);
                while (data.hasRemaining()) {
                    channel.write(data);
                }
            }
            channel.force(true);
        }
        if (bytes == 0) {
            throw Refusal.of("body-empty", Refusal.Kind.INVALID).asException();
        }
        return new Received(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    @Override
    public InputStream open(String jobId) throws IOException {
        return Files.newInputStream(file(jobId));
    }

    @Override
    public void forget(String jobId) {
        try {
            Files.deleteIfExists(file(jobId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String jobId) {
        return folder.resolve(UUID.fromString(jobId) + ".source");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
