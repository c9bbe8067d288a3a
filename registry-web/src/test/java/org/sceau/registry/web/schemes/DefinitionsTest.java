package org.sceau.registry.web.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DefinitionsTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(Schemes.class.getClassLoader());
    private static final Definitions DEFINITIONS =
            new Definitions(SCHEMES, new Label("Autorité de démonstration", "Demonstration Authority"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "Svctype",
                "Svctype/nope",
                "Svctype/CA/QC",
                "Svcstatus/granted",
                "TSLType/EUgeneric",
                "StatusDetn/EUappropriate",
                "schemerules/EUcommon",
                "TSLType/<script>",
                "TSLType/"
            })
    void what_is_no_term_of_ours_has_no_definition(String path) {
        assertThat(DEFINITIONS.find(path)).isEmpty();
    }

    @Test
    void every_status_and_family_of_the_lists_is_defined_in_both_languages() {
        for (VisaStatus status : VisaStatus.values()) {
            assertThat(DEFINITIONS.find("Svcstatus/" + status.code())).isPresent();
        }
        SCHEMES.publicFamilies().forEach(family -> {
            assertThat(DEFINITIONS.find("Svctype/" + family.id())).get().satisfies(definition -> {
                assertThat(definition.title().fr()).contains(family.label().fr());
                assertThat(definition.text().en()).contains("Demonstration Authority");
            });
            assertThat(DEFINITIONS.find("schemerules/" + family.id())).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TSLType/security-visas",
                "StatusDetn/decision",
                "SvcInfoExt/level/EAL4+",
                "SvcInfoExt/level/EAL4 "
            })
    void the_other_terms_of_the_lists_are_defined(String path) {
        assertThat(DEFINITIONS.find(path)).isPresent();
    }

    @Test
    void every_shipped_version_can_be_put_into_words() {
        for (Language language : Language.values()) {
            VersionSheets sheets = new VersionSheets(SCHEMES, language);
            assertThat(SCHEMES.all()).allSatisfy(version -> {
                VersionSheet sheet = sheets.sheet(version, true);
                assertThat(sheet.rules())
                        .hasSize(6)
                        .allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
                assertThat(sheet.name()).isNotBlank();
            });
        }
    }
}
