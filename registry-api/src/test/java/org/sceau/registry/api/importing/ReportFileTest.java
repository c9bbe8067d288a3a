package org.sceau.registry.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.api.outgoing.OutgoingFile;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFileTest {

    @Test
    void a_refusal_while_reading_the_rows_is_passed_on() {
        Refused refused = Refusal.of("import-unknown", Refusal.Kind.NOT_FOUND).asException();

        assertThatThrownBy(() -> ReportFile.write(rows -> {
                    throw refused;
                }))
                .isSameAs(refused);
    }

    @Test
    void the_whole_report_is_sent_with_its_size_known_before() throws IOException {
        StagedRow row = new StagedRow(
                1,
                "ligne 1 é",
                StagedRow.Outcome.CREATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        OutgoingFile report = ReportFile.write(rows -> {
            for (int i = 0; i < 5_000; i++) {
                rows.accept(row);
            }
        });
        long size = report.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        report.sendTo(out);

        assertThat(out.size()).isEqualTo(size);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(5_001)
                .contains("\"1\",\"ligne 1 é\",\"created\",\"\",\"\",\"\",\"\",\"\",\"\"");
    }
}
