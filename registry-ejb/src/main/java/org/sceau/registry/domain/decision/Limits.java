package org.sceau.registry.domain.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.ValidityRule;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.Reason;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.VisaFacts;

/** The limits that a scheme sets to a decision: parts it must have, how long a visa and a suspension may last, from which status. */
public final class Limits {
    private Limits() {}

    /** Why the decision lacks something that the scheme asks for; empty when it has everything. */
    public static Optional<Refusal> parts(DecisionRule rule, DecisionContent content) {
        return rule.asks().stream()
                .filter(part -> !content.says(part))
                .findFirst()
                .map(part -> missing(part, rule.kind()));
    }

    /** Why conditions or reservations have no place in it: whoever approves them must find them on the visa; empty when they have, or there are none. */
    public static Optional<Refusal> clauses(DecisionContent content) {
        return content.clauses().isEmpty() || content.kind().takesClauses()
                ? Optional.empty()
                : Optional.of(Refusal.of("clauses-not-here", Refusal.Kind.INVALID)
                        .with("decision", content.kind().code()));
    }

    /** Why the categories of its reasons are not those that the scheme knows for this decision; empty when they are, or it knows none. */
    public static Optional<Refusal> reasons(Conduct conduct, DecisionContent content) {
        List<String> known =
                conduct.reasonsOf(content.kind()).stream().map(Reason::code).toList();
        Optional<String> unknown = content.reasonCodes().stream()
                .filter(code -> !known.contains(code))
                .findFirst();
        if (unknown.isPresent()) {
            return unknown.map(code -> Refusal.of("reason-code-unknown", Refusal.Kind.INVALID)
                    .with("reason", code)
                    .with("decision", content.kind().code()));
        }
        return known.isEmpty() || !content.reasonCodes().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of("reason-code-missing", Refusal.Kind.INVALID)
                        .with("decision", content.kind().code())
                        .with("known", String.join(", ", known)));
    }

    private static Refusal missing(DecisionRule.Part part, DecisionKind decision) {
        return Refusal.of("decision-part-missing", Refusal.Kind.INVALID)
                .with("part", Coded.of(part))
                .with("decision", decision.code());
    }

    /** Why a visa cannot be granted for these days; empty when it can. */
    public static Optional<Refusal> validity(SchemeVersion scheme, Situation onEffectiveDay, DecisionContent content) {
        ValidityRule rule = scheme.validity();
        LocalDate from = content.effective();
        Optional<LocalDate> last = content.lastDay().or(() -> rule.usualLastDay(from));
        if (last.isEmpty()) {
            return rule.latestLastDay(from).isPresent()
                    ? Optional.of(refusal("validity-without-end"))
                    : Optional.empty();
        }
        if (last.get().isBefore(from)) {
            return Optional.of(Refusal.of("validity-days", Refusal.Kind.INVALID)
                    .with("from", from.toString())
                    .with("until", last.get().toString()));
        }
        Optional<LocalDate> allowed = rule.longerWith().flatMap(onEffectiveDay::approvedUntil);
        boolean longer = allowed.filter(until -> !last.get().isAfter(until)).isPresent();
        return rule.isExceededBy(from, last.get()) && !longer
                ? Optional.of(refusal(rule.beyond())
                        .with("until", last.get().toString())
                        .with(
                                "latest",
                                allowed.or(() -> rule.latestLastDay(from))
                                        .map(LocalDate::toString)
                                        .orElse("-")))
                : Optional.empty();
    }

    /**
     * Why a decision that sets an end sets it after what was declared of the subject, or after what the visa rests on; empty when it does
     * not. The end that is proposed by default counts where the decision gives none.
     */
    public static Optional<Refusal> within(SchemeVersion scheme, Situation situation, DecisionContent content) {
        if (content.kind().effect() != DecisionKind.Effect.NEW_VISA && content.kind() != DecisionKind.PROLONG) {
            return Optional.empty();
        }
        ValidityRule rule = scheme.validity();
        Optional<LocalDate> last = content.lastDay().or(() -> rule.usualLastDay(content.effective()));
        return declaredEnd(rule, situation)
                .flatMap(end -> beyond(refusal("validity-beyond-declared"), last, end))
                .or(() -> basesEnd(rule, situation).flatMap(end -> beyond(refusal("validity-beyond-base"), last, end)));
    }

    private static Optional<Refusal> beyond(Refusal refusal, Optional<LocalDate> last, LocalDate latest) {
        if (last.isEmpty()) {
            return Optional.of(refusal("validity-without-end"));
        }
        return last.filter(latest::isBefore)
                .map(day -> refusal.with("until", day.toString()).with("latest", latest.toString()));
    }

    private static Optional<LocalDate> declaredEnd(ValidityRule rule, Situation situation) {
        return rule.untilFact()
                .flatMap(situation::fact)
                .filter(FactValue.Day.class::isInstance)
                .map(value -> ((FactValue.Day) value).value());
    }

    private static Optional<LocalDate> basesEnd(ValidityRule rule, Situation situation) {
        return rule.isWithinBases() ? situation.basesEnd() : Optional.empty();
    }

    /**
     * Why the scheme version grants nothing any more on that day; empty while it does (invariant 21).
     *
     * @param next the version to convert to: one that opens dossiers on the day of the act, where there is one
     */
    public static Optional<Refusal> stillIssues(SchemeVersion scheme, LocalDate day, Optional<SchemeVersionId> next) {
        if (scheme.applicability().issuesUntil().filter(day::isAfter).isEmpty()) {
            return Optional.empty();
        }
        Refusal ended = refusal("scheme-ended")
                .with("scheme", scheme.id().toString())
                .with(
                        "until",
                        scheme.applicability().issuesUntil().orElseThrow().toString());
        return Optional.of(next.map(version -> ended.with("convert-to", version.toString()))
                .orElse(ended));
    }

    /** Why the decision cannot be taken on a visa in its present status; empty when it can. */
    public static Optional<Refusal> status(DecisionRule rule, VisaStatus today) {
        return rule.from().contains(today)
                ? Optional.empty()
                : Optional.of(refusal("decision-not-on-status")
                        .with("status", today.code())
                        .with("decision", rule.kind().code()));
    }

    /**
     * Why nothing else can be decided while a suspension that ran out waits for its decision (invariant 30): only what gives the visa a status
     * can, such as lifting, extending and withdrawing, and what puts a mistake right. Empty when it can.
     */
    public static Optional<Refusal> pending(DecisionRule rule, StatusOnDay today) {
        boolean settles = rule.to().isPresent() || rule.kind() == DecisionKind.CORRECT;
        return today.overdue() && !settles
                ? Optional.of(refusal("suspension-elapsed")
                        .with("decision", rule.kind().code())
                        .with("until", today.until().map(LocalDate::toString).orElse("-")))
                : Optional.empty();
    }

    /** Why a suspension would be over before it starts, on the day after it is decided (EUCC Art. 30(1)); empty when it would not. */
    public static Optional<Refusal> over(DecisionContent content, LocalDate decided) {
        return content.lastDay()
                .filter(last -> !last.isAfter(decided))
                .map(last -> Refusal.of("suspension-days", Refusal.Kind.INVALID)
                        .with("first", decided.plusDays(1).toString())
                        .with("last", last.toString()));
    }

    /**
     * Why a suspension may not last so long; empty when it may (invariant 27).
     *
     * @param decided day of the second word, whatever day the proposal bears
     */
    public static Optional<Refusal> suspension(
            SuspensionRule rule, DecisionContent content, VisaFacts visa, LocalDate decided) {
        if (content.lastDay().isEmpty()) {
            // Without an end it would outlast every bound.
            return rule.most().or(rule::total).map(bound -> missing(DecisionRule.Part.PERIOD, content.kind()));
        }
        LocalDate last = content.lastDay().get();
        if (content.kind() == DecisionKind.SUSPEND) {
            return rule.lastDay(decided)
                    .filter(last::isAfter)
                    .map(latest -> refusal(rule.beyond()).with("latest", latest.toString()));
        }
        Optional<LocalDate> present =
                visa.statuses().get(visa.statuses().size() - 1).until();
        if (present.filter(until -> !last.isAfter(until)).isPresent()) {
            return Optional.of(
                    refusal("suspension-not-longer").with("until", present.get().toString()));
        }
        // The first day of a suspension is the day after its decision: the year runs from that decision.
        LocalDate first = firstOfRun(visa.statuses()).minusDays(1);
        return rule.lastDayOfAll(first)
                .filter(last::isAfter)
                .map(latest -> refusal(rule.beyondAll()).with("latest", latest.toString()));
    }

    /**
     * Why a decision is not left once a vulnerability of the visa is neither residual nor remediable; empty when it is (invariant 35). A refusal
     * of an application touches no visa, and a visa that can no longer be ended has met the rule.
     *
     * @param number of the record about that vulnerability
     */
    public static Optional<Refusal> invalidated(
            Conduct conduct, DecisionContent content, VisaStatus today, String number) {
        return conduct.vulnerabilities()
                .filter(rule -> content.kind().effect() != DecisionKind.Effect.NONE
                        && !rule.allows().contains(content.kind())
                        && isToBeEnded(conduct, today))
                .map(rule -> refusal(rule.otherwise())
                        .with("decision", content.kind().code())
                        .with("vulnerability", number));
    }

    /** Whether one of the decisions that an invalidating vulnerability leaves can be taken on a visa in this status. */
    public static boolean isToBeEnded(Conduct conduct, VisaStatus today) {
        return conduct.vulnerabilities().stream()
                .flatMap(rule -> rule.allows().stream())
                .flatMap(kind -> conduct.decision(kind).stream())
                .anyMatch(rule -> rule.from().contains(today));
    }

    /** The first day of the suspension that runs, through all its extensions. */
    private static LocalDate firstOfRun(List<StatusChange> statuses) {
        int first = statuses.size() - 1;
        while (first > 0 && statuses.get(first - 1).status() == VisaStatus.SUSPENDED) {
            first--;
        }
        return statuses.get(first).since();
    }

    private static Refusal refusal(String code) {
        return Refusal.of(code, Refusal.Kind.CONFLICT);
    }
}
