package org.sceau.registry.infrastructure.catalogues.anssi;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.numbering.OfficialReference;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.infrastructure.catalogues.Findings;
import org.sceau.registry.infrastructure.catalogues.PrintedText;
import org.sceau.registry.infrastructure.catalogues.SchemeTerms;

/**
 * How a row names its visa: the text of its certificate or decision link. Decision numbers restart each year, which only the
 * name of the linked document tells: {@code 2025_1398_np.pdf}.
 */
final class PrintedReference {
    private static final int LONGEST = 80;
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/._-]*");
    private static final Pattern DECISION_DOCUMENT = Pattern.compile(
            ".*/(?<year>(?:19[9]|20\\d|21\\d)\\d)_(?<number>[^/]{1,80})_np\\.pdf", Pattern.CASE_INSENSITIVE);

    private PrintedReference() {}

    /** Refuses with {@code value-missing}, {@code text-too-long} and {@code reference-format}. */
    static Optional<String> text(PrintedRow row, Findings findings) {
        Column column = column(row);
        String text = PrintedText.squeeze(row.lines(column));
        if (text.isEmpty()) {
            findings.problem("value-missing", row.heading(column), "");
        } else if (text.length() > LONGEST) {
            findings.problem("text-too-long", row.heading(column), text);
        } else if (!SHAPE.matcher(text).matches()) {
            findings.problem("reference-format", row.heading(column), text);
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    static Reference read(
            PrintedRow row,
            String text,
            SchemeVersion scheme,
            LocalDate firstDay,
            SchemeTerms terms,
            Findings findings) {
        Column column = column(row);
        Optional<OfficialReference> official = terms.reference(scheme, row.heading(column), text, findings);
        boolean certificate = column == Column.CERTIFICATE;
        if (certificate && official.filter(OfficialReference::yearly).isEmpty()) {
            int year = official.isPresent() ? official.get().year().orElse(firstDay.getYear()) : firstDay.getYear();
            return Reference.official(text, year);
        }
        Optional<Integer> year = yearOfDecision(row.links().getOrDefault(column, ""), text);
        if (year.isEmpty()) {
            findings.notice("decision-year-from-start", row.heading(column), text);
        }
        return Reference.decision(text, year.orElse(firstDay.getYear()));
    }

    private static Optional<Integer> yearOfDecision(String link, String number) {
        Matcher document = DECISION_DOCUMENT.matcher(link.strip());
        return document.matches()
                        && PrintedText.clean(document.group("number"))
                                .toLowerCase(Locale.ROOT)
                                .equals(number.toLowerCase(Locale.ROOT))
                ? Optional.of(Integer.parseInt(document.group("year")))
                : Optional.empty();
    }

    private static Column column(PrintedRow row) {
        for (Column column :
                new Column[] {Column.CERTIFICATE, Column.QUALIFICATION_DECISION, Column.CERTIFICATION_DECISION}) {
            if (row.cells().containsKey(column)) {
                return column;
            }
        }
        return Column.CERTIFICATE;
    }
}
