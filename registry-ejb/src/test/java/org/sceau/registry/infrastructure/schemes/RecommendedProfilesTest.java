package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.infrastructure.schemes.Shipped.conduct;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** The recommended protection profiles of EUCC Annex III, a vocabulary and no closed list. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecommendedProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void a_profile_that_the_annex_does_not_name_may_be_claimed_all_the_same(String version) {
        FactType claimed = claimed(version);

        assertThat(claimed.known()).isPresent();
        assertThat(claimed.misfit(FactValue.Words.of("ANSSI-CC-PP-2099/01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-02-27, 29, true", "2025-01-08, 29, true", "2025-12-29, 31, false"})
    void each_version_names_those_that_were_read_and_says_of_the_newest_that_its_identifiers_were_not(
            String version, int named, boolean read) {
        FactType.Known known = claimed(version).known().orElseThrow();

        assertThat(known.codes())
                .hasSize(named)
                .containsKeys("BSI-CC-PP-0084-2014", "EN 419211-2:2013", "ANSSI-CC-PP-2015/07");
        assertThat(known.source()).contains("Annex III");
        assertThat(known.verified()).isEqualTo(read);
    }

    @Test
    void the_label_of_a_profile_tells_its_category_in_both_languages() {
        assertThat(claimed("2025-01-08").known().orElseThrow().codes())
                .containsEntry(
                        "BSI-CC-PP-0055-2009",
                        new Label(
                                "Documents de voyage lisibles à la machine : application OACI, contrôle d'accès de base",
                                "Machine readable travel documents: ICAO application, basic access control"));
    }

    private static FactType claimed(String version) {
        return conduct("eucc", version).procedure().fact("protection-profiles").orElseThrow();
    }
}
