package org.sceau.registry.api.outgoing;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file on its way out. It is written to a nameless file first, because what is in it is read in one transaction and a slow reader
 * must not hold that open; memory does not grow with it.
 */
public final class OutgoingFile implements Closeable {
    private final FileChannel channel;

    private OutgoingFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Writes what the file is made of, and may refuse; nothing is left behind then. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public static OutgoingFile of(Content content) throws IOException {
        Path path = Files.createTempFile("outgoing", "");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        boolean written = false;
        try {
            BufferedOutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            written = true;
            return new OutgoingFile(channel);
        } finally {
            if (!written) {
                channel.close();
            }
        }
    }

    public long size() throws IOException {
        return channel.size();
    }

    /** Sends the whole file and forgets it. */
    public void sendTo(OutputStream out) throws IOException {
        try (this) {
            channel.position(0);
            Channels.newInputStream(channel).transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
