package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry in figures, as anybody reads them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresIT {
    private static final int HEAVIEST = 60_000;

    private final RunningRegistry registry = RunningRegistry.shared();

    @Test
    void a_chart_that_is_not_there_and_a_parameter_that_is_not_known_are_refused() {
        assertThat(registry.get("/figures/none.csv").status()).isEqualTo(404);
        assertThat(registry.get("/figures/granted").status()).isEqualTo(404);
        assertProblem(registry.get("/api/v1/figures?asOf=2026-01-01"), 400, "parameter-unknown");
    }

    @Test
    void dossiers_of_a_demonstration_are_too_few_to_be_told_of() {
        JsonObject dossiers = registry.get("/api/v1/figures").json().getJsonObject("dossiers");

        assertThat(dossiers.getInt("fewest")).isEqualTo(5);
        assertThat(dossiers.getJsonArray("stages")).isEmpty();
        assertThat(dossiers.getJsonArray("decisions")).isEmpty();
        assertThat(registry.get("/en/figures").text())
                .contains("No stage was left by at least 5 dossiers", "No kind of decision reaches 5 dossiers");
    }

    @Test
    void no_confidential_family_is_named_anywhere() {
        for (String path : List.of("/figures", "/api/v1/figures", "/figures/granted.csv", "/figures/statuses.csv")) {
            assertThat(registry.get(path).text()).as(path).doesNotContain("r226", "R226", "R. 226", "l34-11");
        }
    }

    @Test
    void the_figures_are_the_same_until_something_changes() {
        Answer first = registry.get("/api/v1/figures");
        String tag = first.header("ETag");
        Answer again = registry.send(registry.request("/api/v1/figures").header("If-None-Match", tag));
        Answer file = registry.send(registry.request("/figures/granted.csv").header("If-None-Match", tag));

        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(file.status()).isEqualTo(304);
        assertThat(registry.get("/figures/granted.csv").header("ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"granted", "statuses", "ending", "delays", "decisions"})
    void every_chart_has_a_file_that_anyone_may_fetch(String chart) {
        Answer file = registry.get("/figures/" + chart + ".csv");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(file.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(file.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(file.text()).startsWith("\"").endsWith("\r\n");
        for (String page : List.of("/figures", "/en/figures")) {
            assertThat(registry.get(page).text()).contains("href=\"/figures/" + chart + ".csv\"");
        }
    }

    @Test
    void what_the_page_counts_is_what_the_catalogue_counts() {
        JsonObject figures = registry.get("/api/v1/figures").json();
        long visas = figures.getJsonArray("families").stream()
                .flatMap(family -> family.asJsonObject().getJsonArray("statuses").stream())
                .mapToLong(count -> count.asJsonObject().getInt("visas"))
                .sum();

        assertThat(visas).isEqualTo(registry.get("/api/v1/catalogue").json().getInt("total"));
    }

    @Test
    void the_page_is_linked_from_home_and_map_and_weighs_less_than_sixty_kilobytes_with_its_styles() {
        assertThat(registry.get("/").text()).contains("href=\"/figures\"");
        assertThat(registry.get("/en/").text()).contains("href=\"/en/figures\"");
        assertThat(registry.get("/sitemap.xml").text()).contains("/figures</loc>", "/en/figures</loc>");
        int weight = 0;
        for (String path : List.of(
                "/figures", "/assets/tokens.css", "/assets/base.css", "/assets/figures.css", "/assets/marks.svg")) {
            weight += registry.get(path).bytes().length;
        }
        assertThat(weight).isLessThan(HEAVIEST);
    }
}
