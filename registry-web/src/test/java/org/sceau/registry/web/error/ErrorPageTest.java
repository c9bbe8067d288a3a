package org.sceau.registry.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.web.words.Language;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorPageTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 414, 415, 429, 431, 500, 501, 503, 418, 599})
    void every_status_has_a_page_in_both_languages(int status) {
        String page = ErrorPage.html(status, Language.FRENCH, "Sceau", "");

        assertThat(page)
                .contains(ErrorPage.title(status, Language.FRENCH), ErrorPage.title(status, Language.ENGLISH))
                .contains(">" + status + "<")
                .doesNotContain("{{", "<script", "style=");
    }

    @Test
    void the_language_of_the_address_comes_first() {
        String page = ErrorPage.html(404, Language.ENGLISH, "Sceau", "");

        assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
        assertThat(page.indexOf("Page not found</h1>")).isPositive();
        assertThat(page.indexOf("Page introuvable</h2>")).isGreaterThan(page.indexOf("Page not found</h1>"));
    }

    @Test
    void an_incident_shows_its_number_and_nothing_of_its_cause() {
        assertThat(ErrorPage.html(500, Language.FRENCH, "Sceau", "40c15065"))
                .contains("Numéro d’incident : 40c15065", "Incident number: 40c15065");
    }

    @Test
    void a_brand_is_text_and_never_markup() {
        assertThat(ErrorPage.html(404, Language.FRENCH, "<b>\"&", ""))
                .contains("&lt;b&gt;&quot;&amp;")
                .doesNotContain("<b>\"");
    }

    @Test
    void the_archive_sends_every_known_status_here() throws Exception {
        String web = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));

        for (int status : ErrorPage.KNOWN) {
            assertThat(web).contains("<error-code>" + status + "</error-code><location>/errors</location>");
        }
        assertThat(web).contains("<exception-type>java.lang.Throwable</exception-type>");
    }
}
