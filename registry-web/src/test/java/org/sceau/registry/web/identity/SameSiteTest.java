package org.sceau.registry.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SameSiteTest {
    private static final URI HERE = URI.create("https://visas.example");

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "", "SAME-ORIGIN", "same-origin, cross-site"})
    void a_browser_that_says_another_site_is_believed(String fetchSite) {
        assertThat(SameSite.lets("POST", fetchSite, "https://visas.example", HERE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "http://visas.example",
                "https://visas.example.evil.example",
                "https://visas.example:8443",
                "https://visas.example@evil.example",
                "https://visas.example/",
                "visas.example"
            })
    void another_origin_is_refused(String origin) {
        assertThat(SameSite.lets("POST", null, origin, HERE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "post", "BREW"})
    void a_request_that_says_nothing_of_its_page_is_refused(String method) {
        assertThat(SameSite.lets(method, null, null, HERE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
    void reading_is_free(String method) {
        assertThat(SameSite.lets(method, "cross-site", "https://evil.example", HERE))
                .isTrue();
    }

    @Test
    void our_own_page_is_heard() {
        assertThat(SameSite.lets("POST", "same-origin", null, HERE)).isTrue();
        assertThat(SameSite.lets("POST", null, "https://visas.example", HERE)).isTrue();
        assertThat(SameSite.lets("POST", null, "HTTPS://Visas.Example", HERE)).isTrue();
        assertThat(SameSite.lets("POST", null, "http://127.0.0.1:8080", URI.create("http://127.0.0.1:8080")))
                .isTrue();
        assertThat(SameSite.originOf(URI.create("https://visas.example:443/x"))).isEqualTo("https://visas.example");
    }
}
