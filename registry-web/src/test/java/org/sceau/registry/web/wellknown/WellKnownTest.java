package org.sceau.registry.web.wellknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WellKnownTest {

    @Test
    void the_security_contact_expires_within_a_year() {
        assertThat(SecurityTextServlet.text(
                        "securite@registre.example",
                        "https://registre.example",
                        Languages.USUAL,
                        Instant.parse("2026-11-20T23:00:00Z")))
                .isEqualTo("""
                        Contact: mailto:securite@registre.example
                        Expires: 2027-05-19T23:00:00Z
                        Preferred-Languages: fr, en
                        Canonical: https://registre.example/.well-known/security.txt
                        """);
    }

    @Test
    void robots_find_the_map_and_stay_out_of_the_desks() {
        assertThat(RobotsServlet.text("https://registre.example", Languages.USUAL))
                .contains(
                        "Disallow: /desk/",
                        "\nDisallow: /catalogue?\nDisallow: /en/catalogue?\nSitemap: https://registre.example/sitemap.xml");
    }

    @Test
    void each_language_of_the_operator_has_its_place_and_no_other_is_named() {
        Languages turned = Languages.of(Language.ENGLISH, Language.FRENCH);
        Languages one = Languages.of(Language.ENGLISH);

        assertThat(RobotsServlet.text("https://registre.example", turned))
                .contains("Disallow: /catalogue?", "Disallow: /fr/catalogue?")
                .doesNotContain("/en/");
        assertThat(RobotsServlet.text("https://registre.example", one))
                .contains("Disallow: /catalogue?")
                .doesNotContain("/en/", "/fr/");
        assertThat(SecurityTextServlet.text("s@registre.example", "https://registre.example", one, Instant.EPOCH))
                .contains("Preferred-Languages: en\n");
    }

    @Test
    void the_map_has_one_entry_of_a_page_for_each_language() {
        assertThat(SitemapServlet.entries(
                        "https://registre.example", Languages.of(Language.ENGLISH, Language.FRENCH), "/about"))
                .isEqualTo("<url><loc>https://registre.example/about</loc></url>\n"
                        + "<url><loc>https://registre.example/fr/about</loc></url>\n");
        assertThat(SitemapServlet.entries("https://registre.example", Languages.of(Language.ENGLISH), "/about"))
                .isEqualTo("<url><loc>https://registre.example/about</loc></url>\n");
    }
}
