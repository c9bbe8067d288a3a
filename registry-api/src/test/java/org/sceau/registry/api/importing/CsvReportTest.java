package org.sceau.registry.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.api.csv.CsvLine;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.application.importing.StagedRow.Outcome;
import org.sceau.registry.application.importing.StagedRow.Remark;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvReportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|'/C calc'!A0",
                "=HYPERLINK(\"https://elsewhere.example\",\"x\")",
                "=",
                "==",
                "+33",
                "+1+1",
                "+",
                "-1",
                "-2+3",
                "-",
                "@SUM(A1)",
                "@",
                "\t=1+1",
                "\tx",
                "\t",
                "\r=1+1",
                "\rx",
                "\r",
                "=\"x\"&A1",
                "=1;2",
                "+cmd",
                "-cmd|' /C x'!A0",
                "=IMPORTXML(1)",
                "@x",
                "=A1\r\n=B1",
                "+\"",
                "-\"\"",
                "=,",
                "=é"
            })
    void a_cell_that_a_spreadsheet_would_compute_starts_with_an_apostrophe(String text) {
        String cell = CsvLine.cell(text);

        assertThat(cell).startsWith("\"'").endsWith("\"");
        assertThat(unquoted(cell)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a=b",
                "1-2",
                "a@b.example",
                "'=1",
                " =1",
                "Brume Télécom",
                "a,b",
                "a;b",
                "a\"b",
                "\"",
                "\"\"",
                "a\nb",
                "a\r\nb",
                "2026-01-01",
                "😀",
                "\u0000",
                "\\",
                "</script>",
                "${7*7}"
            })
    void every_other_cell_is_kept_as_it_is(String text) {
        assertThat(unquoted(CsvLine.cell(text))).isEqualTo(text);
    }

    @Test
    void a_row_has_a_line_per_remark_and_one_without_any() {
        StringBuilder text = new StringBuilder();
        CsvReport report = new CsvReport(text);

        report.accept(row(1, Outcome.UNCHANGED, List.of()));
        report.accept(row(
                2,
                Outcome.REFUSED,
                List.of(
                        new Remark("problem", "date-format", "Date", "31/02/2026"),
                        new Remark("notice", "unknown-level", "Niveau", "=très haut"))));

        assertThat(text.toString()).isEqualTo("""
                        "row","locator","outcome","kind","code","column","value","family","slug"\r
                        "1","p. 1, #1","unchanged","","","","","cspn","CSPN-2026-01"\r
                        "2","p. 1, #2","refused","problem","date-format","Date","31/02/2026","cspn","CSPN-2026-01"\r
                        "2","p. 1, #2","refused","notice","unknown-level","Niveau","'=très haut","cspn","CSPN-2026-01"\r
                        """);
    }

    private static StagedRow row(long number, Outcome outcome, List<Remark> remarks) {
        return new StagedRow(
                number,
                "p. 1, #" + number,
                outcome,
                Optional.of("cspn"),
                Optional.empty(),
                Optional.empty(),
                remarks,
                Optional.empty(),
                Optional.of("CSPN-2026-01"));
    }

    /** Reads one quoted cell as RFC 4180 says; a lone quotation mark inside would be left and fail. */
    private static String unquoted(String cell) {
        String inside = cell.substring(1, cell.length() - 1);
        assertThat(inside.replace("\"\"", "")).doesNotContain("\"");
        return inside.replace("\"\"", "\"");
    }
}
