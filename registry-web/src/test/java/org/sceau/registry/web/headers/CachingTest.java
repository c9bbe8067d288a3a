package org.sceau.registry.web.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CachingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/",
                "/en/desk/imports",
                "/desk/imports/x/report.csv",
                "/sign-in",
                "/en/sign-in",
                "/sign-out",
                "/en/sign-out"
            })
    void desks_and_the_way_in_are_never_kept(String path) {
        assertThat(Caching.of(path, Languages.USUAL)).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/en/",
                "/catalogue",
                "/visas/DEMO-CSPN-2026-11",
                "/problems/",
                "/assets",
                "/en/assets/base.css",
                "/fr/desk/",
                "/fr/sign-in",
                "/deskx",
                "/api/v1/visas/DEMO-CSPN-2026-11",
                "/sitemap.xml"
            })
    void all_else_is_asked_for_again_so_that_midnight_counts(String path) {
        assertThat(Caching.of(path, Languages.USUAL)).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/base.css",
                "/assets/tokens.css",
                "/assets/desk.css",
                "/assets/marks.svg",
                "/assets/icon.svg",
                "/resources/desk/desk.css"
            })
    void styles_and_marks_are_kept_for_an_hour(String path) {
        assertThat(Caching.of(path, Languages.USUAL)).isEqualTo("public, max-age=3600");
    }

    @Test
    void desks_are_not_kept_in_whatever_language_they_lie_below_a_code() {
        Languages turned = Languages.of(Language.ENGLISH, Language.FRENCH);

        assertThat(Caching.of("/fr/desk/imports", turned)).isEqualTo("no-store");
        assertThat(Caching.of("/fr/sign-in", turned)).isEqualTo("no-store");
        assertThat(Caching.of("/desk/", turned)).isEqualTo("no-store");
    }
}
