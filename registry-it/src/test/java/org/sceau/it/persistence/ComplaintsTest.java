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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.complaining.ComplaintSight;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.complaint.Complainant;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.complaint.Outcome;
import org.sceau.registry.domain.complaint.Progress;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Complaints and appeals through the use cases, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintsTest {
    private static final Actor HANDLER =
            new Actor("y.prigent", "Service des réclamations", Set.of(Role.COMPLAINT_HANDLER));
    private static final Actor SECOND_HANDLER =
            new Actor("s.lebras", "Service des réclamations", Set.of(Role.COMPLAINT_HANDLER));

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.account(HANDLER);
        house.account(SECOND_HANDLER);
        return house;
    }

    private static FileComplaint.Request complaint(Contested about) {
        return new FileComplaint.Request(
                Filing.Kind.COMPLAINT, about, "La carte livrée diffère.", Optional.empty(), Optional.empty());
    }

    private static FileComplaint.Request appeal(Contested about) {
        return new FileComplaint.Request(
                Filing.Kind.APPEAL, about, "La décision est contestée.", Optional.empty(), Optional.empty());
    }

    private static Complaint assigned(House house, Complaint complaint) {
        return house.complaining.assign(HANDLER, complaint.id(), seen(complaint), HANDLER.name());
    }

    private static Complaint step(House house, Complaint complaint, Progress.Act act) {
        return house.complaining.step(HANDLER, complaint.id(), seen(complaint), act, "Texte de l’acte.");
    }

    private static Complaint investigated(House house, Complaint complaint) {
        Complaint admitted = step(house, assigned(house, complaint), Progress.Act.ADMITTED);
        return step(house, admitted, Progress.Act.INVESTIGATED);
    }

    private static Complaint concluded(House house, Complaint complaint) {
        return house.complaining.end(
                HANDLER,
                complaint.id(),
                seen(complaint),
                Outcome.Finding.PARTLY_FOUNDED,
                "La livraison n’était pas celle évaluée.",
                Optional.of("Proposer une suspension."),
                Optional.empty());
    }

    private static OptionalLong seen(Complaint complaint) {
        return OptionalLong.of(complaint.version());
    }

    @ParameterizedTest
    @EnumSource
    void invariant_10_nobody_who_took_part_in_the_contested_activity_is_assigned(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Complaint filed = house.filing.file(OTHER_VENDOR, complaint(new Contested.Visa(visa.id())));
        long entries = house.journal.size();

        for (Actor involved : List.of(EVALUATOR, CERTIFIER, REVIEWER, DECIDER, SECOND_DECIDER)) {
            Actor handler = new Actor(involved.name(), HANDLER.organisation(), Set.of(Role.COMPLAINT_HANDLER));
            house.account(handler);
            assertThat(refused(() -> house.complaining.assign(HANDLER, filed.id(), seen(filed), handler.name())))
                    .as(handler.name())
                    .isEqualTo("sod-complaint-handler");
            assertThat(refused(() -> house.complaining.assign(handler, filed.id(), seen(filed), HANDLER.name())))
                    .as(handler.name())
                    .isEqualTo("sod-complaint-handler");
        }

        assertThat(house.journal.size()).isEqualTo(entries + 5);
        assertThat(house.count("complaint_handler")).isZero();
        assertThat(house.sql.number("select count(*) from audit where outcome = 'sod-complaint-handler'"))
                .isEqualTo(10);
        assertThat(assigned(house, filed).handler().orElseThrow().name()).isEqualTo(HANDLER.name());
    }

    @ParameterizedTest
    @EnumSource
    void invariant_10_nobody_of_the_complainant_the_holder_or_the_laboratory_is_assigned(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Complaint filed = house.filing.file(OTHER_VENDOR, complaint(new Contested.Visa(visa.id())));

        assertThat(refusedFor(house, filed, OTHER_VENDOR.organisation())).isEqualTo("sod-complaint-complainant");
        assertThat(refusedFor(house, filed, "BRUME TELECOM SAS")).isEqualTo("sod-complaint-complainant");
        assertThat(refusedFor(house, filed, VENDOR.organisation())).isEqualTo("sod-applicant");
        assertThat(refusedFor(house, filed, EVALUATOR.organisation())).isEqualTo("sod-complaint-handler");
        Complaint conduct = house.filing.file(
                OTHER_VENDOR,
                complaint(new Contested.Laboratory(house.laboratories
                        .named("Arvor Évaluation")
                        .orElseThrow()
                        .laboratory()
                        .id())));
        assertThat(refusedFor(house, conduct, EVALUATOR.organisation())).isEqualTo("sod-complaint-party");
    }

    private static String refusedFor(House house, Complaint complaint, String organisation) {
        Actor near = new Actor("near-" + UUID.randomUUID(), organisation, Set.of(Role.COMPLAINT_HANDLER));
        house.account(near);
        return refused(() -> house.complaining.assign(HANDLER, complaint.id(), seen(complaint), near.name()));
    }

    /** An imported visa has no dossier, and a body no scheme: who decided since is kept out by the general rule. */
    @ParameterizedTest
    @EnumSource
    void invariant_10_later_decisions_about_a_visa_without_dossier_count_too(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = imported(house);
        Complaint filed = house.filing.file(OTHER_VENDOR, complaint(new Contested.Visa(visa.id())));
        Proposal open = house.deciding.propose(CERTIFIER, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()));
        assertThat(open.state()).isEqualTo(Proposal.State.OPEN);
        Actor proposer = new Actor(CERTIFIER.name(), HANDLER.organisation(), Set.of(Role.COMPLAINT_HANDLER));
        house.account(proposer);

        assertThat(refused(() -> house.complaining.assign(HANDLER, filed.id(), seen(filed), proposer.name())))
                .isEqualTo("sod-complaint-handler");
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_of_complaints_sees_no_proposal_of_others_and_an_auditor_sees_all(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Proposal open = house.deciding.propose(CERTIFIER, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()));

        assertThat(house.decided.open(HANDLER, Optional.empty(), 200)).isEmpty();
        assertThat(house.decided.about(HANDLER, visa.id(), Optional.empty(), 200))
                .isEmpty();
        assertThat(refused(() -> house.decided.one(HANDLER, open.id()))).isEqualTo("proposal-unknown");
        assertThat(refused(() -> house.decided.one(HANDLER, open.id(), 1))).isEqualTo("proposal-unknown");
        assertThat(refused(() -> house.decided.open(Matters.VENDOR, Optional.empty(), 200)))
                .isEqualTo("role-missing");
        assertThat(house.decided.about(Matters.AUDITOR, visa.id(), Optional.empty(), 200))
                .as("the grant that made it, and what followed")
                .extracting(proposal -> proposal.content().kind())
                .containsExactly(DecisionKind.GRANT, DecisionKind.WITHDRAW);
        assertThat(house.decided.one(Matters.AUDITOR, open.id())).isEqualTo(open);
    }

    @ParameterizedTest
    @EnumSource
    void decisions_are_read_page_by_page_and_none_is_left_out(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        for (int i = 0; i < 4; i++) {
            Optional<LocalDate> end = Optional.of(LocalDate.parse("2026-06-20").minusDays(i));
            house.deciding.propose(CERTIFIER, matters.about(DecisionKind.SUSPEND, visa, end));
        }
        Set<ProposalId> all = ids(house.decided.about(Matters.AUDITOR, visa.id(), Optional.empty(), 200));
        Set<ProposalId> open = ids(house.decided.open(Matters.AUDITOR, Optional.empty(), 200));
        assertThat(all).hasSize(5);
        assertThat(open).hasSize(4);

        for (int most : new int[] {1, 2, 3, 5}) {
            assertThat(paged(after -> house.decided.about(Matters.AUDITOR, visa.id(), after, most)))
                    .containsExactlyElementsOf(all);
            assertThat(paged(after -> house.decided.open(Matters.AUDITOR, after, most)))
                    .containsExactlyElementsOf(open);
        }
    }

    private static Set<ProposalId> ids(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<ProposalId> paged(Function<Optional<ProposalId>, List<Proposal>> read) {
        List<ProposalId> found = new ArrayList<>();
        Optional<ProposalId> after = Optional.empty();
        while (true) {
            List<Proposal> page = read.apply(after);
            if (page.isEmpty()) {
                return found;
            }
            page.forEach(proposal -> found.add(proposal.id()));
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void invariant_10_whoever_became_involved_meanwhile_neither_goes_on_nor_concludes(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa granted = matters.granted(matters.arvor());
        Proposal suspension = house.deciding.propose(
                CERTIFIER,
                matters.about(
                        DecisionKind.SUSPEND,
                        granted,
                        Optional.of(house.calendar.today().plusDays(20))));
        Visa suspended = house.deciding
                .approve(DECIDER, suspension.id(), suspension.digest(), "Vu.")
                .visa()
                .orElseThrow();
        Complaint filed = house.filing.file(OTHER_VENDOR, complaint(new Contested.Visa(granted.id())));
        Complaint running = investigated(house, filed);
        house.clock.set("2026-05-14T08:00:00Z");
        Actor approves = new Actor(HANDLER.name(), HANDLER.organisation(), Set.of(Role.NCCA_APPROVER));
        house.deciding.propose(
                approves,
                matters.about(
                        DecisionKind.EXTEND_SUSPENSION,
                        suspended,
                        Optional.of(house.calendar.today().plusDays(90))));

        assertThat(refused(() -> step(house, running, Progress.Act.INFORMED))).isEqualTo("sod-complaint-handler");
        assertThat(refused(() -> concluded(house, running))).isEqualTo("sod-complaint-handler");

        Complaint handedOver =
                house.complaining.assign(SECOND_HANDLER, running.id(), seen(running), SECOND_HANDLER.name());
        assertThat(house.complaining
                        .end(
                                SECOND_HANDLER,
                                handedOver.id(),
                                seen(handedOver),
                                Outcome.Finding.UNFOUNDED,
                                "Rien de tel.",
                                Optional.empty(),
                                Optional.empty())
                        .state())
                .isEqualTo(Complaint.State.CONCLUDED);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_10_whoever_handled_a_complaint_decides_and_handles_nothing_of_that_dossier(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Dossier ready = matters.ready(arvor);
        concluded(house, investigated(house, house.filing.file(VENDOR, complaint(new Contested.Dossier(ready.id())))));
        Actor decides =
                new Actor(HANDLER.name(), HANDLER.organisation(), Set.of(Role.DECIDER, Role.CERTIFIER, Role.REVIEWER));

        assertThat(refused(() -> house.deciding.propose(decides, matters.grant(ready))))
                .isEqualTo("sod-complaint-handler");
        assertThat(refused(() -> matters.deposit(decides, ready, "CERTIFICATION_REPORT")))
                .isEqualTo("sod-complaint-handler");
        Proposal proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        assertThat(refused(() -> house.deciding.approve(decides, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("sod-complaint-handler");
        Visa visa = house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
        assertThat(refused(() ->
                        house.deciding.propose(decides, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()))))
                .isEqualTo("sod-complaint-handler");
        // Another dossier is another matter.
        house.deciding.propose(decides, matters.grant(matters.ready(arvor)));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_10_whoever_handled_a_complaint_about_a_visa_decides_nothing_about_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa imported = imported(house);
        Visa granted = matters.granted(arvor);
        assigned(house, house.filing.file(VENDOR, complaint(new Contested.Visa(imported.id()))));
        assigned(house, house.filing.file(OTHER_VENDOR, complaint(new Contested.Visa(granted.id()))));
        Actor decides = new Actor(HANDLER.name(), HANDLER.organisation(), Set.of(Role.DECIDER, Role.CERTIFIER));

        for (Visa visa : List.of(imported, granted)) {
            assertThat(refused(() -> house.deciding.propose(
                            decides, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()))))
                    .isEqualTo("sod-complaint-handler");
        }
        house.clock.set("2027-03-01T08:00:00Z");
        Dossier followUp = matters.reassessed(granted, arvor);
        assertThat(refused(() -> house.deciding.propose(decides, matters.reissue(followUp, granted))))
                .isEqualTo("sod-complaint-handler");
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_matter_or_complaint_and_one_that_is_not_there_answer_alike(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier dossier = matters.opened();
        for (DossierId id : List.of(dossier.id(), new DossierId(UUID.randomUUID()))) {
            for (Actor stranger : List.of(OTHER_VENDOR, OTHER_EVALUATOR)) {
                assertThat(refused(() -> house.filing.file(stranger, complaint(new Contested.Dossier(id)))))
                        .isEqualTo("dossier-unknown");
                assertThat(refused(() -> house.filing.file(stranger, appeal(new Contested.Dossier(id)))))
                        .isEqualTo("dossier-unknown");
            }
        }
        assertThat(refused(
                        () -> house.filing.file(VENDOR, complaint(new Contested.Visa(new VisaId(UUID.randomUUID()))))))
                .isEqualTo("visa-unknown");
        assertThat(refused(() -> house.filing.file(
                        VENDOR, complaint(new Contested.Laboratory(new LaboratoryId(UUID.randomUUID()))))))
                .isEqualTo("lab-unknown");
        assertThat(refused(() -> house.filing.file(Actor.ANONYMOUS, complaint(new Contested.Body("Centre fictif")))))
                .isEqualTo("sign-in-needed");

        Complaint filed = house.filing.file(VENDOR, complaint(new Contested.Dossier(dossier.id())));
        for (ComplaintId id : List.of(filed.id(), new ComplaintId(UUID.randomUUID()))) {
            for (Actor stranger : List.of(OTHER_VENDOR, CERTIFIER, DECIDER)) {
                assertThat(refused(() -> house.complaints.one(stranger, id))).isEqualTo("complaint-unknown");
                assertThat(refused(() -> house.complaining.assign(stranger, id, OptionalLong.empty(), "x")))
                        .isEqualTo("role-missing");
            }
        }
        assertThat(house.complaints.page(OTHER_VENDOR, Optional.empty(), 50)).isEmpty();
        assertThat(house.complaints.page(VENDOR, Optional.empty(), 50)).containsExactly(filed);
        assertThat(house.complaints.page(HANDLER, Optional.empty(), 50)).containsExactly(filed);
    }

    @ParameterizedTest
    @EnumSource
    void who_complained_is_known_to_independent_handlers_alone_and_the_journal_bears_no_name(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Complaint filed = house.filing.file(
                CERTIFIER,
                new FileComplaint.Request(
                        Filing.Kind.COMPLAINT,
                        new Contested.Visa(visa.id()),
                        "Un client se plaint de la carte.",
                        Optional.of(new Complainant(
                                "Jeanne Le Goff", Optional.empty(), Optional.of("3 rue du Port, Exempleville"))),
                        Optional.of(house.calendar.today().minusDays(3))));
        Actor near = new Actor(DECIDER.name(), DECIDER.organisation(), Set.of(Role.COMPLAINT_HANDLER));

        for (Actor witness : List.of(AUDITOR, SUPERVISOR, near)) {
            ComplaintSight sight = house.complaints.one(witness, filed.id());
            assertThat(sight.discloses()).as(witness.name()).isFalse();
            assertThat(sight.names()).isFalse();
        }
        assertThat(house.complaints.one(HANDLER, filed.id()).discloses()).isTrue();
        assertThat(house.complaints
                        .one(HANDLER, filed.id())
                        .route()
                        .orElseThrow()
                        .to())
                .isEqualTo(ComplaintRoute.Receiver.AUTHORITY);
        assertThat(refused(() -> house.filing.file(
                        VENDOR,
                        new FileComplaint.Request(
                                Filing.Kind.COMPLAINT,
                                new Contested.Body("Centre fictif"),
                                "Texte.",
                                Optional.of(new Complainant("X", Optional.empty(), Optional.empty())),
                                Optional.empty()))))
                .isEqualTo("complaint-in-own-name");
        assertThat(house.sql.number("select count(*) from journal where kind = 'complaint-acted' and (entry like"
                        + " '%Goff%' or entry like '%" + filed.id() + "%' or entry like '%" + visa.id() + "%')"))
                .isZero();
        assertThat(house.sql.list(
                        "select topic, detail from outbox o join journal j on j.position = o.position where j.kind ="
                                + " 'complaint-acted'",
                        row -> row.getString(1) + " " + row.getString(2)))
                .containsExactly("SURVEILLANCE " + filed.id());
    }

    @ParameterizedTest
    @EnumSource
    void an_appeal_is_against_a_decision_by_a_party_of_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier undecided = matters.opened();
        Visa visa = matters.granted(matters.arvor());

        assertThat(refused(() -> house.filing.file(VENDOR, appeal(new Contested.Dossier(undecided.id())))))
                .isEqualTo("appeal-without-decision");
        assertThat(refused(() -> house.filing.file(VENDOR, appeal(new Contested.Body("Centre fictif")))))
                .isEqualTo("appeal-without-decision");
        assertThat(refused(() -> house.filing.file(OTHER_VENDOR, appeal(new Contested.Visa(visa.id())))))
                .isEqualTo("appeal-not-a-party");
        assertThat(house.count("complaint")).isZero();

        Complaint appeal = house.filing.file(VENDOR, appeal(new Contested.Visa(visa.id())));
        assertThat(house.proposals
                        .find(appeal.filing().decision().orElseThrow())
                        .orElseThrow()
                        .proposal()
                        .content()
                        .kind())
                .isEqualTo(DecisionKind.GRANT);
        assertThat(appeal.filing().number()).isEqualTo("R-2026-001");
    }

    @ParameterizedTest
    @EnumSource
    void a_complaint_goes_its_way_to_an_outcome_that_is_told_with_the_legal_remedy(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Complaint filed = house.filing.file(OTHER_VENDOR, complaint(new Contested.Visa(visa.id())));

        assertThat(refused(() -> step(house, filed, Progress.Act.ADMITTED))).isEqualTo("complaint-of-another-handler");
        assertThat(refused(() -> house.complaining.assign(HANDLER, filed.id(), seen(filed), "nobody")))
                .isEqualTo("complaint-handler-unknown");
        Complaint assigned = assigned(house, filed);
        assertThat(refused(() -> step(house, filed, Progress.Act.ADMITTED))).isEqualTo("concurrent-change");
        assertThat(refused(() -> step(house, assigned, Progress.Act.INVESTIGATED)))
                .isEqualTo("complaint-step-not-open");
        assertThat(refused(() -> concluded(house, assigned))).isEqualTo("complaint-step-not-open");
        Complaint admitted = step(house, assigned, Progress.Act.ADMITTED);
        Complaint running = step(house, admitted, Progress.Act.INVESTIGATED);
        Complaint informed = step(house, step(house, running, Progress.Act.NOTED), Progress.Act.INFORMED);
        Complaint over = concluded(house, informed);
        assertThat(refused(() -> step(house, over, Progress.Act.INFORMED))).isEqualTo("complaint-closed");
        assertThat(refused(() -> assigned(house, over))).isEqualTo("complaint-closed");

        assertThat(over.outcome().orElseThrow().legalRemedy())
                .contains("Recours juridictionnel")
                .contains("Judicial remedy");
        ComplaintSight told = house.complaints.one(OTHER_VENDOR, filed.id());
        assertThat(told.complaint()).isEqualTo(over);
        assertThat(over.progress().stream().filter(told::shows).map(Progress::act))
                .containsExactly(Progress.Act.ADMITTED, Progress.Act.INVESTIGATED, Progress.Act.INFORMED);
        assertThat(told.names()).isFalse();
        assertThat(house.visas.find(visa.id())).contains(visa);
        assertThat(house.sql.number("select count(*) from complaint_version")).isEqualTo(7);
        assertThatThrownBy(() -> house.door.prepare(
                        Actor.SYSTEM,
                        org.sceau.registry.application.door.Permission.HANDLE_COMPLAINT,
                        "x",
                        () -> house.sql.update("update complaint_version set content = '{}'")))
                .isNotInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_inadmissible_complaint_ends_with_reasons_and_needs_a_legal_remedy_that_somebody_names(Database database) {
        House house = house(database);
        Complaint assigned =
                assigned(house, house.filing.file(OTHER_VENDOR, complaint(new Contested.Body("Centre fictif"))));

        assertThat(refused(() -> dismissed(house, assigned, Optional.empty()))).isEqualTo("legal-remedy-missing");
        Complaint over = dismissed(house, assigned, Optional.of("Tribunal administratif, deux mois."));

        assertThat(over.state()).isEqualTo(Complaint.State.INADMISSIBLE);
        assertThat(house.complaints.one(OTHER_VENDOR, over.id()).complaint()).isEqualTo(over);
    }

    @ParameterizedTest
    @EnumSource
    void whom_it_can_be_given_to_are_the_handlers_who_had_no_part(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Complaint filed = house.filing.file(OTHER_VENDOR, complaint(new Contested.Visa(visa.id())));
        for (Actor involved : List.of(CERTIFIER, DECIDER)) {
            house.account(new Actor(involved.name(), HANDLER.organisation(), Set.of(Role.COMPLAINT_HANDLER)));
        }
        assertThat(house.complaining.candidates(HANDLER, filed.id())).containsExactly("s.lebras", "y.prigent");
        assertThat(refused(() -> house.complaining.candidates(VENDOR, filed.id())))
                .isEqualTo("role-missing");
    }

    private static Complaint dismissed(House house, Complaint complaint, Optional<String> remedy) {
        return house.complaining.end(
                HANDLER,
                complaint.id(),
                seen(complaint),
                Outcome.Finding.INADMISSIBLE,
                "Hors du champ.",
                Optional.empty(),
                remedy);
    }

    private static Visa imported(House house) {
        house.importCsv("""
                family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed
                common-criteria,eucc,2025-12-29,EUCC-3090-2026-0950,Brume Télécom,Routeur,1.0,SUBSTANTIAL,NETWORK,2026-01-12,2030-01-12,in-force,yes
                """, false);
        return house.visas.latest(1).get(0);
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "nothing was refused")
                .refusal()
                .code();
    }
}
