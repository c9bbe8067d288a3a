package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;

import java.util.Optional;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;

/** How decisions and silence are contested; each remedy with a source of its own. */
record RemedyTable(Conduct conduct) {

    Optional<SchemeTable> remedies() {
        Rows rows = new Rows(
                "legal-remedies",
                new Phrase("Voies et délais de recours", "Legal remedies"),
                "Contre",
                "Against",
                "Recours",
                "Remedy");
        conduct.decisions()
                .forEach(rule ->
                        rule.remedy().ifPresent(remedy -> add(rows, rule.kind().label(), remedy)));
        conduct.procedure()
                .deadlines()
                .forEach(deadline -> deadline.remedy().ifPresent(remedy -> add(rows, deadline.label(), remedy)));
        return rows.table();
    }

    private static void add(Rows rows, Label against, LegalRemedy remedy) {
        rows.row(remedy.source(), remedy.verified(), cell(Phrase.of(against)), cell(Phrase.of(remedy.text())));
    }
}
