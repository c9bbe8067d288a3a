package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.describing.SchemeTables;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** What each section of a certification report says in turn: EUCC Annex V.1, whose text changed on 29 Dec 2025. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportItemsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-27, executive-summary, 12, evaluation technical report",
        "2025-01-08, executive-summary, 12, summary of threats",
        "2025-01-08, identification, 6, holder and contact",
        "2025-01-08, testing, 6, protection profiles",
        "2025-01-08, results, 5, unique identifier",
        "2025-12-29, executive-summary, 12, date of issue of the initial certificate",
        "2025-12-29, identification, 3, extra requirements",
        "2025-12-29, contacts, 5, laboratory and subcontractors",
        "2025-12-29, security-policies, 3, outcome of its assessment",
        "2025-12-29, evaluation, 4, settings of the target",
        "2025-12-29, bibliography, 7, developer configuration list"
    })
    void a_section_says_what_the_text_of_its_version_lists(String version, String section, int items, String one) {
        assertThat(items(version, section)).hasSize(items).extracting(Label::en).anyMatch(text -> text.contains(one));
    }

    @ParameterizedTest
    @CsvSource({"2025-01-08, unique identifier of the certificate", "2025-12-29, developer configuration list"})
    void whoever_writes_the_report_reads_them_on_the_page_of_the_scheme(String version, String item) {
        assertThat(new SchemeTables(Shipped.SCHEMES)
                        .all(Shipped.version("eucc", version)).stream()
                                .filter(table -> table.id().equals("further"))
                                .flatMap(table -> table.rows().stream())
                                .flatMap(row -> row.cells().stream())
                                .flatMap(List::stream))
                .anyMatch(line -> line.en().contains(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08"})
    void a_report_may_lack_the_sections_that_the_former_text_makes_conditional(String version) {
        assertThat(Shipped.conduct("eucc", version).publication().reportSections())
                .filteredOn(PublicationRule.Field::ifAny)
                .extracting(PublicationRule.Field::id)
                .containsExactly("supplementary-information", "testing", "life-cycle", "mark");
    }

    private static List<Label> items(String version, String section) {
        return Shipped.conduct("eucc", version).publication().reportSections().stream()
                .filter(known -> known.id().equals(section))
                .map(PublicationRule.Field::items)
                .findFirst()
                .orElseThrow();
    }
}
