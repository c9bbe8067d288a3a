package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A registry whose operator put English first and French below {@code /fr/}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguagesIT {
    private final RunningRegistry registry = EnglishFirst.registry();

    private static void assertSpeaks(String language, Answer answer) {
        assertThat(answer.text()).containsPattern("<html[^>]* lang=\"" + language + "\"");
    }

    @Test
    void below_the_code_of_the_first_language_nothing_is_found_whoever_asks() {
        SignedIn admin = SignedIn.as(registry, "admin");
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of(
                "/en",
                "/en/",
                "/en/catalogue",
                "/en/visas/ANSSI-CC-2025-91",
                "/en/uri/Svcstatus/in-force",
                "/en/sign-in",
                "/en/desk",
                "/en/desk/",
                "/en/desk/imports")) {
            for (Answer answer : List.of(registry.get(path), admin.get(path))) {
                all.assertThat(answer.status()).as(path).isEqualTo(404);
                all.assertThat(answer.text()).as(path).contains("<html lang=\"en\"", "href=\"/fr/\"");
                all.assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
                all.assertThat(answer.header("Content-Security-Policy"))
                        .as(path)
                        .contains("default-src 'none'");
            }
        }
        all.assertAll();
    }

    @Test
    void desks_below_every_code_lead_a_stranger_to_the_sign_in_page_of_their_language() {
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of("/desk/", "/desk/imports", "/desk/nothing", "/desk/home.xhtml")) {
            for (String prefix : List.of("", "/fr")) {
                Answer asked = registry.get(prefix + path);
                Answer sent = registry.send(registry.request(prefix + path)
                        .header("Origin", registry.uri("").toString())
                        .POST(BodyPublishers.ofString("x=1")));
                for (Answer answer : List.of(asked, sent)) {
                    all.assertThat(answer.status()).as(prefix + path).isEqualTo(303);
                    all.assertThat(answer.header("Location")).as(prefix + path).startsWith(prefix + "/sign-in");
                }
            }
        }
        all.assertAll();
        assertThat(registry.get("/fr/desk/").header("Location")).isEqualTo("/fr/sign-in?to=%2Ffr%2Fdesk%2F");
        Answer signIn = registry.get("/fr/sign-in?to=%2Ffr%2Fdesk%2F");
        assertSpeaks("fr", signIn);
        assertThat(signIn.text())
                .contains("action=\"/fr/sign-in\"", "hreflang=\"en\"")
                .containsPattern("class=\"lang\" href=\"/sign-in\"");
    }

    @Test
    void somebody_signed_in_finds_the_desks_in_both_languages() {
        SignedIn admin = SignedIn.as(registry, "admin");
        assertSpeaks("en", admin.get("/desk/imports"));
        assertSpeaks("fr", admin.get("/fr/desk/imports"));
        assertThat(admin.get("/desk/imports").text()).contains("class=\"lang\" href=\"/fr/desk/imports\"");
        assertThat(admin.get("/fr/desk/imports").text())
                .contains("class=\"lang\" href=\"/desk/imports\"", "action=\"/fr/sign-out\"");
        assertThat(admin.get("/fr/sign-in").header("Location")).isEqualTo("/fr/desk/");
    }

    @Test
    void a_page_is_english_at_its_plain_address_and_its_switch_leads_to_the_french_one_and_back() {
        for (String page : List.of("/", "/catalogue", "/visas/ANSSI-CC-2025-91", "/schemes/cspn")) {
            Answer english = registry.get(page);
            Answer french = registry.get("/fr" + page);
            assertSpeaks("en", english);
            assertSpeaks("fr", french);
            assertThat(english.text())
                    .contains("rel=\"alternate\" hreflang=\"fr\"")
                    .containsPattern("class=\"lang\" href=\"" + Pattern.quote("/fr" + page) + "\"")
                    .doesNotContain("\"/en/");
            assertThat(french.text())
                    .contains("rel=\"alternate\" hreflang=\"en\"")
                    .containsPattern("class=\"lang\" href=\"" + Pattern.quote(page) + "\"")
                    .doesNotContain("\"/en/");
        }
        assertThat(registry.get("/fr").header("Location")).isEqualTo("/fr/");
    }

    @Test
    void a_definition_an_error_and_a_problem_begin_with_the_first_language() {
        Answer definition = registry.get("/uri/Svcstatus/in-force");
        assertSpeaks("en", definition);
        assertThat(definition.text()).containsPattern("(?s)lang=\"en\"><h1>.*lang=\"fr\"><h2>");
        assertThat(registry.get("/nothing").text()).contains("<html lang=\"en\"", "href=\"/fr/\"");
        assertThat(registry.get("/fr/nothing").text()).contains("<html lang=\"fr\"", "href=\"/\"");
        assertThat(registry.get("/api/v1/nothing").header("Content-Language")).isEqualTo("en");
        assertThat(registry.send(registry.request("/api/v1/imports").header("Authorization", "Bearer wrong"))
                        .header("Content-Language"))
                .isEqualTo("en");
    }

    @Test
    void the_map_and_the_signed_list_name_the_addresses_that_there_are() {
        String map = registry.get("/sitemap.xml").text();
        String host = registry.uri("").toString();
        assertThat(map)
                .contains("<loc>" + host + "/</loc>", "<loc>" + host + "/fr/</loc>")
                .contains("<loc>" + host + "/visas/ANSSI-CC-2025-91</loc>")
                .contains("<loc>" + host + "/fr/visas/ANSSI-CC-2025-91</loc>")
                .doesNotContain("/en/");
        assertThat(registry.get("/robots.txt").text())
                .contains("Disallow: /fr/catalogue?")
                .doesNotContain("/en/");
        assertThat(registry.get("/trust-lists/cspn/current.xml").text())
                .contains("xml:lang=\"en\">" + host + "/trust-lists/cspn/<")
                .contains("xml:lang=\"fr\">" + host + "/fr/trust-lists/cspn/<")
                .contains("xml:lang=\"fr\">" + host + "/fr/visas/")
                .doesNotContain("/en/");
    }
}
