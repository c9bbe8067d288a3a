package org.sceau.registry.web.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en/", "/visas/x", "/deskx", "/assets/base.css", "/api/v1/x", "/nothing"})
    void public_answers_allow_no_inline_script_or_style_and_no_frame(String path) {
        assertThat(SecurityHeaders.policyFor(path, Languages.USUAL))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    }

    @Test
    void desks_may_not_be_framed_either() {
        assertThat(SecurityHeaders.policyFor("/desk/", Languages.USUAL))
                .contains("frame-ancestors 'none'", "base-uri 'none'");
    }

    @Test
    void a_desk_below_the_code_of_a_language_has_the_policy_of_desks() {
        Languages turned = Languages.of(Language.ENGLISH, Language.FRENCH);

        assertThat(SecurityHeaders.policyFor("/fr/desk/", turned))
                .isEqualTo(SecurityHeaders.policyFor("/desk/", turned))
                .isNotEqualTo(SecurityHeaders.policyFor("/en/desk/", turned));
    }

    @Test
    void every_answer_says_what_a_browser_must_not_guess() {
        assertThat(SecurityHeaders.everywhere())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsKeys("Referrer-Policy", "Permissions-Policy");
    }

    @Test
    void signed_lists_are_for_everyone_and_pages_about_them_are_not() {
        assertThat(SecurityHeaders.isForEveryone("/trust-lists/cspn/current.xml"))
                .isTrue();
        assertThat(SecurityHeaders.isForEveryone("/trust-lists/cspn/7.xml.sha2"))
                .isTrue();
        assertThat(SecurityHeaders.isForEveryone("/trust-lists/")).isFalse();
    }

    @Test
    void the_numbers_behind_the_charts_are_for_everyone_and_the_page_with_them_is_not() {
        assertThat(SecurityHeaders.isForEveryone("/figures/granted.csv")).isTrue();
        assertThat(SecurityHeaders.isForEveryone("/figures")).isFalse();
        assertThat(SecurityHeaders.isForEveryone("/desk/imports/1/report.csv")).isFalse();
    }

    @Test
    void a_registry_reached_by_plain_http_promises_no_https() {
        assertThat(SecurityHeaders.transportFor(URI.create("http://127.0.0.1:8080")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://registre.example", "HTTPS://registre.example:8443"})
    void a_registry_reached_by_https_stays_so_for_a_year(String address) {
        assertThat(SecurityHeaders.transportFor(URI.create(address))).contains("max-age=31536000");
    }
}
