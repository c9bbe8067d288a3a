package org.sceau.registry.api.scheme;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.scheme.SchemeParts.DeadlineView;
import org.sceau.registry.api.scheme.SchemeParts.DecisionView;
import org.sceau.registry.api.scheme.SchemeParts.DocumentView;
import org.sceau.registry.api.scheme.SchemeParts.LevelView;
import org.sceau.registry.api.scheme.SchemeParts.MoveView;
import org.sceau.registry.api.scheme.SchemeParts.ReasonView;
import org.sceau.registry.api.scheme.SchemeParts.RuleView;
import org.sceau.registry.api.scheme.SchemeParts.ScopeRuleView;
import org.sceau.registry.api.scheme.SchemeParts.ScopeView;
import org.sceau.registry.api.scheme.SchemeParts.StageView;
import org.sceau.registry.api.scheme.SchemeParts.SuspensionView;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.ValidityRule;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.VulnerabilityRule;
import org.sceau.registry.domain.scheme.vocabulary.Category;

/**
 * One version of a scheme. Where a definition says nothing of dossiers, the lists of its procedure are empty.
 *
 * @param levels levels it grants
 */
@Schema(name = "Scheme")
public record SchemeView(
        SchemeRow scheme,
        List<LevelView> levels,
        List<ScopeView> scopes,
        List<ScopeRuleView> scopeRules,
        List<String> categories,
        List<FactView> facts,
        List<DocumentView> documents,
        List<StageView> stages,
        List<MoveView> moves,
        List<RuleView> rules,
        List<DeadlineView> deadlines,
        List<DecisionView> decisions,
        List<ReasonView> reasons,
        @Nullable SuspensionView suspension,
        List<SurveillanceParts.RouteView> complaints,
        SurveillanceParts.@Nullable RemedyLimits remedies,
        SurveillanceParts.@Nullable SamplingView sampling,
        List<SurveillanceParts.DutyView> duties,
        @Nullable VulnerabilityRuleView vulnerabilities,
        ValidityView validity) {

    /** Periods from the first day, ISO 8601; {@code beyond} is the refusal of a longer one. */
    @Schema(name = "ValidityLimits")
    public record ValidityView(
            @Nullable String usual,
            @Nullable String maximum,
            String atEnd,
            String beyond,
            @Nullable String longerWith,
            @Nullable String untilFact,
            boolean withinBases,
            String source,
            boolean verified) {
        static ValidityView of(ValidityRule rule) {
            return new ValidityView(
                    rule.usual().map(Object::toString).orElse(null),
                    rule.maximum().map(Object::toString).orElse(null),
                    Coded.of(rule.atEnd()),
                    rule.beyond(),
                    rule.longerWith().orElse(null),
                    rule.untilFact().orElse(null),
                    rule.isWithinBases(),
                    rule.source(),
                    rule.verified());
        }
    }

    /** The decisions left about a visa with a vulnerability neither residual nor remediable; {@code otherwise} refuses the others. */
    @Schema(name = "VulnerabilityRule")
    public record VulnerabilityRuleView(
            List<String> invalidatingAllows, String otherwise, String source, boolean verified) {
        static VulnerabilityRuleView of(VulnerabilityRule rule) {
            return new VulnerabilityRuleView(
                    rule.allows().stream().map(DecisionKind::code).toList(),
                    rule.otherwise(),
                    rule.source(),
                    rule.verified());
        }
    }

    static SchemeView of(SchemeVersion version) {
        return new SchemeView(
                SchemeRow.of(version),
                version.grantedLevels().stream().map(LevelView::of).toList(),
                version.scopes().stream().map(ScopeView::of).toList(),
                version.scopeRules().stream().map(ScopeRuleView::of).toList(),
                version.categories().stream().map(Category::id).toList(),
                rows(version, conduct -> conduct.procedure().facts(), FactView::of),
                rows(version, conduct -> conduct.procedure().documents(), DocumentView::of),
                rows(version, conduct -> conduct.procedure().stages(), StageView::of),
                rows(version, conduct -> conduct.procedure().moves(), MoveView::of),
                rows(version, conduct -> conduct.procedure().rules(), RuleView::of),
                rows(version, conduct -> conduct.procedure().deadlines(), DeadlineView::of),
                rows(version, Conduct::decisions, DecisionView::of),
                rows(version, Conduct::reasons, ReasonView::of),
                version.conduct()
                        .flatMap(Conduct::suspension)
                        .map(SuspensionView::of)
                        .orElse(null),
                rows(version, conduct -> conduct.surveillance().complaints(), SurveillanceParts.RouteView::of),
                version.conduct()
                        .flatMap(conduct -> conduct.surveillance().remedies())
                        .map(SurveillanceParts.RemedyLimits::of)
                        .orElse(null),
                version.conduct()
                        .flatMap(conduct -> conduct.surveillance().sampling())
                        .map(SurveillanceParts.SamplingView::of)
                        .orElse(null),
                rows(version, conduct -> conduct.surveillance().duties(), SurveillanceParts.DutyView::of),
                version.conduct()
                        .flatMap(Conduct::vulnerabilities)
                        .map(VulnerabilityRuleView::of)
                        .orElse(null),
                ValidityView.of(version.validity()));
    }

    private static <T, V> List<V> rows(SchemeVersion version, Function<Conduct, List<T>> rows, Function<T, V> view) {
        return version.conduct()
                .map(conduct -> rows.apply(conduct).stream().map(view).toList())
                .orElse(List.of());
    }
}
