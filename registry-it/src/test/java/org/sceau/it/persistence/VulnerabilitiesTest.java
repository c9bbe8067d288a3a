package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.application.surveilling.Vulnerabilities;
import org.sceau.registry.application.surveilling.VulnerabilitySight;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Clock;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.Description;
import org.sceau.registry.domain.vulnerability.Source;
import org.sceau.registry.domain.vulnerability.TriggerKind;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/** Vulnerabilities from the report to the withdrawal, through the use cases, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VulnerabilitiesTest {
    private static final Actor HANDLER =
            new Actor("y.prigent", "Autorité de démonstration", Set.of(Role.COMPLAINT_HANDLER));
    private static final Actor SECOND_HANDLER =
            new Actor("s.econd", "Autorité de démonstration", Set.of(Role.COMPLAINT_HANDLER));
    /** Words that stand nowhere but where they are planted. */
    private static final String HOW = "zorglub-glitch-at-cycle-4242";

    private static final String WHO = "Guenole-Tanguy-Kerpoulzic";
    static final Description CLOCK_GLITCH = new Description(
            "Dérive de l’horloge",
            "La puce accepte une horloge hors de ses bornes.",
            Optional.of("La clé de signature n’est plus protégée."),
            Optional.of("Les produits composés sont touchés."),
            Optional.empty());

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-04-07T08:00:00Z");
        return house;
    }

    private static ReportVulnerability.Request report(Source source, VisaId... visas) {
        return new ReportVulnerability.Request(
                source, new HashSet<>(Arrays.asList(visas)), CLOCK_GLITCH, Optional.empty());
    }

    private static VulnerabilityRecord reported(House house, Visa visa) {
        return house.reporting.report(VENDOR, report(Source.HOLDER, visa.id())).record();
    }

    private static VulnerabilityRecord judged(
            House house, Actor by, VulnerabilityRecord record, boolean residual, boolean remediable) {
        return house.surveilling
                .assess(by, record.id(), seen(record), true, Optional.of(residual), Optional.of(remediable), "Analyse.")
                .record();
    }

    private static OptionalLong seen(VulnerabilityRecord record) {
        return OptionalLong.of(record.version());
    }

    private static Visa withdrawn(House house, Matters matters, Visa visa) {
        Proposal proposal =
                house.deciding.propose(CERTIFIER, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()));
        return house.deciding
                .approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static Clock.State state(House house, VulnerabilityRecord record, String clock) {
        VulnerabilitySight sight = house.watching.one(AUDITOR, record.id(), Optional.empty());
        return sight.clocks().stream()
                .filter(one -> one.rule().id().equals(clock))
                .findFirst()
                .orElseThrow()
                .stateAt(sight.at());
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_record_and_one_that_is_not_there_answer_alike(Database database) {
        House house = house(database);
        Visa visa = new Matters(house).granted(new Matters(house).arvor());
        VulnerabilityRecord record = reported(house, visa);
        VulnerabilityId nowhere = new VulnerabilityId(UUID.randomUUID());

        for (Actor stranger : List.of(OTHER_VENDOR, OTHER_EVALUATOR, EVALUATOR)) {
            for (VulnerabilityId id : List.of(record.id(), nowhere)) {
                assertThat(refused(() -> house.watching.one(stranger, id, Optional.empty())))
                        .isEqualTo("vulnerability-unknown");
                assertThat(refused(() -> house.notifying.of(stranger, id))).isEqualTo("vulnerability-unknown");
                for (Compartment compartment : Compartment.values()) {
                    assertThat(refused(() -> house.compartments.read(stranger, id, compartment)))
                            .isEqualTo("vulnerability-unknown");
                    assertThat(refused(
                                    () -> house.compartments.write(stranger, id, compartment, OptionalLong.of(0), "x")))
                            .isEqualTo("vulnerability-unknown");
                    assertThat(refused(() -> house.compartments.name(stranger, id, compartment, "x")))
                            .isEqualTo("vulnerability-unknown");
                }
            }
            assertThat(house.watching.page(stranger, Optional.empty(), 50)).isEmpty();
            assertThat(house.watching.page(stranger, Optional.of(record.number()), 50))
                    .isEmpty();
        }
        assertThat(refused(() -> house.surveilling.assess(
                        OTHER_VENDOR, record.id(), seen(record), false, Optional.empty(), Optional.empty(), "x")))
                .isEqualTo("vulnerability-unknown");
        assertThat(house.watching.page(VENDOR, Optional.empty(), 50)).hasSize(1);
        assertThat(house.watching.page(AUDITOR, Optional.empty(), 50)).hasSize(1);
        assertThat(house.watching.one(VENDOR, record.id(), Optional.empty()).record())
                .isEqualTo(record);
        assertThat(house.count("vulnerability_version")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_reports_what_is_not_there_or_not_for_them_and_no_number_is_lost(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        house.importCsv("""
                family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed
                common-criteria,eucc,2025-12-29,EUCC-3090-2026-0950,Brume Télécom,Routeur,1.0,SUBSTANTIAL,NETWORK,2026-01-12,2030-01-12,in-force,yes
                """, false);
        Visa router = house.visas.latest(1).get(0);
        Actor inside = new Actor("h.older", "Halcyon Cards", Set.of(Role.CERTIFIER));

        assertThat(refused(() -> house.reporting.report(VENDOR, report(Source.HOLDER, new VisaId(UUID.randomUUID())))))
                .isEqualTo("visa-unknown");
        assertThat(refused(() -> house.reporting.report(OTHER_VENDOR, report(Source.HOLDER, visa.id()))))
                .isEqualTo("not-a-party");
        // Whether two visas share a holder is not told to somebody who is a party of neither or of one alone.
        assertThat(refused(() -> house.reporting.report(OTHER_VENDOR, report(Source.HOLDER, visa.id(), router.id()))))
                .isEqualTo("not-a-party");
        assertThat(refused(() -> house.reporting.report(VENDOR, report(Source.HOLDER, visa.id(), router.id()))))
                .isEqualTo("not-a-party");
        assertThat(refused(() -> house.reporting.report(VENDOR, report(Source.OWN_FINDING, visa.id()))))
                .isEqualTo("vulnerability-source");
        assertThat(refused(() -> house.reporting.report(CERTIFIER, report(Source.OWN_FINDING, visa.id(), router.id()))))
                .isEqualTo("vulnerability-several-holders");
        assertThat(refused(() -> house.reporting.report(inside, report(Source.OWN_FINDING, visa.id()))))
                .isEqualTo("vulnerability-of-own-house");
        assertThat(refused(() -> house.reporting.report(AUDITOR, report(Source.OWN_FINDING, visa.id()))))
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.reporting.report(
                        VENDOR,
                        new ReportVulnerability.Request(
                                Source.HOLDER,
                                Set.of(visa.id()),
                                CLOCK_GLITCH,
                                Optional.of(Instant.parse("2026-04-07T08:00:01Z"))))))
                .isEqualTo("trigger-in-the-future");
        assertThat(house.count("vulnerability")).isZero();

        assertThat(reported(house, visa).number()).isEqualTo("V-2026-001");
        VulnerabilityRecord byLaboratory = house.reporting
                .report(OTHER_EVALUATOR, report(Source.LABORATORY, visa.id()))
                .record();
        assertThat(byLaboratory.number()).isEqualTo("V-2026-002");
        assertThat(house.watching
                        .one(OTHER_EVALUATOR, byLaboratory.id(), Optional.empty())
                        .record())
                .isEqualTo(byLaboratory);
    }

    @ParameterizedTest
    @EnumSource
    void a_record_answers_as_it_was_known_and_its_versions_are_never_rewritten(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        VulnerabilityRecord first = reported(house, matters.granted(matters.arvor()));
        house.clock.set("2026-04-08T08:00:00Z");
        VulnerabilityRecord second = judged(house, CERTIFIER, first, false, true);

        assertThat(refused(() -> house.surveilling.happened(
                        VENDOR,
                        first.id(),
                        seen(first),
                        TriggerKind.FIX_AVAILABLE,
                        house.clock.instant(),
                        Optional.empty(),
                        false)))
                .isEqualTo("concurrent-change");
        assertThat(house.watching
                        .one(VENDOR, first.id(), Optional.of(Instant.parse("2026-04-07T20:00:00Z")))
                        .record())
                .isEqualTo(first);
        assertThat(refused(() ->
                        house.watching.one(VENDOR, first.id(), Optional.of(Instant.parse("2026-04-07T07:00:00Z")))))
                .isEqualTo("vulnerability-unknown");
        assertThat(house.watching.one(VENDOR, first.id(), Optional.empty()).record())
                .isEqualTo(second);
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(second), VulnerabilityRecord.class))
                .isEqualTo(second);
        for (String rewriting :
                List.of("update vulnerability_version set version = 9", "delete from vulnerability_version")) {
            assertThatThrownBy(() -> house.sql.update(rewriting)).isInstanceOf(RuntimeException.class);
        }
    }

    /** Scenario S18, through the use cases. */
    @ParameterizedTest
    @EnumSource
    void a_vulnerability_that_nothing_helps_leaves_the_withdrawal_and_everybody_is_told(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa chip = matters.granted(arvor);
        Visa card = matters.grantedOn(chip, arvor);
        Visa passport = matters.grantedOn(chip, arvor);
        VulnerabilityRecord record = reported(house, chip);
        house.compartments.write(VENDOR, record.id(), Compartment.EXPLOITATION, OptionalLong.of(0), HOW);
        record = judged(house, VENDOR, record, false, false);
        VulnerabilityId id = record.id();

        assertThat(refused(() ->
                        house.deciding.propose(DECIDER, matters.about(DecisionKind.CONFIRM, chip, Optional.empty()))))
                .isEqualTo("vuln-35-6");
        VulnerabilityRecord before = record;
        assertThat(refused(() -> house.surveilling.close(CERTIFIER, id, seen(before), "Sans suite.")))
                .isEqualTo("vulnerability-withdrawal-pending");
        assertThat(state(house, record, "withdrawal")).isEqualTo(Clock.State.RUNNING);

        withdrawn(house, matters, chip);

        assertThat(house.visas
                        .find(chip.id())
                        .orElseThrow()
                        .facts()
                        .statusOn(house.calendar.today(), VisaStatus.EXPIRED)
                        .status())
                .isEqualTo(VisaStatus.WITHDRAWN);
        List<Vulnerabilities.Told> told = house.notifying.of(CERTIFIER, id);
        assertThat(told.stream().map(one -> one.notice().to()))
                .containsExactlyInAnyOrder(
                        Addressee.HOLDER,
                        Addressee.NCCA,
                        Addressee.ENISA,
                        Addressee.DEPENDENT_HOLDERS,
                        Addressee.DEPENDENT_HOLDERS);
        assertThat(told.stream()
                        .filter(one -> one.notice().to() == Addressee.DEPENDENT_HOLDERS)
                        .map(one -> one.notice().visa().orElseThrow()))
                .containsExactlyInAnyOrder(card.id(), passport.id());
        Vulnerabilities.Told toAuthority = told.stream()
                .filter(one -> one.notice().to() == Addressee.NCCA)
                .findFirst()
                .orElseThrow();
        assertThat(toAuthority.content().description()).isEqualTo(CLOCK_GLITCH);
        assertThat(toAuthority.content().decision()).contains("withdraw");
        assertThat(told.stream().map(one -> CanonicalRecord.text(one.notice())))
                .allSatisfy(text -> assertThat(text).doesNotContain(HOW));
        assertThat(state(house, record, "withdrawal")).isEqualTo(Clock.State.MET_IN_TIME);
        assertThat(state(house, record, "body-to-authority")).isEqualTo(Clock.State.MET_IN_TIME);
        assertThat(state(house, record, "public-disclosure")).isEqualTo(Clock.State.RUNNING);
        // One entry and one announcement for each notice, in the act of the decision.
        assertThat(house.sql.number("select count(*) from outbox where topic = 'VULNERABILITY' and detail = '" + id
                        + "' and position > (select max(position) from journal where kind = 'decision-made')"))
                .isEqualTo(6);
        house.surveilling.close(CERTIFIER, id, OptionalLong.empty(), "Retiré.");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_35_every_decision_about_the_visa_but_its_withdrawal_is_refused_at_proposal_and_at_approval(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa visa = matters.granted(arvor);
        Dossier reassessed = matters.reassessed(visa, arvor);
        Proposal early = house.deciding.propose(DECIDER, matters.reissue(reassessed, visa));
        Optional<java.time.LocalDate> later = Optional.of(house.calendar.today().plusDays(20));
        VulnerabilityRecord record = judged(house, CERTIFIER, reported(house, visa), false, false);

        assertThat(refused(() -> house.deciding.approve(SECOND_DECIDER, early.id(), early.digest(), "Vu.")))
                .isEqualTo("vuln-35-6");
        for (DecisionKind kind :
                List.of(DecisionKind.CONFIRM, DecisionKind.MAINTAIN, DecisionKind.SUSPEND, DecisionKind.CORRECT)) {
            DecisionContent content = kind.givesMore()
                    ? matters.about(
                            kind, matters.following(visa, visa.facts().scheme(), DossierKind.MAINTENANCE), visa, later)
                    : matters.about(kind, visa, later);
            assertThat(refused(() -> house.deciding.propose(DECIDER, content)))
                    .as("%s", kind)
                    .isEqualTo("vuln-35-6");
        }
        assertThat(refused(() -> house.deciding.propose(DECIDER, matters.reissue(reassessed, visa))))
                .isEqualTo("vuln-35-6");
        assertThat(refused(() -> house.deciding.propose(DECIDER, matters.grant(reassessed))))
                .as("another visa in its place")
                .isEqualTo("vuln-35-6");
        assertThat(house.visas.find(visa.id())).contains(visa);

        // Only the body or the authority takes it back; then everything is open again.
        judged(house, VENDOR, record, true, true);
        assertThat(refused(() -> house.deciding.propose(DECIDER, matters.about(DecisionKind.SUSPEND, visa, later))))
                .isEqualTo("vuln-35-6");
        VulnerabilityRecord now =
                house.watching.one(AUDITOR, record.id(), Optional.empty()).record();
        VulnerabilityRecord curable = judged(house, SUPERVISOR, now, false, true);
        Proposal suspension = house.deciding.propose(CERTIFIER, matters.about(DecisionKind.SUSPEND, visa, later));
        judged(house, SUPERVISOR, curable, false, false);
        assertThat(refused(() -> house.deciding.approve(DECIDER, suspension.id(), suspension.digest(), "Vu.")))
                .isEqualTo("vuln-35-6");

        Visa gone = withdrawn(house, matters, visa);
        // Nothing is left to withdraw: a mistake of the record can be put right again.
        assertThat(refused(() ->
                        house.deciding.propose(CERTIFIER, matters.about(DecisionKind.CORRECT, gone, Optional.empty()))))
                .isNotEqualTo("vuln-35-6");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_35_is_a_rule_of_the_scheme_and_another_scheme_without_it_decides_as_before(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = nationalCertificate(house);
        VulnerabilityRecord record = house.reporting
                .report(CERTIFIER, report(Source.OWN_FINDING, visa.id()))
                .record();
        judged(house, CERTIFIER, record, false, false);

        Proposal proposal =
                house.deciding.propose(CERTIFIER, matters.about(DecisionKind.ARCHIVE, visa, Optional.empty()));

        assertThat(house.deciding
                        .approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")
                        .visa())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void four_eyes_on_the_end_that_a_vulnerability_asks_for_are_those_of_somebody_who_did_not_judge_it(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Actor judge = new Actor("j.uge", CERTIFIER.organisation(), Set.of(Role.CERTIFIER, Role.DECIDER));
        judged(house, judge, reported(house, visa), false, false);
        Proposal proposal =
                house.deciding.propose(CERTIFIER, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()));

        assertThat(refused(() -> house.deciding.approve(judge, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("approver-involved");
        assertThat(house.visas.find(visa.id())).contains(visa);

        assertThat(house.deciding
                        .approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")
                        .visa())
                .isPresent();
    }

    private static Visa nationalCertificate(House house) {
        house.importCsv("""
                family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed
                common-criteria,cc-fr,2002-535,ANSSI-CC-2025/91,Brume Télécom,Routeur,1.0,EAL4,NETWORK,2025-12-01,2029-12-01,in-force,yes
                """, false);
        return house.visas.latest(1).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_37_a_known_vulnerability_archives_before_the_end_with_its_reason_and_the_visa_stays_visible(
            Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = nationalCertificate(house);
        DecisionContent archived = matters.about(DecisionKind.ARCHIVE, visa, Optional.empty());
        assertThat(refused(() -> house.deciding.propose(CERTIFIER, archived.because(Set.of()))))
                .as("for no known reason")
                .isEqualTo("reason-code-missing");

        Proposal proposal = house.deciding.propose(CERTIFIER, archived.because(Set.of("vulnerability")));
        house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");

        VisaFacts facts = house.visas.find(visa.id()).orElseThrow().facts();
        StatusOnDay today = facts.statusOn(house.calendar.today(), VisaStatus.ARCHIVED);
        assertThat(today.status()).isEqualTo(VisaStatus.ARCHIVED);
        assertThat(today.since()).isEqualTo(house.calendar.today());
        assertThat(today.reason()).isEqualTo(archived.reasons());
        assertThat(today.reasonCodes()).containsExactly("vulnerability");
        assertThat(facts.validity().lastDay()).contains(LocalDate.parse("2029-12-01"));
        assertThat(facts.listed()).as("still public").isTrue();
        assertThat(facts.statusOn(house.calendar.today().minusDays(1), VisaStatus.ARCHIVED)
                        .status())
                .isEqualTo(VisaStatus.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_49_how_to_exploit_it_stands_in_its_row_and_nowhere_else(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa chip = matters.granted(arvor);
        matters.grantedOn(chip, arvor);
        VulnerabilityRecord record = reported(house, chip);
        house.compartments.write(VENDOR, record.id(), Compartment.EXPLOITATION, OptionalLong.of(0), HOW + " v1");
        house.compartments.write(VENDOR, record.id(), Compartment.EXPLOITATION, OptionalLong.of(1), HOW + " v2");
        house.compartments.name(VENDOR, record.id(), Compartment.EXPLOITATION, EVALUATOR.name());
        house.compartments.name(VENDOR, record.id(), Compartment.EXPLOITATION, CERTIFIER.name());
        record = judged(house, VENDOR, record, false, false);
        for (Addressee to : List.of(Addressee.NCCA, Addressee.ENISA, Addressee.HOLDER, Addressee.DEPENDENT_HOLDERS)) {
            record = house.notifying
                    .tell(CERTIFIER, record.id(), seen(record), to, Optional.of("Un correctif n’existe pas."))
                    .record();
        }
        withdrawn(house, matters, chip);

        assertThat(house.compartments
                        .read(CERTIFIER, record.id(), Compartment.EXPLOITATION)
                        .kept()
                        .text())
                .isEqualTo(HOW + " v2");
        assertThat(TablesWith.text(house.superuser(), HOW)).containsExactly("vulnerability_compartment");
        if (database == Database.POSTGRESQL) {
            assertThat(TablesWith.text(house.sql, HOW)).as("not even the house").isEmpty();
        }
        VulnerabilityId id = record.id();
        for (Actor actor : List.of(VENDOR, CERTIFIER, REVIEWER, DECIDER, SUPERVISOR, AUDITOR, HANDLER)) {
            assertThat(CanonicalRecord.text(
                            house.watching.one(actor, id, Optional.empty()).record()))
                    .doesNotContain(HOW);
            assertThat(house.watching.page(actor, Optional.empty(), 200).toString())
                    .doesNotContain(HOW);
            assertThat(house.notifying.of(actor, id).toString()).doesNotContain(HOW);
            assertThat(house.notifying.toMe(actor).toString()).doesNotContain(HOW);
        }
        // What somebody prints by mistake shows nothing either.
        assertThat(house.compartments.read(VENDOR, id, Compartment.EXPLOITATION).toString())
                .doesNotContain(HOW);
        // Only a named handler reads it, each look is audited, and a refusal does not say whether there is anything.
        for (Actor actor : List.of(REVIEWER, DECIDER, SUPERVISOR)) {
            for (Compartment compartment : Compartment.values()) {
                assertThat(refused(() -> house.compartments.read(actor, id, compartment)))
                        .isEqualTo("compartment-unknown");
            }
        }
        assertThat(refused(() -> house.compartments.read(EVALUATOR, id, Compartment.EXPLOITATION)))
                .as("named, and no party of this record")
                .isEqualTo("vulnerability-unknown");
        assertThat(house.sql.number("select count(*) from audit where action = 'open-compartment' and outcome = 'ok'"))
                .isEqualTo(2);
        assertThat(
                        house.sql.number(
                                "select count(*) from audit where action = 'open-compartment' and outcome = 'compartment-unknown'"))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_50_who_reported_in_good_faith_is_seen_by_named_handlers_only(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        VulnerabilityRecord record = house.reporting
                .report(HANDLER, report(Source.GOOD_FAITH_REPORTER, visa.id()))
                .record();
        VulnerabilityId id = record.id();
        assertThat(refused(() -> house.compartments.read(HANDLER, id, Compartment.REPORTER)))
                .isEqualTo("compartment-unknown");
        for (Actor actor : List.of(VENDOR, CERTIFIER, DECIDER, REVIEWER)) {
            assertThat(refused(
                            () -> house.compartments.write(actor, id, Compartment.REPORTER, OptionalLong.of(0), "x")))
                    .isEqualTo("compartment-unknown");
        }

        house.compartments.write(HANDLER, id, Compartment.REPORTER, OptionalLong.of(0), WHO);

        for (Actor actor : List.of(VENDOR, CERTIFIER, DECIDER, REVIEWER, SUPERVISOR, SECOND_HANDLER)) {
            assertThat(refused(() -> house.compartments.read(actor, id, Compartment.REPORTER)))
                    .as("%s", actor)
                    .isEqualTo("compartment-unknown");
            assertThat(refused(
                            () -> house.compartments.write(actor, id, Compartment.REPORTER, OptionalLong.of(1), "x")))
                    .as("%s", actor)
                    .isEqualTo("compartment-unknown");
        }
        for (Actor actor : List.of(AUDITOR, House.ADMINISTRATOR)) {
            assertThat(refused(() -> house.compartments.read(actor, id, Compartment.REPORTER)))
                    .isEqualTo("role-missing");
        }
        for (Actor actor : List.of(VENDOR, CERTIFIER, DECIDER)) {
            assertThat(refused(() -> house.compartments.name(actor, id, Compartment.REPORTER, SECOND_HANDLER.name())))
                    .isEqualTo("compartment-unknown");
        }
        assertThat(refused(() -> house.compartments.name(SUPERVISOR, id, Compartment.REPORTER, SUPERVISOR.name())))
                .isEqualTo("handler-self");
        assertThat(house.compartments.name(SUPERVISOR, id, Compartment.REPORTER, SECOND_HANDLER.name()))
                .containsExactly(SECOND_HANDLER.name(), HANDLER.name());
        assertThat(refused(() -> house.compartments.name(HANDLER, id, Compartment.REPORTER, SECOND_HANDLER.name())))
                .isEqualTo("handler-known");
        // A name alone opens nothing: whoever works for the holder is no handler under any role.
        house.compartments.name(HANDLER, id, Compartment.REPORTER, VENDOR.name());
        Actor turned = new Actor(VENDOR.name(), VENDOR.organisation(), Set.of(Role.SPONSOR, Role.COMPLAINT_HANDLER));
        for (Actor actor : List.of(VENDOR, turned)) {
            assertThat(refused(() -> house.compartments.read(actor, id, Compartment.REPORTER)))
                    .isEqualTo("compartment-unknown");
        }

        assertThat(house.compartments
                        .read(SECOND_HANDLER, id, Compartment.REPORTER)
                        .kept()
                        .text())
                .isEqualTo(WHO);
        // Whoever is taken out hears at once what everybody hears, and somebody always remains.
        assertThat(refused(() -> house.compartments.dismiss(CERTIFIER, id, Compartment.REPORTER, HANDLER.name())))
                .isEqualTo("compartment-unknown");
        assertThat(refused(() -> house.compartments.dismiss(HANDLER, id, Compartment.REPORTER, "no.body")))
                .isEqualTo("handler-unknown");
        house.compartments.dismiss(HANDLER, id, Compartment.REPORTER, VENDOR.name());
        assertThat(house.compartments.dismiss(HANDLER, id, Compartment.REPORTER, SECOND_HANDLER.name()))
                .containsExactly(HANDLER.name());
        assertThat(refused(() -> house.compartments.read(SECOND_HANDLER, id, Compartment.REPORTER)))
                .isEqualTo("compartment-unknown");
        assertThat(refused(() -> house.compartments.dismiss(HANDLER, id, Compartment.REPORTER, HANDLER.name())))
                .isEqualTo("handler-last");
        house.notifying.tell(CERTIFIER, id, OptionalLong.empty(), Addressee.NCCA, Optional.empty());
        assertThat(TablesWith.text(house.superuser(), WHO)).containsExactly("vulnerability_compartment");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_kept_apart_is_replaced_on_the_version_that_was_seen_and_proved_by_its_commitment(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        VulnerabilityId id = reported(house, matters.granted(matters.arvor())).id();
        house.compartments.write(VENDOR, id, Compartment.EXPLOITATION, OptionalLong.of(0), "un");

        assertThat(refused(() ->
                        house.compartments.write(VENDOR, id, Compartment.EXPLOITATION, OptionalLong.of(0), "deux")))
                .isEqualTo("concurrent-change");
        assertThatThrownBy(() -> house.compartments.write(
                        VENDOR, id, Compartment.EXPLOITATION, OptionalLong.of(1), "x".repeat(10_001)))
                .isInstanceOf(IllegalArgumentException.class);

        var kept = house.compartments
                .write(VENDOR, id, Compartment.EXPLOITATION, OptionalLong.of(1), "deux")
                .kept();
        byte[] salt = java.util.HexFormat.of().parseHex(kept.salt());
        assertThat(org.sceau.ledger.Commitment.of(salt, "deux".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hex())
                .isEqualTo(kept.commitment());
        assertThat(house.sql.number("select count(*) from journal_secret where position = " + kept.position()
                        + " and plaintext like '%" + kept.commitment() + "%'"))
                .isEqualTo(1);
        assertThat(
                        house.sql.number(
                                "select count(*) from journal where kind = 'vulnerability-acted' and entry like '%exploitation%'"))
                .as("the open part of an entry tells no act from another")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_dependent_holder_reads_its_notice_and_not_the_record(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa chip = matters.granted(matters.arvor());
        house.importCsv("""
                family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed
                common-criteria,eucc,2025-12-29,EUCC-3090-2026-0950,Brume Télécom,Passeport,1.0,SUBSTANTIAL,NETWORK,2026-01-12,2030-01-12,in-force,yes
                """, false);
        Visa passport = house.visas.latest(1).get(0);
        VulnerabilityRecord record = reported(house, chip);
        assertThat(refused(() -> house.notifying.tell(
                        VENDOR, record.id(), seen(record), Addressee.DEPENDENT_HOLDERS, Optional.empty())))
                .isEqualTo("notice-to-nobody");
        assertThat(refused(() ->
                        house.notifying.tell(VENDOR, record.id(), seen(record), Addressee.NCCA, Optional.empty())))
                .isEqualTo("role-missing");
        restOn(house, passport, chip);

        VulnerabilityRecord told = house.notifying
                .tell(VENDOR, record.id(), seen(record), Addressee.DEPENDENT_HOLDERS, Optional.of("Changer la puce."))
                .record();

        assertThat(state(house, told, "dependent-holders")).isEqualTo(Clock.State.MET_IN_TIME);
        assertThat(house.notifying.toMe(OTHER_VENDOR)).singleElement().satisfies(one -> {
            assertThat(one.notice().visa()).contains(passport.id());
            assertThat(one.content().references())
                    .containsExactly(chip.facts().reference().text());
            assertThat(one.content().description().impact()).isEmpty();
            assertThat(one.content().judged()).isEmpty();
            assertThat(one.content().changes()).isEmpty();
        });
        assertThat(refused(() -> house.watching.one(OTHER_VENDOR, record.id(), Optional.empty())))
                .isEqualTo("vulnerability-unknown");
        assertThat(house.notifying.toMe(VENDOR)).isEmpty();
        assertThat(house.notifying.of(VENDOR, record.id()))
                .as("whom else it was told")
                .isEmpty();
    }

    private static void restOn(House house, Visa dependent, Visa base) {
        VisaFacts resting = dependent.facts().related(Set.of(new Relation(Relation.Kind.BASED_ON, base.id())));
        house.door.enter(
                Actor.SYSTEM,
                Permission.IMPORT_CATALOGUE,
                "visas",
                passage -> house.recordVisa.asChange(
                        passage, dependent.id(), dependent.version(), resting, dependent.provenance()));
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(act, Refused.class), "was not refused")
                .refusal()
                .code();
    }
}
