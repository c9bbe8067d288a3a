package org.sceau.registry.api.importing;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.sceau.registry.application.importing.StagedRow;

/**
 * A report on its way out. It is written to a nameless file first, because the rows are read in one transaction and a slow reader
 * must not hold that open; memory does not grow with the rows.
 */
public final class ReportFile implements Closeable {
    private final FileChannel channel;

    private ReportFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param rows hands every row to what it is given, and may refuse; nothing is left behind then
     */
    public static ReportFile write(Consumer<Consumer<StagedRow>> rows) throws IOException {
        Path path = Files.createTempFile("report", ".csv");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        boolean written = false;
        try {
            BufferedWriter writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            rows.accept(new CsvReport(writer));
            writer.flush();
            written = true;
            return new ReportFile(channel);
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
