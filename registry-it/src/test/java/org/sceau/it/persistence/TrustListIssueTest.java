package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.RealData;
import org.sceau.it.judges.ListJudges;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.PublishedLists.Part;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.FamilyId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustListIssueTest {
    private static final FamilyId CSPN = new FamilyId("cspn");

    @TempDir
    Path home;

    private static byte[] bytes(House house, PublishedList list, Part part) throws Exception {
        try (InputStream in = house.lists.open(list, part)) {
            return in.readAllBytes();
        }
    }

    static String text(House house, PublishedList list) throws Exception {
        return new String(bytes(house, list, Part.XML), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void someone_without_the_right_issues_nothing(Database database) {
        House house = House.on(database, home);
        house.importCsv(ImportTest.ONE_ROW, false);
        assertThatThrownBy(() -> house.issuing.issue(House.LABORATORY, CSPN)).isInstanceOf(Refused.class);
        assertThat(house.lists.current()).isEmpty();
        assertThat(home.resolve("publication")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void a_clock_behind_the_last_issue_issues_nothing(Database database) {
        House house = House.on(database, home);
        house.importCsv(ImportTest.ONE_ROW, false);
        house.issuing.issueDue();
        house.clock.set("2025-12-05T10:00:00Z");
        assertThatThrownBy(() -> house.issuing.issue(House.PUBLISHER, CSPN))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("clock-behind-last-issue"));
        assertThat(house.lists.history(CSPN)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void while_another_node_issues_lists_this_one_issues_none_and_takes_over_when_the_lease_is_out(Database database) {
        House house = House.on(database, home);
        house.importCsv(ImportTest.ONE_ROW, false);
        Leases.Lease other = new Leases.Lease("trust-lists", "node-2/other");
        Instant now = house.clock.instant();
        house.database.inNew(() -> house.leases.take(other, now, now.plusSeconds(180)));

        assertThat(house.issuing.issueDue()).as("whether none is due any more").isFalse();
        assertThat(house.lists.current()).isEmpty();

        house.clock.advance(Duration.ofMinutes(3));
        assertThat(house.issuing.issueDue()).isTrue();
        assertThat(house.lists.history(CSPN)).hasSize(1);
        House restarted = house.restarted();
        assertThat(restarted.issuing.issueDue()).as("the lease was given back").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void an_issue_follows_each_change_and_former_issues_keep_their_bytes(Database database) throws Exception {
        House house = House.on(database, home);
        house.importCsv(ImportTest.ONE_ROW, false);
        house.issuing.issueDue();
        PublishedList first = house.lists.current(CSPN).orElseThrow();
        byte[] firstBytes = bytes(house, first, Part.XML);
        house.issuing.issueDue();
        assertThat(house.lists.history(CSPN))
                .as("nothing changed, nothing issued")
                .hasSize(1);

        house.clock.set("2025-12-06T09:00:00Z");
        house.importCsv(ImportTest.ONE_ROW.replace("in-force,,,", "withdrawn,2025-12-06,À la demande,"), false);
        house.issuing.issueDue();

        PublishedList second = house.lists.current(CSPN).orElseThrow();
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.nextUpdate()).isAfter(second.issuedAt());
        assertThat(second.nextUpdate().atOffset(ZoneOffset.UTC))
                .isBeforeOrEqualTo(second.issuedAt().atOffset(ZoneOffset.UTC).plusMonths(6));
        assertThat(bytes(house, first, Part.XML)).isEqualTo(firstBytes);
        assertThat(new String(bytes(house, second, Part.XML_SHA2), StandardCharsets.US_ASCII))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(house, second, Part.XML))))
                .isEqualTo(second.sha256());
        assertThat(text(house, second))
                .contains("/uri/Svcstatus/withdrawn", "<TSLSequenceNumber>2</TSLSequenceNumber>");
        assertThat(house.sql.list(
                        "select kind from journal where subject = 'list:cspn' order by position",
                        row -> row.getString(1)))
                .containsExactly("trust-list-issued", "trust-list-issued");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "FRENCH ENGLISH|en /en/, fr /",
                "ENGLISH FRENCH|en /, fr /fr/",
                "FRENCH        |en /, fr /",
                "ENGLISH       |en /"
            })
    void a_list_always_speaks_english_and_leads_to_pages_that_there_are(String inOrder, String homes) throws Exception {
        House house = House.on(
                Database.H2,
                home,
                new Languages(
                        Stream.of(inOrder.split(" ")).map(Language::valueOf).toList()));
        // The judges read the machine's clock: the list must be due in the future.
        house.clock.set(Clock.systemUTC().instant().toString());
        house.importCsv(ImportTest.ONE_ROW, false);
        house.issuing.issueDue();

        ListJudges.assertAccepted(house.lists.fileOf(CSPN, 1), house.signer.certificate());
        String list = text(house, house.lists.current(CSPN).orElseThrow());
        for (String page : List.of("trust-lists/cspn/", "visas/ANSSI-CSPN-2025-90")) {
            assertThat(leadingTo(page, list)).as(page).containsExactly(homes.split(", "));
        }
    }

    /** Language and home of every address of a page in a list. */
    private static List<String> leadingTo(String page, String list) {
        return Pattern.compile("xml:lang=\"(..)\">http://127.0.0.1:8080(/[^<]*)" + page + "<")
                .matcher(list)
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_family_of_many_visas_is_listed_whole_and_in_a_stable_order(Database database) throws Exception {
        House house = House.on(database, home);
        house.importCsv(ImportTest.rows(1_300), false);
        house.issuing.issueDue();
        PublishedList list = house.lists.current(new FamilyId("passi")).orElseThrow();
        house.issuing.issue(House.PUBLISHER, list.family());

        assertThat(list.services()).isEqualTo(1_300);
        String first = text(house, list);
        String again = text(house, house.lists.current(list.family()).orElseThrow());
        assertThat(order(first)).hasSize(1_300).doesNotHaveDuplicates().isEqualTo(order(again));
    }

    private static List<String> order(String xml) {
        return java.util.regex.Pattern.compile("urn:sceau:demo:visa:[^<]+")
                .matcher(xml)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_list_that_cannot_be_issued_holds_up_no_other_and_none_is_issued_twice(Database database) throws Exception {
        House house = House.on(database, home);
        house.importCsv(ImportTest.ONE_ROW, false);
        house.importCsv(ImportTest.rows(2), false);
        // A folder stands where the file of one list belongs.
        java.nio.file.Files.createDirectories(house.lists.fileOf(CSPN, 1).resolve("in-the-way"));

        house.issuing.issueDue();
        house.issuing.issueDue();

        assertThat(house.lists.current(CSPN)).isEmpty();
        assertThat(house.lists.history(new FamilyId("passi"))).hasSize(1);
        java.nio.file.Files.delete(house.lists.fileOf(CSPN, 1).resolve("in-the-way"));
        java.nio.file.Files.delete(house.lists.fileOf(CSPN, 1));
        house.issuing.issueDue();
        assertThat(house.lists.history(CSPN)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_day_a_visa_ends_triggers_an_issue_and_its_history_stays(Database database) throws Exception {
        House house = House.on(database, home);
        house.importCsv(ImportTest.ONE_ROW, false);
        house.issuing.issueDue();

        house.clock.set("2028-01-10T22:59:00Z");
        assertThat(house.calendar.today()).isEqualTo(LocalDate.parse("2028-01-10"));
        house.issuing.issueDue();
        String lastDay = text(house, house.lists.current(CSPN).orElseThrow());
        house.clock.set("2028-01-10T23:01:00Z");
        house.issuing.issueDue();
        String dayAfter = text(house, house.lists.current(CSPN).orElseThrow());

        assertThat(lastDay).contains("<ServiceStatus>http://127.0.0.1:8080/uri/Svcstatus/in-force</ServiceStatus>");
        assertThat(dayAfter)
                .contains("<ServiceStatus>http://127.0.0.1:8080/uri/Svcstatus/archived</ServiceStatus>")
                .contains("<ServiceHistory>")
                .contains("<StatusStartingTime>2028-01-10T23:00:00Z</StatusStartingTime>");
    }

    @ParameterizedTest
    @EnumSource
    void a_list_is_issued_anew_before_its_next_update_is_due(Database database) {
        House house = House.on(database, home);
        house.importCsv(ImportTest.ONE_ROW, false);
        house.issuing.issueDue();
        house.clock.set("2026-04-01T09:00:00Z");
        house.issuing.issueDue();
        assertThat(house.lists.history(CSPN)).hasSize(1);
        house.clock.set("2026-04-07T09:00:00Z");
        house.issuing.issueDue();
        assertThat(house.lists.history(CSPN)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_visa_without_consent_and_one_not_yet_in_force_are_in_no_list(Database database) throws Exception {
        House house = House.on(database, home);
        house.importCsv(
                ImportTest.ONE_ROW
                        + "cspn,cspn,1.1,ANSSI-CSPN-2025/91,,Halcyon Cards,HC-Caché,1.0,,,,2025-01-10,2028-01-10,in-force,,,no\n"
                        + "cspn,cspn,1.1,ANSSI-CSPN-2026/92,,Halcyon Cards,HC-Futur,1.0,,,,2026-01-10,2029-01-10,in-force,,,yes\n",
                false);
        house.issuing.issueDue();
        PublishedList list = house.lists.current(CSPN).orElseThrow();
        assertThat(list.services()).isEqualTo(1);
        assertThat(text(house, list)).doesNotContain("HC-Caché", "HC-Futur");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_53_reference_library_schema_and_xmlsec1_accept_the_lists_of_the_840_real_entries(Database database)
            throws Exception {
        Path file = RealData.file("anssi-catalogue/rows-extracted-2025-12-05.json");
        House house = House.on(database, home);
        // The judges read the machine's clock: the lists must be due in the future.
        house.clock.set(Clock.systemUTC().instant().toString());
        house.importOfficial(file, false, LocalDate.parse("2025-12-05"));

        house.issuing.issueDue();

        List<PublishedList> lists = house.lists.current();
        assertThat(lists).hasSize(22);
        assertThat(lists.stream().mapToLong(PublishedList::services).sum()).isEqualTo(840);
        if (database == Database.H2) {
            for (PublishedList list : lists) {
                ListJudges.assertAccepted(
                        house.lists.fileOf(list.family(), list.sequence()), house.signer.certificate());
            }
        }
    }
}
