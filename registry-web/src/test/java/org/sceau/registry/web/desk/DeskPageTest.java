package org.sceau.registry.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskPageTest {
    private static final String ID = "0b1c2d3e-0000-4000-8000-00000000000a";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/x",
                "/desk/home.xhtml",
                "/desk/imports/",
                "/desk/imports/1",
                "/desk/imports/" + ID + "/",
                "/en/desk/en/desk/",
                "/fr/desk/",
                "/desk/imports/0B1C2D3E-0000-4000-8000-00000000000A",
                "/views/desk/home.xhtml",
                "/",
                "",
                "/desk//imports",
                "/desk/schemes/",
                "/desk/schemes/CSPN-1.1",
                "/desk/schemes/..",
                "/desk/schemes/files/cspn-1.1",
                "/desk/schemes/files/../cspn-1.1.yaml",
                "/desk/schemes/files/.yaml",
                "/desk/schemes/revisions/abc",
                "/desk/schemes/revisions/",
                "/desk/health/"
            })
    void what_is_no_desk_leads_nowhere(String path) {
        assertThat(DeskPage.of(path, Languages.USUAL)).isEmpty();
    }

    @Test
    void a_desk_has_one_address_in_each_language() {
        DeskPage home = DeskPage.of("/desk/", Languages.USUAL).orElseThrow();
        DeskPage one = DeskPage.of("/en/desk/imports/" + ID, Languages.USUAL).orElseThrow();

        assertThat(home.view()).isEqualTo(DeskView.HOME);
        assertThat(home.language()).isEqualTo(Language.FRENCH);
        assertThat(one.view()).isEqualTo(DeskView.IMPORT);
        assertThat(one.key()).isEqualTo(ID);
        assertThat(one.address()).isEqualTo("/en/desk/imports/" + ID);
        assertThat(DeskPage.of("/desk/imports", Languages.USUAL).orElseThrow().view())
                .isEqualTo(DeskView.IMPORTS);
    }

    @Test
    void schemes_their_files_and_their_editions_have_addresses_of_their_own() {
        String digest = "0a".repeat(32);

        assertThat(DeskPage.of("/en/desk/schemes/eucc-2025-12-29", Languages.USUAL))
                .hasValueSatisfying(page -> {
                    assertThat(page.view()).isEqualTo(DeskView.SCHEME);
                    assertThat(page.key()).isEqualTo("eucc-2025-12-29");
                });
        assertThat(DeskPage.of("/desk/schemes/files/cspn-1.1.yaml", Languages.USUAL))
                .hasValueSatisfying(page -> {
                    assertThat(page.view()).isEqualTo(DeskView.REVISION);
                    assertThat(page.key()).isEqualTo("cspn-1.1.yaml");
                });
        assertThat(DeskPage.of("/desk/schemes/revisions/" + digest, Languages.USUAL))
                .hasValueSatisfying(page -> {
                    assertThat(page.view()).isEqualTo(DeskView.REVISION);
                    assertThat(page.key()).isEqualTo(digest);
                });
    }

    @Test
    void a_report_is_beside_its_import() {
        assertThat(DeskPage.reportOf("/en/desk/imports/" + ID + "/report.csv", Languages.USUAL))
                .contains(ID);
        assertThat(DeskPage.reportOf("/desk/imports/../report.csv", Languages.USUAL))
                .isEmpty();
        assertThat(DeskPage.reportOf("/desk/imports/" + ID + "/report.csv/x", Languages.USUAL))
                .isEmpty();
    }

    @Test
    void the_operator_says_below_which_codes_desks_lie() {
        Languages turned = Languages.of(Language.ENGLISH, Language.FRENCH);
        DeskPage french = DeskPage.of("/fr/desk/imports", turned).orElseThrow();

        assertThat(DeskPage.of("/en/desk/", turned)).isEmpty();
        assertThat(DeskPage.of("/en/desk/", Languages.of(Language.FRENCH))).isEmpty();
        assertThat(DeskPage.of("/fr/desk/", Languages.of(Language.FRENCH))).isEmpty();
        assertThat(DeskPage.of("/desk/", turned).orElseThrow().language()).isEqualTo(Language.ENGLISH);
        assertThat(french.language()).isEqualTo(Language.FRENCH);
        assertThat(french.path()).isEqualTo("/desk/imports");
        assertThat(french.address()).isEqualTo("/fr/desk/imports");
        assertThat(DeskPage.reportOf("/en/desk/imports/" + ID + "/report.csv", turned))
                .isEmpty();
    }
}
