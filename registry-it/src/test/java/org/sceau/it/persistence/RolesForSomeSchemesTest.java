package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.Source;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/** A role held for one scheme lets somebody act and look under that scheme, and nowhere else. Every matter here is under EUCC. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesForSomeSchemesTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static Actor as(Actor known, String scheme, Role... roles) {
        return new Actor(
                known.name(),
                known.organisation(),
                new RoleBook(Arrays.stream(roles)
                        .map(role -> new RoleGrant(role, Optional.of(new SchemeId(scheme))))
                        .collect(Collectors.toCollection(HashSet::new))));
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was done")
                .refusal()
                .code();
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_of_another_scheme_learns_nothing_of_a_dossier(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier dossier = matters.submitted();
        Actor other = as(CERTIFIER, "cspn", Role.CERTIFIER, Role.REVIEWER, Role.AUDITOR);

        assertThat(house.reading.page(other, Optional.empty(), Optional.empty(), 50, sight -> sight))
                .isEmpty();
        assertThat(refused(() -> house.reading.one(other, dossier.id(), Optional.empty())))
                .isEqualTo("dossier-unknown");
        assertThat(refused(() -> house.reading.steps(other, dossier.id()))).isEqualTo("dossier-unknown");
        assertThat(refused(() -> matters.step(other, dossier, "admit"))).isEqualTo("dossier-unknown");

        Actor own = as(CERTIFIER, "eucc", Role.CERTIFIER);
        assertThat(house.reading.page(
                        own,
                        Optional.empty(),
                        Optional.empty(),
                        50,
                        sight -> sight.dossier().id()))
                .containsExactly(dossier.id());
        assertThat(matters.step(own, dossier, "admit").version()).isEqualTo(dossier.version() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void the_number_of_a_dossier_beyond_the_reach_opens_no_page(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier first = matters.opened();
        Dossier second = matters.opened();
        String behind = second.opening().number();

        assertThat(house.reading.page(
                        VENDOR,
                        Optional.empty(),
                        Optional.of(behind),
                        50,
                        sight -> sight.dossier().id()))
                .containsExactly(first.id());
        Actor both = new Actor(VENDOR.name(), Matters.OTHER_VENDOR.organisation(), Set.of(Role.SPONSOR));
        house.opening.open(both, Matters.request(Matters.card(5)));
        assertThat(house.reading.page(both, Optional.empty(), Optional.of(behind), 50, sight -> sight))
                .as("somebody else's number tells nothing, not even which came first")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void somebody_of_a_vendor_may_be_bound_to_one_scheme_as_well(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier dossier = matters.opened();
        Actor other = as(VENDOR, "cspn", Role.SPONSOR);

        assertThat(refused(() -> house.reading.one(other, dossier.id(), Optional.empty())))
                .isEqualTo("dossier-unknown");
        assertThat(house.reading.page(other, Optional.empty(), Optional.empty(), 50, sight -> sight))
                .isEmpty();
        assertThat(refused(() -> house.opening.open(other, Matters.request(Matters.card(5)))))
                .isEqualTo("role-missing");
        assertThat(house.opening
                        .open(as(VENDOR, "eucc", Role.SPONSOR), Matters.request(Matters.card(5)))
                        .version())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void decisions_are_proposed_seen_and_approved_by_those_of_the_scheme(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Dossier ready = matters.ready(arvor);
        Actor elsewhere = as(DECIDER, "cspn", Role.DECIDER);
        Actor second = as(SECOND_DECIDER, "cspn", Role.DECIDER);

        assertThat(refused(() -> house.deciding.propose(elsewhere, matters.grant(ready))))
                .isEqualTo("dossier-unknown");
        Proposal proposal = house.deciding.propose(as(DECIDER, "eucc", Role.DECIDER), matters.grant(ready));
        assertThat(refused(() -> house.decided.one(second, proposal.id()))).isEqualTo("proposal-unknown");
        assertThat(house.decided.open(second, Optional.empty(), 50)).isEmpty();
        assertThat(refused(() -> house.deciding.approve(second, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("proposal-unknown");
        assertThat(refused(() -> house.deciding.reject(second, proposal.id(), proposal.digest(), "Non.")))
                .isEqualTo("proposal-unknown");
        assertThat(refused(() -> house.deciding.retract(second, proposal.id(), OptionalLong.of(99))))
                .as("who does not see it hears of no version")
                .isEqualTo("proposal-unknown");

        Actor own = as(SECOND_DECIDER, "eucc", Role.DECIDER);
        assertThat(house.decided.open(own, Optional.empty(), 50)).hasSize(1);
        assertThat(house.deciding
                        .approve(own, proposal.id(), proposal.digest(), "Vu.")
                        .visa())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void what_follows_a_visa_is_theirs_too(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        VulnerabilityRecord record = house.reporting
                .report(
                        VENDOR,
                        new ReportVulnerability.Request(
                                Source.HOLDER, Set.of(visa.id()), VulnerabilitiesTest.CLOCK_GLITCH, Optional.empty()))
                .record();
        Remedy remedy = house.remedying.ask(
                CERTIFIER, visa.id(), Remedy.Ground.NON_CONFORMITY, "Écart.", LocalDate.parse("2026-05-30"));
        Complaint complaint = house.filing.file(
                Matters.OTHER_VENDOR,
                new FileComplaint.Request(
                        Filing.Kind.COMPLAINT,
                        new Contested.Visa(visa.id()),
                        "La carte livrée diffère.",
                        Optional.empty(),
                        Optional.empty()));
        Role[] all = {Role.CERTIFIER, Role.DECIDER, Role.NCCA_SUPERVISOR, Role.COMPLAINT_HANDLER, Role.AUDITOR};
        Actor other = as(AUDITOR, "cspn", all);
        Actor own = as(AUDITOR, "eucc", all);

        assertThat(refused(() -> house.watching.one(other, record.id(), Optional.empty())))
                .isEqualTo("vulnerability-unknown");
        assertThat(house.watching.page(other, Optional.empty(), 50)).isEmpty();
        assertThat(house.watching.page(own, Optional.empty(), 50)).hasSize(1);
        assertThat(refused(() -> house.remedying.one(other, remedy.id()))).isEqualTo("remedy-unknown");
        assertThat(refused(() -> house.remedying.about(other, visa.id()))).isEqualTo("visa-unknown");
        assertThat(house.remedying.about(own, visa.id())).hasSize(1);
        assertThat(refused(() -> house.complaints.one(other, complaint.id()))).isEqualTo("complaint-unknown");
        assertThat(house.complaints.page(other, Optional.empty(), 50)).isEmpty();
        assertThat(house.complaints.page(own, Optional.empty(), 50)).hasSize(1);
        for (long version : new long[] {complaint.version(), 99}) {
            assertThat(refused(() ->
                            house.complaining.assign(other, complaint.id(), OptionalLong.of(version), other.name())))
                    .isEqualTo("complaint-unknown");
        }
        assertThat(refused(() -> house.sampling.read(other, new SchemeId("eucc"), 2026)))
                .isEqualTo("role-missing");
        assertThat(house.sampling.read(own, new SchemeId("eucc"), 2026).population())
                .isEqualTo(1);
    }

    /** A holder has visas under two schemes, and a record about both of them. */
    @ParameterizedTest
    @EnumSource
    void a_record_about_two_schemes_is_for_those_of_both(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa card = matters.granted(matters.arvor());
        Visa box = unlisted(house);
        Set<VisaId> both = Set.of(card.id(), box.id());
        for (SchemeId scheme : List.of(new SchemeId("eucc"), new SchemeId("cspn"))) {
            Actor one = as(CERTIFIER, scheme.value(), Role.CERTIFIER);
            assertThat(refused(() -> report(house, one, Source.OTHER_AUTHORITY, both)))
                    .as("%s", scheme)
                    .isIn("visa-unknown", "role-missing");
        }
        assertThat(refused(() ->
                        report(house, as(CERTIFIER, "eucc", Role.CERTIFIER), Source.OTHER_AUTHORITY, Set.of(box.id()))))
                .as("an unlisted visa under another scheme is not there")
                .isEqualTo("visa-unknown");
        VulnerabilityRecord record = report(house, VENDOR, Source.HOLDER, both);
        for (String scheme : List.of("eucc", "cspn")) {
            Actor handler = as(CERTIFIER, scheme, Role.CERTIFIER, Role.NCCA_SUPERVISOR);
            assertThat(refused(() -> house.watching.one(handler, record.id(), Optional.empty())))
                    .isEqualTo("vulnerability-unknown");
            assertThat(refused(() -> house.compartments.write(
                            handler, record.id(), Compartment.EXPLOITATION, OptionalLong.of(0), "x")))
                    .isEqualTo("vulnerability-unknown");
            Actor sponsor = as(VENDOR, scheme, Role.SPONSOR);
            assertThat(refused(() -> house.watching.one(sponsor, record.id(), Optional.empty())))
                    .isEqualTo("vulnerability-unknown");
        }
        assertThat(house.watching.one(CERTIFIER, record.id(), Optional.empty()).record())
                .isEqualTo(record);
    }

    private static VulnerabilityRecord report(House house, Actor actor, Source source, Set<VisaId> visas) {
        return house.reporting
                .report(
                        actor,
                        new ReportVulnerability.Request(
                                source, visas, VulnerabilitiesTest.CLOCK_GLITCH, Optional.empty()))
                .record();
    }

    /** A visa of the vendor under CSPN that nobody may know of. */
    private static Visa unlisted(House house) {
        house.importCsv(
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed\n"
                        + "cspn,cspn,1.1,ANSSI-CSPN-2026/77," + VENDOR.organisation()
                        + ",HC-Coffre,1.0,,FIREWALL,2026-01-10,2029-01-10,in-force,no\n",
                false);
        String id = house.sql
                .one("select id from visa where subject_name = 'HC-Coffre'", row -> row.getString(1))
                .orElseThrow();
        return house.visas.find(VisaId.parse(id)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void people_of_a_holder_see_remedies_of_their_schemes_alone(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Remedy remedy = house.remedying.ask(
                CERTIFIER, visa.id(), Remedy.Ground.NON_CONFORMITY, "Écart.", LocalDate.parse("2026-05-30"));
        Actor elsewhere = as(VENDOR, "cspn", Role.SPONSOR);

        assertThat(refused(() -> house.remedying.one(elsewhere, remedy.id()))).isEqualTo("remedy-unknown");
        assertThat(refused(() -> house.remedying.about(elsewhere, visa.id()))).isEqualTo("visa-unknown");
        assertThat(refused(() -> house.remedying.propose(elsewhere, remedy.id(), OptionalLong.of(1), "Rappel.")))
                .isEqualTo("remedy-unknown");
        assertThat(house.remedying
                        .one(as(VENDOR, "eucc", Role.SPONSOR), remedy.id())
                        .remedy())
                .isEqualTo(remedy);
        Visa hidden = unlisted(house);
        assertThat(refused(() -> house.remedying.ask(
                        as(CERTIFIER, "eucc", Role.CERTIFIER),
                        hidden.id(),
                        Remedy.Ground.NON_CONFORMITY,
                        "Écart.",
                        LocalDate.parse("2026-05-30"))))
                .as("an unlisted visa under another scheme is not there")
                .isEqualTo("visa-unknown");
        assertThat(refused(() -> house.deciding.propose(
                        as(DECIDER, "eucc", Role.DECIDER),
                        matters.about(DecisionKind.WITHDRAW, hidden, Optional.empty()))))
                .isEqualTo("visa-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void a_complaint_about_what_is_under_no_scheme_is_for_those_of_all_schemes(Database database) {
        House house = house(database);
        Complaint complaint = house.filing.file(
                VENDOR,
                new FileComplaint.Request(
                        Filing.Kind.COMPLAINT,
                        new Contested.Body("Centre de certification"),
                        "Aucune réponse.",
                        Optional.empty(),
                        Optional.empty()));

        assertThat(house.complaints.page(as(AUDITOR, "eucc", Role.AUDITOR), Optional.empty(), 50))
                .isEmpty();
        assertThat(house.complaints.page(AUDITOR, Optional.empty(), 50)).containsExactly(complaint);
        assertThat(house.complaints.page(VENDOR, Optional.empty(), 50)).containsExactly(complaint);
    }

    @ParameterizedTest
    @EnumSource
    void tasks_and_notices_reach_those_of_the_scheme(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        house.remedying.ask(
                CERTIFIER, visa.id(), Remedy.Ground.NON_CONFORMITY, "Écart.", LocalDate.parse("2026-05-20"));
        house.work.look();
        house.clock.set("2026-05-25T08:00:00Z");
        house.work.look();
        Actor other = as(DECIDER, "cspn", Role.CERTIFIER, Role.DECIDER);
        Actor own = as(DECIDER, "eucc", Role.CERTIFIER, Role.DECIDER);

        List<WorkOnTasks.Sight> tasks = house.tasking.page(own, true, Optional.empty(), 50);
        assertThat(tasks).isNotEmpty();
        assertThat(house.tasking.page(other, true, Optional.empty(), 50)).isEmpty();
        assertThat(refused(() ->
                        house.tasking.one(other, tasks.get(0).recorded().task().id())))
                .isEqualTo("task-unknown");
        assertThat(house.noticing.page(own, Optional.empty(), 50)).isNotEmpty();
        assertThat(house.noticing.page(other, Optional.empty(), 50)).isEmpty();
        assertThat(house.noticing.page(VENDOR, Optional.empty(), 50)).isNotEmpty();
        assertThat(house.noticing.page(as(VENDOR, "cspn", Role.SPONSOR), Optional.empty(), 50))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_concerns_the_whole_house_needs_the_role_for_all_schemes(Database database) {
        House house = house(database);
        Actor bound = as(ADMINISTRATOR, "eucc", Role.ADMINISTRATOR);

        assertThat(refused(() -> house.granting.read(bound, ADMINISTRATOR.name())))
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.issuing.issue(
                        as(House.PUBLISHER, "cspn", Role.PUBLISHER),
                        house.schemes.all().stream()
                                .filter(version -> version.id().scheme().value().equals("eucc"))
                                .findFirst()
                                .orElseThrow()
                                .family())))
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.keeping.add(
                        as(SUPERVISOR, "eucc", Role.NCCA_SUPERVISOR),
                        org.sceau.registry.domain.party.Organisation.named("Abrolhos Essais"))))
                .isEqualTo("role-missing");
    }

    @ParameterizedTest
    @EnumSource
    void an_account_acts_in_the_roles_of_its_book(Database database) {
        House house = house(database);
        house.account(ADMINISTRATOR);
        Actor newcomer = new Actor("n.ouveau", CERTIFIER.organisation(), Set.of());
        house.account(newcomer);
        house.granting.grant(
                ADMINISTRATOR,
                newcomer.name(),
                OptionalLong.of(0),
                new RoleGrant(Role.CERTIFIER, Optional.of(new SchemeId("eucc"))));

        Actor known = house.signIn.known(newcomer.name()).orElseThrow();
        assertThat(known.roles(new SchemeId("eucc"))).containsExactly(Role.CERTIFIER);
        assertThat(known.roles(new SchemeId("cspn"))).isEmpty();
        Dossier dossier = new Matters(house).submitted();
        assertThat(house.handling
                        .takeStep(known, dossier.id(), seen(dossier), "admit", Optional.empty())
                        .version())
                .isEqualTo(dossier.version() + 1);
    }
}
