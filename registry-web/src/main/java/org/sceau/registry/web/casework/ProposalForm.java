package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.decision.Advice;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.form.FormFields;

/** The fields of a proposed decision, and the content they make: what the row of the scheme asks for, prefilled with what was applied for. */
@RequestScoped
public class ProposalForm {
    private static final Advice[] ADVICE = Stream.concat(
                    Arrays.stream(Recommendation.values()).map(Advice::of), Stream.of(Advice.BY_RULE))
            .toArray(Advice[]::new);
    private static final int CLAUSES = 5;
    private static final int LONGEST_REASONS = 500;
    private static final int LONGEST_ACTIONS = 4_000;
    private static final int LONGEST_CLAUSE = 1_000;
    private static final int LONGEST_VERSIONS = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** @throws org.sceau.registry.domain.refusal.Refused {@code field-missing}, {@code field-invalid}, {@code value-refused} */
    DecisionContent content(DecisionTarget target, DecisionRule rule, FormFields fields) {
        return content(
                target,
                rule,
                fields,
                target.dossier().isPresent() ? fields.number("seen") : 0,
                target.visa().isPresent() ? fields.number("seenVisa") : 0);
    }

    /** The same of a form that showed no version: it is based on what stands. */
    DecisionContent contentAsItStands(DecisionTarget target, DecisionRule rule, FormFields fields) {
        return content(target, rule, fields, target.dossierVersion(), target.visaVersion());
    }

    private static DecisionContent content(
            DecisionTarget target, DecisionRule rule, FormFields fields, long seen, long seenVisa) {
        List<Clause> clauses = clauses(fields);
        DecisionContent said = Given.made(
                "content",
                () -> new DecisionContent(
                                rule.kind(),
                                target.dossierId(),
                                seen,
                                target.visa().map(Visa::id),
                                seenVisa,
                                fields.day("effective"),
                                fields.optionalDay("lastDay"),
                                fields.optional("reasons", LONGEST_REASONS),
                                fields.optional("actions", LONGEST_ACTIONS),
                                new TreeSet<>(fields.choices("scope")),
                                fields.optional("level", LONGEST_VERSIONS),
                                fields.optional("versions", LONGEST_VERSIONS),
                                asksFlag(target, rule) ? Optional.of(fields.yes("flag")) : Optional.empty(),
                                clauses)
                        .because(new TreeSet<>(fields.choices("category"))));
        return advised(said, fields);
    }

    private static DecisionContent advised(DecisionContent content, FormFields fields) {
        return content.kind() == DecisionKind.ADVISE
                ? content.advising(Given.one("advice", fields.choice("advice"), ADVICE, Advice::code))
                : content;
    }

    private static List<Clause> clauses(FormFields fields) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < CLAUSES; i++) {
            Optional<String> fr = fields.optional("clauseFr" + i, LONGEST_CLAUSE);
            Optional<String> en = fields.optional("clauseEn" + i, LONGEST_CLAUSE);
            if (fr.isPresent() || en.isPresent()) {
                int number = i;
                // What is decided here speaks both languages.
                String french = fr.orElseThrow(() -> Given.missing("clauseFr" + number));
                String english = en.orElseThrow(() -> Given.missing("clauseEn" + number));
                clauses.add(new Clause(
                        Given.one(
                                "clauseKind" + i,
                                fields.choice("clauseKind" + i),
                                Clause.Kind.values(),
                                Clause.Kind::name),
                        french,
                        Optional.of(english)));
            }
        }
        return clauses;
    }

    /** @param sent whether the form was sent and refused: it keeps what was typed */
    ProposalFields fields(DecisionTarget target, DecisionRule rule, CaseWords words, boolean sent) {
        Set<DecisionRule.Part> asks = rule.asks();
        boolean grants = rule.kind().effect() == DecisionKind.Effect.NEW_VISA;
        boolean ends = grants || asks.contains(DecisionRule.Part.PERIOD) || rule.kind() == DecisionKind.PROLONG;
        LocalDate today = target.today();
        return new ProposalFields(
                target.dossierVersion(),
                target.visaVersion(),
                or(typed("effective", sent), today.toString()),
                ends,
                rule.kind() == DecisionKind.SUSPEND || rule.kind() == DecisionKind.EXTEND_SUSPENSION,
                or(
                        typed("lastDay", sent),
                        target.scheme()
                                .validity()
                                .usualLastDay(today)
                                .filter(any -> grants)
                                .map(LocalDate::toString)
                                .orElse("")),
                !grants || asks.contains(DecisionRule.Part.REASONS),
                asks.contains(DecisionRule.Part.REASONS),
                typed("reasons", sent),
                target.scheme().conduct().orElseThrow().reasonsOf(rule.kind()).stream()
                        .map(reason -> new Choice(
                                reason.code(),
                                words.in(reason.label()),
                                reason.source(),
                                typedValues("category", sent).contains(reason.code()),
                                true))
                        .toList(),
                asks.contains(DecisionRule.Part.ACTIONS),
                typed("actions", sent),
                scopes(target, rule, words, sent),
                levels(target, rule, words, sent),
                asks.contains(DecisionRule.Part.VERSIONS),
                typed("versions", sent),
                asksFlag(target, rule),
                sent ? typed("flag", true).equals("yes") : target.asksFlag(),
                rule.kind().takesClauses() ? clauseRows(sent) : List.of(),
                rule.kind() == DecisionKind.ADVISE ? advice(words, sent) : List.of());
    }

    private static boolean asksFlag(DecisionTarget target, DecisionRule rule) {
        return target.scheme().hasNationalSecurity() && rule.kind().effect() == DecisionKind.Effect.NEW_VISA;
    }

    /** Of a grant those that were asked for, all of them chosen; of a change those that the version knows. */
    private List<Choice> scopes(DecisionTarget target, DecisionRule rule, CaseWords words, boolean sent) {
        boolean grants = rule.kind().effect() == DecisionKind.Effect.NEW_VISA;
        boolean asked = grants || rule.asks().contains(DecisionRule.Part.SCOPES);
        Set<String> applied = target.scopes();
        return asked
                ? target.scheme().scopes().stream()
                        .filter(scope -> !grants || applied.contains(scope.id()))
                        .map(scope -> new Choice(
                                scope.id(),
                                words.in(scope.label()),
                                "",
                                sent ? typedValues("scope", true).contains(scope.id()) : applied.contains(scope.id()),
                                true))
                        .toList()
                : List.of();
    }

    private List<Choice> levels(DecisionTarget target, DecisionRule rule, CaseWords words, boolean sent) {
        boolean chosen = rule.asks().contains(DecisionRule.Part.LEVEL)
                || rule.kind().effect() == DecisionKind.Effect.NEW_VISA
                        && target.scheme().conduct().orElseThrow().levelRules().isEmpty();
        String present = sent ? typed("level", true) : target.level().orElse("");
        return chosen
                ? target.scheme().grantedLevels().stream()
                        .map(level -> new Choice(
                                level.id(),
                                words.in(level.label()),
                                "",
                                level.id().equals(present),
                                true))
                        .toList()
                : List.of();
    }

    private List<Choice> advice(CaseWords words, boolean sent) {
        String present = typed("advice", sent);
        return Arrays.stream(ADVICE)
                .map(Advice::code)
                .map(code -> new Choice(code, words.say("advice." + code), "", code.equals(present), true))
                .toList();
    }

    private List<ProposalFields.ClauseRow> clauseRows(boolean sent) {
        return IntStream.range(0, CLAUSES)
                .mapToObj(i -> new ProposalFields.ClauseRow(
                        i,
                        or(typed("clauseKind" + i, sent), Clause.Kind.CONDITION.name()),
                        typed("clauseFr" + i, sent),
                        typed("clauseEn" + i, sent)))
                .toList();
    }

    private String typed(String field, boolean sent) {
        String value = sent ? request.getParameter(field) : null;
        return value == null ? "" : value;
    }

    private List<String> typedValues(String field, boolean sent) {
        @Nullable String[] values = sent ? request.getParameterValues(field) : null;
        return values == null ? List.of() : List.of(values);
    }

    private static String or(String typed, String first) {
        return typed.isEmpty() ? first : typed;
    }
}
