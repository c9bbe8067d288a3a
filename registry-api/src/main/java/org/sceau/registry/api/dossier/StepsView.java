package org.sceau.registry.api.dossier;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * The steps that the procedure has for the reader's roles at the present stage.
 *
 * @param version of the dossier, for {@code If-Match}
 */
@Schema(name = "Steps")
public record StepsView(String stage, long version, List<StepView> steps) {

    /**
     * A step, and what stands in its way.
     *
     * @param as       roles of the reader that may take it
     * @param decision kind of the decision that alone takes it
     * @param obstacle absent when it can be taken now
     */
    @Schema(name = "OpenStep")
    public record StepView(
            String step,
            BothLanguages label,
            String to,
            List<String> as,
            boolean asksReason,
            @Nullable String decision,
            String source,
            boolean verified,
            @Nullable ObstacleView obstacle) {}

    /** What a refusal of the step would say. */
    @Schema(name = "Obstacle")
    public record ObstacleView(String code, String title, String remedy, Map<String, String> details) {
        static ObstacleView of(Refusal refusal, ProblemTexts texts) {
            return new ObstacleView(refusal.code(), texts.title(refusal), texts.remedy(refusal), refusal.details());
        }
    }

    /**
     * Laboratories on record: those that can be assigned today first.
     *
     * @param asOf legal day on which they were looked at
     */
    @Schema(name = "Candidates")
    public record CandidatesView(String asOf, List<CandidateView> laboratories) {

        /** @param obstacle absent when it can be assigned */
        @Schema(name = "Candidate")
        public record CandidateView(
                String id,
                String name,
                boolean fits,
                @Nullable ObstacleView obstacle) {}

        static CandidatesView of(ReadDossiers.Candidates candidates, ProblemTexts texts) {
            return new CandidatesView(
                    candidates.day().toString(),
                    candidates.laboratories().stream()
                            .map(candidate -> new CandidateView(
                                    candidate.laboratory().id().toString(),
                                    candidate.laboratory().organisation().name(),
                                    candidate.refusal().isEmpty(),
                                    candidate
                                            .refusal()
                                            .map(refusal -> ObstacleView.of(refusal, texts))
                                            .orElse(null)))
                            .toList());
        }
    }

    /**
     * Everything that is missing or contradicts itself.
     *
     * @param complete whether it may be submitted as it is
     */
    @Schema(name = "Preflight")
    public record Preflight(boolean complete, List<FindingView> findings) {

        /** @param step the later step that will be refused for it; absent when it stands in the way of submitting */
        @Schema(name = "Finding")
        public record FindingView(
                String code,
                String title,
                String remedy,
                Map<String, String> details,
                String source,
                @Nullable String step) {}

        static Preflight of(List<Finding> findings, ProblemTexts texts) {
            return new Preflight(
                    findings.stream().allMatch(finding -> finding.step().isPresent()),
                    findings.stream()
                            .map(finding -> new FindingView(
                                    finding.code(),
                                    texts.title(finding.asRefusal()),
                                    texts.remedy(finding.asRefusal()),
                                    finding.details(),
                                    finding.source(),
                                    finding.step().orElse(null)))
                            .toList());
        }
    }

    static StepsView of(ReadDossiers.OpenSteps open, ProblemTexts texts) {
        return new StepsView(
                open.dossier().stage(),
                open.dossier().version(),
                open.steps().stream()
                        .map(step -> new StepView(
                                step.move().step(),
                                BothLanguages.of(step.move().label()),
                                step.move().to(),
                                step.roles().stream().map(Role::code).toList(),
                                step.move().asksReason(),
                                step.move().decides().map(kind -> kind.code()).orElse(null),
                                step.move().source(),
                                step.move().verified(),
                                step.refusal()
                                        .map(refusal -> ObstacleView.of(refusal, texts))
                                        .orElse(null)))
                        .toList());
    }
}
