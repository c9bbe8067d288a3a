package org.sceau.registry.domain.dossier.handling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/**
 * Whether a conclusion still is about what is in the dossier: it judged documents as they were (EUCC Art. 9(1)(c)-(e)), and no other edition
 * of them.
 */
final class Judged {
    private Judged() {}

    /** The newest conclusion of a type, unless something came after it that it did not judge. */
    static Optional<Conclusion> standing(Dossier dossier, Procedure procedure, String type) {
        return dossier.history()
                .conclusion(type)
                .filter(conclusion -> procedure
                        .conclusion(type)
                        .filter(known -> isOutdated(dossier, known, conclusion.at()))
                        .isEmpty());
    }

    /** Why a document is not filed anew: a conclusion about it stands, and nobody could conclude anew where the dossier is now. */
    static Optional<Refusal> closed(Dossier dossier, Procedure procedure, String document) {
        return procedure.conclusions().stream()
                .filter(type -> type.about().contains(document) && !type.at().contains(dossier.stage()))
                .filter(type -> standing(dossier, procedure, type.id()).isPresent())
                .findFirst()
                .map(type -> Refusal.of("document-judged", Refusal.Kind.CONFLICT)
                        .with("document", document)
                        .with("conclusion", type.id())
                        .with("at", String.join(", ", type.at())));
    }

    /** Conclusions that something outdated, and that are taken anew where the dossier is: not once it has gone on. */
    static List<String> owedAnew(Dossier dossier, Procedure procedure) {
        return procedure.conclusions().stream()
                .filter(type -> type.at().contains(dossier.stage()))
                .map(ConclusionType::id)
                .filter(type -> dossier.history().conclusion(type).isPresent()
                        && standing(dossier, procedure, type).isEmpty())
                .toList();
    }

    private static boolean isOutdated(Dossier dossier, ConclusionType type, Instant at) {
        return !type.about().isEmpty() && (isDepositedAnew(dossier, type, at) || isBackThere(dossier, type, at));
    }

    private static boolean isDepositedAnew(Dossier dossier, ConclusionType type, Instant at) {
        return dossier.history().documents().stream()
                .anyMatch(document ->
                        type.about().contains(document.type()) && document.at().isAfter(at));
    }

    /** Whether the dossier came back to the stage at which this was concluded: the last one entered by then where that can be done. */
    private static boolean isBackThere(Dossier dossier, ConclusionType type, Instant at) {
        String concludedAt = dossier.history().stages().stream()
                .filter(entry -> !entry.at().isAfter(at) && type.at().contains(entry.stage()))
                .reduce((former, later) -> later)
                .map(StageEntry::stage)
                .orElseThrow();
        return dossier.history().stages().stream()
                .filter(entry -> entry.at().isAfter(at))
                .map(StageEntry::stage)
                .anyMatch(concludedAt::equals);
    }
}
