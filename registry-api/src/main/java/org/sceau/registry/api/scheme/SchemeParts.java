package org.sceau.registry.api.scheme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.ScopeRule;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.Reason;
import org.sceau.registry.domain.scheme.decision.Reserved;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;

/** The rows of a definition as anyone may read them, each with its source and whether somebody has read that. */
final class SchemeParts {
    private SchemeParts() {}

    /** A condition as data: which case it {@code is}, and its parts. */
    private static Map<String, Object> condition(Condition condition) {
        return CanonicalRecord.of((Record) condition);
    }

    private static List<String> roles(Set<Role> roles) {
        return Coded.of(roles);
    }

    @Schema(name = "Level")
    public record LevelView(
            String id,
            BothLanguages label,
            String scale,
            @Nullable Integer rank,
            String source,
            boolean verified) {
        static LevelView of(Level level) {
            return new LevelView(
                    level.id(),
                    BothLanguages.of(level.label()),
                    level.scale(),
                    level.rank().isPresent() ? level.rank().getAsInt() : null,
                    level.source(),
                    level.verified());
        }
    }

    @Schema(name = "Scope")
    public record ScopeView(String id, @Nullable String code, BothLanguages label, String source, boolean verified) {
        static ScopeView of(Scope scope) {
            return new ScopeView(
                    scope.id(),
                    scope.code().orElse(null),
                    BothLanguages.of(scope.label()),
                    scope.source(),
                    scope.verified());
        }
    }

    /** Whoever is granted the scope is granted all it needs too; {@code code} is the refusal of anything else. */
    @Schema(name = "ScopeRule")
    public record ScopeRuleView(String scope, List<String> needs, String code, String source, boolean verified) {
        static ScopeRuleView of(ScopeRule rule) {
            return new ScopeRuleView(
                    rule.scope(),
                    List.copyOf(new TreeSet<>(rule.needs())),
                    rule.code(),
                    rule.source(),
                    rule.verified());
        }
    }

    @Schema(name = "DocumentType")
    public record DocumentView(
            String id,
            BothLanguages label,
            String documentClass,
            List<String> by,
            @Nullable String neededFrom,
            @Nullable Map<String, Object> neededWhen,
            List<String> languages,
            String source,
            boolean verified) {
        static DocumentView of(DocumentType type) {
            return new DocumentView(
                    type.id(),
                    BothLanguages.of(type.label()),
                    Coded.of(type.documentClass()),
                    roles(type.by()),
                    type.neededFrom().orElse(null),
                    type.neededWhen().map(SchemeParts::condition).orElse(null),
                    type.languages(),
                    type.source(),
                    type.verified());
        }
    }

    /** @param holder role that holds the ball there */
    @Schema(name = "Stage")
    public record StageView(
            String id,
            BothLanguages label,
            String phase,
            @Nullable String holder,
            String source,
            boolean verified) {
        static StageView of(Stage stage) {
            return new StageView(
                    stage.id(),
                    BothLanguages.of(stage.label()),
                    Coded.of(stage.phase()),
                    stage.holder().map(Role::code).orElse(null),
                    stage.source(),
                    stage.verified());
        }
    }

    /** @param decision kind of the decision that alone takes the step */
    @Schema(name = "Move")
    public record MoveView(
            String step,
            BothLanguages label,
            Set<String> from,
            String to,
            List<String> by,
            List<String> kinds,
            NeedsView needs,
            List<GuardView> guards,
            List<String> rules,
            @Nullable String decision,
            boolean asksReason,
            String source,
            boolean verified) {

        @Schema(name = "Needs")
        public record NeedsView(List<String> documents, List<String> conclusions) {}

        /** A named demand, and when it is made; always without {@code when}. */
        @Schema(name = "Guard")
        public record GuardView(
                String code, BothLanguages label, @Nullable Map<String, Object> when) {}

        static MoveView of(Move move) {
            return new MoveView(
                    move.step(),
                    BothLanguages.of(move.label()),
                    move.from(),
                    move.to(),
                    roles(move.by()),
                    move.kinds().stream().map(DossierKind::code).toList(),
                    new NeedsView(move.documents(), move.conclusions()),
                    move.guards().stream()
                            .map(demanded -> new GuardView(
                                    demanded.guard().code(),
                                    BothLanguages.of(demanded.guard().label()),
                                    demanded.when().map(SchemeParts::condition).orElse(null)))
                            .toList(),
                    move.rules(),
                    move.decides().map(kind -> kind.code()).orElse(null),
                    move.asksReason(),
                    move.source(),
                    move.verified());
        }
    }

    @Schema(name = "Rule")
    public record RuleView(
            String code,
            BothLanguages text,
            @Nullable Map<String, Object> when,
            Map<String, Object> requires,
            String source,
            boolean verified) {
        static RuleView of(Rule rule) {
            return new RuleView(
                    rule.code(),
                    BothLanguages.of(rule.text()),
                    rule.when().map(SchemeParts::condition).orElse(null),
                    condition(rule.requires()),
                    rule.source(),
                    rule.verified());
        }
    }

    /**
     * @param from   what it is counted from: {@code stage}, {@code after-fact} or {@code before-fact}
     * @param starts id of that stage or fact
     * @param length ISO 8601 period; {@code counting} says how its last day is found
     */
    @Schema(name = "Deadline")
    public record DeadlineView(
            String id,
            BothLanguages label,
            String from,
            String starts,
            Set<String> stops,
            String length,
            String counting,
            String missed,
            String source,
            boolean verified) {
        static DeadlineView of(Deadline deadline) {
            return new DeadlineView(
                    deadline.id(),
                    BothLanguages.of(deadline.label()),
                    Coded.of(deadline.start().from()),
                    deadline.start().id(),
                    deadline.stops(),
                    deadline.term().length().toString(),
                    Coded.of(deadline.term().counting()),
                    Coded.of(deadline.missed()),
                    deadline.source(),
                    deadline.verified());
        }
    }

    /** Left to these roles when the condition holds of the dossier that granted the visa; {@code otherwise} refuses all others. */
    @Schema(name = "ReservedDecision")
    public record ReservedView(List<String> to, Map<String, Object> when, String otherwise, boolean approvalOnly) {
        static ReservedView of(Reserved some) {
            return new ReservedView(roles(some.to()), condition(some.when()), some.otherwise(), some.approvalOnly());
        }
    }

    @Schema(name = "DecisionRule")
    public record DecisionView(
            String kind,
            BothLanguages label,
            List<String> proposedBy,
            List<String> approvedBy,
            @Nullable ReservedView reserved,
            List<String> from,
            @Nullable String to,
            List<String> asks,
            BothLanguages ground,
            List<String> notifies,
            List<String> rules,
            String source,
            boolean verified) {
        static DecisionView of(DecisionRule rule) {
            return new DecisionView(
                    rule.kind().code(),
                    BothLanguages.of(rule.kind().label()),
                    roles(rule.proposedBy()),
                    roles(rule.approvedBy()),
                    rule.reserved().map(ReservedView::of).orElse(null),
                    Coded.of(rule.from()),
                    rule.to().map(Coded::of).orElse(null),
                    Coded.of(rule.asks()),
                    BothLanguages.of(rule.ground()),
                    Coded.of(rule.notifies()),
                    rule.rules(),
                    rule.source(),
                    rule.verified());
        }
    }

    /** A category of reasons that these kinds of decisions may have. */
    @Schema(name = "ReasonOfDecisions")
    public record ReasonView(String code, BothLanguages label, List<String> of, String source, boolean verified) {
        static ReasonView of(Reason reason) {
            return new ReasonView(
                    reason.code(),
                    BothLanguages.of(reason.label()),
                    Coded.of(reason.of()),
                    reason.source(),
                    reason.verified());
        }
    }

    /** Periods from the day of the decision, ISO 8601; absent without a bound. */
    @Schema(name = "SuspensionLimits")
    public record SuspensionView(
            @Nullable String most,
            String beyond,
            @Nullable String total,
            String beyondAll,
            String source,
            boolean verified) {
        static SuspensionView of(SuspensionRule rule) {
            return new SuspensionView(
                    rule.most().map(Object::toString).orElse(null),
                    rule.beyond(),
                    rule.total().map(Object::toString).orElse(null),
                    rule.beyondAll(),
                    rule.source(),
                    rule.verified());
        }
    }
}
