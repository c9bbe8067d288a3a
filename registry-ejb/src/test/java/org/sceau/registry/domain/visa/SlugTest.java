package org.sceau.registry.domain.visa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.party.OrganisationKey;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "~2", "../etc", "a b", "a/b", "é", ".hidden", "a\nb"})
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_official_reference_becomes_the_address_with_its_slash_written_as_a_dash() {
        assertThat(Slug.of(Reference.official("ANSSI-CSPN-2025/16", 2025), "cspn")
                        .value())
                .isEqualTo("ANSSI-CSPN-2025-16");
    }

    @Test
    void invariant_68_a_decision_number_needs_its_family_and_year_and_further_visas_a_number() {
        Slug slug = Slug.of(Reference.decision("445", 2025), "passi");
        assertThat(slug.value()).isEqualTo("passi-2025-445");
        assertThat(slug.numbered(1)).isEqualTo(slug);
        assertThat(slug.numbered(2).value()).isEqualTo("passi-2025-445~2");
    }

    @Test
    void a_strange_or_very_long_reference_still_gives_an_address() {
        assertThat(Slug.of(Reference.decision("CT PASSI // é 12", 2023), "passi")
                        .value())
                .isEqualTo("passi-2023-CT-PASSI-12");
        assertThat(Slug.of(Reference.official("X".repeat(80), 2023), "cspn").value())
                .hasSize(80);
    }

    @Test
    void a_reference_is_one_printable_line_of_a_plausible_year() {
        assertThatThrownBy(() -> Reference.official("a\nb", 2025)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reference.official(" ", 2025)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reference.decision("445", 25)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spellings_of_one_company_meet_under_one_key() {
        assertThat(OrganisationKey.of("Thales DIS France"))
                .isEqualTo(OrganisationKey.of("THALES DIS FRANCE SAS"))
                .isEqualTo(OrganisationKey.of("Thales Dis  France"));
        assertThat(OrganisationKey.of("Brume Télécom")).isEqualTo(OrganisationKey.of("BRUME TELECOM"));
        assertThat(OrganisationKey.of("SAS")).isNotEqualTo(OrganisationKey.of(""));
        assertThat(OrganisationKey.of("Thales SIX GTS France")).isNotEqualTo(OrganisationKey.of("Thales DIS France"));
    }
}
