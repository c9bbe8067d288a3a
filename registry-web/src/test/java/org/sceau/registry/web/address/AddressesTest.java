package org.sceau.registry.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.web.words.Language;

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
        assertThat(Addresses.read(path)).isInstanceOf(Destination.Nowhere.class);
    }

    @Test
    void an_endless_name_leads_nowhere_and_an_endless_foreign_path_is_not_ours() {
        assertThat(Addresses.read("/visas/" + "a".repeat(5_000))).isInstanceOf(Destination.Nowhere.class);
        assertThat(Addresses.read("/problems/" + "a".repeat(5_000))).isInstanceOf(Destination.Nowhere.class);
        assertThat(Addresses.read("/assets/" + "a".repeat(5_000))).isInstanceOf(Destination.Elsewhere.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/base.css",
                "/api/v1/x",
                "/desk/",
                "/trust-lists/cspn/current.xml",
                "/robots.txt",
                "/english"
            })
    void files_interfaces_and_desks_are_elsewhere(String path) {
        assertThat(Addresses.read(path)).isInstanceOf(Destination.Elsewhere.class);
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
        "/about,            ABOUT,       FRENCH"
    })
    void the_address_alone_says_which_page_and_language(String path, View view, Language language) {
        assertThat(Addresses.read(path)).isInstanceOfSatisfying(Destination.Page.class, page -> {
            assertThat(page.view()).isEqualTo(view);
            assertThat(page.language()).isEqualTo(language);
            assertThat(page.in(language)).isEqualTo(path);
        });
    }

    @Test
    void every_page_has_the_same_address_in_the_other_language() {
        Destination.Page page = (Destination.Page) Addresses.read("/en/visas/DEMO-CSPN-2026-11");

        assertThat(page.key()).isEqualTo("DEMO-CSPN-2026-11");
        assertThat(page.in(Language.FRENCH)).isEqualTo("/visas/DEMO-CSPN-2026-11");
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
        "/en/uri/Svctype/cspn,         /uri/Svctype/cspn"
    })
    void another_spelling_moves_to_the_one_address(String path, String location) {
        assertThat(Addresses.read(path)).isEqualTo(new Destination.Moved(location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/visas/\"><script>", "/visas/a b/c", "/visas//evil.example/", "/visas/..", "/visas/é/1"})
    void a_name_that_is_no_reference_is_a_page_that_says_so_and_never_a_redirect(String path) {
        assertThat(Addresses.read(path)).isInstanceOfSatisfying(Destination.Page.class, page -> {
            assertThat(page.view()).isEqualTo(View.VISA);
            assertThat(page.in(Language.ENGLISH)).matches("/en/visas/[A-Za-z0-9._~%/*-]*");
        });
    }

    @Test
    void a_code_has_a_page_of_its_own_in_each_language() {
        assertThat(Addresses.read("/problems/visa-unknown"))
                .isEqualTo(
                        new Destination.Page(View.PROBLEMS, Language.FRENCH, "/problems/visa-unknown", "visa-unknown"));
        assertThat(Addresses.read("/en/problems/visa-unknown"))
                .isEqualTo(new Destination.Page(
                        View.PROBLEMS, Language.ENGLISH, "/problems/visa-unknown", "visa-unknown"));
    }

    @Test
    void a_definition_keeps_its_path_as_its_key() {
        assertThat(Addresses.read("/uri/SvcInfoExt/level/EAL4+"))
                .isInstanceOfSatisfying(
                        Destination.Page.class, page -> assertThat(page.key()).isEqualTo("SvcInfoExt/level/EAL4+"));
    }

    @Test
    void a_part_of_an_address_escapes_what_would_end_it() {
        assertThat(Addresses.encoded("EAL4+ & é#\"/")).isEqualTo("EAL4%2B%20%26%20%C3%A9%23%22%2F");
    }
}
