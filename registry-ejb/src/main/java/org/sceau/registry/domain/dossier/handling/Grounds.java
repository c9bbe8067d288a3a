package org.sceau.registry.domain.dossier.handling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** On which row of its scheme an act rests: the record cites the source of that row. */
public final class Grounds {
    private Grounds() {}

    /**
     * The source of the row behind an act: of the step, the type of document, conclusion or approval, of what laboratories must have; of the
     * stage for all else that is done at it.
     *
     * @param before the dossier before the act; absent for one that was opened
     */
    public static String of(SchemeVersion scheme, Optional<Dossier> before, Dossier after) {
        Conduct conduct = scheme.conduct().orElseThrow();
        return before.flatMap(was -> ofRow(conduct, was, after))
                .orElseGet(() -> stage(conduct.procedure(), after.stage()));
    }

    private static Optional<String> ofRow(Conduct conduct, Dossier before, Dossier after) {
        Procedure procedure = conduct.procedure();
        History was = before.history();
        History is = after.history();
        if (is.stages().size() > was.stages().size()) {
            return procedure
                    .move(is.stage().step(), before.stage(), before.opening().kind())
                    .map(Move::source);
        }
        if (is.documents().size() > was.documents().size()) {
            return procedure.document(last(is.documents()).type()).map(DocumentType::source);
        }
        if (is.conclusions().size() > was.conclusions().size()) {
            return procedure.conclusion(last(is.conclusions()).type()).map(ConclusionType::source);
        }
        if (!is.approvals().equals(was.approvals())) {
            return is.approvals().stream()
                    .filter(approval -> !was.approvals().contains(approval))
                    .findFirst()
                    .flatMap(approval -> procedure.approval(approval.type()))
                    .map(ApprovalType::source);
        }
        if (!after.laboratories().equals(before.laboratories())) {
            return Optional.of(conduct.competences().stream()
                            .map(Competence::source)
                            .distinct()
                            .collect(Collectors.joining("; ")))
                    .filter(sources -> !sources.isEmpty());
        }
        return Optional.empty();
    }

    private static String stage(Procedure procedure, String stage) {
        return procedure.stage(stage).orElseThrow().source();
    }

    private static <T> T last(List<T> items) {
        return items.get(items.size() - 1);
    }
}
