package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.APPROVER;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_APPROVER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;

/** From the application to the decision and what follows, through the use cases, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionsTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void invariant_16_nobody_grants_the_level_basic_and_no_vendor_certifies_itself(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        DecisionContent grant = matters.grant(ready);
        Actor turned = new Actor("t.urned", VENDOR.organisation(), Set.of(Role.DECIDER));

        assertThat(refused(() -> house.deciding.propose(VENDOR, grant))).isEqualTo("role-missing");
        assertThat(refused(() -> house.deciding.propose(turned, grant))).isEqualTo("sod-applicant");
        assertThat(refused(() -> house.deciding.propose(DECIDER, matters.grant(matters.submitted()))))
                .as("without an evaluation by somebody else")
                .isEqualTo("decision-not-open");
        assertThat(refused(() -> house.deciding.propose(DECIDER, Matters.atLevel(grant, "BASIC"))))
                .isEqualTo("level-not-derived");
        assertThat(house.count("visa")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_dossier_and_one_that_is_not_there_answer_alike(Database database) {
        House house = house(database);
        Dossier dossier = new Matters(house).opened();
        DossierId nowhere = new DossierId(UUID.randomUUID());

        for (Actor stranger : List.of(OTHER_VENDOR, OTHER_EVALUATOR)) {
            for (DossierId id : List.of(dossier.id(), nowhere)) {
                assertThat(refused(() -> house.handling.read(stranger, id, Optional.empty())))
                        .isEqualTo("dossier-unknown");
                assertThat(refused(() -> house.handling.takeStep(
                                stranger, id, OptionalLong.of(1), "withdraw-application", Optional.of("x"))))
                        .isEqualTo("dossier-unknown");
                assertThat(refused(() -> house.opening.preflight(stranger, id))).isEqualTo("dossier-unknown");
            }
            assertThat(house.reading.page(stranger, Optional.empty(), Optional.empty(), 50, sight -> sight))
                    .isEmpty();
        }
        assertThat(house.reading.page(VENDOR, Optional.empty(), Optional.empty(), 50, sight -> sight))
                .hasSize(1);
        assertThat(house.reading.page(AUDITOR, Optional.empty(), Optional.empty(), 50, sight -> sight))
                .hasSize(1);
        assertThat(house.handling.read(VENDOR, dossier.id(), Optional.empty()).dossier())
                .isEqualTo(dossier);
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_act_changes_no_row_and_stands_in_the_audit_log(Database database) {
        House house = house(database);
        Dossier dossier = new Matters(house).opened();
        long entries = house.journal.size();

        assertThat(refused(
                        () -> house.handling.takeStep(VENDOR, dossier.id(), seen(dossier), "submit", Optional.empty())))
                .isEqualTo("document-missing");

        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(house.handling.read(VENDOR, dossier.id(), Optional.empty()).dossier())
                .isEqualTo(dossier);
        assertThat(house.sql.number("select count(*) from audit where outcome = 'document-missing'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_saw_an_older_version_is_told_what_stands_now(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier first = matters.opened();
        matters.deposit(VENDOR, first, "APPLICATION");

        Refused stale = refusal(() -> matters.deposit(VENDOR, first, "COMMITMENTS"));

        assertThat(stale.refusal().code()).isEqualTo("concurrent-change");
        assertThat(stale.refusal().details()).containsEntry("seen", "1").containsEntry("current", "2");
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_by_two_makes_the_visa_its_number_and_its_entries_in_one_act(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Dossier ready = matters.ready(arvor);
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        long before = house.journal.size();

        assertThat(refused(() -> house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("approval-own-proposal");
        assertThat(refused(() -> house.deciding.approve(CERTIFIER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.deciding.approve(SECOND_DECIDER, proposal.id(), "0".repeat(64), "Vu.")))
                .isEqualTo("proposal-changed");
        assertThat(house.journal.size()).isEqualTo(before);
        assertThat(house.count("visa")).isZero();

        Visa visa = house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();

        assertThat(visa.facts().reference().text()).isEqualTo("EUCC-9990-2026-0001");
        assertThat(visa.slug().value()).isEqualTo("EUCC-9990-2026-0001");
        assertThat(visa.facts().level().orElseThrow().term()).contains("HIGH");
        assertThat(visa.facts().laboratories()).containsExactly("Arvor Évaluation");
        assertThat(visa.facts().validity().lastDay()).contains(LocalDate.parse("2031-05-12"));
        assertThat(visa.facts().listed()).isTrue();
        assertThat(house.visas.find(visa.id())).contains(visa);
        Dossier ended =
                house.handling.read(VENDOR, ready.id(), Optional.empty()).dossier();
        assertThat(ended.stage()).isEqualTo("granted");
        assertThat(house.dossiers.evaluatorsOf(visa.id())).containsExactly(arvor);
        assertThat(house.sql.list(
                        "select kind from journal where position >= ? order by position",
                        row -> row.getString(1),
                        before))
                .containsExactly("visa-recorded", "certificate-issued", "dossier-acted", "decision-made");
        assertThat(refused(() -> house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isIn("proposal-closed", "concurrent-change");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_06_an_evaluator_who_changed_sides_decides_nothing_of_that_dossier(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        Actor moved = new Actor(EVALUATOR.name(), DECIDER.organisation(), Set.of(Role.DECIDER));
        Actor reviewer = new Actor(REVIEWER.name(), DECIDER.organisation(), Set.of(Role.DECIDER));

        assertThat(refused(() -> house.deciding.propose(moved, matters.grant(ready))))
                .isEqualTo("sod-evaluator-decider");
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        assertThat(refused(() -> house.deciding.approve(moved, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("sod-evaluator-decider");
        assertThat(refused(() -> house.deciding.approve(reviewer, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("sod-reviewer-decider");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_11_whoever_works_for_the_holder_decides_nothing_about_its_visa_even_without_a_dossier(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        house.importCsv("""
                family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed
                common-criteria,eucc,2025-12-29,EUCC-3090-2026-0950,Brume Télécom,Routeur,1.0,SUBSTANTIAL,NETWORK,2026-01-12,2030-01-12,in-force,yes
                """, false);
        Visa visa = house.visas.latest(1).get(0);
        assertThat(house.dossiers.leadingTo(visa.id())).isEmpty();
        Actor inside = new Actor("h.older", visa.facts().holder().name(), Set.of(Role.CERTIFIER, Role.DECIDER));
        DecisionContent content = matters.about(
                DecisionKind.SUSPEND, visa, Optional.of(house.calendar.today().plusDays(20)));

        assertThat(refused(() -> house.deciding.propose(inside, content))).isEqualTo("sod-applicant");
        Proposal proposal = house.deciding.propose(CERTIFIER, content);
        assertThat(refused(() -> house.deciding.approve(inside, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("sod-applicant");
        assertThat(house.visas.find(visa.id())).contains(visa);
        house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_69_people_of_an_evaluation_facility_never_decide_and_those_of_a_certification_centre_may(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        house.keeping.add(
                Matters.SUPERVISOR, Organisation.named("Centre Ponant"), Laboratory.Kind.CERTIFICATION_CENTRE);
        Set<Role> roles = Set.of(Role.CERTIFIER, Role.DECIDER);
        Actor facility = new Actor("f.acile", Matters.OTHER_EVALUATOR.organisation(), roles);
        Actor centre = new Actor("c.entre", "Centre Ponant", roles);
        DecisionContent content = matters.about(
                DecisionKind.SUSPEND, visa, Optional.of(house.calendar.today().plusDays(20)));
        house.keeping.add(Matters.SUPERVISOR, Organisation.named(facility.organisation()));

        assertThat(refused(() -> house.deciding.propose(facility, content))).isEqualTo("facility-never-decides");
        Proposal proposal = house.deciding.propose(CERTIFIER, content);
        assertThat(refused(() -> house.deciding.approve(facility, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("facility-never-decides");
        assertThat(house.visas.find(visa.id())).contains(visa);
        Actor otherwiseSpelled = new Actor("f.acile", facility.organisation().toUpperCase(Locale.ROOT) + " SAS", roles);
        assertThat(refused(() -> house.deciding.propose(otherwiseSpelled, content)))
                .isEqualTo("facility-never-decides");
        // One mistaken for a facility is put right.
        Laboratory mistaken = house.keeping
                .add(Matters.SUPERVISOR, Organisation.named(DECIDER.organisation()))
                .laboratory();
        assertThat(refused(() -> house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("facility-never-decides");
        house.keeping.declare(
                Matters.SUPERVISOR, mistaken.id(), OptionalLong.of(1), Laboratory.Kind.CERTIFICATION_CENTRE);
        Proposal second = house.deciding.propose(DECIDER, content);
        assertThat(second.content()).isEqualTo(content);
        house.deciding.approve(centre, proposal.id(), proposal.digest(), "Vu.");
        assertThat(house.visas.find(visa.id())).isNotEqualTo(Optional.of(visa));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_09_who_approves_for_the_authority_handles_nothing_under_the_same_scheme(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier submitted = matters.submitted();
        Actor both = new Actor("agnes.roy", DECIDER.organisation(), Set.of(Role.CERTIFIER, Role.NCCA_APPROVER));

        assertThat(refused(() ->
                        house.handling.takeStep(both, submitted.id(), seen(submitted), "admit", Optional.empty())))
                .isEqualTo("sod-supervision-issuance");
    }

    /** Scenario S4, through the use cases. */
    @ParameterizedTest
    @EnumSource
    void a_suspension_keeps_to_its_limits_and_only_the_authority_extends_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        house.clock.set("2026-01-15T08:00:00Z");
        Visa visa = matters.granted(matters.arvor());
        house.clock.set("2026-03-02T08:00:00Z");

        assertThat(refused(() -> house.deciding.propose(
                        CERTIFIER, matters.about(DecisionKind.SUSPEND, visa, day("2026-05-01")))))
                .isEqualTo("suspension-gt-42d");
        Visa suspended = decide(house, CERTIFIER, DECIDER, matters, DecisionKind.SUSPEND, visa, "2026-04-13");
        assertThat(status(house, suspended, "2026-03-02")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(status(house, suspended, "2026-03-03")).isEqualTo(VisaStatus.SUSPENDED);

        house.clock.set("2026-04-10T08:00:00Z");
        assertThat(refused(() -> house.deciding.propose(
                        DECIDER, matters.about(DecisionKind.EXTEND_SUSPENSION, suspended, day("2026-11-30")))))
                .isEqualTo("extension-ncca-only");
        Visa longer = decide(
                house, APPROVER, SECOND_APPROVER, matters, DecisionKind.EXTEND_SUSPENSION, suspended, "2026-11-30");
        house.clock.set("2026-11-20T08:00:00Z");
        assertThat(refused(() -> house.deciding.propose(
                        APPROVER, matters.about(DecisionKind.EXTEND_SUSPENSION, longer, day("2027-03-15")))))
                .isEqualTo("suspension-gt-1y");
        assertThat(status(house, longer, "2026-11-30")).isEqualTo(VisaStatus.SUSPENDED);
        assertThat(longer.facts().validity()).isEqualTo(visa.facts().validity());
        assertThat(house.visas.versions(visa.id())).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_27_a_suspension_starts_the_day_after_its_second_word_whatever_day_the_proposal_bears(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        DecisionContent today = matters.about(DecisionKind.SUSPEND, visa, day("2026-06-23"));
        assertThat(refused(() -> house.deciding.propose(DECIDER, Matters.from(LocalDate.parse("2026-05-22"), today))))
                .as("not in advance")
                .isEqualTo("decision-day");
        DecisionContent longer = matters.about(DecisionKind.SUSPEND, visa, day("2026-06-24"));
        assertThat(refused(() -> house.deciding.propose(DECIDER, longer))).isEqualTo("suspension-gt-42d");
        DecisionContent shorter = matters.about(DecisionKind.SUSPEND, visa, day("2026-05-15"));
        Proposal tooShort = house.deciding.propose(DECIDER, shorter);
        Proposal proposal = house.deciding.propose(DECIDER, today);

        house.clock.set("2026-05-15T08:00:00Z");
        assertThat(refused(() -> house.deciding.approve(SECOND_DECIDER, tooShort.id(), tooShort.digest(), "Vu.")))
                .as("it would be over before it starts")
                .isEqualTo("suspension-days");
        Visa suspended = house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();

        assertThat(status(house, suspended, "2026-05-15")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(status(house, suspended, "2026-05-16")).isEqualTo(VisaStatus.SUSPENDED);
        assertThat(house.comparing.compare(AUDITOR).differences()).isEmpty();
        Proposal stale = house.deciding.reject(SECOND_DECIDER, tooShort.id(), tooShort.digest(), "Trop tard.");
        assertThat(stale.state())
                .as("the visa changed since: one rejection ends it all the same")
                .isEqualTo(Proposal.State.REJECTED);
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_names_no_version_but_the_one_that_was_evaluated(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        DecisionContent grant = matters.grant(matters.ready(matters.arvor()));

        assertThat(refused(() -> house.deciding.propose(DECIDER, Matters.ofVersions(grant, "5.0"))))
                .isEqualTo("grant-beyond-application");
        assertThat(house.deciding
                        .propose(DECIDER, Matters.ofVersions(grant, "4.1.0"))
                        .content()
                        .versions())
                .contains("4.1.0");
    }

    @ParameterizedTest
    @EnumSource
    void a_withdrawal_without_a_category_is_refused_and_its_category_is_told_with_the_status(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        DecisionContent withdrawal = matters.about(DecisionKind.WITHDRAW, visa, Optional.empty());

        assertThat(refused(() -> house.deciding.propose(CERTIFIER, withdrawal.because(Set.of()))))
                .isEqualTo("reason-code-missing");
        assertThat(refused(() -> house.deciding.propose(CERTIFIER, withdrawal.because(Set.of("weather")))))
                .isEqualTo("reason-code-unknown");
        Proposal proposal =
                house.deciding.propose(CERTIFIER, withdrawal.because(Set.of("vulnerability", "holder-duties")));
        house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");

        Visa withdrawn = house.visas.find(visa.id()).orElseThrow();
        assertThat(VisaContent.text(withdrawn.facts()))
                .contains("\"reasonCodes\":[\"holder-duties\",\"vulnerability\"],\"since\"");
        assertThat(VisaContent.parse(VisaContent.text(withdrawn.facts()))).isEqualTo(withdrawn.facts());
        assertThat(house.proposals.find(proposal.id()).orElseThrow().proposal().content())
                .isEqualTo(proposal.content());
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void two_officers_deciding_at_once_decide_once_and_the_other_hears_what_changed(Database database)
            throws Exception {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Optional<LocalDate> end = Optional.of(LocalDate.parse("2026-06-20").minusDays(i));
            proposals.add(house.deciding.propose(CERTIFIER, matters.about(DecisionKind.SUSPEND, visa, end)));
        }
        ExecutorService officers = Executors.newFixedThreadPool(4);
        List<Refusal> heard = new ArrayList<>();
        try {
            List<Callable<Optional<Refusal>>> approvals = new ArrayList<>();
            for (int i = 0; i < proposals.size(); i++) {
                Proposal proposal = proposals.get(i);
                Actor officer = i % 2 == 0 ? DECIDER : SECOND_DECIDER;
                approvals.add(() -> {
                    try {
                        house.deciding.approve(officer, proposal.id(), proposal.digest(), "Vu.");
                        return Optional.empty();
                    } catch (Refused refused) {
                        return Optional.of(refused.refusal());
                    }
                });
            }
            for (Future<Optional<Refusal>> answer : officers.invokeAll(approvals)) {
                answer.get().ifPresent(heard::add);
            }
        } finally {
            officers.shutdownNow();
        }

        assertThat(heard).hasSize(3).allSatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo("concurrent-change");
            assertThat(refusal.details())
                    .containsEntry("seen", "1")
                    .containsEntry("current", "2")
                    .containsEntry("changed", "statuses");
        });
        assertThat(house.visas.versions(visa.id())).hasSize(2);
        assertThat(house.sql.number("select count(*) from journal where kind = 'decision-made'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_proposed_is_not_proposed_by_them_again_before_it_ended(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        DecisionContent content = matters.about(DecisionKind.WITHDRAW, visa, Optional.empty());
        Proposal proposal = house.deciding.propose(CERTIFIER, content);

        Refusal repeated =
                refusal(() -> house.deciding.propose(CERTIFIER, content)).refusal();
        assertThat(repeated.code()).isEqualTo("proposal-repeated");
        assertThat(repeated.details()).containsEntry("proposal", proposal.id().toString());
        house.deciding.reject(DECIDER, proposal.id(), proposal.digest(), "Non.");
        assertThat(house.deciding.propose(CERTIFIER, content).id()).isNotEqualTo(proposal.id());
    }

    @ParameterizedTest
    @EnumSource
    void of_two_answers_to_one_proposal_the_second_hears_who_gave_the_first_and_when(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Proposal proposal =
                house.deciding.propose(CERTIFIER, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()));
        house.deciding.reject(DECIDER, proposal.id(), proposal.digest(), "Non.");

        assertThat(refusal(() -> house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu."))
                        .refusal()
                        .details())
                .containsEntry("state", "rejected")
                .containsEntry("by", DECIDER.name())
                .containsEntry("at", house.clock.instant().toString());
    }

    @ParameterizedTest
    @EnumSource
    void who_acts_on_a_dossier_as_it_was_hears_what_became_different(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier seen = matters.submitted();
        Dossier admitted = matters.step(CERTIFIER, seen, "admit");
        house.handling.assign(CERTIFIER, admitted.id(), seen(admitted), List.of(matters.arvor()));

        assertThat(refusal(() -> matters.step(CERTIFIER, seen, "admit"))
                        .refusal()
                        .details())
                .containsEntry("seen", Long.toString(seen.version()))
                .containsEntry("changed", "history/involved, history/stages, laboratories");
        assertThat(refusal(() -> house.handling.takeStep(
                                CERTIFIER, seen.id(), OptionalLong.of(99), "admit", Optional.empty()))
                        .refusal()
                        .details())
                .as("a version that never was")
                .containsOnlyKeys("seen", "current");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_23_numbers_follow_one_another_and_a_refused_decision_takes_none(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();

        assertThat(matters.granted(arvor).facts().reference().text()).isEqualTo("EUCC-9990-2026-0001");
        Dossier ready = matters.ready(arvor);
        Proposal stale = house.deciding.propose(DECIDER, matters.grant(ready));
        matters.deposit(CERTIFIER, ready, "CERTIFICATION_REPORT");
        assertThat(refused(() -> house.deciding.approve(SECOND_DECIDER, stale.id(), stale.digest(), "Vu.")))
                .isEqualTo("concurrent-change");

        assertThat(matters.granted(arvor).facts().reference().text()).isEqualTo("EUCC-9990-2026-0002");
        house.clock.set("2027-01-04T08:00:00Z");
        assertThat(matters.granted(arvor).facts().reference().text()).isEqualTo("EUCC-9990-2027-0001");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_23_what_follows_a_certificate_keeps_the_year_of_the_first_one_of_the_scheme(Database database) {
        House house = house(database);
        house.importCsv("""
                family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed
                common-criteria,cc-fr,2002-535,ANSSI-CC-2025/91,Halcyon Cards,Halcyon Card OS,4.0,EAL4,SMART_CARDS,2025-12-01,2029-12-01,in-force,yes
                """, false);
        Visa national = house.visas.latest(1).get(0);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa first = matters.granted(arvor);
        house.clock.set("2027-03-01T08:00:00Z");

        assertThat(granted(house, matters.grant(matters.reevaluated(first, arvor))))
                .as("of the year before")
                .isEqualTo("EUCC-9990-2026-0002");
        assertThat(granted(house, matters.grant(matters.reevaluated(national, arvor))))
                .as("the first of the European scheme")
                .isEqualTo("EUCC-9990-2027-0001");
    }

    private static String granted(House house, DecisionContent content) {
        Proposal proposal = house.deciding.propose(DECIDER, content);
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow()
                .facts()
                .reference()
                .text();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_31_a_reissue_withdraws_the_former_certificate_in_the_same_act(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa former = matters.granted(arvor);
        house.clock.set("2027-03-01T08:00:00Z");
        Dossier reassessed = matters.reassessed(former, arvor);
        assertThat(refused(() -> house.deciding.propose(DECIDER, matters.grant(reassessed))))
                .isEqualTo("decision-not-open");
        Proposal proposal = house.deciding.propose(DECIDER, matters.reissue(reassessed, former));
        long before = house.journal.size();

        Visa newer = house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();

        assertThat(newer.id()).isNotEqualTo(former.id());
        assertThat(status(house, former, "2027-03-01")).isEqualTo(VisaStatus.WITHDRAWN);
        assertThat(status(house, former, "2027-02-28")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(status(house, newer, "2027-03-01")).isEqualTo(VisaStatus.IN_FORCE);
        // The number keeps the year of the first certificate (invariant 23).
        assertThat(newer.facts().reference().text()).isEqualTo("EUCC-9990-2026-0002");
        assertThat(house.sql.list(
                        "select kind from journal where position >= ? order by position",
                        row -> row.getString(1),
                        before))
                .containsExactly(
                        "visa-changed", "visa-recorded", "certificate-issued", "dossier-acted", "decision-made");
        assertThat(house.comparing.compare(AUDITOR).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_47_a_visa_whose_base_is_gone_is_flagged_and_never_withdrawn_by_itself(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa chip = matters.granted(arvor);
        Visa passport = matters.grantedOn(chip, arvor);
        assertThat(house.reviewing.today(AUDITOR)).isEmpty();
        assertThat(refused(() -> house.reviewing.today(VENDOR))).isEqualTo("role-missing");

        Visa suspended = decide(house, CERTIFIER, DECIDER, matters, DecisionKind.SUSPEND, chip, "2026-06-20");
        house.clock.set("2026-05-13T08:00:00Z");
        assertThat(impacts(house)).containsExactly("EUCC-9990-2026-0002 base-suspended EUCC-9990-2026-0001");
        decide(house, CERTIFIER, DECIDER, matters, DecisionKind.WITHDRAW, suspended, "2026-06-20");
        assertThat(impacts(house)).containsExactly("EUCC-9990-2026-0002 base-withdrawn EUCC-9990-2026-0001");

        assertThat(house.visas.find(passport.id())).contains(passport);
        assertThat(status(house, passport, "2026-05-13")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(house.comparing.compare(AUDITOR).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_05_granted_visas_of_a_laboratory_that_lost_a_title_are_listed_for_review(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa visa = matters.granted(arvor);
        assertThat(impacts(house)).isEmpty();

        house.keeping.suspend(
                Matters.SUPERVISOR,
                arvor,
                OptionalLong.empty(),
                "AUTHORISATION",
                new org.sceau.registry.domain.laboratory.Suspension(
                        LocalDate.parse("2026-05-12"), Optional.empty(), "audit"));

        assertThat(impacts(house)).containsExactly("EUCC-9990-2026-0001 lab-authorisation-suspended -");
        assertThat(house.visas.find(visa.id())).contains(visa);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_05_a_title_restricted_below_need_stops_running_dossiers_and_lists_granted_visas(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa visa = matters.granted(arvor);
        Dossier ready = matters.ready(arvor);
        var upTo4 = restriction("2026-05-14", 4);
        assertThat(refused(() -> house.keeping.restrict(DECIDER, arvor, OptionalLong.empty(), "AUTHORISATION", upTo4)))
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.keeping.restrict(
                        Matters.SUPERVISOR,
                        arvor,
                        OptionalLong.empty(),
                        "AUTHORISATION",
                        restriction("2026-05-14", 5))))
                .isEqualTo("restriction-not-narrower");

        house.keeping.restrict(Matters.SUPERVISOR, arvor, OptionalLong.empty(), "AUTHORISATION", upTo4);

        house.clock.set("2026-05-13T08:00:00Z");
        assertThat(impacts(house)).isEmpty();
        house.clock.set("2026-05-14T08:00:00Z");
        assertThat(impacts(house)).containsExactly("EUCC-9990-2026-0001 lab-scope-van -");
        assertThat(house.visas.find(visa.id())).contains(visa);
        assertThat(refused(() -> house.deciding.propose(DECIDER, matters.grant(ready))))
                .isEqualTo("lab-scope-van");

        house.keeping.restore(
                Matters.SUPERVISOR, arvor, OptionalLong.empty(), "AUTHORISATION", LocalDate.parse("2026-05-20"));
        house.clock.set("2026-05-20T08:00:00Z");
        assertThat(impacts(house)).isEmpty();
        assertThat(house.deciding
                        .propose(DECIDER, matters.grant(ready))
                        .content()
                        .kind())
                .isEqualTo(DecisionKind.GRANT);
        assertThat(house.sql.list(
                        "select entry from journal where kind = 'laboratory-changed' order by position desc",
                        row -> row.getString(1)))
                .first()
                .asString()
                .contains("\"restored\":\"AUTHORISATION\"")
                .as("the clause that asks for such a title")
                .contains("\"grounds\":[\"Implementing Regulation (EU) 2024/482, Art. 22(1), 22(5)\"");
        assertThat(house.comparing.compare(AUDITOR).differences()).isEmpty();
    }

    /** Of what Arvor is entitled to, up to an AVA_VAN component. */
    private static org.sceau.registry.domain.laboratory.Restriction restriction(String from, int van) {
        return new org.sceau.registry.domain.laboratory.Restriction(
                LocalDate.parse(from),
                Optional.empty(),
                Matters.title(
                                org.sceau.registry.domain.scheme.duty.Competence.Title.AUTHORISATION,
                                java.util.OptionalInt.of(van))
                        .coverage(),
                "audit");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_38_a_change_of_status_tells_who_in_which_role_when_and_on_which_ground(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Visa suspended = decide(house, CERTIFIER, DECIDER, matters, DecisionKind.SUSPEND, visa, "2026-06-20");

        String entry = house.sql
                .one(
                        "select entry from journal where kind = 'decision-made' and subject = ? order by position desc"
                                + " fetch first 1 rows only",
                        row -> row.getString(1),
                        "visa:" + visa.id())
                .orElseThrow();
        assertThat(entry)
                .contains("\"at\":\"2026-05-12T08:00:00Z\"")
                .contains("\"roles\":[\"decider\"]")
                .contains("\"decision\":\"suspend\"")
                .contains("\"effective\":\"2026-05-12\"")
                .contains("Art. 30")
                .contains("\"reasons\":\"Motifs.\"")
                .doesNotContain("marc.tual");
        assertThat(house.sql.list(
                        "select plaintext from journal_secret where name = 'decision' order by position desc",
                        row -> row.getString(1)))
                .first()
                .asString()
                .contains("claire.morvan")
                .contains("marc.tual");
        assertThat(suspended.facts().statuses())
                .startsWith(visa.facts().statuses().toArray(new org.sceau.registry.domain.visa.StatusChange[0]));
    }

    /** Scenario S10, the form that is too late. */
    @ParameterizedTest
    @EnumSource
    void invariant_21_a_scheme_that_is_closed_opens_no_dossier_and_names_the_next_one(Database database) {
        House house = house(database);
        house.clock.set("2025-03-03T08:00:00Z");
        var late = new org.sceau.registry.application.submitting.OpenDossier.Request(
                org.sceau.registry.domain.scheme.SchemeVersionId.of("cc-fr", "2002-535"),
                org.sceau.registry.domain.scheme.vocabulary.DossierKind.INITIAL,
                Optional.empty(),
                Matters.card(2),
                Optional.empty(),
                Optional.empty(),
                List.of());

        Refused closed = refusal(() -> house.opening.open(VENDOR, late));

        assertThat(closed.refusal().code()).isEqualTo("scheme-closed");
        assertThat(closed.refusal().details().get("convert-to")).isEqualTo("eucc-2025-01-08");
        house.clock.set("2026-03-05T08:00:00Z");
        assertThat(refusal(() -> house.opening.open(VENDOR, late))
                        .refusal()
                        .details()
                        .get("convert-to"))
                .as("the text that was replaced meanwhile opens none either")
                .isEqualTo("eucc-2025-12-29");
        assertThat(house.count("dossier")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_visa_is_changed_by_the_rules_of_its_own_scheme_alone(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Dossier profiles =
                matters.following(visa, SchemeVersionId.of("eucc-pp", "2025-12-29"), DossierKind.REASSESSMENT);

        Refused refused = refusal(() ->
                house.deciding.propose(DECIDER, matters.about(DecisionKind.CONFIRM, profiles, visa, Optional.empty())));

        assertThat(refused.refusal().code()).isEqualTo("decision-other-scheme");
        assertThat(refused.refusal().details())
                .containsEntry("scheme", "eucc-pp-2025-12-29")
                .containsEntry("visa-scheme", "eucc-2025-12-29");
        assertThat(house.visas.versions(visa.id())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_follow_up_that_can_only_leave_the_visa_as_it_is_opens_under_its_own_scheme(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        SchemeVersionId national = SchemeVersionId.of("cc-fr", "2002-535");

        for (DossierKind kind : List.of(DossierKind.MAINTENANCE, DossierKind.SURVEILLANCE)) {
            Refused refused = refusal(() -> matters.following(visa, national, kind));
            assertThat(refused.refusal().code()).isEqualTo("follow-up-other-scheme");
            assertThat(refused.refusal().details()).containsEntry("visa-scheme", "eucc-2025-12-29");
        }
        SchemeVersionId own = SchemeVersionId.of("eucc", "2025-12-29");
        assertThat(matters.following(visa, own, DossierKind.MAINTENANCE)
                        .opening()
                        .about())
                .contains(visa.id());
    }

    @ParameterizedTest
    @EnumSource
    void invariant_21_a_follow_up_that_asks_for_a_new_visa_opens_under_no_version_that_is_closed(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        SchemeVersionId former = SchemeVersionId.of("eucc", "2025-01-08");
        SchemeVersionId national = SchemeVersionId.of("cc-fr", "2002-535");

        assertThat(refused(() -> matters.following(visa, national, DossierKind.REEVALUATION)))
                .isEqualTo("scheme-closed");
        assertThat(refused(() -> matters.following(visa, former, DossierKind.RENEWAL)))
                .isEqualTo("scheme-closed");
        assertThat(refused(() -> matters.following(visa, former, DossierKind.MAINTENANCE)))
                .as("rules that were replaced before the visa was granted")
                .isEqualTo("scheme-closed");
        assertThat(refused(() -> matters.following(visa, former, DossierKind.REASSESSMENT)))
                .as("it may end in a new certificate")
                .isEqualTo("scheme-closed");
        SchemeVersionId own = SchemeVersionId.of("eucc", "2025-12-29");
        assertThat(matters.following(visa, own, DossierKind.MAINTENANCE).stage())
                .isEqualTo("draft");
    }

    @ParameterizedTest
    @EnumSource
    void what_gives_a_visa_more_than_was_evaluated_needs_a_dossier(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());

        for (DecisionKind kind : List.of(DecisionKind.MAINTAIN, DecisionKind.PROLONG, DecisionKind.EXTEND_SCOPE)) {
            assertThat(refused(() -> house.deciding.propose(DECIDER, matters.about(kind, visa, day("2032-01-01")))))
                    .as("%s", kind)
                    .isEqualTo("decision-needs-dossier");
        }
        assertThat(house.visas.versions(visa.id())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_05_no_day_of_before_makes_up_for_what_is_missing_today(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Dossier ready = matters.ready(arvor);
        house.clock.set("2026-05-14T08:00:00Z");
        house.keeping.suspend(
                Matters.SUPERVISOR,
                arvor,
                OptionalLong.empty(),
                "AUTHORISATION",
                new org.sceau.registry.domain.laboratory.Suspension(
                        LocalDate.parse("2026-05-13"), Optional.empty(), "audit"));

        for (String effective : List.of("2026-05-12", "2026-05-14")) {
            DecisionContent content = Matters.from(LocalDate.parse(effective), matters.grant(ready));
            assertThat(refused(() -> house.deciding.propose(DECIDER, content)))
                    .as("granted as of %s", effective)
                    .isEqualTo("lab-authorisation-suspended");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_last_stage_is_entered_on_the_day_of_the_act_whatever_day_the_decision_holds_from(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        Proposal proposal =
                house.deciding.propose(DECIDER, Matters.from(LocalDate.parse("2026-05-20"), matters.grant(ready)));
        Visa visa = house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();

        assertThat(visa.facts().validity().firstDay()).isEqualTo("2026-05-20");
        assertThat(house.dossiers
                        .leadingTo(visa.id())
                        .orElseThrow()
                        .dossier()
                        .history()
                        .stage()
                        .day())
                .isEqualTo("2026-05-12");
    }

    @ParameterizedTest
    @EnumSource
    void the_database_refuses_a_decision_of_one_person_and_every_change_of_what_was_decided(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(matters.ready(matters.arvor())));
        String row = " where id = '" + proposal.id() + "'";

        assertThatThrownBy(() -> house.sql.update("update proposal set approver = '" + DECIDER.name() + "'" + row))
                .as("a row by which one person proposed and approved")
                .isInstanceOf(RuntimeException.class);

        house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.");
        assertThat(house.sql.one(
                        "select proposer, approver from proposal" + row,
                        one -> one.getString(1) + " " + one.getString(2)))
                .contains(DECIDER.name() + " " + SECOND_DECIDER.name());
        for (String change : List.of("state = 'OPEN'", "approver = 'somebody'", "content = '{}'")) {
            assertThatThrownBy(() -> house.sql.update("update proposal set " + change + row))
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void four_eyes_are_those_of_somebody_who_had_no_part_in_the_dossier(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        Actor certifierToo =
                new Actor(CERTIFIER.name(), CERTIFIER.organisation(), java.util.Set.of(Role.CERTIFIER, Role.DECIDER));

        assertThat(refused(() -> house.deciding.approve(certifierToo, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("approver-involved");
        assertThat(house.count("visa")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void four_eyes_on_a_visa_are_those_of_somebody_who_had_no_part_in_the_dossier_that_led_to_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Actor certifierToo =
                new Actor(CERTIFIER.name(), CERTIFIER.organisation(), Set.of(Role.CERTIFIER, Role.DECIDER));
        LocalDate end = LocalDate.parse("2026-06-20");

        for (DecisionContent content : List.of(
                matters.about(DecisionKind.SUSPEND, visa, Optional.of(end)),
                matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()),
                Matters.correcting(matters.about(DecisionKind.CORRECT, visa, Optional.empty()), "4.1.1"))) {
            Proposal proposal = house.deciding.propose(DECIDER, content);

            assertThat(refused(() -> house.deciding.approve(certifierToo, proposal.id(), proposal.digest(), "Vu.")))
                    .as(content.kind().code())
                    .isEqualTo("approver-involved");
            assertThat(house.visas.find(visa.id())).contains(visa);
        }

        // Who gave the second word to the grant took no other part in it.
        Proposal proposal = house.deciding.propose(
                DECIDER, matters.about(DecisionKind.SUSPEND, visa, Optional.of(end.minusDays(1))));
        Visa suspended = house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
        assertThat(suspended.version()).isGreaterThan(visa.version());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_reissued_with_the_same_scope_is_the_same(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa visa = matters.granted(arvor);
        Dossier weaker = matters.reassessed(visa, arvor, Matters.card(2));

        assertThat(refused(() -> house.deciding.propose(DECIDER, matters.reissue(weaker, visa))))
                .isEqualTo("scope-not-same");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_24_a_version_is_maintained_or_corrected_by_its_name_alone(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Dossier change = matters.following(visa, visa.facts().scheme(), DossierKind.MAINTENANCE);
        DecisionContent correction =
                Matters.correcting(matters.about(DecisionKind.CORRECT, visa, Optional.empty()), "4.1 et supérieures");

        assertThat(refused(() -> house.deciding.propose(DECIDER, correction))).isEqualTo("version-not-exact");
        assertThat(change.application().subject().versions()).contains("4.1.0");
        assertThat(refused(() -> house.deciding.propose(
                        DECIDER, matters.about(DecisionKind.MAINTAIN, change, visa, Optional.empty()))))
                .as("4.1.1, of a dossier about 4.1.0")
                .isIn("grant-beyond-application", "decision-not-open");
    }

    @ParameterizedTest
    @EnumSource
    void what_has_no_history_of_days_changes_on_no_day_to_come(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Dossier change = matters.following(visa, SchemeVersionId.of("eucc", "2025-12-29"), DossierKind.MAINTENANCE);
        DecisionContent today = matters.about(DecisionKind.MAINTAIN, change, visa, Optional.empty());
        DecisionContent tomorrow = Matters.from(today.effective().plusDays(1), today);

        assertThat(refused(() -> house.deciding.propose(DECIDER, tomorrow))).isEqualTo("decision-day");
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_is_answered_as_it_was_known(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier opened = matters.opened();
        Instant then = house.clock.instant();
        house.clock.set("2026-05-13T08:00:00Z");
        Dossier later = matters.deposit(VENDOR, opened, "APPLICATION");

        assertThat(house.handling.read(VENDOR, opened.id(), Optional.of(then)).dossier())
                .isEqualTo(opened);
        assertThat(house.handling
                        .read(VENDOR, opened.id(), Optional.of(house.clock.instant()))
                        .dossier())
                .isEqualTo(later);
        assertThat(refused(() ->
                        house.handling.read(VENDOR, opened.id(), Optional.of(Instant.parse("2026-05-11T08:00:00Z")))))
                .isEqualTo("dossier-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_48_nothing_of_a_dossier_stands_in_the_open_part_of_the_journal(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier dossier = matters.submitted();

        List<String> open =
                house.sql.list("select entry from journal where kind = 'dossier-acted'", row -> row.getString(1));
        assertThat(open).hasSize((int) dossier.version());
        assertThat(open)
                .allSatisfy(entry -> assertThat(entry)
                        .doesNotContain(dossier.id().toString())
                        .doesNotContain(dossier.opening().number())
                        .doesNotContain("Halcyon")
                        .doesNotContain("submit"));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_48_a_dossier_that_was_not_granted_is_in_no_catalogue(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        matters.ready(matters.arvor());
        house.catalogue.open();

        assertThat(found(house, "Halcyon", Set.of(), "2026-05-12")).isEmpty();
        house.closeIndex();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_52_suspended_withdrawn_and_ended_visas_stay_findable_with_their_status(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa suspended = matters.granted(arvor);
        Visa withdrawn = matters.granted(arvor);
        Visa ended = matters.granted(arvor);
        decide(house, CERTIFIER, DECIDER, matters, DecisionKind.SUSPEND, suspended, "2026-06-20");
        decide(house, CERTIFIER, DECIDER, matters, DecisionKind.WITHDRAW, withdrawn, "2026-06-20");
        house.catalogue.open();

        assertThat(found(house, "Halcyon", Set.of(VisaStatus.SUSPENDED), "2026-05-13"))
                .containsExactly(suspended.slug().value());
        assertThat(found(house, "Halcyon", Set.of(VisaStatus.WITHDRAWN), "2026-05-13"))
                .containsExactly(withdrawn.slug().value());
        assertThat(found(house, "Halcyon", Set.of(VisaStatus.EXPIRED), "2031-05-13"))
                .contains(ended.slug().value());
        assertThat(found(house, "Halcyon", Set.of(), "2026-05-13")).hasSize(3);
        house.closeIndex();
    }

    @ParameterizedTest
    @EnumSource
    void the_database_itself_refuses_to_rewrite_what_happened(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        house.deciding.propose(DECIDER, matters.grant(ready));

        for (String table : List.of("dossier_version", "laboratory_version", "proposal_version")) {
            assertThatThrownBy(() ->
                            house.database.inNew(() -> house.sql.update("update " + table + " set content = 'x'")))
                    .as("update of " + table)
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> house.database.inNew(() -> house.sql.update("delete from " + table)))
                    .as("delete from " + table)
                    .isInstanceOf(RuntimeException.class);
            assertThat(house.count(table)).isPositive();
        }
    }

    private static Visa decide(
            House house, Actor proposer, Actor approver, Matters matters, DecisionKind kind, Visa visa, String until) {
        Proposal proposal = house.deciding.propose(proposer, matters.about(kind, visa, day(until)));
        return house.deciding
                .approve(approver, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static List<String> found(House house, String text, Set<VisaStatus> statuses, String day) {
        return house
                .catalogue
                .search(new CatalogueQuery(
                        text,
                        Set.of(),
                        Set.of(),
                        statuses,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        LocalDate.parse(day),
                        CatalogueQuery.Sort.RELEVANCE,
                        1,
                        50))
                .rows()
                .stream()
                .map(visa -> visa.slug().value())
                .toList();
    }

    private static List<String> impacts(House house) {
        return house.reviewing.today(AUDITOR).stream()
                .map(impact -> impact.visa().slug() + " " + impact.reason() + " "
                        + impact.other().map(other -> other.slug().toString()).orElse("-"))
                .toList();
    }

    private static VisaStatus status(House house, Visa visa, String day) {
        return house.visas
                .find(visa.id())
                .orElseThrow()
                .facts()
                .statusOn(LocalDate.parse(day), VisaStatus.EXPIRED)
                .status();
    }

    private static Optional<LocalDate> day(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted");
    }

    private static String refused(ThrowingCallable act) {
        return refusal(act).refusal().code();
    }
}
