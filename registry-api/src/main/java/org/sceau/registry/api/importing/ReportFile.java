package org.sceau.registry.api.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.sceau.registry.api.outgoing.OutgoingFile;
import org.sceau.registry.application.importing.StagedRow;

/** The report of an import as a file. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * @param rows hands every row to what it is given, and may refuse; nothing is left behind then
     */
    public static OutgoingFile write(Consumer<Consumer<StagedRow>> rows) throws IOException {
        return OutgoingFile.of(out -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            rows.accept(new CsvReport(writer));
            writer.flush();
        });
    }
}
