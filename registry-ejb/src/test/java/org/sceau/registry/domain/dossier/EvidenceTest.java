package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.registry.domain.dossier.Story.APPROVER;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Involved;
import org.sceau.registry.domain.dossier.handling.Questioning;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** What is judged, approved and decided is what is in the dossier, and nothing that came before it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidenceTest {
    private static final Laboratory ARVOR = Laboratories.arvor("2027-09-30");
    private static final String ETR = "EVALUATION_TECHNICAL_REPORT";
    private static final VisaId TIME_STAMP = new VisaId(UUID.fromString("00000000-0000-4000-8000-00000000c0de"));
    private static final Set<Role> DECIDERS = Set.of(Role.DECIDER);

    private final Story card = Story.eucc(Story.card(5, Optional.of("smartcards")), "2026-05-12");

    /** EUCC Art. 9(1)(c)-(e). */
    @Nested
    class A_conclusion {

        @Test
        void invariant_12_judges_a_report_that_is_there() {
            card.evaluatedBy(ARVOR);

            assertThat(code(() -> card.concludes(EVALUATOR, "laboratory-conclusion", true)))
                    .isEqualTo("document-missing");
        }

        @Test
        void invariant_12_about_a_report_that_was_sent_back_opens_nothing() {
            card.evaluatedBy(ARVOR).reviewed();
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");

            card.on("2026-06-01")
                    .takes(DECIDER, "reopen-review", "Cohérence à revoir.")
                    .takes(REVIEWER, "return-report", "Essais à refaire.");
            assertThat(code(() -> card.on("2026-06-10").takes(EVALUATOR, "deliver-report")))
                    .as("the laboratory concluded about what was sent back to it")
                    .isEqualTo("conclusion-outdated");
            card.concludes(EVALUATOR, "laboratory-conclusion", true)
                    .takes(EVALUATOR, "deliver-report")
                    .takes(CERTIFIER, "start-review");
            assertThat(code(() -> card.takes(REVIEWER, "conclude-review")))
                    .as("and so did the reviewer")
                    .isEqualTo("conclusion-outdated");
        }

        @Test
        void invariant_12_is_taken_anew_in_the_next_round_and_counts_again() {
            card.evaluatedBy(ARVOR).reviewed();
            card.on("2026-06-01")
                    .takes(DECIDER, "reopen-review", "Cohérence à revoir.")
                    .takes(REVIEWER, "return-report", "Essais à refaire.");

            card.on("2026-06-10").reviewed();

            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }

        @Test
        void invariant_12_closes_its_report_until_one_can_conclude_about_it_anew() {
            card.evaluatedBy(ARVOR).reviewed();

            assertThat(code(() -> card.on("2026-06-01").deposits(EVALUATOR, ETR)))
                    .isEqualTo("document-judged");

            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }

        @Test
        void invariant_12_about_a_report_that_is_filed_anew_is_taken_anew_before_the_laboratory_delivers() {
            card.evaluatedBy(ARVOR).deposits(EVALUATOR, ETR).concludes(EVALUATOR, "laboratory-conclusion", true);
            card.on("2026-06-01").deposits(EVALUATOR, ETR);

            assertThat(code(() -> card.takes(EVALUATOR, "deliver-report"))).isEqualTo("conclusion-outdated");

            card.concludes(EVALUATOR, "laboratory-conclusion", true).takes(EVALUATOR, "deliver-report");
            assertThat(card.dossier().stage()).isEqualTo("report-delivered");
        }

        @Test
        void about_a_change_closes_its_analysis_so_that_no_maintenance_is_left_without_an_end() {
            Story change = Story.of(
                            "eucc",
                            "2025-12-29",
                            DossierKind.MAINTENANCE,
                            Optional.of(new VisaId(UUID.randomUUID())),
                            Story.card(2, Optional.empty()),
                            "2026-05-12")
                    .submitted()
                    .takes(CERTIFIER, "admit")
                    .deposits(CERTIFIER, "MAINTENANCE_REPORT")
                    .concludes(CERTIFIER, "minor-change", true)
                    .takes(CERTIFIER, "rule-minor");

            assertThat(code(() -> change.on("2026-06-01").deposits(VENDOR, "IMPACT_ANALYSIS_REPORT")))
                    .isEqualTo("document-judged");

            assertThat(change.inTheWayOf(DecisionKind.MAINTAIN)).isEqualTo("none");
        }

        /** eIDAS Art. 20(1)-(2): the body concludes, the provider sends the report, the authority examines it. */
        @Test
        void stands_where_the_dossier_goes_on_to_another_stage_at_which_it_may_be_taken() {
            Story control = Services.of(
                            "timestamping", "910-2014", DossierKind.SURVEILLANCE, Optional.of(TIME_STAMP), Map.of())
                    .assigns(CERTIFIER, Services.laboratory("timestamping"))
                    .takes(CERTIFIER, "open-control", "Signalement.")
                    .deposits(EVALUATOR, "CONFORMITY_REPORT")
                    .concludes(EVALUATOR, "conformity-conclusion", true);

            control.on("2026-06-01").takes(EVALUATOR, "deliver-report");
            control.on("2026-06-02").takes(VENDOR, "send-report");
            control.on("2026-06-03").takes(CERTIFIER, "start-review").deposits(REVIEWER, "REVIEW_REPORT");
            control.concludes(REVIEWER, "review-conclusion", true).takes(REVIEWER, "conclude-review");

            assertThat(control.inTheWayOf(DecisionKind.CONFIRM)).isEqualTo("none");
        }

        @Test
        void about_the_certificate_in_preparation_is_none() {
            card.evaluatedBy(ARVOR).reviewed();

            card.on("2026-06-01").deposits(CERTIFIER, "CERTIFICATION_REPORT");

            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }
    }

    /** EUCC Art. 7(3)-(4); CSA Art. 56(6)(a). */
    @Nested
    class An_approval {
        private final Story vault = Story.eucc(Story.card(4, Optional.empty()), "2026-05-12");

        private void exceptional() {
            vault.submitted()
                    .takes(CERTIFIER, "admit")
                    .deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION")
                    .asksApproval(CERTIFIER, "assurance-exception")
                    .on("2026-05-20")
                    .answersApproval(APPROVER, "assurance-exception", true, "2026-05-20")
                    .on("2026-05-21")
                    .takes(CERTIFIER, "ask-completion", "La page du titulaire.");
        }

        private Application claiming(String fact, FactValue value) {
            Application now = vault.dossier().application();
            TreeMap<String, FactValue> facts = new TreeMap<>(now.facts());
            facts.put(fact, value);
            return new Application(
                    now.subject(),
                    now.level(),
                    now.scopes(),
                    now.category(),
                    now.nationalSecurity(),
                    facts,
                    now.bases(),
                    now.listed());
        }

        private String granting() {
            return vault.takes(VENDOR, "complete")
                    .takes(CERTIFIER, "admit")
                    .assigns(CERTIFIER, ARVOR)
                    .deposits(CERTIFIER, "EVALUATION_PLAN")
                    .takes(CERTIFIER, "accept")
                    .reviewed()
                    .inTheWayOf(DecisionKind.GRANT);
        }

        @Test
        void invariant_15_given_for_one_claim_opens_no_other() {
            exceptional();

            vault.changes(VENDOR, claiming("van", new FactValue.Whole(5)));

            assertThat(vault.dossier().history().approval("assurance-exception"))
                    .hasValueSatisfying(asked -> assertThat(asked.withdrawn()).isPresent());
            assertThat(granting()).isEqualTo("van45-gate");
        }

        @Test
        void invariant_15_stands_where_the_application_is_what_it_was() {
            exceptional();

            vault.changes(VENDOR, vault.dossier().application());

            assertThat(granting()).isEqualTo("none");
        }

        @Test
        void invariant_13_that_waits_is_not_answered_about_a_changed_application() {
            vault.submitted()
                    .takes(CERTIFIER, "admit")
                    .deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION")
                    .asksApproval(CERTIFIER, "assurance-exception")
                    .takes(CERTIFIER, "ask-completion", "La page du titulaire.")
                    .changes(VENDOR, claiming("van", new FactValue.Whole(5)));

            assertThat(code(() -> vault.proposesAnswer(APPROVER, "assurance-exception", true, "2026-05-12")))
                    .isEqualTo("approval-not-pending");
        }
    }

    @Nested
    class Persons_shown_as_evidence {

        @Test
        void are_refused_under_a_scheme_that_looks_at_nobody() {
            card.evaluatedBy(ARVOR);

            assertThat(code(() -> Filing.staff(card.look(), List.of(), List.of(), EVALUATOR)))
                    .isEqualTo("staff-not-in-version");
        }

        @Test
        void invariant_44_and_45_are_not_exchanged_after_the_laboratory_concluded() {
            Story audits = Services.evaluated("passi", "2.2", "SUBSTANTIAL", Set.of("PENETRATION_TEST"));
            assertThat(Filing.staff(audits.look(), List.of(), List.of(), EVALUATOR)
                            .version())
                    .isEqualTo(audits.dossier().version() + 1);

            audits.deposits(EVALUATOR, "EVALUATION_REPORT").takes(EVALUATOR, "deliver-report");

            assertThat(code(() -> Filing.staff(audits.look(), List.of(), List.of(), EVALUATOR)))
                    .isEqualTo("not-open-for-changes");
        }
    }

    /** EUCC Annex IV.2. */
    @Nested
    class A_reassessment {
        private final VisaId about = new VisaId(UUID.randomUUID());

        private Story reassessed(DossierKind kind) {
            Surroundings.Other certificate = new Surroundings.Other(
                    new FamilyId("common-criteria"),
                    new SchemeId("eucc"),
                    new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.0")),
                    LocalDate.parse("2025-05-20"),
                    Optional.of(LocalDate.parse("2026-11-20")),
                    Optional.empty(),
                    Set.of(),
                    VisaStatus.IN_FORCE);
            return Story.of(
                            "eucc",
                            "2025-12-29",
                            kind,
                            Optional.of(about),
                            Story.card(5, Optional.of("smartcards")),
                            "2026-05-12")
                    .knowing(about, certificate, List.of(ARVOR.id()))
                    .evaluatedBy(ARVOR)
                    .reviewed();
        }

        @Test
        void ends_in_no_outcome_without_its_report() {
            Story again = reassessed(DossierKind.REASSESSMENT);
            List<DecisionKind> outcomes = List.of(
                    DecisionKind.CONFIRM,
                    DecisionKind.REISSUE_SAME_SCOPE,
                    DecisionKind.REISSUE_OTHER_SCOPE,
                    DecisionKind.WITHDRAW);
            assertThat(outcomes)
                    .allSatisfy(kind ->
                            assertThat(again.inTheWayOf(kind)).as(kind.code()).isEqualTo("document-missing"));

            again.deposits(CERTIFIER, "REASSESSMENT_REPORT");

            assertThat(outcomes)
                    .allSatisfy(kind ->
                            assertThat(again.inTheWayOf(kind)).as(kind.code()).isEqualTo("none"));
        }

        @Test
        void is_what_writes_that_report_and_no_renewal_does() {
            assertThat(reassessed(DossierKind.RENEWAL).inTheWayOf(DecisionKind.REISSUE_SAME_SCOPE))
                    .isEqualTo("none");
        }

        @Test
        void invariant_03_is_confirmed_by_a_body_that_may_issue() {
            Story again = reassessed(DossierKind.REASSESSMENT).deposits(CERTIFIER, "REASSESSMENT_REPORT");

            again.issuedBy(Laboratories.bareBody(Laboratories.notified()));

            assertThat(again.inTheWayOf(DecisionKind.CONFIRM)).isEqualTo("issuer-not-accredited");
        }
    }

    @Nested
    class A_question {

        @Test
        void about_a_section_names_the_document_it_is_in_and_keeps_the_edition() {
            card.deposits(VENDOR, "SECURITY_TARGET").on("2026-05-13");
            LocalDate due = LocalDate.parse("2026-06-01");
            assertThat(code(() -> Questioning.ask(
                            card.look(), Role.SPONSOR, Optional.empty(), Optional.of("3.2"), "?", due, CERTIFIER)))
                    .isEqualTo("question-without-document");

            Dossier asked = Questioning.ask(
                    card.look(),
                    Role.SPONSOR,
                    Optional.of("SECURITY_TARGET"),
                    Optional.of("3.2"),
                    "Quelles hypothèses ?",
                    due,
                    CERTIFIER);

            assertThat(asked.history().question(1).flatMap(Question::edition))
                    .contains(asked.history().documents().get(0).id());
        }

        @Test
        void of_the_reviewer_is_answered_and_settled_before_the_review_ends_and_before_anything_is_granted() {
            card.evaluatedBy(ARVOR).reviewed();
            card.becomes(Questioning.ask(
                    card.look(),
                    Role.SPONSOR,
                    Optional.empty(),
                    Optional.empty(),
                    "Quelle version est livrée ?",
                    LocalDate.parse("2026-06-01"),
                    REVIEWER));
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("question-open");
            assertThat(card.inTheWayOf(DecisionKind.REFUSE)).isEqualTo("none");
            card.takes(DECIDER, "reopen-review", "Une question reste.");
            assertThat(code(() -> card.takes(REVIEWER, "conclude-review"))).isEqualTo("question-open");

            card.becomes(Questioning.answer(card.look(), 1, "4.1.0.", VENDOR));
            assertThat(code(() -> card.takes(REVIEWER, "conclude-review")))
                    .as("an answer that nobody accepted")
                    .isEqualTo("question-unsettled");

            card.becomes(Questioning.settle(card.look(), 1, REVIEWER)).takes(REVIEWER, "conclude-review");
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
            card.becomes(Questioning.ask(
                            card.look(),
                            Role.SPONSOR,
                            Optional.empty(),
                            Optional.empty(),
                            "Et la date ?",
                            LocalDate.parse("2026-06-01"),
                            REVIEWER))
                    .becomes(Questioning.answer(card.look(), 2, "Mai.", VENDOR));
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("question-unsettled");
        }
    }

    @Nested
    class A_second_person {

        @Test
        void who_asked_returned_or_judged_as_a_decider_had_a_part() {
            card.evaluatedBy(ARVOR).reviewed();
            assertThat(Involved.otherwise(card.look(), DECIDER.name(), DECIDERS))
                    .isFalse();

            card.takes(DECIDER, "reopen-review", "Cohérence à revoir.");

            assertThat(Involved.otherwise(card.look(), DECIDER.name(), DECIDERS))
                    .isTrue();
        }

        @Test
        void who_gave_the_second_word_to_a_decision_had_none() {
            card.evaluatedBy(ARVOR).reviewed().decides(DECIDER, DecisionKind.GRANT);

            assertThat(Involved.otherwise(card.look(), DECIDER.name(), DECIDERS))
                    .isFalse();
            assertThat(Involved.otherwise(card.look(), REVIEWER.name(), DECIDERS))
                    .isTrue();
        }
    }

    private static String code(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
