package org.sceau.registry.web.desk;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * A row of an import as the table shows it.
 *
 * @param name      of the subject; empty for a refused row, whose facts are not known
 * @param reference as the authority writes it; empty for a refused row
 * @param slug      address of the visa; empty while there is none
 */
public record ImportRow(
        String number,
        String locator,
        String name,
        String reference,
        String outcome,
        String style,
        String slug,
        List<RemarkRow> remarks) {

    /** A remark in words. */
    public record RemarkRow(boolean problem, String title, String remedy, String code, String column, String value) {}

    static ImportRow of(StagedRow row, DeskTexts texts) {
        Optional<VisaFacts> facts = row.facts().map(VisaContent::parse);
        return new ImportRow(
                Long.toString(row.number()),
                row.locator(),
                facts.map(known -> known.subject().name()).orElse(""),
                facts.map(known -> known.reference().text()).orElse(""),
                texts.say("outcome." + row.outcome().code()),
                style(row.outcome()),
                row.slug().orElse(""),
                row.remarks().stream().map(remark -> remark(remark, texts)).toList());
    }

    static String style(StagedRow.Outcome outcome) {
        return switch (outcome) {
            case CREATED, TO_CREATE -> "ok";
            case CHANGED, TO_CHANGE -> "next";
            case REFUSED -> "stop";
            case READ, UNCHANGED -> "past";
        };
    }

    private static RemarkRow remark(StagedRow.Remark remark, DeskTexts texts) {
        return new RemarkRow(
                remark.kind().equals("problem"),
                texts.problems().title(remark.code()),
                texts.problems().remedy(remark.code()),
                remark.code(),
                remark.column().equals("-") ? "" : remark.column(),
                remark.value());
    }
}
