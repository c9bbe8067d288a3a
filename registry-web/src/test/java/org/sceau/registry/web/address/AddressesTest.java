package org.sceau.registry.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/views/home.xhtml",
                "/views/",
                "/en/views/visa.xhtml",
                "/schemes/CSPN",
                "/schemes/a/b",
                "/trust-lists/..",
                "/schemes/cspn%",
                "/problems/Not-Found",
                "/problems/a/b",
                "/problems/..",
                "/problems/not-found.title",
                "/en/problems/\"><script>"
            })
    void a_path_that_can_never_be_a_page_leads_nowhere(String path) {
        assertThat(Addresses.read(path, Languages.USUAL)).isInstanceOf(Destination.Nowhere.class);
    }

    @ParameterizedTest(name = "[{0}] {1}")
    @CsvSource({
        "FRENCH ENGLISH, /fr",
        "FRENCH ENGLISH, /fr/",
        "FRENCH ENGLISH, /fr/catalogue",
        "FRENCH ENGLISH, /fr/sign-in",
        "ENGLISH FRENCH, /en/",
        "ENGLISH FRENCH, /en/visas/DEMO-CSPN-2026-11",
        "FRENCH,         /en",
        "FRENCH,         /en/about",
        "FRENCH,         /fr/",
        "ENGLISH,        /fr/schemes",
        "ENGLISH,        /en/"
    })
    void below_a_code_that_has_no_place_there_is_nothing(String languages, String path) {
        assertThat(Addresses.read(path, inOrder(languages))).isInstanceOf(Destination.Nowhere.class);
    }

    @ParameterizedTest(name = "[{0}] {1}")
    @CsvSource({
        "ENGLISH FRENCH, /,                             HOME,       ENGLISH",
        "ENGLISH FRENCH, /fr/,                          HOME,       FRENCH",
        "ENGLISH FRENCH, /fr/visas/DEMO-CSPN-2026-11,   VISA,       FRENCH",
        "ENGLISH FRENCH, /uri/Svctype/cspn,             DEFINITION, ENGLISH",
        "ENGLISH,        /catalogue,                    RESULTS,    ENGLISH",
        "FRENCH,         /catalogue,                    RESULTS,    FRENCH"
    })
    void the_operator_says_which_language_needs_no_code(String languages, String path, View view, Language language) {
        assertThat(Addresses.read(path, inOrder(languages))).isInstanceOfSatisfying(Destination.Page.class, page -> {
            assertThat(page.view()).isEqualTo(view);
            assertThat(page.language()).isEqualTo(language);
            assertThat(new Links(inOrder(languages), language).to(page.path())).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/fr,                          /fr/",
        "/fr/trust-lists/cspn,         /fr/trust-lists/cspn/",
        "/fr/visas/DEMO-CC-2026/11-S1, /fr/visas/DEMO-CC-2026-11-S1",
        "/fr/trust-lists/cspn/7.xml,   /trust-lists/cspn/7.xml",
        "/fr/uri/Svctype/cspn,         /uri/Svctype/cspn"
    })
    void another_spelling_moves_within_the_language_that_the_operator_put_below_its_code(String path, String location) {
        assertThat(Addresses.read(path, inOrder("ENGLISH FRENCH"))).isEqualTo(new Destination.Moved(location));
    }

    private static Languages inOrder(String names) {
        return new Languages(Stream.of(names.split(" ")).map(Language::valueOf).toList());
    }

    @Test
    void an_endless_name_leads_nowhere_and_an_endless_foreign_path_is_not_ours() {
        assertThat(Addresses.read("/visas/" + "a".repeat(5_000), Languages.USUAL))
                .isInstanceOf(Destination.Nowhere.class);
        assertThat(Addresses.read("/problems/" + "a".repeat(5_000), Languages.USUAL))
                .isInstanceOf(Destination.Nowhere.class);
        assertThat(Addresses.read("/assets/" + "a".repeat(5_000), Languages.USUAL))
                .isInstanceOf(Destination.Elsewhere.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/base.css",
                "/api/v1/x",
                "/desk/",
                "/trust-lists/cspn/current.xml",
                "/figures/granted.csv",
                "/figures/none",
                "/robots.txt",
                "/english"
            })
    void files_interfaces_and_desks_are_elsewhere(String path) {
        assertThat(Addresses.read(path, Languages.USUAL)).isInstanceOf(Destination.Elsewhere.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/,                 HOME,        FRENCH",
        "/en/,              HOME,        ENGLISH",
        "/catalogue,        RESULTS,     FRENCH",
        "/en/catalogue,     RESULTS,     ENGLISH",
        "/trust-lists/,     TRUST_LISTS, FRENCH",
        "/en/schemes,       SCHEMES,     ENGLISH",
        "/problems/,        PROBLEMS,    FRENCH",
        "/en/problems/,     PROBLEMS,    ENGLISH",
        "/figures,          FIGURES,     FRENCH",
        "/en/figures,       FIGURES,     ENGLISH",
        "/about,            ABOUT,       FRENCH"
    })
    void the_address_alone_says_which_page_and_language(String path, View view, Language language) {
        assertThat(Addresses.read(path, Languages.USUAL)).isInstanceOfSatisfying(Destination.Page.class, page -> {
            assertThat(page.view()).isEqualTo(view);
            assertThat(page.language()).isEqualTo(language);
            assertThat(new Links(Languages.USUAL, language).to(page.path())).isEqualTo(path);
        });
    }

    @Test
    void every_page_has_the_same_path_in_the_other_language() {
        Destination.Page page = (Destination.Page) Addresses.read("/en/visas/DEMO-CSPN-2026-11", Languages.USUAL);

        assertThat(page.key()).isEqualTo("DEMO-CSPN-2026-11");
        assertThat(page.path()).isEqualTo("/visas/DEMO-CSPN-2026-11");
    }

    @ParameterizedTest
    @CsvSource({
        "/en,                          /en/",
        "/catalogue/,                  /catalogue",
        "/trust-lists,                 /trust-lists/",
        "/en/trust-lists/cspn,         /en/trust-lists/cspn/",
        "/schemes/cspn/,               /schemes/cspn",
        "/problems,                    /problems/",
        "/en/problems/not-found/,      /en/problems/not-found",
        "/visas/DEMO-CSPN-2026/11,     /visas/DEMO-CSPN-2026-11",
        "/en/visas/DEMO-CC-2026/11-S1, /en/visas/DEMO-CC-2026-11-S1",
        "/visas/passi-2025-445~2/,     /visas/passi-2025-445~2",
        "/en/trust-lists/cspn/7.xml,   /trust-lists/cspn/7.xml",
        "/figures/,                    /figures",
        "/en/figures/,                 /en/figures",
        "/en/figures/granted.csv,      /figures/granted.csv",
        "/en/uri/Svctype/cspn,         /uri/Svctype/cspn"
    })
    void another_spelling_moves_to_the_one_address(String path, String location) {
        assertThat(Addresses.read(path, Languages.USUAL)).isEqualTo(new Destination.Moved(location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/visas/\"><script>", "/visas/a b/c", "/visas//evil.example/", "/visas/..", "/visas/é/1"})
    void a_name_that_is_no_reference_is_a_page_that_says_so_and_never_a_redirect(String path) {
        assertThat(Addresses.read(path, Languages.USUAL)).isInstanceOfSatisfying(Destination.Page.class, page -> {
            assertThat(page.view()).isEqualTo(View.VISA);
            assertThat(page.path()).matches("/visas/[A-Za-z0-9._~%/*-]*");
        });
    }

    @Test
    void a_code_has_a_page_of_its_own_in_each_language() {
        assertThat(Addresses.read("/problems/visa-unknown", Languages.USUAL))
                .isEqualTo(
                        new Destination.Page(View.PROBLEMS, Language.FRENCH, "/problems/visa-unknown", "visa-unknown"));
        assertThat(Addresses.read("/en/problems/visa-unknown", Languages.USUAL))
                .isEqualTo(new Destination.Page(
                        View.PROBLEMS, Language.ENGLISH, "/problems/visa-unknown", "visa-unknown"));
    }

    @Test
    void a_definition_keeps_its_path_as_its_key() {
        assertThat(Addresses.read("/uri/SvcInfoExt/level/EAL4+", Languages.USUAL))
                .isInstanceOfSatisfying(
                        Destination.Page.class, page -> assertThat(page.key()).isEqualTo("SvcInfoExt/level/EAL4+"));
    }

    @Test
    void a_part_of_an_address_escapes_what_would_end_it() {
        assertThat(Addresses.encoded("EAL4+ & é#\"/")).isEqualTo("EAL4%2B%20%26%20%C3%A9%23%22%2F");
    }
}
