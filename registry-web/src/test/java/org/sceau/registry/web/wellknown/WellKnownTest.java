package org.sceau.registry.web.wellknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WellKnownTest {

    @Test
    void the_security_contact_expires_within_a_year() {
        assertThat(SecurityTextServlet.text(
                        "securite@registre.example", "https://registre.example", Instant.parse("2026-11-20T23:00:00Z")))
                .isEqualTo("""
                        Contact: mailto:securite@registre.example
                        Expires: 2027-05-19T23:00:00Z
                        Preferred-Languages: fr, en
                        Canonical: https://registre.example/.well-known/security.txt
                        """);
    }

    @Test
    void robots_find_the_map_and_stay_out_of_the_desks() {
        assertThat(RobotsServlet.text("https://registre.example"))
                .contains("Disallow: /desk/", "Sitemap: https://registre.example/sitemap.xml");
    }
}
