package org.sceau.registry.infrastructure.catalogues.anssi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.application.importing.Edition;
import org.sceau.registry.application.importing.MatchingKeys;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.application.importing.RowNotice;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.infrastructure.catalogues.Reading;
import org.sceau.registry.infrastructure.catalogues.SharedData;

/** The edition of 5 Dec 2025 as extracted, against the counts that were taken from it by other means. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfficialCatalogueDataTest {
    private static final String ROWS = "rows-extracted-2025-12-05.json";
    private static final String COUNTS = "counts-2025-12-05.json";
    private static final String RECOMMENDATIONS = "recommendation-2025-12-05.json";

    private static List<ReadRow> rows = List.of();
    private static List<VisaFacts> visas = List.of();

    @BeforeAll
    static void read_the_edition() throws IOException {
        try (InputStream source = open(ROWS)) {
            rows = Reading.rows(new AnssiCatalogueFormat(Reading.SCHEMES), source, Reading.EDITION);
        }
        visas = rows.stream().flatMap(row -> row.facts().stream()).toList();
    }

    @Test
    void no_row_is_lost_or_refused() {
        assertThat(rows).hasSize(840);
        assertThat(rows).allSatisfy(row -> assertThat(row.problems()).isEmpty());
        assertThat(rows.get(0).locator()).isEqualTo("p. 6, #1");
        assertThat(rows.get(839).locator()).startsWith("p. 67, #840");
    }

    @Test
    void every_family_has_as_many_visas_as_its_table_has_rows() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        eachSection((section, counts) -> expected.put(family(section), integer(counts, "rows")));

        assertThat(countBy(visa -> visa.family().value())).isEqualTo(expected).hasSize(22);
    }

    @Test
    void nothing_that_was_printed_is_unknown_to_the_schemes() {
        assertThat(rows.stream().flatMap(row -> row.notices().stream()).map(RowNotice::code))
                .containsOnly("link-repaired", "recommendation-override", "validity-beyond-scheme");
    }

    @Test
    void levels_are_counted_as_printed() throws IOException {
        eachSection((section, counts) -> {
            Map<String, Long> expected = new TreeMap<>();
            for (String member : List.of("levels", "qualification_levels")) {
                if (counts.byName().get(member) instanceof Json.Members levels) {
                    levels.byName().forEach((level, count) -> expected.put(level, Long.parseLong(literal(count))));
                }
            }
            if (!expected.isEmpty()) {
                Map<String, Long> printed = visas.stream()
                        .filter(visa -> visa.family().value().equals(family(section)))
                        .collect(Collectors.groupingBy(
                                visa -> visa.level().map(Claim::printed).orElse(""),
                                TreeMap::new,
                                Collectors.counting()));
                assertThat(printed).as(section).isEqualTo(expected);
            }
        });
        assertThat(visas.stream().flatMap(visa -> visa.level().stream()))
                .allMatch(level -> level.term().isPresent());
    }

    /** Their headings bear a footnote's number on some pages. */
    @ParameterizedTest
    @CsvSource({"pacs, 2, 5", "passi, 27, 48", "pris, 7, 1", "pdis, 9, 0"})
    void national_security_is_counted_as_printed(String family, long yes, long no) {
        List<Optional<Boolean>> told =
                ofFamily(family).stream().map(VisaFacts::nationalSecurity).toList();

        assertThat(told).hasSize((int) (yes + no));
        assertThat(told.stream().filter(Optional.of(true)::equals)).hasSize((int) yes);
        assertThat(told.stream().filter(Optional.of(false)::equals)).hasSize((int) no);
    }

    @Test
    void national_security_and_agrements_stand_in_no_other_table() {
        assertThat(visas.stream()
                        .filter(visa -> visa.nationalSecurity().isPresent())
                        .map(visa -> visa.family().value())
                        .distinct())
                .containsExactlyInAnyOrder("pacs", "passi", "pris", "pdis");
        assertThat(visas.stream().filter(visa -> visa.agrement().isPresent()))
                .hasSize(10)
                .allMatch(visa -> visa.family().value().equals("product-qualification"))
                .allMatch(visa -> visa.agrement().equals(Optional.of(Agrement.DIFFUSION_RESTREINTE)));
    }

    @Test
    void laboratories_are_counted_as_printed_and_joined_ones_are_told_apart() throws IOException {
        eachSection((section, counts) -> {
            if (counts.byName().get("itsef") instanceof Json.Members printed) {
                Map<String, Long> expected = new HashMap<>();
                printed.byName().forEach((cell, count) -> {
                    String healed = cell.replace("S ERMA", "SERMA");
                    for (String laboratory : healed.split("\\+")) {
                        if (!laboratory.isEmpty()) {
                            expected.merge(laboratory, Long.parseLong(literal(count)), Long::sum);
                        }
                    }
                });
                Map<String, Long> read = visas.stream()
                        .filter(visa -> visa.family().value().equals(family(section)))
                        .flatMap(visa -> visa.laboratories().stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
                assertThat(read).as(section).isEqualTo(expected);
            }
        });
    }

    @Test
    void the_381_common_criteria_rows_have_378_references() {
        List<VisaFacts> certified = ofFamily("common-criteria");
        Map<String, Long> times = certified.stream()
                .collect(Collectors.groupingBy(visa -> visa.reference().text(), Collectors.counting()));

        assertThat(times).hasSize(378);
        assertThat(times.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("ANSSI-CC-2021-18v2", "ANSSI-CC-2021-19v2", "ANSSI-CC-2021-20v2");
        assertThat(certified).allMatch(visa -> visa.reference().numbering() == Reference.Numbering.OFFICIAL);
        assertThat(certified.stream().filter(visa -> visa.reference().text().startsWith("EUCC")))
                .hasSize(5)
                .allMatch(visa -> visa.scheme().toString().equals("eucc-2025-01-08"));
        assertThat(certified.stream()
                        .filter(visa -> visa.reference().text().startsWith("ANSSI"))
                        .map(visa -> visa.scheme().scheme().value()))
                .containsOnly("cc-fr");
    }

    @Test
    void decisions_have_the_year_of_their_document() {
        List<VisaFacts> decided = visas.stream()
                .filter(visa -> visa.reference().numbering() == Reference.Numbering.DECISION_OF_YEAR)
                .toList();

        assertThat(decided)
                .hasSize(389)
                .allMatch(visa -> visa.documents().stream()
                        .anyMatch(document -> document.address()
                                .toString()
                                .contains("/" + visa.reference().year() + "_"
                                        + visa.reference().text() + "_np.pdf")));
    }

    @Test
    void providers_audited_without_level_are_under_the_version_that_has_none() {
        assertThat(times(ofFamily("passi").stream()
                        .map(visa -> visa.scheme().version())
                        .toList()))
                .isEqualTo(Map.of("2.1", 6L, "2.2", 69L));
    }

    @Test
    void every_service_with_activities_has_some() {
        for (String family : List.of("pacs", "passi", "pris", "secnumcloud")) {
            assertThat(ofFamily(family))
                    .as(family)
                    .isNotEmpty()
                    .noneMatch(visa -> visa.scopes().isEmpty());
        }
        assertThat(ofFamily("pris")).allMatch(visa -> visa.scopes().size() == 4);
        assertThat(ofFamily("passi")).allMatch(visa -> visa.scopes().size() >= 2);
    }

    @Test
    void categories_are_all_known() {
        for (String family : List.of("common-criteria", "cspn")) {
            assertThat(ofFamily(family))
                    .allMatch(visa -> visa.category().flatMap(Claim::term).isPresent());
        }
    }

    @Test
    void every_certificate_has_three_documents_and_every_decision_one() {
        assertThat(times(visas.stream()
                        .flatMap(visa -> visa.documents().stream())
                        .map(document -> document.kind())
                        .toList()))
                .isEqualTo(Map.of(
                        DocumentKind.CERTIFICATE, 451L,
                        DocumentKind.CERTIFICATION_REPORT, 451L,
                        DocumentKind.SECURITY_TARGET, 437L,
                        DocumentKind.PROTECTION_PROFILE, 14L,
                        DocumentKind.QUALIFICATION_DECISION, 381L,
                        DocumentKind.CERTIFICATION_DECISION, 8L,
                        DocumentKind.INCIDENT_CONTACT, 8L));
    }

    @Test
    void the_contacts_that_point_at_the_author_s_machine_are_repaired() {
        assertThat(ofFamily("pris").stream()
                        .flatMap(visa -> visa.documents().stream())
                        .filter(document -> document.kind() == DocumentKind.INCIDENT_CONTACT)
                        .map(document -> document.address().toString()))
                .hasSize(8)
                .allMatch(address -> address.matches("https://[a-z.]+"));
    }

    @ParameterizedTest
    @CsvSource({
        "common-criteria, 2025-12-05,   0",
        "common-criteria, 2026-03-04,  15",
        "common-criteria, 2026-07-01,  35",
        "common-criteria, 2027-01-01,  66",
        "common-criteria, 2028-01-01, 150",
        "cspn,            2025-12-05,   0",
        "cspn,            2026-03-04,   2",
        "cspn,            2026-07-01,   3",
        "cspn,            2027-01-01,  20",
        "cspn,            2028-01-01,  30",
        "passi,           2025-12-05,   0",
        "passi,           2026-03-04,   8",
        "passi,           2026-07-01,  14",
        "passi,           2027-01-01,  26",
        "passi,           2028-01-01,  56",
        "secnumcloud,     2025-12-05,   0",
        "secnumcloud,     2026-03-04,   0",
        "secnumcloud,     2026-07-01,   0",
        "secnumcloud,     2027-01-01,   2",
        "secnumcloud,     2028-01-01,   8"
    })
    void as_the_days_go_by_visas_end(String family, LocalDate day, long ended) {
        assertThat(ofFamily(family).stream()
                        .filter(visa -> visa.statusOn(day, VisaStatus.ARCHIVED).status() == VisaStatus.ARCHIVED))
                .hasSize((int) ended);
    }

    @Test
    void the_eight_marks_set_by_hand_become_overrides_and_the_others_follow_the_rule() throws IOException {
        List<String> expected = new ArrayList<>();
        Json.Members file = json(RECOMMENDATIONS);
        for (Json differing : ((Json.Array) file.byName().getOrDefault("differ", Json.Null.NULL)).values()) {
            Json.Members row = (Json.Members) differing;
            expected.add(text(row, "who") + " " + text(row, "end") + " " + text(row, "printed"));
        }
        List<String> overridden = visas.stream()
                .filter(visa -> visa.recommendationOverride().isPresent())
                .map(visa -> visa.holder().name() + " "
                        + visa.validity().lastDay().orElseThrow() + " "
                        + colour(visa.recommendationOverride().orElseThrow().level()))
                .toList();

        assertThat(overridden).hasSize(8).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(visas.stream()
                        .filter(visa -> visa.recommendationOverride().isEmpty())
                        .filter(visa -> Reading.SCHEMES
                                .version(visa.scheme())
                                .orElseThrow()
                                .hasRecommendationLevel()))
                .hasSize(381);
    }

    @Test
    void without_the_day_of_the_edition_no_mark_is_compared() throws IOException {
        try (InputStream source = open(ROWS)) {
            List<ReadRow> read = Reading.rows(
                    new AnssiCatalogueFormat(Reading.SCHEMES),
                    source,
                    new Edition(Optional.empty(), LocalDate.of(2025, 12, 8)));

            assertThat(read.stream().flatMap(row -> row.facts().stream()))
                    .hasSize(840)
                    .allMatch(visa -> visa.recommendationOverride().isEmpty());
        }
    }

    @Test
    void names_broken_differently_in_two_columns_are_healed() {
        assertThat(visas.stream().map(visa -> visa.holder().name()))
                .contains("ALE INTERNATIONAL", "European Telecommunication Standards Institute")
                .filteredOn(name -> name.startsWith("STMicro"))
                .hasSize(53)
                .containsOnly("STMicroelectronics");
    }

    @Test
    void invariant_68_six_references_stand_on_two_rows_and_no_two_rows_agree_in_reference_and_subject() {
        Map<String, Long> references =
                times(visas.stream().map(MatchingKeys::referenceKey).toList());

        assertThat(references.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(entry -> entry.getKey() + " " + entry.getValue()))
                .containsExactlyInAnyOrder(
                        "common-criteria|2021|ANSSI-CC-2021-18V2 2",
                        "common-criteria|2021|ANSSI-CC-2021-19V2 2",
                        "common-criteria|2021|ANSSI-CC-2021-20V2 2",
                        "product-qualification|2023|1375 2",
                        "product-qualification|2023|1485 2",
                        "product-qualification|2025|234 2");
        assertThat(visas.stream().map(MatchingKeys::of)).doesNotHaveDuplicates();
    }

    private static <K> Map<K, Long> times(List<K> keys) {
        return keys.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<VisaFacts> ofFamily(String family) {
        return visas.stream()
                .filter(visa -> visa.family().value().equals(family))
                .toList();
    }

    private static Map<String, Long> countBy(Function<VisaFacts, String> property) {
        return visas.stream().collect(Collectors.groupingBy(property, TreeMap::new, Collectors.counting()));
    }

    private static String colour(Recommendation level) {
        return switch (level) {
            case OPTIMAL -> "green";
            case MODERATE -> "orange";
            case CRITICAL -> "red";
        };
    }

    private static String family(String section) {
        return Reading.SCHEMES.familyOfHeading(section).orElseThrow().id().value();
    }

    private interface EachSection {
        void take(String section, Json.Members counts);
    }

    private static void eachSection(EachSection each) throws IOException {
        Json.Members sections = (Json.Members) json(COUNTS).byName().getOrDefault("per_section", Json.Null.NULL);
        assertThat(sections.byName()).hasSize(22);
        sections.byName().forEach((section, counts) -> each.take(section, (Json.Members) counts));
    }

    private static long integer(Json.Members members, String name) {
        return Long.parseLong(literal(members.byName().getOrDefault(name, Json.Null.NULL)));
    }

    private static String literal(Json number) {
        return ((Json.Numeral) number).literal();
    }

    private static String text(Json.Members members, String name) {
        return ((Json.Text) members.byName().getOrDefault(name, Json.Null.NULL)).value();
    }

    /** One JSON object of a file, read as the only element of an array. */
    private static Json.Members json(String file) throws IOException {
        try (InputStream source = open(file)) {
            String array = "[" + new String(source.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8) + "]";
            return (Json.Members) JsonRowsTest.elements(array).get(0);
        }
    }

    private static InputStream open(String file) throws IOException {
        return Files.newInputStream(SharedData.of("anssi-catalogue/" + file));
    }
}
