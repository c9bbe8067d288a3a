package org.sceau.registry.infrastructure.catalogues.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.numbering.OfficialReference;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.infrastructure.catalogues.Findings;
import org.sceau.registry.infrastructure.catalogues.PrintedText;
import org.sceau.registry.infrastructure.catalogues.SchemeTerms;

/** How a record names its visa. */
final class RecordReference {
    private static final String SHAPE = "[\\p{L}\\p{N}][\\p{L}\\p{N}/._-]{0,79}";
    private static final String YEAR = "(199|20\\d|21\\d)\\d";

    private RecordReference() {}

    /** The reference without spaces; refuses {@code value-missing}, {@code formula} and {@code reference-format}. */
    static Optional<String> text(RecordCells cells) {
        Optional<String> text =
                cells.required(SceauColumn.REFERENCE, 200).map(printed -> PrintedText.squeeze(List.of(printed)));
        if (text.filter(reference -> !reference.matches(SHAPE)).isPresent()) {
            cells.findings().problem("reference-format", SceauColumn.REFERENCE.heading(), text.orElseThrow());
            return Optional.empty();
        }
        return text;
    }

    /**
     * An identifier that holds its year stands by itself. Any other reference is of the decision of {@code decision_year}, or
     * of the year of the first day, which is noticed. Refuses {@code year-format} and {@code year-differs}.
     */
    static Optional<Reference> read(
            RecordCells cells, String text, SchemeVersion scheme, LocalDate firstDay, SchemeTerms terms) {
        Findings findings = cells.findings();
        String column = SceauColumn.DECISION_YEAR.heading();
        String printedYear = cells.raw(SceauColumn.DECISION_YEAR).strip();
        if (!printedYear.isEmpty() && !printedYear.matches(YEAR)) {
            findings.problem("year-format", column, printedYear);
            return Optional.empty();
        }
        Optional<OfficialReference> official = terms.reference(scheme, SceauColumn.REFERENCE.heading(), text, findings);
        if (official.isPresent()
                && official.get().year().isPresent()
                && !official.get().yearly()) {
            int year = official.get().year().getAsInt();
            if (!printedYear.isEmpty() && Integer.parseInt(printedYear) != year) {
                findings.problem("year-differs", column, printedYear);
                return Optional.empty();
            }
            return Optional.of(Reference.official(text, year));
        }
        if (!printedYear.isEmpty()) {
            return Optional.of(Reference.decision(text, Integer.parseInt(printedYear)));
        }
        findings.notice("decision-year-from-start", SceauColumn.REFERENCE.heading(), text);
        return Optional.of(Reference.decision(text, firstDay.getYear()));
    }
}
