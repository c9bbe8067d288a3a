package org.sceau.registry.api.dossier;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.dossier.DossierParts.ApprovalView;
import org.sceau.registry.api.dossier.DossierParts.ClockView;
import org.sceau.registry.api.dossier.DossierParts.ConclusionView;
import org.sceau.registry.api.dossier.DossierParts.DocumentView;
import org.sceau.registry.api.dossier.DossierParts.EntryView;
import org.sceau.registry.api.dossier.DossierParts.LateView;
import org.sceau.registry.api.dossier.DossierParts.PartiesView;
import org.sceau.registry.api.dossier.DossierParts.PersonView;
import org.sceau.registry.api.dossier.DossierParts.QuestionView;
import org.sceau.registry.api.dossier.DossierParts.StaffView;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.Stage;

/**
 * A dossier as its reader sees it. Names are public: they change only with a new version of the interface.
 *
 * @param definition digest of the scheme's definition when it was opened
 * @param holder     role that holds the ball; absent at the end
 * @param level      the level asked for, or the one that follows from what is declared
 * @param asOf       legal day of clocks and days
 * @param daysAtStages days spent at each stage, by its id
 * @param recordedAt when this version became known
 */
@Schema(name = "Dossier")
public record DossierView(
        String id,
        String number,
        long version,
        String scheme,
        String schemeVersion,
        String definition,
        String kind,
        @Nullable String about,
        PersonView openedBy,
        String openedAt,
        String openedOn,
        StageView stage,
        String phase,
        @Nullable String holder,
        @Nullable String level,
        String asOf,
        List<ClockView> clocks,
        List<LateView> late,
        @Nullable String rejectedBySilenceOn,
        @Nullable RemedyView remedyOfSilence,
        Map<String, Long> daysAtStages,
        ApplicationBody application,
        PartiesView parties,
        List<LaboratoryView> laboratories,
        List<StaffView> staff,
        List<Requests.Staff.Contract> subcontracts,
        List<DocumentView> documents,
        List<ConclusionView> conclusions,
        List<ApprovalView> approvals,
        List<QuestionView> questions,
        List<EntryView> history,
        String recordedAt) {

    @Schema(name = "StageName")
    public record StageView(String id, BothLanguages label) {
        static StageView of(Stage stage) {
            return new StageView(stage.id(), BothLanguages.of(stage.label()));
        }
    }

    @Schema(name = "AssignedLaboratory")
    public record LaboratoryView(String id, String name) {}

    /** A dossier in a list. */
    @Schema(name = "DossierRow")
    public record Row(
            String id,
            String number,
            long version,
            String scheme,
            String schemeVersion,
            String kind,
            String subject,
            String sponsor,
            StageView stage,
            String phase,
            @Nullable String holder,
            @Nullable String dueOn,
            boolean overdue) {
        static Row of(DossierSight sight) {
            Dossier dossier = sight.dossier();
            Stage stage = stageOf(sight);
            return new Row(
                    dossier.id().toString(),
                    dossier.opening().number(),
                    dossier.version(),
                    sight.scheme().id().scheme().value(),
                    sight.scheme().id().version(),
                    dossier.opening().kind().code(),
                    dossier.application().subject().name(),
                    dossier.parties().sponsor().name(),
                    StageView.of(stage),
                    Coded.of(stage.phase()),
                    stage.holder().map(Role::code).orElse(null),
                    sight.clocks().stream()
                            .findFirst()
                            .map(clock -> clock.lastDay().toString())
                            .orElse(null),
                    sight.clocks().stream().anyMatch(clock -> clock.overdue()));
        }
    }

    /** @param next what to give as {@code before} for the page that follows; absent on the last one */
    @Schema(name = "Dossiers")
    public record Page(List<Row> dossiers, @Nullable String next) {
        static Page of(List<Row> rows, int limit) {
            return new Page(
                    rows, rows.size() < limit ? null : rows.get(rows.size() - 1).number());
        }
    }

    static DossierView of(DossierSight sight) {
        Dossier dossier = sight.dossier();
        Opening opening = dossier.opening();
        Stage stage = stageOf(sight);
        return new DossierView(
                dossier.id().toString(),
                opening.number(),
                dossier.version(),
                opening.scheme().scheme().value(),
                opening.scheme().version(),
                opening.definition(),
                opening.kind().code(),
                opening.about().map(Object::toString).orElse(null),
                PersonView.of(opening.by(), sight),
                opening.at().toString(),
                opening.day().toString(),
                StageView.of(stage),
                Coded.of(stage.phase()),
                stage.holder().map(Role::code).orElse(null),
                sight.level().orElse(null),
                sight.day().toString(),
                sight.clocks().stream().map(ClockView::of).toList(),
                sight.late().stream().map(LateView::of).toList(),
                sight.rejectedBySilence().map(Object::toString).orElse(null),
                sight.remedyOfSilence().map(RemedyView::of).orElse(null),
                sight.daysAtStages(),
                ApplicationBody.of(dossier.application(), sight.scheme()),
                PartiesView.of(dossier.parties()),
                sight.laboratories().stream()
                        .map(known -> new LaboratoryView(
                                known.id().toString(), known.organisation().name()))
                        .toList(),
                dossier.staff().stream().map(StaffView::of).toList(),
                dossier.subcontracts().stream()
                        .map(contract -> new Requests.Staff.Contract(
                                contract.activity(),
                                contract.visa().toString(),
                                contract.contractedOn().orElse(null),
                                contract.agreedIn().orElse(null)))
                        .toList(),
                dossier.history().documents().stream()
                        .map(deposit -> DocumentView.of(deposit, sight))
                        .toList(),
                dossier.history().conclusions().stream()
                        .map(conclusion -> ConclusionView.of(conclusion, sight))
                        .toList(),
                dossier.history().approvals().stream()
                        .map(approval -> ApprovalView.of(approval, sight))
                        .toList(),
                dossier.history().questions().stream()
                        .map(question -> QuestionView.of(question, sight))
                        .toList(),
                dossier.history().stages().stream()
                        .map(entry -> EntryView.of(entry, sight))
                        .toList(),
                sight.recorded().recordedAt().toString());
    }

    private static Stage stageOf(DossierSight sight) {
        return sight.scheme()
                .conduct()
                .flatMap(conduct -> conduct.procedure().stage(sight.dossier().stage()))
                .orElseThrow();
    }
}
