package org.sceau.registry.domain.dossier.handling;

import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
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
                        .filter(known -> isOutdated(dossier, procedure, known, conclusion.at()))
                        .isEmpty());
    }

    private static boolean isOutdated(Dossier dossier, Procedure procedure, ConclusionType type, Instant at) {
        return !type.about().isEmpty()
                && (isDepositedAnew(dossier, type, at) || isConcludedAgain(dossier, procedure, type, at));
    }

    private static boolean isDepositedAnew(Dossier dossier, ConclusionType type, Instant at) {
        return dossier.history().documents().stream()
                .anyMatch(document ->
                        type.about().contains(document.type()) && document.at().isAfter(at));
    }

    /** Whether the dossier came back to where this was concluded, or before. A later stage at which it may be concluded too is no way back. */
    private static boolean isConcludedAgain(Dossier dossier, Procedure procedure, ConclusionType type, Instant at) {
        String concludedAt = dossier.history().stages().stream()
                .filter(entry -> !entry.at().isAfter(at))
                .reduce((former, later) -> later)
                .map(StageEntry::stage)
                .orElseThrow();
        return dossier.history().stages().stream()
                .filter(entry -> entry.at().isAfter(at))
                .map(StageEntry::stage)
                .anyMatch(stage -> type.at().contains(stage) && procedure.isAtOrAfter(concludedAt, stage));
    }
}
