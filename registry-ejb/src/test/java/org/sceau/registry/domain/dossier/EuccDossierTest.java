package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.registry.domain.dossier.Story.APPROVER;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.SECOND_APPROVER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.handling.Approving;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Moves;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.dossier.handling.Questioning;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.laboratory.Ceiling;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Restriction;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
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

/** A dossier under the EUCC version of 29 Dec 2025, from draft to decision. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EuccDossierTest {
    private static final Optional<String> SMART_CARDS = Optional.of("smartcards");
    private static final Laboratory ARVOR = Laboratories.arvor("2027-09-30");

    private final Story card = Story.eucc(Story.card(5, SMART_CARDS), "2026-05-12");

    @Nested
    class Before_it_is_accepted {

        @Test
        void the_preflight_names_every_gap_at_once_with_its_source() {
            Story bare = Story.eucc(
                    new Application(
                            Story.card(5, SMART_CARDS).subject(),
                            Optional.of("MEDIUM"),
                            Set.of("WAX"),
                            Optional.of("ROBOTS"),
                            true,
                            new TreeMap<>(java.util.Map.of(
                                    "van", new FactValue.Whole(6), "colour", FactValue.Words.of("red"))),
                            Set.of(),
                            true),
                    "2026-05-12");

            List<Finding> findings = Preflight.of(bare.look(), "submitted");

            assertThat(findings)
                    .extracting(Finding::code)
                    .contains(
                            "category-not-in-version",
                            "national-security-not-in-version",
                            "level-not-derived",
                            "scope-not-in-version",
                            "fact-misfit",
                            "fact-missing",
                            "fact-not-in-version",
                            "document-missing");
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.source()).isNotBlank());
            assertThat(findings)
                    .filteredOn(finding -> finding.code().equals("document-missing"))
                    .extracting(finding -> finding.details().get("document"))
                    .containsExactly(
                            "APPLICATION",
                            "COMMITMENTS",
                            "SECURITY_TARGET",
                            "VULNERABILITY_PROCEDURES",
                            "DEVELOPER_EVIDENCE");
        }

        @Test
        void what_is_incomplete_is_not_submitted_and_nothing_changes() {
            Dossier before = card.dossier();

            assertThat(code(() -> card.takes(VENDOR, "submit"))).isEqualTo("document-missing");
            assertThat(card.dossier()).isEqualTo(before);
        }

        @Test
        void a_document_asked_for_by_a_claim_is_missing_only_with_the_claim() {
            TreeMap<String, FactValue> facts =
                    new TreeMap<>(card.dossier().application().facts());
            facts.put("patch-management", new FactValue.Flag(true));
            card.deposits(
                    VENDOR,
                    "APPLICATION",
                    "COMMITMENTS",
                    "DEVELOPER_EVIDENCE",
                    "SECURITY_TARGET",
                    "VULNERABILITY_PROCEDURES");
            assertThat(Preflight.of(card.look(), "submitted")).isEmpty();

            card.changes(VENDOR, with(facts));

            assertThat(Preflight.of(card.look(), "submitted"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.details()).containsEntry("document", "PATCH_PROCEDURE"));
        }

        @Test
        void a_composite_evaluation_and_earlier_results_bring_what_they_rest_on() {
            TreeMap<String, FactValue> facts =
                    new TreeMap<>(card.dossier().application().facts());
            facts.put("composite", new FactValue.Flag(true));
            facts.put("earlier-results", new FactValue.Flag(true));
            card.deposits(
                    VENDOR,
                    "APPLICATION",
                    "COMMITMENTS",
                    "DEVELOPER_EVIDENCE",
                    "SECURITY_TARGET",
                    "VULNERABILITY_PROCEDURES");
            card.changes(VENDOR, with(facts));

            assertThat(Preflight.of(card.look(), "submitted"))
                    .extracting(finding -> finding.details().get("document"))
                    .containsExactly("COMPOSITE_ELEMENTS", "EARLIER_RESULTS");

            card.deposits(VENDOR, "COMPOSITE_ELEMENTS", "EARLIER_RESULTS");
            assertThat(Preflight.of(card.look(), "submitted")).isEmpty();
        }

        @Test
        void earlier_results_are_used_again_only_after_the_laboratory_checked_them() {
            TreeMap<String, FactValue> facts =
                    new TreeMap<>(card.dossier().application().facts());
            facts.put("earlier-results", new FactValue.Flag(true));
            card.changes(VENDOR, with(facts))
                    .deposits(VENDOR, "EARLIER_RESULTS")
                    .evaluatedBy(ARVOR);
            card.deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT");

            assertThat(code(() -> card.takes(EVALUATOR, "deliver-report"))).isEqualTo("earlier-results-unchecked");

            card.deposits(EVALUATOR, "EARLIER_RESULTS_CHECK").takes(EVALUATOR, "deliver-report");
            assertThat(card.dossier().stage()).isEqualTo("report-delivered");
        }

        @Test
        void a_target_that_is_asked_for_in_English_is_there_in_English_before_the_evaluation() {
            card.submitted()
                    .takes(CERTIFIER, "admit")
                    .concludes(CERTIFIER, "english-target-asked", true)
                    .assigns(CERTIFIER, ARVOR)
                    .deposits(CERTIFIER, "EVALUATION_PLAN");

            assertThat(code(() -> card.takes(CERTIFIER, "accept"))).isEqualTo("english-target-missing");

            card.takes(CERTIFIER, "ask-completion", "La cible en anglais.")
                    .depositsIn("en", VENDOR, "SECURITY_TARGET")
                    .takes(VENDOR, "complete")
                    .takes(CERTIFIER, "admit")
                    .takes(CERTIFIER, "accept");
            assertThat(card.dossier().stage()).isEqualTo("evaluation");
        }

        @Test
        void a_stranger_of_another_vendor_acts_on_nothing() {
            Person stranger = new Person("s.tranger", "Brume Télécom", Role.SPONSOR);

            assertThat(code(() -> card.deposits(stranger, "APPLICATION"))).isEqualTo("not-a-party");
            assertThat(code(() -> card.takes(stranger, "withdraw-application", "to see")))
                    .isEqualTo("not-a-party");
        }

        @Test
        void a_role_that_a_row_does_not_name_takes_no_step() {
            card.submitted();

            assertThat(code(() -> card.takes(DECIDER, "admit"))).isEqualTo("role-missing");
        }

        @Test
        void a_step_of_another_stage_is_not_open_and_the_open_ones_are_named() {
            Refused refused = refusal(() -> card.takes(CERTIFIER, "accept"));

            assertThat(refused.refusal().code()).isEqualTo("step-not-open");
            assertThat(refused.refusal().details())
                    .containsEntry("stage", "draft")
                    .containsEntry("open", "submit, withdraw-application");
        }

        @Test
        void whoever_sends_a_dossier_back_says_why_and_the_reason_stays() {
            card.submitted();

            assertThat(code(() -> card.takes(CERTIFIER, "ask-completion"))).isEqualTo("reason-missing");
            card.takes(CERTIFIER, "ask-completion", "La cible ne nomme pas sa version.");

            assertThat(card.dossier().history().stage().reason()).contains("La cible ne nomme pas sa version.");
        }

        @Test
        void the_application_changes_only_while_the_ball_is_with_the_applicant() {
            Application other = Story.card(3, Optional.empty());
            card.submitted();
            assertThat(code(() -> card.changes(VENDOR, other))).isEqualTo("not-open-for-changes");

            card.takes(CERTIFIER, "ask-completion", "Catégorie.").changes(VENDOR, other);

            assertThat(card.dossier().application()).isEqualTo(other);
        }

        private Application with(TreeMap<String, FactValue> facts) {
            Application known = card.dossier().application();
            return new Application(
                    known.subject(),
                    known.level(),
                    known.scopes(),
                    known.category(),
                    known.nationalSecurity(),
                    facts,
                    known.bases(),
                    known.listed());
        }
    }

    @Nested
    class Its_laboratory {

        /** Scenario S1. */
        @Test
        void is_refused_beyond_its_authorisation_and_another_one_is_assigned() {
            card.submitted().takes(CERTIFIER, "admit");

            assertThat(code(() -> card.assigns(CERTIFIER, Laboratories.oxalis())))
                    .isEqualTo("lab-scope-van");
            card.assigns(CERTIFIER, ARVOR);
            assertThat(code(() -> card.takes(CERTIFIER, "accept")))
                    .as("nobody planned the evaluation")
                    .isEqualTo("document-missing");
            card.deposits(EVALUATOR, "EVALUATION_PLAN").takes(CERTIFIER, "accept");

            assertThat(card.dossier().stage()).isEqualTo("evaluation");
        }

        @Test
        void invariant_01_is_needed_before_the_evaluation_starts() {
            card.submitted().takes(CERTIFIER, "admit").deposits(CERTIFIER, "EVALUATION_PLAN");

            assertThat(code(() -> card.takes(CERTIFIER, "accept"))).isEqualTo("lab-not-assigned");
        }

        /** Scenario S6. */
        @Test
        void invariant_05_whose_accreditation_lapses_stops_the_dossier_before_review() {
            Laboratory arvor = Laboratories.arvor("2026-09-30");
            card.evaluatedBy(arvor).on("2026-10-03");
            card.deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                    .concludes(EVALUATOR, "laboratory-conclusion", true)
                    .takes(EVALUATOR, "deliver-report");

            assertThat(code(() -> card.takes(CERTIFIER, "start-review"))).isEqualTo("lab-accreditation-expired");

            card.on("2026-10-20")
                    .knowing(arvor.with(Laboratories.accreditation("ACC-ARVOR-2", "2026-10-01", "2031-09-30"))
                            .with(Laboratories.authorisation("AUT-ARVOR-2", "2031-09-30", 5, Set.of("smartcards"))));
            card.takes(CERTIFIER, "start-review");
            assertThat(card.dossier().stage()).isEqualTo("technical-review");
        }

        @Test
        void invariant_05_that_is_suspended_stops_the_dossier_too() {
            card.evaluatedBy(ARVOR)
                    .knowing(ARVOR.suspending(
                            "AUT-ARVOR", new Suspension(LocalDate.parse("2026-06-01"), Optional.empty(), "audit")))
                    .on("2026-06-02")
                    .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                    .takes(EVALUATOR, "deliver-report");

            assertThat(code(() -> card.takes(CERTIFIER, "start-review"))).isEqualTo("lab-authorisation-suspended");
        }

        @Test
        void has_people_who_act_only_on_its_own_dossiers() {
            card.evaluatedBy(ARVOR);
            Person other = new Person("o.xalis", "Laboratoire Oxalis", Role.EVALUATOR);

            assertThat(code(() -> card.deposits(other, "EVALUATION_TECHNICAL_REPORT")))
                    .isEqualTo("not-a-party");
        }

        @Test
        void invariant_34_of_a_reassessment_is_that_of_the_evaluation_before() {
            VisaId about = new VisaId(UUID.randomUUID());
            Story again = Story.of(
                            "eucc",
                            "2025-12-29",
                            DossierKind.REASSESSMENT,
                            Optional.of(about),
                            Story.card(2, Optional.empty()),
                            "2026-05-12")
                    .knowing(about, certificate("eucc", "2025-02-20"), List.of(ARVOR.id()))
                    .submitted()
                    .takes(CERTIFIER, "admit");

            assertThat(code(() -> again.assigns(CERTIFIER, Laboratories.oxalis())))
                    .isEqualTo("laboratory-not-the-former");
            again.assigns(CERTIFIER, ARVOR).takes(CERTIFIER, "accept");
            assertThat(again.dossier().stage()).isEqualTo("evaluation");
        }

        @Test
        void invariant_34_two_laboratories_of_the_evaluation_before_are_proposed_and_assigned_together_in_any_order() {
            VisaId about = new VisaId(UUID.randomUUID());
            Laboratory other = Laboratories.oxalis();
            Story again = Story.of(
                            "eucc",
                            "2025-12-29",
                            DossierKind.REASSESSMENT,
                            Optional.of(about),
                            Story.card(2, Optional.empty()),
                            "2026-05-12")
                    .knowing(about, certificate("eucc", "2025-02-20"), List.of(ARVOR.id(), other.id()))
                    .knowing(other)
                    .knowing(ARVOR)
                    .submitted()
                    .takes(CERTIFIER, "admit");

            assertThat(code(() -> again.assigns(CERTIFIER, ARVOR))).isEqualTo("laboratory-not-the-former");
            assertThat(Filing.unfit(again.look(), ARVOR.id())).isEmpty();
            assertThat(Filing.unfit(again.look(), other.id())).isEmpty();
            again.assigns(CERTIFIER, other, ARVOR);
            assertThat(again.dossier().laboratories()).containsExactly(other.id(), ARVOR.id());

            again.takes(VENDOR, "withdraw-application", "Projet arrêté.");
            assertThat(Filing.unfit(again.look(), ARVOR.id()))
                    .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("not-open-for-changes"));
        }
    }

    @Nested
    class Separation_of_duties {

        /** Scenario S2. */
        @Test
        void invariant_06_who_evaluated_never_decides() {
            card.evaluatedBy(ARVOR).reviewed();
            Person moved = new Person(EVALUATOR.name(), DECIDER.organisation(), Role.DECIDER);

            assertThat(code(() -> card.takes(moved, "reopen-review", "again"))).isEqualTo("sod-evaluator-decider");
        }

        @Test
        void invariant_07_who_evaluated_never_reviews() {
            card.evaluatedBy(ARVOR)
                    .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                    .takes(EVALUATOR, "deliver-report")
                    .takes(CERTIFIER, "start-review");
            Person moved = new Person(EVALUATOR.name(), REVIEWER.organisation(), Role.REVIEWER);

            assertThat(code(() -> card.deposits(moved, "REVIEW_REPORT"))).isEqualTo("sod-evaluator-reviewer");
        }

        @Test
        void invariant_08_who_reviewed_never_decides() {
            card.evaluatedBy(ARVOR).reviewed();
            Person both = new Person(REVIEWER.name(), REVIEWER.organisation(), Role.DECIDER);

            assertThat(code(() -> card.takes(both, "reopen-review", "again"))).isEqualTo("sod-reviewer-decider");
            card.takes(DECIDER, "reopen-review", "again");
        }

        @Test
        void invariant_11_nobody_of_the_applicant_handles_its_dossier() {
            card.submitted();
            Person inside = new Person("c.ousin", "Halcyon Cards", Role.CERTIFIER);

            assertThat(code(() -> card.takes(inside, "admit"))).isEqualTo("sod-applicant");
        }
    }

    @Nested
    class At_the_decision {

        @Test
        void no_person_grants_by_a_move() {
            card.evaluatedBy(ARVOR).reviewed();

            assertThat(code(() -> card.takes(DECIDER, "grant"))).isEqualTo("decision-needed");
        }

        @Test
        void invariant_12_commitments_and_the_three_conclusions_come_first() {
            card.evaluatedBy(ARVOR)
                    .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                    .takes(EVALUATOR, "deliver-report")
                    .takes(CERTIFIER, "start-review")
                    .deposits(REVIEWER, "REVIEW_REPORT")
                    .deposits(CERTIFIER, "CERTIFICATION_REPORT")
                    .concludes(REVIEWER, "review-conclusion", true)
                    .concludes(REVIEWER, "consistency-check", true)
                    .takes(REVIEWER, "conclude-review");

            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("conclusion-missing");
        }

        @Test
        void invariant_12_an_objection_stands_until_a_newer_conclusion_lifts_it() {
            card.evaluatedBy(ARVOR)
                    .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                    .concludes(EVALUATOR, "laboratory-conclusion", false)
                    .takes(EVALUATOR, "deliver-report")
                    .takes(CERTIFIER, "start-review")
                    .deposits(REVIEWER, "REVIEW_REPORT")
                    .deposits(CERTIFIER, "CERTIFICATION_REPORT")
                    .concludes(REVIEWER, "review-conclusion", true)
                    .concludes(REVIEWER, "consistency-check", true)
                    .takes(REVIEWER, "conclude-review");

            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("conclusion-unfavourable");
            assertThat(card.inTheWayOf(DecisionKind.REFUSE)).isEqualTo("none");
        }

        @Test
        void a_conclusion_at_the_wrong_stage_is_refused() {
            card.evaluatedBy(ARVOR);

            assertThat(code(() -> card.concludes(REVIEWER, "review-conclusion", true)))
                    .isEqualTo("conclusion-not-now");
        }

        /** Scenario S7. */
        @Test
        void invariant_15_AVA_VAN_4_outside_the_domains_waits_for_its_exception() {
            Story vault = Story.eucc(Story.card(4, Optional.empty()), "2026-05-12")
                    .evaluatedBy(ARVOR)
                    .reviewed()
                    .on("2026-06-04");
            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("van45-gate");

            Refused unjustified = refusal(() -> vault.asksApproval(CERTIFIER, "assurance-exception"));
            assertThat(unjustified.refusal().code()).isEqualTo("document-missing");
            assertThat(unjustified.refusal().details()).containsEntry("document", "EXCEPTION_JUSTIFICATION");
            vault.deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION").asksApproval(CERTIFIER, "assurance-exception");
            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("ncca-pending");
            assertThat(code(() -> vault.asksApproval(CERTIFIER, "assurance-exception")))
                    .isEqualTo("approval-already-pending");
            assertThat(code(() -> vault.answersApproval(CERTIFIER, "assurance-exception", true, "2026-06-04")))
                    .isEqualTo("role-missing");

            vault.on("2026-07-20").answersApproval(APPROVER, "assurance-exception", true, "2026-07-20");
            assertThat(vault.on("2026-10-09").inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }

        @Test
        void invariant_13_an_approval_that_is_denied_opens_nothing() {
            Story vault = Story.eucc(Story.card(4, Optional.empty()), "2026-05-12")
                    .evaluatedBy(ARVOR)
                    .reviewed()
                    .deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION")
                    .asksApproval(CERTIFIER, "assurance-exception")
                    .answersApproval(APPROVER, "assurance-exception", false, "2026-05-12");

            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("van45-gate");
        }

        @Test
        void invariant_13_an_answer_that_one_person_proposed_opens_nothing_until_a_second_one_approves_it() {
            Story vault = Story.eucc(Story.card(4, Optional.empty()), "2026-05-12")
                    .evaluatedBy(ARVOR)
                    .reviewed()
                    .deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION")
                    .asksApproval(CERTIFIER, "assurance-exception");
            assertThat(code(() -> vault.approvesAnswer(SECOND_APPROVER, "assurance-exception", "-")))
                    .isEqualTo("answer-not-proposed");

            vault.proposesAnswer(APPROVER, "assurance-exception", false, "2026-05-12");
            String denied = proposed(vault).digest();
            vault.proposesAnswer(APPROVER, "assurance-exception", true, "2026-05-12");
            String given = proposed(vault).digest();
            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("ncca-pending");
            assertThat(code(() -> vault.proposesAnswer(SECOND_APPROVER, "assurance-exception", true, "2026-05-12")))
                    .isEqualTo("answer-already-proposed");
            assertThat(code(() -> vault.approvesAnswer(APPROVER, "assurance-exception", given)))
                    .isEqualTo("approval-own-proposal");
            assertThat(code(() -> vault.approvesAnswer(CERTIFIER, "assurance-exception", given)))
                    .isEqualTo("role-missing");
            Person reviewer = new Person(REVIEWER.name(), SECOND_APPROVER.organisation(), SECOND_APPROVER.role());
            assertThat(code(() -> vault.approvesAnswer(reviewer, "assurance-exception", given)))
                    .isEqualTo("approver-involved");
            assertThat(code(() -> vault.approvesAnswer(SECOND_APPROVER, "assurance-exception", denied)))
                    .isEqualTo("proposal-changed");

            vault.approvesAnswer(SECOND_APPROVER, "assurance-exception", given);
            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
            assertThat(vault.dossier().history().approval("assurance-exception").flatMap(Approval::answer))
                    .hasValueSatisfying(answer -> {
                        assertThat(answer.by()).isEqualTo(APPROVER);
                        assertThat(answer.approvedBy()).contains(SECOND_APPROVER);
                    });
            assertThat(code(() -> vault.approvesAnswer(SECOND_APPROVER, "assurance-exception", given)))
                    .isEqualTo("approval-not-pending");
        }

        @Test
        void invariant_13_an_answer_counts_from_the_day_of_the_second_word() {
            Story vault = Story.eucc(Story.card(4, Optional.empty()), "2026-05-12")
                    .evaluatedBy(ARVOR)
                    .reviewed()
                    .deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION")
                    .asksApproval(CERTIFIER, "assurance-exception")
                    .proposesAnswer(APPROVER, "assurance-exception", true, "2026-05-12");
            vault.on("2026-05-20")
                    .approvesAnswer(
                            SECOND_APPROVER,
                            "assurance-exception",
                            proposed(vault).digest());

            assertThat(vault.on("2026-05-19").inTheWayOf(DecisionKind.GRANT)).isEqualTo("van45-gate");
            assertThat(vault.on("2026-05-20").inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }

        @Test
        void a_rejected_answer_and_one_that_waited_too_long_leave_the_request_pending_for_another() {
            card.submitted()
                    .asksApproval(CERTIFIER, "long-validity")
                    .proposesAnswer(APPROVER, "long-validity", true, "2026-05-12");
            String first = proposal(card, "long-validity").digest();
            card.becomes(
                    Approving.reject(card.look(), "long-validity", first, "Huit ans, pourquoi ?", SECOND_APPROVER));
            assertThat(proposal(card, "long-validity").rejected())
                    .hasValueSatisfying(end -> assertThat(end.text()).isEqualTo("Huit ans, pourquoi ?"));
            assertThat(code(() -> card.approvesAnswer(SECOND_APPROVER, "long-validity", first)))
                    .isEqualTo("answer-not-proposed");

            card.proposesAnswer(SECOND_APPROVER, "long-validity", true, "2026-05-12");
            String second = proposal(card, "long-validity").digest();
            card.on("2026-06-12");
            assertThat(code(() -> card.approvesAnswer(APPROVER, "long-validity", second)))
                    .isEqualTo("proposal-expired");
            card.proposesAnswer(APPROVER, "long-validity", false, "2026-06-12")
                    .approvesAnswer(
                            SECOND_APPROVER,
                            "long-validity",
                            proposal(card, "long-validity").digest());
            assertThat(card.dossier()
                            .history()
                            .approval("long-validity")
                            .orElseThrow()
                            .isPending())
                    .isFalse();
        }

        @Test
        void a_request_that_nobody_answered_is_taken_back_by_the_side_that_made_it() {
            card.evaluatedBy(ARVOR).reviewed();
            assertThat(code(() -> card.takesApprovalBack(CERTIFIER, "long-validity")))
                    .isEqualTo("approval-not-pending");
            card.asksApproval(CERTIFIER, "long-validity");
            assertThat(code(() -> card.takesApprovalBack(APPROVER, "long-validity")))
                    .isEqualTo("role-missing");
            card.proposesAnswer(APPROVER, "long-validity", true, "2026-05-12");
            String digest = proposal(card, "long-validity").digest();
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("ncca-pending");

            card.takesApprovalBack(CERTIFIER, "long-validity");

            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
            assertThat(card.dossier().history().approval("long-validity").flatMap(Approval::withdrawn))
                    .hasValueSatisfying(end -> assertThat(end.by()).isEqualTo(CERTIFIER));
            assertThat(code(() -> card.approvesAnswer(SECOND_APPROVER, "long-validity", digest)))
                    .isEqualTo("approval-not-pending");
            assertThat(code(() -> card.takesApprovalBack(CERTIFIER, "long-validity")))
                    .isEqualTo("approval-not-pending");
            card.asksApproval(CERTIFIER, "long-validity");
            assertThat(proposals(card)).as("the new request has no answer yet").isEmpty();
        }

        @Test
        void an_approval_that_was_given_stands_when_a_second_request_is_taken_back() {
            Story vault = Story.eucc(Story.card(4, Optional.empty()), "2026-05-12")
                    .evaluatedBy(ARVOR)
                    .reviewed()
                    .deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION")
                    .asksApproval(CERTIFIER, "assurance-exception")
                    .answersApproval(APPROVER, "assurance-exception", true, "2026-05-12");
            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
            vault.asksApproval(CERTIFIER, "assurance-exception");
            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("ncca-pending");

            vault.takesApprovalBack(CERTIFIER, "assurance-exception");

            assertThat(vault.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }

        @Test
        void invariant_69_an_evaluation_facility_answers_no_request_for_an_approval() {
            card.submitted().asksApproval(CERTIFIER, "long-validity").facility(APPROVER.organisation());
            assertThat(code(() -> card.proposesAnswer(APPROVER, "long-validity", true, "2026-05-12")))
                    .isEqualTo("facility-never-decides");

            Person other = new Person("j.uste", "Autre autorité", Role.NCCA_APPROVER);
            card.proposesAnswer(other, "long-validity", true, "2026-05-12");
            String digest = proposal(card, "long-validity").digest();
            assertThat(code(() -> card.approvesAnswer(SECOND_APPROVER, "long-validity", digest)))
                    .isEqualTo("facility-never-decides");
            assertThat(code(() -> card.becomes(
                            Approving.reject(card.look(), "long-validity", digest, "Non.", SECOND_APPROVER))))
                    .isEqualTo("facility-never-decides");
        }

        private Optional<Approval.Proposed> proposals(Story story) {
            return story.dossier().history().approval("long-validity").flatMap(Approval::proposed);
        }

        private Approval.Proposed proposed(Story story) {
            return proposal(story, "assurance-exception");
        }

        private Approval.Proposed proposal(Story story, String type) {
            return story.dossier()
                    .history()
                    .approval(type)
                    .flatMap(Approval::proposed)
                    .orElseThrow();
        }

        @Test
        void an_approval_bears_no_day_to_come() {
            card.submitted().asksApproval(CERTIFIER, "long-validity");

            assertThat(code(() -> card.answersApproval(APPROVER, "long-validity", true, "2026-05-13")))
                    .isEqualTo("approval-day");
        }

        @Test
        void invariant_03_a_body_without_an_authorisation_in_force_certifies_nothing_of_level_high() {
            card.issuedBy().evaluatedBy(ARVOR).reviewed();
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("issuer-not-authorised");
            card.asksApproval(CERTIFIER, "certificate-approval")
                    .answersApproval(APPROVER, "certificate-approval", true, "2026-05-12");
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("issuer-not-authorised");

            for (Entitlement unfit : List.of(
                    entitled(Entitlement.Kind.DELEGATION, "eucc", "HIGH", "2026-12-31"),
                    entitled(Entitlement.Kind.AUTHORISATION, "cspn", "HIGH", "2026-12-31"),
                    entitled(Entitlement.Kind.AUTHORISATION, "eucc", "SUBSTANTIAL", "2026-12-31"),
                    entitled(Entitlement.Kind.AUTHORISATION, "eucc", "HIGH", "2026-05-11"))) {
                assertThat(card.issuedBy(unfit).inTheWayOf(DecisionKind.GRANT))
                        .as("%s", unfit)
                        .isEqualTo("issuer-not-authorised");
            }
        }

        /** EUCC Art. 21: the card asks for AVA_VAN.5 and lies among smart cards. */
        @Test
        void invariant_03_an_authorisation_below_what_is_asked_certifies_nothing_of_it() {
            Entitlement delegated = entitled(Entitlement.Kind.DELEGATION, "eucc", "HIGH", "2026-12-31");
            Entitlement authorised = entitled(Entitlement.Kind.AUTHORISATION, "eucc", "HIGH", "2026-12-31");
            card.issuedBy(authorised.upTo(new Ceiling(OptionalInt.of(4), Set.of("smartcards"))), delegated)
                    .evaluatedBy(ARVOR)
                    .reviewed();
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("issuer-scope-van");

            card.issuedBy(authorised.upTo(new Ceiling(OptionalInt.of(5), Set.of("hw-security-boxes"))), delegated);
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("issuer-scope-domain");

            card.issuedBy(authorised.upTo(new Ceiling(OptionalInt.of(5), Set.of("smartcards"))), delegated);
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }

        @Test
        void invariant_03_an_authorised_body_needs_a_delegation_in_force_or_approval_of_this_very_certificate() {
            Entitlement authorised = entitled(Entitlement.Kind.AUTHORISATION, "eucc", "HIGH", "2026-12-31");
            card.issuedBy(authorised).evaluatedBy(ARVOR).reviewed();
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("issuer-not-entitled");
            for (Entitlement unfit : List.of(
                    entitled(Entitlement.Kind.DELEGATION, "eucc", "SUBSTANTIAL", "2026-12-31"),
                    entitled(Entitlement.Kind.DELEGATION, "eucc", "HIGH", "2026-05-11"))) {
                assertThat(card.issuedBy(authorised, unfit).inTheWayOf(DecisionKind.GRANT))
                        .as("%s", unfit)
                        .isEqualTo("issuer-not-entitled");
            }
            Entitlement delegated = entitled(Entitlement.Kind.DELEGATION, "eucc", "HIGH", "2026-05-12");
            assertThat(card.issuedBy(authorised, delegated).inTheWayOf(DecisionKind.GRANT))
                    .isEqualTo("none");

            card.issuedBy(authorised)
                    .asksApproval(CERTIFIER, "certificate-approval")
                    .answersApproval(APPROVER, "certificate-approval", true, "2026-05-12");
            assertThat(card.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
        }

        @Test
        void invariant_03_level_substantial_is_accepted_and_issued_only_by_an_accredited_and_notified_body() {
            Entitlement accredited = Laboratories.accredited("2026-01-01", "2030-12-31");
            Entitlement notified = Laboratories.notified();
            for (Story meter : List.of(planned(), meter().evaluatedBy(ARVOR).reviewed())) {
                assertThat(hindered(meter.issuedBy(Laboratories.bareBody(notified))))
                        .isEqualTo("issuer-not-accredited");
                assertThat(hindered(meter.issuedBy(Laboratories.bareBody(
                                notified, Laboratories.accredited("2026-01-01", "2030-12-31", "HIGH")))))
                        .as("for another level")
                        .isEqualTo("issuer-not-accredited");
                assertThat(hindered(meter.issuedBy(
                                Laboratories.bareBody(notified, Laboratories.accredited("2021-05-12", "2026-05-11")))))
                        .as("until the day before")
                        .isEqualTo("issuer-not-accredited");
                assertThat(hindered(meter.issuedBy(Laboratories.bareBody(accredited))))
                        .isEqualTo("issuer-not-notified");
                assertThat(hindered(meter.issuedBy(CertificationBody.FICTIONAL)))
                        .as("the authority is accredited as well")
                        .isEqualTo("issuer-not-accredited");

                assertThat(hindered(meter.issuedBy(Laboratories.bareBody(accredited, notified))))
                        .as("without authorisation and delegation")
                        .isEqualTo("none");
            }
        }

        @Test
        void a_category_outside_the_accreditation_of_the_issuer_is_neither_accepted_nor_issued() {
            for (Story meter : List.of(planned(), meter().evaluatedBy(ARVOR).reviewed())) {
                assertThat(hindered(meter.issuedBy(Laboratories.bareBody(
                                accreditedFor("SMART_CARDS", "NETWORK"), Laboratories.notified()))))
                        .isEqualTo("issuer-scope-category");
                assertThat(hindered(meter.issuedBy(
                                Laboratories.bareBody(accreditedFor("SOFTWARE"), Laboratories.notified()))))
                        .isEqualTo("none");
            }
        }

        @Test
        void a_category_outside_the_authorisation_of_the_issuer_is_not_issued() {
            card.evaluatedBy(ARVOR).reviewed();
            Entitlement delegated = entitled(Entitlement.Kind.DELEGATION, "eucc", "HIGH", "2026-12-31");

            assertThat(card.issuedBy(delegated, authorisedFor("SOFTWARE")).inTheWayOf(DecisionKind.GRANT))
                    .isEqualTo("issuer-scope-category");
            assertThat(card.issuedBy(delegated, authorisedFor("SMART_CARDS")).inTheWayOf(DecisionKind.GRANT))
                    .isEqualTo("none");
        }

        @Test
        void a_notification_that_rests_or_is_restricted_stops_what_it_concerns_on_those_days() {
            Story meter = meter().evaluatedBy(ARVOR).reviewed();
            meter.issuedBy(Laboratories.bareBody(
                    Laboratories.accredited("2026-01-01", "2030-12-31"),
                    notified(
                            List.of(new Suspension(day("2026-05-13"), Optional.of(day("2026-05-14")), "audit")),
                            List.of(
                                    restricted("2026-05-16", "SMART_CARDS", "SUBSTANTIAL"),
                                    restricted("2026-05-18", "SOFTWARE", "HIGH"),
                                    restricted("2026-05-20", "SOFTWARE", "SUBSTANTIAL")))));

            assertThat(List.of("12", "13", "14", "15", "16", "17", "18", "19", "20"))
                    .extracting(day -> meter.on("2026-05-" + day).inTheWayOf(DecisionKind.GRANT))
                    .containsExactly(
                            "none",
                            "issuer-title-suspended",
                            "issuer-title-suspended",
                            "none",
                            "issuer-title-restricted",
                            "none",
                            "issuer-title-restricted",
                            "none",
                            "none");
        }

        /** Software of level substantial. */
        private Story meter() {
            return Story.eucc(Story.card(2, Optional.empty()), "2026-05-12");
        }

        /** What stands in the way of the acceptance, or of the grant when it has been evaluated. */
        private Story planned() {
            return meter().submitted().deposits(CERTIFIER, "EVALUATION_PLAN");
        }

        private String hindered(Story story) {
            if (story.dossier().stage().equals("decision")) {
                return story.inTheWayOf(DecisionKind.GRANT);
            }
            Story admitted = story;
            if (story.dossier().stage().equals("submitted")) {
                admitted = story.takes(CERTIFIER, "admit").assigns(CERTIFIER, ARVOR);
            }
            return Moves.openTo(admitted.look(), CERTIFIER).stream()
                    .filter(open -> open.move().step().equals("accept"))
                    .map(open -> open.refusal().map(Refusal::code).orElse("none"))
                    .findFirst()
                    .orElse("step-not-open");
        }

        private Entitlement accreditedFor(String... categories) {
            return entitled(Entitlement.Kind.ACCREDITATION, Set.of(categories), List.of(), List.of());
        }

        private Entitlement authorisedFor(String... categories) {
            return entitled(Entitlement.Kind.AUTHORISATION, Set.of(categories), List.of(), List.of());
        }

        private Entitlement notified(List<Suspension> suspensions, List<Restriction> restrictions) {
            return entitled(Entitlement.Kind.NOTIFICATION, Set.of(), suspensions, restrictions);
        }

        private Entitlement entitled(
                Entitlement.Kind kind,
                Set<String> categories,
                List<Suspension> suspensions,
                List<Restriction> restrictions) {
            return new Entitlement(
                    kind,
                    "REF-2",
                    Set.of(new SchemeId("eucc")),
                    Set.of(),
                    categories,
                    day("2026-01-01"),
                    Optional.of(day("2026-12-31")),
                    suspensions,
                    restrictions);
        }

        /** One day of restriction to one category at one level. */
        private Restriction restricted(String day, String category, String level) {
            return new Restriction(
                    day(day),
                    Optional.of(day(day)),
                    new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(category), Set.of(), Set.of(level)),
                    "staff");
        }

        private LocalDate day(String text) {
            return LocalDate.parse(text);
        }

        private Entitlement entitled(Entitlement.Kind kind, String scheme, String level, String until) {
            return new Entitlement(
                    kind,
                    "REF-1",
                    Set.of(new SchemeId(scheme)),
                    Set.of(level),
                    LocalDate.parse("2026-01-01"),
                    LocalDate.parse(until));
        }

        @Test
        void invariant_14_the_level_follows_from_AVA_VAN() {
            assertThat(level(Story.card(2, Optional.empty()))).contains("SUBSTANTIAL");
            assertThat(level(Story.card(3, Optional.empty()))).contains("HIGH");
            assertThat(level(Story.card(5, SMART_CARDS))).contains("HIGH");
        }

        @Test
        void invariant_26_CC_3_1_revision_5_is_not_cited_after_2027_but_for_a_national_certificate_replaced() {
            Story old = Story.eucc(standard(), "2026-05-12")
                    .evaluatedBy(laterArvor())
                    .reviewed();
            assertThat(old.on("2027-12-31").inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
            assertThat(old.on("2028-01-01").inTheWayOf(DecisionKind.GRANT)).isEqualTo("standard-too-old");

            VisaId national = new VisaId(UUID.randomUUID());
            Story tooLate = replacing(national, certificate("cc-fr", "2024-05-11"));
            assertThat(tooLate.on("2028-01-01").inTheWayOf(DecisionKind.GRANT)).isEqualTo("standard-too-old");
            Story replaced = replacing(national, certificate("cc-fr", "2024-05-12"));
            assertThat(replaced.on("2028-02-21").inTheWayOf(DecisionKind.GRANT))
                    .as("its review began within the two years, however long it took")
                    .isEqualTo("none");

            Story european = replacing(national, certificate("eucc", "2024-05-12"));
            assertThat(european.on("2028-01-01").inTheWayOf(DecisionKind.GRANT)).isEqualTo("standard-too-old");
        }

        @Test
        void invariant_31_a_renewal_leaves_no_second_certificate_beside_one_that_still_runs() {
            VisaId about = new VisaId(UUID.randomUUID());
            Surroundings.Other known = certificate("eucc", "2021-09-01");
            Surroundings.Other ending = new Surroundings.Other(
                    known.family(),
                    known.scheme(),
                    known.subject(),
                    known.firstDay(),
                    Optional.of(LocalDate.parse("2026-08-31")),
                    known.level(),
                    known.scopes(),
                    known.status());
            Story renewal = Story.of(
                            "eucc", "2025-12-29", DossierKind.RENEWAL, Optional.of(about), standard(), "2026-05-12")
                    .knowing(about, ending, List.of())
                    .evaluatedBy(laterArvor())
                    .reviewed();

            assertThat(renewal.on("2026-08-30").inTheWayOf(DecisionKind.GRANT)).isEqualTo("renewal-reissues");
            assertThat(renewal.on("2026-08-31").inTheWayOf(DecisionKind.GRANT))
                    .as("it holds on its last day")
                    .isEqualTo("renewal-reissues");
            assertThat(renewal.inTheWayOf(DecisionKind.REISSUE_SAME_SCOPE)).isEqualTo("none");
            assertThat(renewal.on("2026-09-01").inTheWayOf(DecisionKind.GRANT))
                    .as("it ended before its renewal was decided")
                    .isEqualTo("none");
        }

        private Story replacing(VisaId about, Surroundings.Other certificate) {
            return Story.of(
                            "eucc",
                            "2025-12-29",
                            DossierKind.REEVALUATION,
                            Optional.of(about),
                            standard(),
                            "2026-05-12")
                    .knowing(about, certificate, List.of())
                    .evaluatedBy(laterArvor())
                    .reviewed();
        }

        private static Laboratory laterArvor() {
            return Laboratories.arvor("2027-09-30")
                    .with(Laboratories.accreditation("ACC-ARVOR-2", "2027-10-01", "2032-09-30"))
                    .with(Laboratories.authorisation("AUT-ARVOR-2", "2032-09-30", 5, Set.of("smartcards")));
        }

        private Optional<String> level(Application application) {
            Handling look = Story.eucc(application, "2026-05-12").look();
            return look.scheme().conduct().orElseThrow().levelIn(look.situation());
        }

        private Application standard() {
            Application known = Story.card(5, SMART_CARDS);
            TreeMap<String, FactValue> facts = new TreeMap<>(known.facts());
            facts.put("standard", FactValue.Words.of("cc-3.1-r5"));
            return new Application(
                    known.subject(),
                    known.level(),
                    known.scopes(),
                    known.category(),
                    false,
                    facts,
                    known.bases(),
                    known.listed());
        }
    }

    @Test
    void an_ended_dossier_takes_nothing_more() {
        card.submitted()
                .asksApproval(CERTIFIER, "long-validity")
                .becomes(Questioning.ask(
                        card.look(),
                        Role.SPONSOR,
                        Optional.empty(),
                        Optional.empty(),
                        "Quelle version ?",
                        LocalDate.parse("2026-06-01"),
                        CERTIFIER))
                .takes(VENDOR, "withdraw-application", "Projet arrêté.");

        assertThat(code(() -> Questioning.answer(card.look(), 1, "La 4.1.0.", VENDOR)))
                .isEqualTo("dossier-ended");
        assertThat(code(() -> card.answersApproval(APPROVER, "long-validity", true, "2026-05-12")))
                .isEqualTo("dossier-ended");

        assertThat(code(() -> card.deposits(VENDOR, "APPLICATION"))).isEqualTo("dossier-ended");
        assertThat(code(() -> card.takes(VENDOR, "submit"))).isEqualTo("step-not-open");
    }

    @Test
    void what_the_scheme_does_not_know_is_refused_by_name() {
        card.evaluatedBy(ARVOR);

        assertThat(code(() -> Filing.deposit(card.look(), card.paper(VENDOR, "HOLIDAY_PHOTOS", "fr"))))
                .isEqualTo("document-not-in-version");
        assertThat(code(() -> card.concludes(EVALUATOR, "gut-feeling", true))).isEqualTo("conclusion-not-in-version");
        assertThat(code(() -> card.asksApproval(CERTIFIER, "blessing"))).isEqualTo("approval-not-in-version");
    }

    @Test
    void the_open_steps_of_a_role_are_told_with_what_stands_in_their_way() {
        assertThat(Moves.openTo(card.look(), VENDOR))
                .extracting(
                        open -> open.move().step(),
                        open -> open.refusal().map(r -> r.code()).orElse("open"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("submit", "document-missing"),
                        org.assertj.core.groups.Tuple.tuple("withdraw-application", "open"));
        assertThat(Moves.openTo(card.look(), REVIEWER)).isEmpty();
    }

    private static Surroundings.Other certificate(String scheme, String firstDay) {
        return new Surroundings.Other(
                new FamilyId("common-criteria"),
                new SchemeId(scheme),
                new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.0.2")),
                LocalDate.parse(firstDay),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                VisaStatus.IN_FORCE);
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted");
    }

    private static String code(ThrowingCallable act) {
        return refusal(act).refusal().code();
    }
}
