package org.sceau.registry.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.decision.Decisions.EUCC;
import static org.sceau.registry.domain.decision.Decisions.about;
import static org.sceau.registry.domain.decision.Decisions.after;
import static org.sceau.registry.domain.decision.Decisions.router;
import static org.sceau.registry.domain.decision.Decisions.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.VisaFacts;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsTest {
    private static final SuspensionRule SUSPENSION =
            EUCC.conduct().orElseThrow().suspension().orElseThrow();

    /** Scenario S4. */
    @Test
    void invariant_27_a_suspension_lasts_42_days_and_one_year_in_all() {
        DecisionContent sixtyDays = about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-05-01"));
        assertThat(refusal(sixtyDays, router())).isEqualTo("suspension-gt-42d");
        assertThat(Limits.suspension(SUSPENSION, sixtyDays, router(), sixtyDays.effective())
                        .orElseThrow()
                        .details())
                .containsEntry("latest", "2026-04-13");

        DecisionContent cap = about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-04-13"));
        assertThat(refusal(cap, router())).isEqualTo("none");
        VisaFacts suspended = after(router(), cap);
        assertThat(status(suspended, "2026-03-02")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(status(suspended, "2026-03-03")).isEqualTo(VisaStatus.SUSPENDED);
        assertThat(status(suspended, "2026-04-13")).isEqualTo(VisaStatus.SUSPENDED);

        DecisionContent extended = about(DecisionKind.EXTEND_SUSPENSION, "2026-04-10", Optional.of("2026-11-30"));
        assertThat(refusal(extended, suspended)).isEqualTo("none");
        VisaFacts longer = after(suspended, extended);
        DecisionContent tooLong = about(DecisionKind.EXTEND_SUSPENSION, "2026-11-20", Optional.of("2027-03-15"));
        assertThat(refusal(tooLong, longer)).isEqualTo("suspension-gt-1y");
        assertThat(Limits.suspension(SUSPENSION, tooLong, longer, tooLong.effective())
                        .orElseThrow()
                        .details())
                .containsEntry("latest", "2027-03-02");
        assertThat(status(longer, "2026-11-30")).isEqualTo(VisaStatus.SUSPENDED);
    }

    @Test
    void invariant_27_only_the_national_authority_extends_a_suspension() {
        assertThat(rule(DecisionKind.EXTEND_SUSPENSION).proposedBy()).containsOnly(Role.NCCA_APPROVER);
        assertThat(rule(DecisionKind.EXTEND_SUSPENSION).approvedBy()).containsOnly(Role.NCCA_APPROVER);
        assertThat(rule(DecisionKind.SUSPEND).proposedBy()).doesNotContain(Role.NCCA_APPROVER);
    }

    @Test
    void a_year_of_suspension_starts_anew_after_it_was_lifted() {
        VisaFacts suspended = after(router(), about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-04-13")));
        VisaFacts lifted = after(suspended, about(DecisionKind.LIFT_SUSPENSION, "2026-04-01", Optional.empty()));
        VisaFacts again = after(lifted, about(DecisionKind.SUSPEND, "2026-09-01", Optional.of("2026-10-13")));

        assertThat(refusal(about(DecisionKind.EXTEND_SUSPENSION, "2026-10-01", Optional.of("2027-09-01")), again))
                .isEqualTo("none");
        assertThat(refusal(about(DecisionKind.EXTEND_SUSPENSION, "2026-10-01", Optional.of("2027-09-02")), again))
                .isEqualTo("suspension-gt-1y");
    }

    @Test
    void invariant_27_a_suspension_without_an_end_is_refused_where_there_is_a_bound() {
        DecisionContent open = about(DecisionKind.SUSPEND, "2026-05-12", Optional.empty());
        assertThat(refusal(open, router())).isEqualTo("decision-part-missing");
        SuspensionRule unbounded = new SuspensionRule(
                Optional.empty(), "suspension-too-long", Optional.empty(), "suspension-too-long", "house rule", true);
        assertThat(Limits.suspension(unbounded, open, router(), open.effective()))
                .isEmpty();
    }

    private static final Clause RESERVATION =
            new Clause(Clause.Kind.RESERVATION, "La nuit, nul ne répond.", Optional.of("At night nobody answers."));

    @ParameterizedTest
    @EnumSource
    void conditions_and_reservations_are_refused_with_a_decision_that_would_not_put_them_on_the_visa(
            DecisionKind kind) {
        DecisionContent bare = Decisions.under(about(kind, "2026-05-12", Optional.of("2026-06-20")));
        DecisionContent said = Decisions.under(bare, RESERVATION);
        assertThat(Limits.clauses(bare)).isEmpty();

        if (!kind.takesClauses()) {
            assertThat(Limits.clauses(said))
                    .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("clauses-not-here"));
        } else {
            assertThat(Limits.clauses(said)).isEmpty();
        }
        if (kind.takesClauses() && kind.effect() == DecisionKind.Effect.SAME_VISA) {
            DecisionRule rule = rule(DecisionKind.CONFIRM);
            VisaFacts once = Effects.on(router(), Decisions.EUCC, rule, said, "d.roy", said.effective());
            assertThat(once.conditions()).containsExactly(RESERVATION);
            DecisionContent again =
                    Decisions.under(about(DecisionKind.RESTRICT, "2026-07-12", Optional.empty()), RESERVATION);
            assertThat(Effects.on(once, Decisions.EUCC, rule, again, "d.roy", again.effective())
                            .conditions())
                    .as("they join those before")
                    .containsExactly(RESERVATION, RESERVATION);
        }
    }

    @Test
    void a_withdrawal_names_a_category_of_reasons_that_the_scheme_knows_for_it() {
        Conduct conduct = Decisions.EUCC.conduct().orElseThrow();
        DecisionContent withdrawal = about(DecisionKind.WITHDRAW, "2026-05-12", Optional.empty());

        assertThat(Limits.reasons(conduct, withdrawal))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("reason-code-missing"));
        assertThat(Limits.reasons(conduct, withdrawal.because(Set.of("vulnerability", "weather"))))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.code()).isEqualTo("reason-code-unknown");
                    assertThat(refusal.details()).containsEntry("reason", "weather");
                });
        DecisionContent lifted = about(DecisionKind.LIFT_SUSPENSION, "2026-05-12", Optional.empty());
        assertThat(Limits.reasons(conduct, lifted.because(Set.of("vulnerability"))))
                .as("a category of another decision")
                .isPresent();

        assertThat(Limits.reasons(conduct, withdrawal.because(Set.of("vulnerability"))))
                .isEmpty();
        assertThat(Limits.reasons(conduct, lifted)).isEmpty();
        VisaFacts withdrawn = after(router(), withdrawal.because(Set.of("vulnerability")));
        assertThat(withdrawn
                        .statusOn(LocalDate.parse("2026-05-12"), VisaStatus.EXPIRED)
                        .reasonCodes())
                .containsExactly("vulnerability");
    }

    @Test
    void a_suspension_that_ends_before_it_starts_is_refused() {
        assertThat(refusal(about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-03-02")), router()))
                .isEqualTo("suspension-days");
    }

    @Test
    void invariant_28_no_decision_about_a_suspension_moves_the_end() {
        VisaFacts suspended = after(router(), about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-04-13")));
        VisaFacts lifted = after(suspended, about(DecisionKind.LIFT_SUSPENSION, "2026-04-01", Optional.empty()));

        assertThat(suspended.validity()).isEqualTo(router().validity());
        assertThat(lifted.validity()).isEqualTo(router().validity());
        assertThat(status(lifted, "2026-04-01")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(status(suspended, "2031-01-16")).isEqualTo(VisaStatus.EXPIRED);
    }

    @Test
    void invariant_29_a_suspension_says_reasons_actions_and_period_and_tells_holder_authority_and_agency() {
        DecisionRule rule = rule(DecisionKind.SUSPEND);
        DecisionContent bare = new DecisionContent(
                DecisionKind.SUSPEND,
                Optional.empty(),
                0,
                Optional.of(Decisions.VISA),
                1,
                LocalDate.parse("2026-03-02"),
                Optional.of(LocalDate.parse("2026-04-13")),
                Optional.of("Motifs."),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(Limits.parts(rule, bare).map(Refusal::details))
                .hasValueSatisfying(details -> assertThat(details).containsEntry("part", "actions"));
        assertThat(Limits.parts(rule, about(DecisionKind.SUSPEND, "2026-03-02", Optional.empty()))
                        .map(Refusal::details))
                .hasValueSatisfying(details -> assertThat(details).containsEntry("part", "period"));
        assertThat(Limits.parts(rule, about(DecisionKind.SUSPEND, "2026-03-02", Optional.of("2026-04-13"))))
                .isEmpty();
        assertThat(rule.notifies()).extracting(Enum::name).contains("HOLDER", "NCCA", "ENISA");
    }

    @Test
    void invariant_32_a_minor_change_adds_exactly_its_version_and_moves_no_day() {
        VisaFacts maintained = after(router(), about(DecisionKind.MAINTAIN, "2026-06-11", Optional.empty()));

        assertThat(maintained.subject().versions()).contains("4.1.0, 4.1.1");
        assertThat(maintained.validity()).isEqualTo(router().validity());
        assertThat(maintained.reference()).isEqualTo(router().reference());
        assertThat(maintained.statuses()).isEqualTo(router().statuses());
    }

    @Test
    void a_decision_needs_a_status_to_leave() {
        assertThat(Limits.status(rule(DecisionKind.LIFT_SUSPENSION), VisaStatus.IN_FORCE)
                        .map(Refusal::code))
                .contains("decision-not-on-status");
        assertThat(Limits.status(rule(DecisionKind.SUSPEND), VisaStatus.WITHDRAWN)
                        .map(Refusal::code))
                .contains("decision-not-on-status");
        assertThat(Limits.status(rule(DecisionKind.SUSPEND), VisaStatus.IN_FORCE))
                .isEmpty();
    }

    /** Scenario S8. */
    @Test
    void invariant_19_more_than_five_years_need_an_approval_that_is_no_younger_than_the_grant() {
        Story meter = Story.eucc(Story.card(2, Optional.empty()), "2026-05-12")
                .evaluatedBy(Laboratories.arvor("2027-09-30"))
                .reviewed()
                .on("2026-06-15");
        DecisionContent eightYears = about(DecisionKind.GRANT, "2026-06-15", Optional.of("2034-06-15"));
        assertThat(validity(meter, eightYears)).isEqualTo("validity-gt-5y");
        assertThat(validity(meter, about(DecisionKind.GRANT, "2026-06-15", Optional.of("2031-06-15"))))
                .isEqualTo("none");
        assertThat(validity(meter, about(DecisionKind.GRANT, "2026-06-15", Optional.of("2031-06-16"))))
                .isEqualTo("validity-gt-5y");

        Story late = meter.asksApproval(Story.CERTIFIER, "long-validity")
                .on("2026-06-16")
                .answersApproval(Story.APPROVER, "long-validity", true, "2026-06-16")
                .on("2026-06-15");
        assertThat(validity(late, eightYears)).isEqualTo("validity-gt-5y");

        Story prior = Story.eucc(Story.card(2, Optional.empty()), "2026-05-12")
                .evaluatedBy(Laboratories.arvor("2027-09-30"))
                .reviewed()
                .on("2026-06-10")
                .asksApproval(Story.CERTIFIER, "long-validity", Optional.of(LocalDate.parse("2034-06-15")))
                .answersApproval(Story.APPROVER, "long-validity", true, "2026-06-10")
                .on("2026-06-15");
        assertThat(validity(prior, about(DecisionKind.GRANT, "2026-06-15", Optional.of("2034-06-16"))))
                .as("an approval of eight years is none of more")
                .isEqualTo("validity-gt-5y");
        assertThat(validity(prior, eightYears)).isEqualTo("none");
    }

    /** Scenario S10, the grant. */
    @Test
    void invariant_21_a_scheme_that_has_ended_grants_nothing_more() {
        var national =
                Story.SCHEMES.version(SchemeVersionId.of("cc-fr", "2002-535")).orElseThrow();

        assertThat(Limits.stillIssues(national, LocalDate.parse("2026-03-05"), Optional.empty())
                        .map(Refusal::code))
                .contains("scheme-ended");
        assertThat(Limits.stillIssues(national, LocalDate.parse("2026-02-27"), Optional.empty()))
                .isEmpty();
    }

    private static String refusal(DecisionContent content, VisaFacts visa) {
        return Limits.over(content, content.effective())
                .or(() -> Limits.suspension(SUSPENSION, content, visa, content.effective()))
                .map(Refusal::code)
                .orElse("none");
    }

    private static String validity(Story story, DecisionContent content) {
        return Limits.validity(EUCC, story.look().situation(), content)
                .map(Refusal::code)
                .orElse("none");
    }

    private static VisaStatus status(VisaFacts visa, String day) {
        return visa.statusOn(LocalDate.parse(day), VisaStatus.EXPIRED).status();
    }
}
