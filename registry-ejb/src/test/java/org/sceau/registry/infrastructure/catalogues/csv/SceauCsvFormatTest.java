package org.sceau.registry.infrastructure.catalogues.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.application.importing.RowProblem;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.VisaDocument;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.infrastructure.catalogues.GeneratedBytes;
import org.sceau.registry.infrastructure.catalogues.Reading;
import org.sceau.registry.infrastructure.catalogues.SharedData;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SceauCsvFormatTest {
    private static final String HEADER = "family,reference,holder,name,valid_from,valid_until,status,listed";
    private static final String RECORD =
            "cspn,ANSSI-CSPN-2026-11,Serrure Libre,Serrure Libre 3.2,2026-06-22,2029-06-22,in-force,yes";
    private static final long RECORD_BYTES = 64 << 10;
    private static final long BUFFER = 8192;

    private final SceauCsvFormat format = new SceauCsvFormat(Reading.SCHEMES);

    // --- sources that cannot be read ---

    static Stream<Arguments> unreadable_sources() {
        return Stream.of(
                Arguments.of("header-missing-column", 1, "family", ""),
                Arguments.of("header-missing-column", 1, "family", "\n \n"),
                Arguments.of("header-missing-column", 1, "listed", HEADER.replace(",listed", "")),
                Arguments.of("header-unknown-column", 1, "Family", HEADER.replace("family", "Family")),
                Arguments.of("header-unknown-column", 1, "", HEADER + ","),
                Arguments.of("header-unknown-column", 3, "secret", "\n\n" + HEADER + ",secret"),
                Arguments.of("header-unknown-column", 1, HEADER.replace(',', '|'), HEADER.replace(',', '|')),
                Arguments.of("header-duplicate-column", 1, "holder", HEADER + ",holder"),
                Arguments.of("separator", 1, HEADER.replace(',', '\t'), HEADER.replace(',', '\t')),
                Arguments.of("separator", 1, HEADER.substring(7), HEADER.replaceFirst(",", ";")),
                Arguments.of("csv-quotes", 2, "quotation mark inside a cell", HEADER + "\ncs\"pn,"),
                Arguments.of("csv-quotes", 2, "text after a closing quotation mark", HEADER + "\n\"cspn\"x,"),
                Arguments.of("csv-quotes", 2, "no closing quotation mark", HEADER + "\n\"cspn\n\n\n"),
                Arguments.of("csv-line-end", 1, "carriage return alone", HEADER + "\r" + RECORD),
                Arguments.of("cell-too-long", 2, "more than 4000 characters", HEADER + "\n" + "a".repeat(4001)),
                Arguments.of("cell-too-long", 2, "more than 4000 characters", HEADER + "\n\"" + "a".repeat(4001)),
                Arguments.of("too-many-columns", 2, "more than 60", HEADER + "\n" + ",".repeat(60)),
                Arguments.of("encoding", 2, "NUL", HEADER + "\ncspn,\u0000"),
                Arguments.of(
                        "line-too-long",
                        2,
                        "more than 65536 bytes",
                        HEADER + "\n" + ("a".repeat(3999) + ",").repeat(17)));
    }

    @ParameterizedTest
    @MethodSource("unreadable_sources")
    void a_source_that_cannot_be_followed_is_refused_with_its_line(
            String code, long line, String detail, String source) {
        UnreadableCatalogue refusal = Reading.refusal(format, source);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void another_encoding_is_refused(String charset) {
        byte[] source = (HEADER + "\ncspn,x,Société Écluse,y,,,,").getBytes(Charset.forName(charset));

        assertThat(Reading.refusal(format, new ByteArrayInputStream(source)).code())
                .isEqualTo("encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HEADER + "\n", HEADER + "\n\"", HEADER + "\ncspn,", HEADER + "\n" + RECORD + "\n,,"})
    void two_gigabytes_on_one_line_are_refused_after_a_record_s_bytes(String beginning) {
        GeneratedBytes source = new GeneratedBytes(beginning, "a", 2L << 30);

        assertThat(Reading.refusal(format, source).code()).isEqualTo("cell-too-long");
        assertThat(source.taken()).isLessThanOrEqualTo(RECORD_BYTES + 2 * BUFFER);
    }

    @Test
    void a_line_of_two_gigabytes_of_short_cells_is_refused_too() {
        GeneratedBytes source = new GeneratedBytes(HEADER + "\n", "a,", 2L << 30);

        assertThat(Reading.refusal(format, source).code()).isEqualTo("too-many-columns");
        assertThat(source.taken()).isLessThanOrEqualTo(2 * BUFFER);
    }

    @Test
    void endless_blank_lines_are_refused_at_the_bound_of_the_source() {
        GeneratedBytes source = new GeneratedBytes(HEADER + "\n", "\n", 2L << 30);
        SceauCsvFormat narrow = new SceauCsvFormat(Reading.SCHEMES, 1 << 20);

        assertThat(Reading.refusal(narrow, source).code()).isEqualTo("source-too-long");
        assertThat(source.taken()).isEqualTo((1 << 20) + 1);
    }

    @Test
    void nothing_of_the_hostile_collection_is_read() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.of("hostile-generated"))) {
            for (Path file : files.toList()) {
                assertThat(Reading.refusal(format, new ByteArrayInputStream(Files.readAllBytes(file)))
                                .code())
                        .as(file.getFileName().toString())
                        .matches("header-.*|encoding|csv-.*|separator|cell-too-long|too-many-columns");
            }
        }
    }

    @Test
    void the_header_is_the_one_that_the_published_schemas_describe() throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "formats", "sceau-csv", "cspn.schema.json"));
        List<String> described = Pattern.compile("\"name\": ?\"([a-z_]+)\"")
                .matcher(schema)
                .results()
                .map(field -> field.group(1))
                .toList();

        assertThat(Arrays.stream(SceauColumn.values()).map(SceauColumn::heading))
                .containsExactlyElementsOf(described);
    }

    // --- records that are refused ---

    static Stream<Arguments> refused_records() {
        return Stream.of(
                refused("value-missing", "family", SceauRows.cspn().with("family", " ")),
                refused("value-missing", "reference", SceauRows.cspn().with("reference", "")),
                refused("value-missing", "holder", SceauRows.cspn().with("holder", "")),
                refused("value-missing", "name", SceauRows.cspn().with("name", "")),
                refused("value-missing", "valid_from", SceauRows.cspn().with("valid_from", "")),
                refused("value-missing", "status", SceauRows.cspn().with("status", "")),
                refused("value-missing", "listed", SceauRows.cspn().with("listed", "")),
                refused("value-missing", "status_since", SceauRows.cspn().with("status", "withdrawn")),
                refused("unknown-family", "family", SceauRows.cspn().with("family", "CSPN")),
                // Authorisations are never public, so nothing brings one into the catalogue.
                refused("unknown-family", "family", SceauRows.cspn().with("family", "r226")),
                refused("unknown-scheme", "scheme", SceauRows.cspn().with("scheme", "cspm")),
                refused("unknown-scheme", "scheme", SceauRows.cspn().with("scheme", "Not An Id")),
                refused("unknown-scheme", "scheme", SceauRows.cspn().with("scheme_version", "1.1")),
                refused(
                        "unknown-scheme",
                        "scheme",
                        SceauRows.cspn().with("scheme", "cspn").with("scheme_version", "9")),
                refused(
                        "scheme-of-another-family",
                        "scheme",
                        SceauRows.cspn().with("scheme", "cc-fr").with("scheme_version", "2002-535")),
                refused("reference-format", "reference", SceauRows.cspn().with("reference", "<b>7</b>")),
                refused("reference-format", "reference", SceauRows.cspn().with("reference", "1".repeat(81))),
                refused("year-format", "decision_year", SceauRows.passi().with("decision_year", "26")),
                refused("year-differs", "decision_year", SceauRows.cspn().with("decision_year", "2025")),
                refused("siren-format", "holder_siren", SceauRows.cspn().with("holder_siren", "12345678")),
                refused("date-format", "valid_from", SceauRows.cspn().with("valid_from", "23/06/2025")),
                refused("date-format", "valid_until", SceauRows.cspn().with("valid_until", "2029-02-29")),
                refused("date-format", "valid_until", SceauRows.cspn().with("valid_until", "2029-06-22T00:00:00Z")),
                refused("date-format", "valid_until", SceauRows.cspn().with("valid_until", "Non maintenu")),
                refused("date-format", "status_since", SceauRows.cspn().with("status_since", "06/2026")),
                refused("dates-reversed", "valid_until", SceauRows.cspn().with("valid_until", "2026-06-21")),
                refused("yes-no", "listed", SceauRows.cspn().with("listed", "oui")),
                refused("yes-no", "national_security", SceauRows.passi().with("national_security", "1")),
                refused("not-of-scheme", "national_security", SceauRows.cspn().with("national_security", "yes")),
                refused(
                        "not-of-scheme",
                        "recommendation_override",
                        SceauRows.cspn().with("recommendation_override", "optimal")),
                refused(
                        "unknown-recommendation",
                        "recommendation_override",
                        SceauRows.passi().with("recommendation_override", "green")),
                refused("unknown-scope", "scopes", SceauRows.passi().with("scopes", "PENETRATION_TEST|MIND_READING")),
                refused("marking-not-allowed", "agrement", SceauRows.qualified().with("agrement", "secret")),
                refused("marking-not-allowed", "agrement", SceauRows.qualified().with("agrement", "nato-confidential")),
                refused("not-of-scheme", "agrement", SceauRows.cspn().with("agrement", "DIFFUSION_RESTREINTE")),
                refused("unknown-status", "status", SceauRows.cspn().with("status", "expired")),
                refused("unknown-status", "status", SceauRows.cspn().with("status", "not-yet-in-force")),
                refused("unknown-status", "status", SceauRows.cspn().with("status", "valid")),
                refused(
                        "status-before-start",
                        "status_since",
                        SceauRows.cspn().with("status", "archived").with("status_since", "2026-06-21")),
                refused(
                        "status-until-without-suspension",
                        "status_until",
                        SceauRows.cspn().with("status_until", "2027-01-01")),
                refused(
                        "dates-reversed",
                        "status_until",
                        SceauRows.cspn()
                                .with("status", "suspended")
                                .with("status_since", "2027-01-02")
                                .with("status_until", "2027-01-01")),
                refused(
                        "url-format",
                        "certificate_url",
                        SceauRows.cspn().with("certificate_url", "javascript:alert(1)")),
                refused("url-format", "source_url", SceauRows.cspn().with("source_url", "file:///C:/a.pdf")),
                refused("identifier-format", "oid", SceauRows.cspn().with("oid", "1.2|x")),
                refused("identifier-format", "cpe", SceauRows.cspn().with("cpe", "cpe")),
                refused("identifier-format", "purl", SceauRows.cspn().with("purl", "npm/left-pad")),
                refused("text-too-long", "name", SceauRows.cspn().with("name", "a".repeat(601))),
                refused("text-too-long", "holder", SceauRows.cspn().with("holder", "a".repeat(301))),
                refused("text-too-long", "status_reason", SceauRows.cspn().with("status_reason", "a".repeat(501))),
                refused("control-character", "name", SceauRows.cspn().with("name", "Serrure\u0007Libre")),
                refused("control-character", "name", SceauRows.cspn().with("name", "Serrure\uFFFELibre")));
    }

    private static Arguments refused(String code, String column, SceauRows record) {
        return Arguments.of(code, column, record.source());
    }

    @ParameterizedTest
    @MethodSource("refused_records")
    void a_record_that_says_something_wrong_is_refused_with_its_reason(String code, String column, String source) {
        ReadRow row = Reading.only(format, source);

        assertThat(row.facts()).isEmpty();
        assertThat(row.problems()).extracting(RowProblem::code).containsExactly(code);
        assertThat(row.problems()).extracting(RowProblem::column).containsExactly(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "@SUM(A1)",
                "+1+1",
                "-2+3",
                "+cmd",
                "-(1)",
                "\tSerrure",
                "\rSerrure",
                " =1",
                "\u200B=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF201",
                "\uFF0D1"
            })
    void a_text_that_a_spreadsheet_would_run_is_refused(String name) {
        assertThat(Reading.problems(
                        Reading.only(format, SceauRows.cspn().with("name", name).source())))
                .containsExactly("formula");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- sans nom -", "+ ", "A=B", "a@b.example", "3 - 2", "-"})
    void a_sign_that_begins_no_formula_is_a_text(String name) {
        assertThat(Reading.facts(format, SceauRows.cspn().with("name", name).source())
                        .subject()
                        .name())
                .isEqualTo(name.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a,b; 2 of 8", "a,b,c,d,e,f,g,h,i; 9 of 8"})
    void a_record_with_too_few_or_too_many_cells_is_refused(String record, String counted) {
        ReadRow row = Reading.only(format, HEADER + "\n" + record);

        assertThat(row.problems()).containsExactly(new RowProblem("cell-count", "-", counted));
    }

    @Test
    void one_record_says_all_that_is_wrong_with_it() {
        ReadRow row = Reading.only(
                format,
                SceauRows.cspn()
                        .with("family", "?")
                        .with("holder", "")
                        .with("valid_from", "1/1/26")
                        .with("listed", "oui")
                        .source());

        assertThat(Reading.problems(row))
                .containsExactlyInAnyOrder("unknown-family", "value-missing", "date-format", "yes-no");
    }

    @Test
    void a_refused_record_does_not_stop_the_next_and_tells_its_line() {
        List<ReadRow> rows = Reading.rows(
                format,
                HEADER + "\n\n" + RECORD.replace("2026-06-22", "22/06/2026") + "\n\"cspn\"" + RECORD.substring(4)
                        + "\n;;\n");

        assertThat(rows).extracting(ReadRow::locator).containsExactly("l. 3", "l. 4", "l. 5");
        assertThat(rows).extracting(row -> row.facts().isPresent()).containsExactly(false, true, false);
    }

    // --- records that are kept and noticed ---

    @ParameterizedTest
    @CsvSource({
        "unknown-level,            level,         Sublime",
        "level-missing,            level,         ''",
        "decision-year-from-start, decision_year, ''",
        "unknown-reference,        reference,     Z/9",
        "end-date-missing,         valid_until,   ''",
        "validity-beyond-scheme,   valid_until,   2036-01-01",
    })
    void an_unusual_record_is_kept_and_noticed(String code, String column, String value) {
        ReadRow row = Reading.only(format, SceauRows.passi().with(column, value).source());

        assertThat(row.problems()).isEmpty();
        assertThat(Reading.notices(row)).containsExactly(code);
    }

    @Test
    void an_unknown_category_is_kept_as_written() {
        VisaFacts facts = Reading.facts(
                format, SceauRows.cspn().with("category", "Grille-pain").source());

        assertThat(facts.category()).contains(Claim.unknown("Grille-pain"));
        assertThat(facts.flags()).containsExactly("unknown-category");
    }

    // --- records as they should be ---

    @Test
    void a_record_with_every_column_is_read_whole() {
        String source = SceauRows.passi()
                .with("scheme", "passi")
                .with("scheme_version", "2.2")
                .with("holder_siren", "123 456 789")
                .with("sponsor", "Ville d'Arvor")
                .with("laboratory", "Arvor Évaluation|Laboratoire Oxalis")
                .with("recommendation_override", "critical")
                .with("status", "suspended")
                .with("status_since", "2027-01-02")
                .with("status_until", "2027-02-02")
                .with("status_reason", "Engagement rompu, réponse attendue")
                .with("conditions", "Hors outre-mer.|Sous-traitance exclue.")
                .with("decision_url", "https://vigie.example/2026_445_np.pdf")
                .with("contact_url", "https://vigie.example/csirt")
                .with("website_url", "http://vigie.example/")
                .with("oid", "1.2.250.1.9999|1.2.250.1.9998")
                .with("cpe", "cpe:2.3:a:vigie:ponant:1:*:*:*:*:*:*:*")
                .with("purl", "pkg:generic/vigie@1")
                .with("region", "53")
                .with("source_url", "https://vigie.example/list")
                .with("listed", "no")
                .source();

        ReadRow row = Reading.only(format, source);
        VisaFacts facts = row.facts().orElseThrow(() -> new AssertionError(row.problems()));

        assertThat(row.notices()).isEmpty();
        assertThat(facts.scheme()).hasToString("passi-2.2");
        assertThat(facts.reference()).isEqualTo(Reference.decision("445", 2026));
        assertThat(facts.holder()).isEqualTo(new Organisation("Vigie Ponant", Optional.of("123456789")));
        assertThat(facts.sponsor()).contains(Organisation.named("Ville d'Arvor"));
        assertThat(facts.laboratories()).containsExactly("Arvor Évaluation", "Laboratoire Oxalis");
        assertThat(facts.level()).contains(Claim.known("HIGH", "HIGH"));
        assertThat(facts.scopes()).isEqualTo(Set.of("ARCHITECTURE_AUDIT", "PENETRATION_TEST"));
        assertThat(facts.nationalSecurity()).contains(false);
        assertThat(facts.statuses())
                .containsExactly(
                        StatusChange.inForce(LocalDate.of(2026, 3, 14)),
                        new StatusChange(
                                VisaStatus.SUSPENDED,
                                LocalDate.of(2027, 1, 2),
                                Optional.of(LocalDate.of(2027, 2, 2)),
                                Optional.of("Engagement rompu, réponse attendue")));
        assertThat(facts.recommendationOverride()).hasValueSatisfying(override -> {
            assertThat(override.level()).isEqualTo(Recommendation.CRITICAL);
            assertThat(override.setBy()).isEqualTo("sceau-csv");
            assertThat(override.setOn()).isEqualTo(Reading.EDITION_DAY);
        });
        assertThat(facts.conditions())
                .extracting(Clause::fr)
                .containsExactly("Hors outre-mer.", "Sous-traitance exclue.");
        assertThat(facts.documents())
                .extracting(VisaDocument::kind)
                .containsExactly(
                        DocumentKind.QUALIFICATION_DECISION, DocumentKind.INCIDENT_CONTACT, DocumentKind.WEBSITE);
        assertThat(facts.identifiers())
                .extracting(Identifier::kind)
                .containsExactly(Identifier.Kind.OID, Identifier.Kind.OID, Identifier.Kind.CPE, Identifier.Kind.PURL);
        assertThat(facts.region()).contains("53");
        assertThat(facts.listed()).isFalse();
    }

    @Test
    void the_approvals_that_may_be_listed_are_read() {
        assertThat(Reading.facts(
                                format,
                                SceauRows.qualified()
                                        .with("agrement", "diffusion-restreinte")
                                        .source())
                        .agrement())
                .contains(Agrement.DIFFUSION_RESTREINTE);
        assertThat(Reading.facts(
                                format,
                                SceauRows.qualified()
                                        .with("agrement", "eu-restricted")
                                        .source())
                        .agrement())
                .contains(Agrement.EU_RESTRICTED);
    }

    @Test
    void a_visa_of_a_future_day_is_read() {
        VisaFacts facts = Reading.facts(
                format,
                SceauRows.cspn()
                        .with("valid_from", "2150-01-01")
                        .with("valid_until", "2153-01-01")
                        .source());

        assertThat(facts.statusOn(Reading.EDITION_DAY, VisaStatus.ARCHIVED).status())
                .isEqualTo(VisaStatus.NOT_YET_IN_FORCE);
    }

    @Test
    void a_cspn_without_end_of_before_march_2022_is_not_maintained_without_notice() {
        ReadRow row = Reading.only(
                format,
                SceauRows.cspn()
                        .with("reference", "ANSSI-CSPN-2019-07")
                        .with("valid_from", "2019-05-02")
                        .with("valid_until", "")
                        .with("status", "not-maintained")
                        .source());

        assertThat(row.notices()).isEmpty();
        assertThat(row.facts().orElseThrow().statuses())
                .extracting(StatusChange::status)
                .containsExactly(VisaStatus.NOT_MAINTAINED);
    }

    @Test
    void without_a_scheme_the_one_that_fits_is_taken_and_with_one_its_version_of_the_day() {
        assertThat(Reading.facts(
                                format,
                                SceauRows.passi().with("level", "Sans objet").source())
                        .scheme())
                .hasToString("passi-2.1");
        assertThat(Reading.facts(
                                format,
                                SceauRows.passi().with("scheme", "passi").source())
                        .scheme())
                .hasToString("passi-2.2");
    }

    @Test
    void separator_line_end_quotes_and_byte_order_mark_change_nothing() {
        SceauRows record = SceauRows.cspn().with("name", "Serrure \"Libre\", 3;2");
        VisaFacts facts = Reading.facts(format, record.source());

        assertThat(facts.subject().name()).isEqualTo("Serrure \"Libre\", 3;2");
        assertThat(Reading.facts(format, record.source(';', "\n"))).isEqualTo(facts);
        assertThat(Reading.facts(format, record.source(';', "\r\n"))).isEqualTo(facts);
        assertThat(Reading.facts(format, "\uFEFF" + record.source())).isEqualTo(facts);
        assertThat(Reading.facts(format, record.source().stripTrailing())).isEqualTo(facts);
        assertThat(Reading.facts(format, "\n\r\n" + record.source() + ",,,,,,,\n\n"))
                .isEqualTo(facts);
    }

    @Test
    void a_line_break_in_a_quoted_cell_is_a_space() {
        assertThat(Reading.facts(
                                format,
                                SceauRows.cspn()
                                        .with("name", "Serrure\r\nLibre")
                                        .source())
                        .subject()
                        .name())
                .isEqualTo("Serrure Libre");
    }

    @Test
    void a_hundred_thousand_records_reach_the_sink_one_at_a_time() throws IOException {
        int records = 100_000;
        long length = HEADER.length() + 1 + (long) records * (RECORD.length() + 1);
        GeneratedBytes source = new GeneratedBytes(HEADER + "\n", RECORD + "\n", length);
        AtomicLong rows = new AtomicLong();
        AtomicLong farthestAhead = new AtomicLong();

        format.read(source, Reading.EDITION, row -> {
            rows.incrementAndGet();
            long handedOver = HEADER.length() + 1 + rows.get() * (RECORD.length() + 1);
            farthestAhead.accumulateAndGet(source.taken() - handedOver, Math::max);
            return row.facts().isPresent();
        });

        assertThat(rows).hasValue(records);
        assertThat(source.taken()).isEqualTo(length);
        assertThat(farthestAhead.get()).isLessThanOrEqualTo(2 * BUFFER);
    }

    @Test
    void reading_stops_when_the_sink_wants_no_more() throws IOException {
        List<ReadRow> taken = new ArrayList<>();

        format.read(Reading.bytes(HEADER + "\n" + RECORD + "\n\"broken"), Reading.EDITION, row -> {
            taken.add(row);
            return false;
        });

        assertThat(taken).hasSize(1);
    }

    @Test
    void a_record_beyond_the_basic_plane_is_no_trouble() {
        String name = "Serrure \uD83D\uDD0F";
        byte[] source = SceauRows.cspn().with("name", name).source().getBytes(StandardCharsets.UTF_8);

        List<ReadRow> rows = Reading.rows(format, new ByteArrayInputStream(source), Reading.EDITION);

        assertThat(rows.get(0).facts().orElseThrow().subject().name()).isEqualTo(name);
    }
}
