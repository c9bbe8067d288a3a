package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.registry.infrastructure.schemes.Shipped.conduct;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.scheme.decision.NumberSeries;

/** Qualifications are known by the number of a decision and its year; the internal id beside it is made of both. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedInternalIdsTest {

    @ParameterizedTest
    @CsvSource({
        "qual-prod, 1.0, ANSSI-QUAL-PROD-2026/07",
        "pacs, 1, QS-PACS-2026-0007",
        "pams, 1.1, QS-PAMS-2026-0007",
        "passi, 2.1, QS-PASSI-2026-0007",
        "passi, 2.2, QS-PASSI-2026-0007",
        "pdis, 2.0, QS-PDIS-2026-0007",
        "pris, 2.0, QS-PRIS-2026-0007",
        "pris, 3.0, QS-PRIS-2026-0007",
        "pris, crise-unverified, QS-PRIS-2026-0007",
        "secnumcloud, 3.2, QS-SecNumCloud-2026-0007"
    })
    void a_qualification_has_an_internal_id_of_year_and_number_of_its_decision(
            String scheme, String version, String id) {
        var numbers = conduct(scheme, version).numbers();

        assertThat(numbers.internalId("7", 2026)).contains(id);
        assertThat(numbers.pattern())
                .as("the decision number stays the reference")
                .isEqualTo("{number}");
    }

    @ParameterizedTest
    @CsvSource({"CT-PASSI-0000", "99070v4", "007"})
    void a_reference_that_is_no_number_of_a_decision_has_none(String reference) {
        assertThat(conduct("passi", "2.2").numbers().internalId(reference, 2026))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{year}",
                "{year}{year}",
                "{year}-{month}",
                "{number}-{number}",
                "{year}-{number}-{",
                "{year}-{body}-{number}"
            })
    void a_form_of_anything_but_a_year_and_a_number_is_no_form(String form) {
        assertThatThrownBy(() -> new NumberSeries(
                        "{number}", Set.of("year"), "decisions", List.of(), Optional.of(form), "Rule 1", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"eucc, 2025-12-29", "cspn, 1.1", "ebios-rm, 1"})
    void where_the_reference_identifies_by_itself_there_is_none_beside_it(String scheme, String version) {
        assertThat(conduct(scheme, version).numbers().internalId("7", 2026)).isEmpty();
    }
}
