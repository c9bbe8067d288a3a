package org.sceau.registry.infrastructure.catalogues.anssi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.application.importing.RowProblem;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.infrastructure.catalogues.GeneratedBytes;
import org.sceau.registry.infrastructure.catalogues.Reading;
import org.sceau.registry.infrastructure.catalogues.SharedData;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnssiCatalogueFormatTest {
    private static final long ROW_BYTES = 256 << 10;
    private static final long BUFFER = 8192;

    private final AnssiCatalogueFormat format = new AnssiCatalogueFormat(Reading.SCHEMES);

    // --- sources that cannot be read ---

    @ParameterizedTest
    @ValueSource(strings = {" ", "[\"", "[{\"section\":\"", "[{\"cells\":{\"", "[1", "[\""})
    void two_gigabytes_without_an_end_are_refused_after_one_row_s_bytes(String beginning) {
        String endless = beginning.endsWith("1") ? "1" : beginning.isBlank() ? " " : "a";
        GeneratedBytes source = new GeneratedBytes(beginning, endless, 2L << 30);

        UnreadableCatalogue refusal = Reading.refusal(format, source);

        assertThat(refusal.code()).isIn("row-too-long", "json-syntax");
        assertThat(source.taken()).isLessThanOrEqualTo(ROW_BYTES + 2 * BUFFER);
    }

    @Test
    void a_long_array_of_short_rows_is_refused_at_the_bound_of_the_source_in_flat_memory() {
        GeneratedBytes source = new GeneratedBytes("[0", ",0", 2L << 30);
        long bound = 1 << 20;
        AnssiCatalogueFormat narrow = new AnssiCatalogueFormat(Reading.SCHEMES, bound);

        assertThat(Reading.refusal(narrow, source).code()).isEqualTo("source-too-long");
        assertThat(source.taken()).isEqualTo(bound + 1);
    }

    @Test
    void deep_nesting_in_a_row_is_refused() {
        assertThat(Reading.refusal(format, "[{\"cells\":" + "[".repeat(50_000)).code())
                .isEqualTo("json-too-deep");
    }

    @Test
    void a_source_in_another_encoding_is_refused_on_its_line() {
        String source = "[\n" + OfficialRows.qualified().row() + ",\n"
                + OfficialRows.qualified().row() + "]";

        UnreadableCatalogue refusal =
                Reading.refusal(format, new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(refusal.code()).isEqualTo("encoding");
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(Reading.refusal(format, new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_16)))
                        .code())
                .isEqualTo("encoding");
    }

    @Test
    void nothing_of_the_hostile_collection_is_read() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.of("hostile-generated"))) {
            for (Path file : files.toList()) {
                assertThat(Reading.refusal(format, new ByteArrayInputStream(Files.readAllBytes(file)))
                                .code())
                        .as(file.getFileName().toString())
                        .isIn("json-shape", "json-syntax", "encoding");
            }
        }
    }

    @Test
    void reading_stops_when_the_sink_wants_no_more() throws IOException {
        String row = OfficialRows.qualified().row();
        List<ReadRow> taken = new ArrayList<>();

        format.read(Reading.bytes("[" + row + "," + row + ", broken"), Reading.EDITION, read -> {
            taken.add(read);
            return taken.size() < 2;
        });

        assertThat(taken).extracting(ReadRow::number).containsExactly(1L, 2L);
    }

    // --- rows that are refused ---

    static Stream<Arguments> refused_rows() {
        return Stream.of(
                Arguments.of("row-shape", "-", "[7]"),
                Arguments.of("row-shape", "-", "[{\"section\":\"2.2. Produits qualifiés\"}]"),
                Arguments.of("row-shape", "-", "[{\"section\":1,\"cells\":{},\"links\":{}}]"),
                Arguments.of("row-shape", "-", "[{\"section\":\"x\",\"cells\":{\"a\":\"b\"},\"links\":{}}]"),
                Arguments.of("row-shape", "-", "[{\"section\":\"x\",\"cells\":{\"a\":[1]},\"links\":{}}]"),
                Arguments.of("row-shape", "-", "[{\"section\":\"x\",\"cells\":{},\"links\":{\"a\":1}}]"),
                row("unknown-section", "section", OfficialRows.of("9.9. Autres merveilles")),
                row(
                        "value-missing",
                        OfficialRows.DEVELOPER,
                        OfficialRows.commonCriteria().cell(OfficialRows.DEVELOPER)),
                row("value-missing", "Nom du produit", OfficialRows.qualified().cell("Nom du produit", " ")),
                row(
                        "value-missing",
                        OfficialRows.CC_START,
                        OfficialRows.qualified().without(OfficialRows.START)),
                row(
                        "value-missing",
                        OfficialRows.DECISION,
                        OfficialRows.qualified().cell(OfficialRows.DECISION)),
                row(
                        "value-missing",
                        OfficialRows.CERTIFICATE,
                        OfficialRows.qualified().without(OfficialRows.DECISION)),
                row("date-format", OfficialRows.START, OfficialRows.qualified().cell(OfficialRows.START, "2025-06-23")),
                row("date-format", OfficialRows.END, OfficialRows.qualified().cell(OfficialRows.END, "31/02/2028")),
                row("date-format", OfficialRows.END, OfficialRows.qualified().cell(OfficialRows.END, "1/3/2028")),
                row("date-format", OfficialRows.END, OfficialRows.qualified().cell(OfficialRows.END, "23/06/28")),
                row("date-format", OfficialRows.END, OfficialRows.qualified().cell(OfficialRows.END, "23/06/9999")),
                row("date-format", OfficialRows.END, OfficialRows.qualified().cell(OfficialRows.END, "bientôt")),
                row("dates-reversed", OfficialRows.END, OfficialRows.qualified().cell(OfficialRows.END, "22/06/2025")),
                row("yes-no", "Sécurité nationale 14", OfficialRows.passi().cell("Sécurité nationale 14", "Peut-être")),
                row(
                        "marking-not-allowed",
                        "Niveau d’agrément 4",
                        OfficialRows.qualified().cell("Niveau d’agrément 4", "SECRET")),
                row(
                        "marking-not-allowed",
                        "Niveau d’agrément 4",
                        OfficialRows.qualified().cell("Niveau d’agrément 4", "TRÈS", "SECRET")),
                row(
                        "marking-not-allowed",
                        "Niveau d’agrément 4",
                        OfficialRows.qualified().cell("Niveau d’agrément 4", "EU CONFIDENTIAL")),
                row(
                        "reference-format",
                        OfficialRows.DECISION,
                        OfficialRows.qualified().cell(OfficialRows.DECISION, "13<98>")),
                row(
                        "text-too-long",
                        OfficialRows.DECISION,
                        OfficialRows.qualified().cell(OfficialRows.DECISION, "1".repeat(81))),
                row(
                        "text-too-long",
                        "Nom du produit",
                        OfficialRows.qualified().cell("Nom du produit", "a".repeat(601))),
                row(
                        "text-too-long",
                        "Niveau de qualification",
                        OfficialRows.qualified().cell("Niveau de qualification", "a".repeat(201))),
                row(
                        "control-character",
                        "Nom du produit",
                        OfficialRows.qualified().cell("Nom du produit", "Brume\u0007Coffre")),
                row("formula", "Nom du produit", OfficialRows.qualified().cell("Nom du produit", "=cmd|' /C calc'!A0")),
                row(
                        "formula",
                        OfficialRows.PROVIDER,
                        OfficialRows.qualified().cell(OfficialRows.PROVIDER, "@SUM(A1)")));
    }

    private static Arguments row(String code, String column, OfficialRows row) {
        return Arguments.of(code, column, row.source());
    }

    @ParameterizedTest
    @MethodSource("refused_rows")
    void a_row_that_says_something_wrong_is_refused_with_its_reason(String code, String column, String source) {
        ReadRow row = Reading.only(format, source);

        assertThat(row.facts()).isEmpty();
        assertThat(row.problems()).extracting(RowProblem::code).containsExactly(code);
        assertThat(row.problems()).extracting(RowProblem::column).containsExactly(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET",
                "Très Secret",
                "TRÈS|SECRET",
                "Confidentiel UE",
                "EU CONFIDENTIAL",
                "NATO SECRET",
                "DR SF"
            })
    void invariant_63_no_marking_above_the_three_that_may_be_listed_comes_in(String marking) {
        OfficialRows row = OfficialRows.qualified().cell("Niveau d’agrément 4", marking.split("\\|"));

        assertThat(Reading.problems(Reading.only(format, row.source()))).containsExactly("marking-not-allowed");
    }

    @Test
    void a_refused_row_does_not_stop_the_next_and_tells_where_it_stands() {
        List<ReadRow> rows =
                Reading.rows(format, "[null," + OfficialRows.qualified().row() + "]");

        assertThat(rows).extracting(ReadRow::locator).containsExactly("p. ?, #1", "p. 44, #2");
        assertThat(rows.get(1).facts()).isPresent();
    }

    // --- rows that are kept and noticed ---

    static Stream<Arguments> noticed_rows() {
        return Stream.of(
                row("unknown-column", "Audit", OfficialRows.passi().cell("Audit de bonne humeur", "X")),
                row("unknown-mark", "", OfficialRows.passi().cell("Audit d'architecture", "partiel")),
                row("unknown-level", "", OfficialRows.qualified().cell("Niveau de qualification", "Sublime")),
                row("unknown-category", "", OfficialRows.commonCriteria().cell("Type de produit", "Grille-pain")),
                row("unknown-reference", "", OfficialRows.commonCriteria().cell(OfficialRows.CERTIFICATE, "XYZ-7")),
                row("level-missing", "", OfficialRows.qualified().cell("Niveau de qualification")),
                row("end-date-missing", "", OfficialRows.qualified().cell(OfficialRows.END)),
                row("end-date-missing", "", OfficialRows.qualified().cell(OfficialRows.END, "Non", "maintenu")),
                row("not-of-scheme", "", OfficialRows.commonCriteria().cell("Sécurité nationale", "Oui")),
                row("not-of-scheme", "", OfficialRows.passi().cell("Niveau d'agrément", "DR")),
                row("not-of-scheme", "", OfficialRows.commonCriteria().tick("green")),
                row("unknown-mark", "", OfficialRows.qualified().tick("violet")),
                row(
                        "decision-year-from-start",
                        "",
                        OfficialRows.qualified().link(OfficialRows.DECISION, "https://visas.example/2024_7_np.pdf")),
                row(
                        "link-repaired",
                        "",
                        OfficialRows.commonCriteria()
                                .link("Lien vers la cible de sécurité", "file:///C:/odt/https:visas.example")),
                row(
                        "link-not-public",
                        "",
                        OfficialRows.commonCriteria().link("Lien vers la cible de sécurité", "file:///C:/odt/a.pdf")),
                row("unknown-identifier", "", OfficialRows.qualified().cell("OID du service", "à venir")),
                row("validity-beyond-scheme", "", OfficialRows.passi().cell(OfficialRows.END, "22/09/2031")));
    }

    @ParameterizedTest
    @MethodSource("noticed_rows")
    void an_unusual_row_is_kept_and_noticed(String code, String unused, String source) {
        ReadRow row = Reading.only(format, source);

        assertThat(row.problems()).isEmpty();
        assertThat(Reading.notices(row)).containsExactly(code);
    }

    @Test
    void invariant_20_a_validity_beyond_the_scheme_is_kept_and_flagged() {
        VisaFacts facts = Reading.facts(
                format,
                OfficialRows.passi().cell(OfficialRows.END, "22/09/2031").source());

        assertThat(facts.flags()).containsExactly("validity-beyond-scheme");
        assertThat(facts.validity().lastDay()).contains(LocalDate.of(2031, 9, 22));
    }

    @Test
    void an_unknown_level_is_kept_as_printed() {
        VisaFacts facts = Reading.facts(
                format,
                OfficialRows.qualified()
                        .cell("Niveau de qualification", "Sub", "lime")
                        .source());

        assertThat(facts.level()).contains(Claim.unknown("Sub lime"));
    }

    @Test
    void invariant_65_a_cspn_of_before_march_2022_without_end_is_not_maintained_and_never_in_force() {
        for (String end : List.of("Non maintenu", "non|maintenu", "")) {
            VisaFacts facts = Reading.facts(
                    format,
                    OfficialRows.cspn()
                            .cell(OfficialRows.CC_END, end.split("\\|"))
                            .source());

            assertThat(facts.validity().lastDay()).isEmpty();
            assertThat(facts.statusOn(Reading.EDITION_DAY, VisaStatus.ARCHIVED).status())
                    .isEqualTo(VisaStatus.NOT_MAINTAINED);
        }
    }

    // --- rows as they should be ---

    @Test
    void a_certificate_is_read_whole() {
        VisaFacts facts = Reading.facts(format, OfficialRows.commonCriteria().source());

        assertThat(facts.scheme()).hasToString("cc-fr-2002-535");
        assertThat(facts.reference()).isEqualTo(Reference.official("ANSSI-CC-2023-19", 2023));
        assertThat(facts.subject().name()).isEqualTo("Halcyon ID v3");
        assertThat(facts.subject().kind()).isEqualTo(SubjectKind.PRODUCT);
        assertThat(facts.holder().name()).isEqualTo("HALCYON CARDS");
        assertThat(facts.sponsor().orElseThrow().name()).isEqualTo("HALCYON CARDS");
        assertThat(facts.laboratories()).containsExactly("OXALIS");
        assertThat(facts.level()).contains(Claim.known("EAL5+", "EAL5+"));
        assertThat(facts.category()).contains(Claim.known("SMART_CARDS", "Cartes à puce"));
        assertThat(facts.validity().lastDay()).contains(LocalDate.of(2028, 3, 27));
        assertThat(facts.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.address())
                        .hasToString("https://visas.example/ANSSI-CC-2023-19-certificat.pdf"));
        assertThat(facts.listed()).isTrue();
        assertThat(facts.flags()).isEmpty();
    }

    @Test
    void a_european_certificate_is_under_the_version_that_applied_when_it_was_issued() {
        OfficialRows row = OfficialRows.commonCriteria()
                .cell(OfficialRows.CERTIFICATE, "EUCC-3090-", "2025-10-03")
                .cell(OfficialRows.CC_START, "15/10/2025")
                .cell(OfficialRows.CC_END, "15/10/2030");

        assertThat(Reading.facts(format, row.source()).scheme()).hasToString("eucc-2025-01-08");
    }

    @Test
    void a_qualified_product_has_its_decision_of_the_year_in_the_link() {
        OfficialRows row = OfficialRows.qualified()
                .cell("Niveau d’agrément 4", "DR")
                .link(OfficialRows.DECISION, "https://visas.example/2024_1398_np.pdf");

        VisaFacts facts = Reading.facts(format, row.source());

        assertThat(facts.reference()).isEqualTo(Reference.decision("1398", 2024));
        assertThat(facts.holder().name()).isEqualTo("Brume Télécom");
        assertThat(facts.subject().versions()).contains("4.3.x");
        assertThat(facts.agrement()).contains(Agrement.DIFFUSION_RESTREINTE);
        assertThat(facts.recommendationOverride()).isEmpty();
    }

    @Test
    void a_provider_without_named_service_is_known_by_its_own_name() {
        VisaFacts facts = Reading.facts(format, OfficialRows.passi().source());

        assertThat(facts.subject().name()).isEqualTo("Vigie Ponant");
        assertThat(facts.subject().kind()).isEqualTo(SubjectKind.SERVICE);
        assertThat(facts.scopes()).containsExactly("ORGANISATIONAL_PHYSICAL_AUDIT", "PENETRATION_TEST");
        assertThat(facts.nationalSecurity()).contains(false);
        assertThat(facts.level()).contains(Claim.known("HIGH", "Elevé"));
    }

    @Test
    void a_level_that_has_no_object_is_a_level_of_the_older_version() {
        VisaFacts facts = Reading.facts(
                format,
                OfficialRows.passi()
                        .cell("Niveau de qualification", "Sans", "objet")
                        .source());

        assertThat(facts.scheme()).hasToString("passi-2.1");
        assertThat(facts.level()).contains(Claim.known("NOT_APPLICABLE", "Sans objet"));
    }

    @Test
    void a_mark_that_the_rule_would_not_give_becomes_an_override_of_that_day() {
        ReadRow row = Reading.only(format, OfficialRows.passi().tick("orange").source());
        VisaFacts facts = row.facts().orElseThrow();

        assertThat(Reading.notices(row)).containsExactly("recommendation-override");
        assertThat(facts.recommendationOverride()).hasValueSatisfying(override -> {
            assertThat(override.level()).isEqualTo(Recommendation.MODERATE);
            assertThat(override.setBy()).isEqualTo("anssi-catalogue");
            assertThat(override.setOn()).isEqualTo(Reading.EDITION_DAY);
            assertThat(override.reason()).contains("2025-12-05");
        });
    }

    @Test
    void a_protection_profile_stands_in_the_column_of_the_target() {
        OfficialRows row = OfficialRows.of(OfficialRows.PROFILES)
                .cell(OfficialRows.DEVELOPER, "BRUME TÉLÉCOM")
                .cell("Nom du profil de protection", "Coffre de clés")
                .cell(OfficialRows.CC_START, "11/02/2019")
                .cell(OfficialRows.CC_END, "11/02/2039")
                .cell(OfficialRows.CERTIFICATE, "ANSSI-CC-", "PP-2019-01")
                .link("Lien vers la cible de sécurité", "https://visas.example/PP-2019-01.pdf");

        VisaFacts facts = Reading.facts(format, row.source());

        assertThat(facts.subject().kind()).isEqualTo(SubjectKind.PROTECTION_PROFILE);
        assertThat(facts.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.kind()).isEqualTo(DocumentKind.PROTECTION_PROFILE));
    }

    @Test
    void a_trust_service_has_its_oid() {
        OfficialRows row = OfficialRows.of(OfficialRows.TIMESTAMPING)
                .cell(OfficialRows.PROVIDER, "Brume Télécom")
                .cell("Nom du service", "Brume", "Horodatage")
                .cell("OID du service", "1.2.250.1.", "9999.1")
                .cell(OfficialRows.START, "16/04/2024")
                .cell(OfficialRows.END, "16/04/2026")
                .cell(OfficialRows.DECISION, "735")
                .link(OfficialRows.DECISION, "https://visas.example/2024_735_np.pdf");

        assertThat(Reading.facts(format, row.source()).identifiers())
                .containsExactly(new Identifier(Identifier.Kind.OID, "1.2.250.1.9999.1"));
    }

    @Test
    void laboratories_joined_in_one_cell_are_told_apart() {
        String alone = OfficialRows.commonCriteria()
                .cell("Nom du centre d'évaluation (CESTI)", "ARVOR EVAL")
                .row();
        String joined = OfficialRows.commonCriteria()
                .cell("Nom du centre d'évaluation (CESTI)", "OXALIS+A", "RVOR EVAL + VI", "GIE")
                .row();

        List<ReadRow> rows = Reading.rows(format, "[" + alone + "," + joined + "]");

        assertThat(rows.get(1).facts().orElseThrow().laboratories()).containsExactly("OXALIS", "ARVOR EVAL", "VIGIE");
    }

    @Test
    void a_column_under_two_headings_of_a_split_row_is_one() {
        OfficialRows row = OfficialRows.qualified().cell("Niveau d’agrément", "DR");

        assertThat(Reading.facts(format, row.source()).agrement()).contains(Agrement.DIFFUSION_RESTREINTE);
    }

    @Test
    void a_byte_order_mark_and_an_empty_array_are_fine() {
        assertThat(Reading.rows(format, "\uFEFF[]")).isEmpty();
        assertThat(Reading.facts(format, "\uFEFF" + OfficialRows.passi().source()))
                .isEqualTo(Reading.facts(format, OfficialRows.passi().source()));
    }

    @Test
    void an_edition_without_day_compares_no_mark() {
        List<ReadRow> rows = Reading.rows(
                format,
                Reading.bytes(OfficialRows.passi().tick("red").source()),
                new org.sceau.registry.application.importing.Edition(Optional.empty(), Reading.EDITION_DAY));

        assertThat(rows.get(0).facts().orElseThrow().recommendationOverride()).isEmpty();
        assertThat(rows.get(0).notices()).isEmpty();
    }
}
