package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;
import static org.sceau.registry.application.describing.Rows.each;

import java.util.Optional;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.decision.Reason;

/** The categories of reasons that decisions name. */
record ReasonTable(Conduct conduct) {

    Optional<SchemeTable> reasons() {
        Rows rows = new Rows(
                "reasons",
                new Phrase("Motifs des décisions", "Reasons of decisions"),
                "Motif",
                "Reason",
                "Pour",
                "For");
        for (Reason reason : conduct.reasons()) {
            rows.row(
                    reason.source(),
                    reason.verified(),
                    cell(Phrase.of(reason.label()), Phrase.same(reason.code())),
                    each(reason.of(), kind -> Phrase.of(kind.label())));
        }
        return rows.table();
    }
}
