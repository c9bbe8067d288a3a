package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.RealData;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CataloguePage.Facet;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueTest {
    private static final LocalDate EDITION = LocalDate.parse("2025-12-05");
    private static final LocalDate SOME_ENDED = LocalDate.parse("2026-07-01");

    private static CatalogueQuery query(String text, Set<String> families, Set<VisaStatus> statuses, String day) {
        return new CatalogueQuery(
                text,
                families,
                Set.of(),
                statuses,
                Set.of(),
                Set.of(),
                Set.of(),
                LocalDate.parse(day),
                Sort.RELEVANCE,
                1,
                100);
    }

    private static CataloguePage ask(House house, String text) {
        return house.catalogue.search(query(text, Set.of(), Set.of(), "2025-12-05"));
    }

    /** Imported once for each database: its tests only ask. */
    @Nested
    @ParameterizedClass
    @EnumSource
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class The_official_edition_of_december_2025 {
        @Parameter
        Database database;

        House house;

        @BeforeParameterizedClassInvocation(injectArguments = false)
        void import_it(@TempDir Path homes) throws Exception {
            Path file = RealData.file("anssi-catalogue/rows-extracted-2025-12-05.json");
            house = House.on(database, homes.resolve(database.name()));
            house.importOfficial(file, false, EDITION);
            house.issuing.issueDue();
            house.catalogue.open();
        }

        @AfterParameterizedClassInvocation
        void close_index() {
            house.closeIndex();
        }

        @Test
        void is_840_entries_in_22_families_with_the_printed_counts() throws Exception {
            Map<String, Long> printed = new HashMap<>();
            try (JsonReader reader = Json.createReader(
                    Files.newBufferedReader(RealData.file("anssi-catalogue/counts-2025-12-05.json")))) {
                JsonObject sections = reader.readObject().getJsonObject("per_section");
                sections.forEach((heading, section) -> printed.put(
                        House.SCHEMES
                                .familyOfHeading(heading)
                                .orElseThrow()
                                .id()
                                .value(),
                        (long) section.asJsonObject().getInt("rows")));
            }

            CataloguePage page = ask(house, "");

            assertThat(page.total()).isEqualTo(840);
            Map<String, Long> found = new HashMap<>();
            page.facets()
                    .getOrDefault(Facet.FAMILY, List.of())
                    .forEach(count -> found.put(count.value(), count.count()));
            assertThat(found).hasSize(22).isEqualTo(printed);
        }

        @Test
        void is_findable_entry_by_entry_under_its_printed_reference() {
            Set<Slug> seen = new HashSet<>();
            house.visas.forEach(visa -> {
                CataloguePage page = house.catalogue.search(query(
                        visa.facts().reference().text(),
                        Set.of(visa.facts().family().value()),
                        Set.of(),
                        "2025-12-05"));
                assertThat(page.rows())
                        .as(visa.slug().value())
                        .extracting(Visa::slug)
                        .contains(visa.slug());
                assertThat(house.catalogue.find(visa.slug())).isPresent();
                seen.add(visa.slug());
            });
            assertThat(seen).hasSize(840);
        }

        @ParameterizedTest(name = "{0} on {1}: {2} ended")
        @CsvSource({
            "common-criteria, 2025-12-05, 0",
            "common-criteria, 2026-03-04, 15",
            "common-criteria, 2026-07-01, 35",
            "common-criteria, 2027-01-01, 66",
            "common-criteria, 2028-01-01, 150",
            "cspn, 2025-12-05, 0",
            "cspn, 2026-03-04, 2",
            "cspn, 2026-07-01, 3",
            "cspn, 2027-01-01, 20",
            "cspn, 2028-01-01, 30",
            "passi, 2025-12-05, 0",
            "passi, 2026-03-04, 8",
            "passi, 2026-07-01, 14",
            "passi, 2027-01-01, 26",
            "passi, 2028-01-01, 56",
            "secnumcloud, 2025-12-05, 0",
            "secnumcloud, 2026-03-04, 0",
            "secnumcloud, 2026-07-01, 0",
            "secnumcloud, 2027-01-01, 2",
            "secnumcloud, 2028-01-01, 8"
        })
        void ends_with_the_clock_as_stated(String family, String day, long ended) {
            CataloguePage page = house.catalogue.search(
                    query("", Set.of(family), Set.of(VisaStatus.EXPIRED, VisaStatus.ARCHIVED), day));
            assertThat(page.total()).isEqualTo(ended);
        }

        /** Counted from the visas themselves, without the index. */
        @ParameterizedTest
        @EnumSource
        void is_filtered_by_each_value_to_the_visas_that_bear_it_and_to_no_other(Facet facet) {
            Map<String, Set<Slug>> bearers = new HashMap<>();
            house.visas.forEach(visa -> values(visa, facet)
                    .forEach(value -> bearers.computeIfAbsent(value, key -> new HashSet<>())
                            .add(visa.slug())));
            assertThat(bearers).hasSizeGreaterThan(1);

            bearers.forEach((value, slugs) ->
                    assertThat(answers(facet, Set.of(value))).as(value).isEqualTo(slugs));
            assertThat(answers(facet, bearers.keySet()))
                    .as("values of one filter are alternatives")
                    .isEqualTo(bearers.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            house.catalogue
                    .search(filtered(facet, Set.of(), 1))
                    .facets()
                    .getOrDefault(facet, List.of())
                    .forEach(count -> assertThat(count.count())
                            .as("told of " + count.value())
                            .isEqualTo(bearers.getOrDefault(count.value(), Set.of())
                                    .size()));
        }

        private Set<Slug> answers(Facet facet, Set<String> chosen) {
            Set<Slug> answers = new HashSet<>();
            CataloguePage page = house.catalogue.search(filtered(facet, chosen, 1));
            for (int number = 2; !page.rows().isEmpty(); number++) {
                page.rows()
                        .forEach(visa -> assertThat(answers.add(visa.slug()))
                                .as("%s once on all pages", visa.slug())
                                .isTrue());
                page = house.catalogue.search(filtered(facet, chosen, number));
            }
            assertThat(page.total()).isEqualTo(answers.size());
            return answers;
        }

        private static CatalogueQuery filtered(Facet facet, Set<String> chosen, int page) {
            Map<Facet, Set<String>> by = Map.of(facet, chosen);
            return new CatalogueQuery(
                    "",
                    by.getOrDefault(Facet.FAMILY, Set.of()),
                    by.getOrDefault(Facet.LEVEL, Set.of()),
                    by.getOrDefault(Facet.STATUS, Set.of()).stream()
                            .map(VisaStatus::ofCode)
                            .collect(Collectors.toSet()),
                    by.getOrDefault(Facet.HOLDER, Set.of()),
                    by.getOrDefault(Facet.LABORATORY, Set.of()),
                    by.getOrDefault(Facet.CATEGORY, Set.of()),
                    SOME_ENDED,
                    Sort.NAME,
                    page,
                    100);
        }

        private static List<String> values(Visa visa, Facet facet) {
            VisaFacts facts = visa.facts();
            return switch (facet) {
                case FAMILY -> List.of(facts.family().value());
                case LEVEL ->
                    facts.level().map(Claim::term).stream()
                            .flatMap(Optional::stream)
                            .toList();
                case STATUS ->
                    List.of(facts.statusOn(
                                    SOME_ENDED,
                                    House.SCHEMES.statusAtEnd(visa.facts().scheme()))
                            .status()
                            .code());
                case HOLDER -> List.of(facts.holder().key().value());
                case LABORATORY -> facts.laboratories();
                case CATEGORY ->
                    facts.category().map(Claim::term).stream()
                            .flatMap(Optional::stream)
                            .toList();
            };
        }

        @Test
        void shows_the_spellings_of_one_company_under_one_holder() {
            CataloguePage page = ask(house, "thales dis france");
            assertThat(page.facets().get(Facet.HOLDER))
                    .filteredOn(count -> count.value().equals("thalesdisfrance"))
                    .hasSize(1);
        }

        @Test
        void answers_a_reference_whatever_its_separators() {
            for (String typed : List.of("ANSSI-CC-2023-19", "anssi-cc-2023/19", "ANSSI CC 2023 19")) {
                assertThat(ask(house, typed).exact())
                        .as(typed)
                        .hasValueSatisfying(visa -> assertThat(visa.slug()).isEqualTo(new Slug("ANSSI-CC-2023-19")));
            }
        }

        @Test
        void does_not_answer_exactly_where_two_entries_share_a_reference() {
            assertThat(ask(house, "ANSSI-CC-2021-18v2").exact()).isEmpty();
            assertThat(ask(house, "ANSSI-CC-2021-18v2").total()).isGreaterThanOrEqualTo(2);
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource
    class A_small_catalogue {
        private final Database database;

        @TempDir
        Path home;

        House house;

        A_small_catalogue(Database database) {
            this.database = database;
        }

        @BeforeEach
        void import_it() {
            house = House.on(database, home);
            house.importCsv(
                    ImportTest.HEADER
                            + "cspn,cspn,1.1,ANSSI-CSPN-2025/90,,Halcyon Cards,HC-Coffre certifié,1.0,,,,2025-01-10,2028-01-10,in-force,,,yes\n"
                            + "cspn,cspn,1.1,ANSSI-CSPN-2025/91,,Brume Télécom,Passerelle Brume,4.2,,,,2025-01-10,2028-01-10,withdrawn,2025-11-01,À la demande,yes\n"
                            + "cspn,cspn,1.1,ANSSI-CSPN-2025/92,,Brume Telecom SAS,Secret,1,,,,2025-01-10,2028-01-10,in-force,,,no\n"
                            + "passi,passi,2.2,9001,2026,Garance Audit,Audits,,HIGH,ARCHITECTURE_AUDIT|PENETRATION_TEST,no,2026-02-01,2029-02-01,in-force,,,yes\n",
                    false);
            house.catalogue.open();
        }

        @AfterEach
        void close_index() {
            house.closeIndex();
        }

        @Test
        void never_shows_who_did_not_consent() {
            assertThat(ask(house, "secret").total()).isZero();
            assertThat(ask(house, "").facets().get(Facet.HOLDER))
                    .extracting(count -> count.label())
                    .doesNotContain("Brume Telecom SAS");
            assertThat(house.catalogue.find(new Slug("ANSSI-CSPN-2025-92"))).isEmpty();
            assertThat(house.catalogue.latest(10)).hasSize(3);
        }

        @Test
        void does_not_show_what_is_not_yet_in_force() {
            assertThat(ask(house, "garance").total()).isZero();
            assertThat(house.catalogue
                            .search(query("garance", Set.of(), Set.of(), "2026-02-01"))
                            .total())
                    .isEqualTo(1);
        }

        /** The current list is what is in force or suspended on the day (reference, public status matrix). */
        @Test
        void invariant_64_the_current_list_holds_none_that_ended_and_none_that_a_vulnerability_invalidated() {
            house.importCsv(
                    ImportTest.HEADER
                            + "cspn,cspn,1.1,ANSSI-CSPN-2023/93,,Vigie Ponant,HC-Fini,1.0,,,,2023-01-10,2025-12-04,in-force,,,yes\n"
                            + "cspn,cspn,1.1,ANSSI-CSPN-2023/94,,Vigie Ponant,HC-Dernier,1.0,,,,2023-01-10,2025-12-05,in-force,,,yes\n"
                            + "cspn,cspn,1.1,ANSSI-CSPN-2025/95,,Vigie Ponant,HC-Percé,1.0,,,,2025-01-10,2028-01-10,archived,2025-12-05,Vulnérabilité connue,yes\n"
                            + "cspn,cspn,1.1,ANSSI-CSPN-2025/96,,Vigie Ponant,HC-Suspendu,1.0,,,,2025-01-10,2025-12-05,suspended,2025-11-01,Sans réponse,yes\n",
                    false);
            house.catalogue.catchUp();
            Set<VisaStatus> current = Set.of(VisaStatus.IN_FORCE, VisaStatus.SUSPENDED);

            assertThat(references("vigie ponant", current, "2025-12-05"))
                    .containsExactlyInAnyOrder("ANSSI-CSPN-2023/94", "ANSSI-CSPN-2025/96");
            assertThat(references("vigie ponant", current, "2025-12-06")).isEmpty();
            assertThat(references("vigie ponant", Set.of(VisaStatus.ARCHIVED), "2025-12-05"))
                    .containsExactlyInAnyOrder("ANSSI-CSPN-2023/93", "ANSSI-CSPN-2025/95");
            assertThat(references("vigie ponant", Set.of(), "2025-12-06"))
                    .as("all of them stay findable")
                    .hasSize(4);
        }

        private List<String> references(String text, Set<VisaStatus> statuses, String day) {
            return house.catalogue.search(query(text, Set.of(), statuses, day)).rows().stream()
                    .map(visa -> visa.facts().reference().text())
                    .toList();
        }

        @Test
        void finds_words_without_accents_by_stem_by_beginning_and_with_one_wrong_letter() {
            for (String typed : List.of("certifie", "CERTIFIÉS", "halcy", "halcyom", "coffre 1.0", "premier niveau")) {
                assertThat(ask(house, typed).rows())
                        .as(typed)
                        .extracting(visa -> visa.slug().value())
                        .contains("ANSSI-CSPN-2025-90");
            }
        }

        @Test
        void counts_each_filter_as_if_it_were_not_set() {
            CataloguePage page =
                    house.catalogue.search(query("", Set.of(), Set.of(VisaStatus.WITHDRAWN), "2025-12-05"));
            assertThat(page.total()).isEqualTo(1);
            assertThat(page.facets().get(Facet.STATUS))
                    .extracting(count -> count.value() + " " + count.count())
                    .containsExactly("in-force 1", "withdrawn 1");
        }

        @Test
        void takes_in_what_was_committed_since_and_survives_a_restart() {
            long generation = house.catalogue.generation();
            house.importCsv(ImportTest.ONE_ROW.replace("2025/90", "2025/95").replace("HC-Coffre", "HC-Nouveau"), false);
            house.catalogue.catchUp();
            assertThat(ask(house, "HC-Nouveau").total()).isEqualTo(1);
            assertThat(house.catalogue.generation()).isGreaterThan(generation);
            house.closeIndex();

            House restarted = house.restarted();
            restarted.catalogue.open();
            assertThat(ask(restarted, "HC-Nouveau").total()).isEqualTo(1);
            assertThat(restarted.catalogue.generation()).isEqualTo(house.catalogue.generation());
            restarted.closeIndex();
        }

        @Test
        void is_built_anew_from_the_database_when_its_index_is_damaged() throws Exception {
            house.closeIndex();
            try (var files = Files.list(home.resolve("index").resolve("test"))) {
                for (Path file : files.toList()) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
            House restarted = house.restarted();
            restarted.catalogue.open();
            assertThat(ask(restarted, "").total()).isEqualTo(2);
            restarted.closeIndex();
        }

        @Test
        void takes_hostile_questions_calmly() {
            for (String typed : List.of(
                    "*",
                    "\"",
                    "a AND (",
                    "title:x OR *:*",
                    "\u0000\u001f",
                    "é".repeat(5_000),
                    "${7*7}",
                    "<script>",
                    "~~~")) {
                assertThat(ask(house, typed).total()).as(typed).isGreaterThanOrEqualTo(0);
            }
        }
    }
}
