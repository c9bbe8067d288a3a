package org.sceau.registry.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.address.Links;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorPageTest {
    private static final Links FRENCH_FIRST = new Links(Languages.USUAL, Language.FRENCH);
    private static final Links ENGLISH_FIRST = new Links(Languages.USUAL, Language.ENGLISH);

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 414, 415, 429, 431, 500, 501, 503, 418, 599})
    void every_status_has_a_page_in_both_languages(int status) {
        String page = ErrorPage.html(status, FRENCH_FIRST, "Sceau", "");

        assertThat(page)
                .contains(ErrorPage.title(status, Language.FRENCH), ErrorPage.title(status, Language.ENGLISH))
                .contains(">" + status + "<")
                .doesNotContain("{{", "<script", "style=");
    }

    @Test
    void the_language_of_the_address_comes_first() {
        String page = ErrorPage.html(404, ENGLISH_FIRST, "Sceau", "");

        assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
        assertThat(page.indexOf("Page not found</h1>")).isPositive();
        assertThat(page.indexOf("Page introuvable</h2>")).isGreaterThan(page.indexOf("Page not found</h1>"));
    }

    @Test
    void a_registry_of_one_language_says_it_once_and_names_no_other_address() {
        String page = ErrorPage.html(404, new Links(Languages.of(Language.ENGLISH), Language.ENGLISH), "Sceau", "");

        assertThat(page)
                .contains("<html lang=\"en\">", "Page not found</h1>", "href=\"/catalogue\"")
                .doesNotContain("lang=\"fr\"", "<h2", "/en/", "/fr/");
    }

    @Test
    void an_incident_shows_its_number_and_nothing_of_its_cause() {
        assertThat(ErrorPage.html(500, FRENCH_FIRST, "Sceau", "40c15065"))
                .contains("Numéro d’incident : 40c15065", "Incident number: 40c15065");
    }

    @Test
    void a_brand_is_text_and_never_markup() {
        assertThat(ErrorPage.html(404, FRENCH_FIRST, "<b>\"&", ""))
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
