package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;

/** Services that are qualified from their day in the list (Regulation (EU) 910/2014, Art. 21(3)). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EffectiveOnListingTest {
    private static final FamilyId STAMPS = new FamilyId("timestamping");
    private static final String SERVICE = ImportTest.ONE_ROW.replace(
            "cspn,cspn,1.1,ANSSI-CSPN-2025/90,,Halcyon Cards,HC-Coffre,1.0,,,,2025-01-10,2028-01-10",
            "timestamping,timestamping,910-2014,90327,2025,Scel & Sceau,Scel Horodatage,,,,,2025-01-10,2026-01-10");

    @TempDir
    Path home;

    private House house;

    @AfterEach
    void close() {
        house.closeIndex();
    }

    private void open(Database database) {
        house = House.on(database, home);
        house.catalogue.open();
    }

    /** Takes in the rows without issuing a list. @return address of the only service */
    private Slug record(String csv) {
        house.importCsv(csv, false);
        house.catalogue.catchUp();
        Slug[] found = new Slug[1];
        house.visas.forEach(visa -> found[0] = visa.facts().family().equals(STAMPS) ? visa.slug() : found[0]);
        return found[0];
    }

    private void issue() {
        house.issuing.issueDue();
        house.catalogue.catchUp();
    }

    /** Status that each surface tells today: the same on all of them, or nothing on any. */
    private Optional<VisaStatus> shown(Slug service) {
        Optional<VisaStatus> page = house.catalogue.find(service).map(this::today);
        Instant now = house.clock.instant();
        assertThat(house.past.find(service, now).map(this::today)).isEqualTo(page);
        assertThat(house.past.list(now, Optional.of(STAMPS), Optional.empty(), 100).visas().stream()
                        .filter(visa -> visa.slug().equals(service))
                        .map(this::today)
                        .findFirst())
                .isEqualTo(page);
        assertThat(house.catalogue.latest(10).stream()
                        .filter(visa -> visa.slug().equals(service))
                        .map(this::today)
                        .findFirst())
                .isEqualTo(page);
        for (VisaStatus status : VisaStatus.values()) {
            assertThat(search(Set.of(status)).total())
                    .as("catalogue, %s", status)
                    .isEqualTo(page.filter(status::equals).isPresent() ? 1 : 0);
        }
        assertThat(house.catalogue.inForce(house.calendar.today()).get(STAMPS))
                .isEqualTo(page.filter(VisaStatus.IN_FORCE::equals).isPresent() ? 1 : 0);
        return page;
    }

    private VisaStatus today(Visa visa) {
        return visa.facts()
                .statusOn(
                        house.calendar.today(),
                        house.schemes.statusAtEnd(visa.facts().scheme()))
                .status();
    }

    private CataloguePage search(Set<VisaStatus> statuses) {
        return house.catalogue.search(new CatalogueQuery(
                "",
                Set.of(STAMPS.value()),
                Set.of(),
                statuses,
                Set.of(),
                Set.of(),
                Set.of(),
                house.calendar.today(),
                CatalogueQuery.Sort.NAME,
                1,
                100));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_55_a_service_is_shown_nowhere_until_its_list_holds_it(Database database) {
        open(database);
        Slug service = record(SERVICE);
        assertThat(shown(service)).isEmpty();
        house.issuing.issue(House.PUBLISHER, new FamilyId("cspn"));
        house.catalogue.catchUp();
        assertThat(shown(service)).as("the list of another family").isEmpty();
        Instant before = house.clock.instant();

        house.clock.advance(Duration.ofHours(20));
        issue();

        assertThat(shown(service)).contains(VisaStatus.IN_FORCE);
        assertThat(house.past.find(service, before)).as("as it was shown then").isEmpty();
        assertThat(house.past
                        .list(before, Optional.empty(), Optional.empty(), 100)
                        .visas())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_55_a_service_is_not_shown_on_its_first_day_before_the_list_of_that_day(Database database) {
        open(database);
        Slug service = record(SERVICE.replace("2025-01-10", "2025-12-06"));
        issue();
        assertThat(shown(service)).isEmpty();
        assertThat(house.lists.history(STAMPS)).hasSize(1);
        house.clock.set("2025-12-06T08:00:00Z");
        assertThat(shown(service)).as("its day has come, its list has not").isEmpty();

        issue();

        assertThat(shown(service)).contains(VisaStatus.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_55_a_withdrawal_is_shown_at_once_and_the_list_keeps_the_granted_period(Database database)
            throws Exception {
        open(database);
        Slug service = record(SERVICE);
        issue();
        house.clock.set("2025-12-09T08:00:00Z");
        record(SERVICE.replace("in-force,,,", "withdrawn,2025-12-09,À la demande,"));
        assertThat(shown(service)).contains(VisaStatus.WITHDRAWN);

        issue();

        assertThat(shown(service)).contains(VisaStatus.WITHDRAWN);
        assertThat(TrustListIssueTest.text(house, house.lists.current(STAMPS).orElseThrow()))
                .containsSubsequence(
                        "<ServiceStatus>http://127.0.0.1:8080/uri/Svcstatus/withdrawn</ServiceStatus>",
                        "<StatusStartingTime>2025-12-08T23:00:00Z</StatusStartingTime>",
                        "<ServiceHistory>",
                        "<ServiceStatus>http://127.0.0.1:8080/uri/Svcstatus/in-force</ServiceStatus>",
                        "<StatusStartingTime>2025-01-09T23:00:00Z</StatusStartingTime>");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_55_what_comes_into_force_again_is_shown_as_its_list_says_until_the_next_issue(Database database) {
        open(database);
        Slug service = record(SERVICE);
        issue();
        house.clock.set("2026-01-12T08:00:00Z");
        issue();
        assertThat(shown(service)).contains(VisaStatus.EXPIRED);

        record(SERVICE.replace("2026-01-10", "2027-01-10"));
        assertThat(shown(service)).contains(VisaStatus.EXPIRED);
        issue();
        assertThat(shown(service)).contains(VisaStatus.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_55_a_prolonged_service_that_the_list_has_in_force_stays_so(Database database) {
        open(database);
        Slug service = record(SERVICE);
        issue();
        record(SERVICE.replace("2026-01-10", "2027-01-10"));
        assertThat(shown(service)).contains(VisaStatus.IN_FORCE);
        assertThat(house.catalogue
                        .find(service)
                        .orElseThrow()
                        .facts()
                        .validity()
                        .lastDay())
                .contains(LocalDate.parse("2027-01-10"));
    }

    @ParameterizedTest
    @EnumSource
    void a_node_that_starts_before_or_behind_the_issue_shows_the_same(Database database) {
        open(database);
        Slug service = record(SERVICE);
        house.closeIndex();
        house = house.restarted();
        house.catalogue.open();
        assertThat(shown(service)).isEmpty();
        house.issuing.issueDue();
        house.closeIndex();
        house = house.restarted();
        house.catalogue.open();
        assertThat(shown(service)).contains(VisaStatus.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource
    void a_visa_of_a_scheme_that_does_not_say_so_waits_for_no_list(Database database) {
        open(database);
        house.importCsv(ImportTest.ONE_ROW, false);
        house.catalogue.catchUp();
        assertThat(house.catalogue.find(new Slug("ANSSI-CSPN-2025-90")).map(this::today))
                .contains(VisaStatus.IN_FORCE);
        assertThat(house.lists.current()).isEmpty();
    }
}
