package org.sceau.registry.domain.publication;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/**
 * All that the public learns of a dossier before anything is decided: that it is in progress, where its scheme knows such a state and the
 * applicant agreed (invariant 48). Of a dossier that ended, or of another kind than a first application, it learns nothing.
 *
 * @param supplier who would hold the visa
 * @param since    legal day on which the dossier came so far
 */
public record InProgress(
        SchemeVersionId scheme, String subject, Optional<String> versions, String supplier, LocalDate since) {

    /** What is shown of a dossier; empty when nothing is. */
    public static Optional<InProgress> of(SchemeVersion scheme, Dossier dossier) {
        Procedure procedure = scheme.conduct().map(Conduct::procedure).orElseThrow();
        return scheme.conduct()
                .flatMap(conduct -> conduct.publication().inProgress())
                .filter(rule -> dossier.opening().kind() == DossierKind.INITIAL)
                .filter(rule -> new FactValue.Flag(true)
                        .equals(dossier.application().facts().get(rule.agreed())))
                .filter(rule -> isShown(procedure, dossier.stage(), rule.from()))
                .flatMap(rule -> dossier.history().stages().stream()
                        .filter(entry -> isShown(procedure, entry.stage(), rule.from()))
                        .map(StageEntry::day)
                        .findFirst())
                .map(since -> new InProgress(
                        scheme.id(),
                        dossier.application().subject().name(),
                        dossier.application().subject().versions(),
                        dossier.parties().holder().name(),
                        since));
    }

    /** Ids of the stages at which a dossier under these rules may be shown; none where it never is. */
    public static Set<String> stages(Conduct conduct) {
        Procedure procedure = conduct.procedure();
        return conduct.publication().inProgress().stream()
                .flatMap(rule -> procedure.stages().stream()
                        .map(Stage::id)
                        .filter(stage -> isShown(procedure, stage, rule.from())))
                .collect(Collectors.toSet());
    }

    private static boolean isShown(Procedure procedure, String stage, String from) {
        return procedure.isAtOrAfter(stage, from)
                && procedure
                        .stage(stage)
                        .filter(known -> !known.phase().isEnd())
                        .isPresent();
    }
}
