package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The definitions against all 840 rows of the official catalogue of 5 Dec 2025 (folder of environment variable SCEAU_DATA). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfficialCatalogueTest {
    private static final Path DATA =
            Path.of(Optional.ofNullable(System.getenv("SCEAU_DATA")).orElse("../../shared/data"));
    private static final Schemes SCHEMES = SchemesFromResources.load(OfficialCatalogueTest.class.getClassLoader());

    @BeforeAll
    static void the_data_must_be_there() {
        if (Files.isDirectory(DATA)) {
            return;
        }
        String message = "NOT RUN: no real data at " + DATA.toAbsolutePath() + " (SCEAU_DATA)";
        System.err.println("*** OfficialCatalogueTest " + message);
        assertThat(System.getenv("SCEAU_DATA_REQUIRED")).as(message).isNotEqualTo("true");
        Assumptions.abort(message);
    }

    @Test
    void every_section_of_the_catalogue_is_a_family_with_a_scheme() throws IOException {
        @SuppressWarnings("unchecked")
        Map<String, Object> counts = (Map<String, Object>) load("counts-2025-12-05.json");
        @SuppressWarnings("unchecked")
        Map<String, Object> sections = (Map<String, Object>) Objects.requireNonNull(counts.get("per_section"));

        assertThat(sections.keySet()).hasSize(22).allSatisfy(section -> {
            FamilyId family = SCHEMES.familyOfHeading(section).orElseThrow().id();
            assertThat(SCHEMES.ofFamily(family)).as(section).isNotEmpty();
        });
    }

    @Test
    void every_printed_level_category_and_scope_is_recognised() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Row row : rows()) {
            Vocabulary vocabulary = SCHEMES.vocabulary(row.family()).orElseThrow();
            String level = row.level();
            if (!Spelling.of(level).isBlank() && vocabulary.level(level).isEmpty()) {
                unknown.add("level " + level);
            }
            row.cell("Type de produit")
                    .filter(category -> vocabulary.category(category).isEmpty())
                    .ifPresent(category -> unknown.add("category " + category));
            row.cells().forEach((heading, cell) -> {
                if (cell.strip().equals("X") && vocabulary.scope(heading).isEmpty()) {
                    unknown.add("scope " + heading);
                }
            });
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void every_printed_reference_leads_to_the_version_it_was_granted_under() throws IOException {
        List<String> unknown = new ArrayList<>();
        List<SchemeVersion> recognised = new ArrayList<>();
        for (Row row : rows()) {
            Optional<SchemeVersion> version = SCHEMES.recognise(row.family(), row.reference(), row.level());
            version.ifPresentOrElse(recognised::add, () -> unknown.add(row.family() + " " + row.reference()));
        }

        assertThat(unknown).isEmpty();
        assertThat(recognised).hasSize(840);
        assertThat(recognised.stream().filter(v -> v.id().scheme().value().equals("eucc")))
                .hasSize(5);
        assertThat(recognised.stream().filter(v -> v.id().toString().equals("passi-2.1")))
                .hasSize(6);
        assertThat(recognised.stream().filter(v -> v.id().toString().equals("passi-2.2")))
                .hasSize(69);
    }

    @Test
    void certificate_references_keep_the_catalogue_form_as_canonical() throws IOException {
        List<Row> certificates = rows().stream()
                .filter(r -> r.cell("Lien vers le certificat").isPresent())
                .toList();

        assertThat(certificates).hasSize(451).allSatisfy(row -> {
            SchemeVersion version = SCHEMES.recognise(row.family(), row.reference(), row.level())
                    .orElseThrow();
            assertThat(version.numbering()
                            .recognise(row.reference())
                            .orElseThrow()
                            .canonical())
                    .isEqualTo(row.reference().replaceAll("\\s", ""));
        });
    }

    private record Row(FamilyId family, Map<String, String> cells) {
        Optional<String> cell(String heading) {
            return cells.entrySet().stream()
                    .filter(c -> Spelling.ofHeading(c.getKey()).equals(Spelling.of(heading)))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        String level() {
            return cell("Niveau de qualification")
                    .or(() -> cell("Niveau de certification"))
                    .orElse("");
        }

        String reference() {
            return cell("Lien vers le certificat")
                    .or(() -> cell("Lien vers la décision de qualification"))
                    .or(() -> cell("Lien vers la décision de certification"))
                    .orElseThrow();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map<String, Object> row : (List<Map<String, Object>>) load("rows-extracted-2025-12-05.json")) {
            Map<String, String> cells = new LinkedHashMap<>();
            ((Map<String, List<String>>) Objects.requireNonNull(row.get("cells")))
                    .forEach((heading, lines) -> cells.put(heading, String.join("\n", lines)));
            String section = String.valueOf(row.get("section"));
            rows.add(new Row(SCHEMES.familyOfHeading(section).orElseThrow().id(), cells));
        }
        assertThat(rows).hasSize(840);
        return rows;
    }

    /** JSON is YAML 1.2, and the parser of the definitions reads both. */
    private static Object load(String file) throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(20_000_000).build();
        try (InputStream in =
                Files.newInputStream(DATA.resolve("anssi-catalogue").resolve(file))) {
            return Objects.requireNonNull(new Load(settings).loadFromInputStream(in));
        }
    }
}
