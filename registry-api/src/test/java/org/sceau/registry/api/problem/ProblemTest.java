package org.sceau.registry.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.refusal.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemTest {

    @Test
    void every_kind_of_refusal_has_a_status() {
        assertThat(Statuses.OF_KIND.keySet()).isEqualTo(EnumSet.allOf(Refusal.Kind.class));
        assertThat(Statuses.of(Refusal.Kind.INVALID)).isEqualTo(400);
        assertThat(Statuses.of(Refusal.Kind.UNAUTHENTICATED)).isEqualTo(401);
        assertThat(Statuses.of(Refusal.Kind.FORBIDDEN)).isEqualTo(403);
        assertThat(Statuses.of(Refusal.Kind.NOT_FOUND)).isEqualTo(404);
        assertThat(Statuses.of(Refusal.Kind.CONFLICT)).isEqualTo(409);
        assertThat(Statuses.of(Refusal.Kind.STALE)).isEqualTo(412);
        assertThat(Statuses.of(Refusal.Kind.UNCONDITIONAL)).isEqualTo(428);
        assertThat(Statuses.of(Refusal.Kind.TOO_LARGE)).isEqualTo(413);
        assertThat(Statuses.of(Refusal.Kind.UNAVAILABLE)).isEqualTo(503);
    }

    @Test
    void every_bare_status_has_a_code_that_has_a_text() {
        for (int status = 400; status < 500; status++) {
            assertThat(ProblemTexts.in(Locale.FRENCH).knows(Statuses.code(status)))
                    .as("%d", status)
                    .isTrue();
        }
    }

    @Test
    void a_rule_of_a_scheme_speaks_in_its_own_words_in_the_language_of_the_asker() {
        Refusal load = Refusal.of("cspn-load", Refusal.Kind.CONFLICT)
                .saying("Il faut une dérogation.", "A waiver is needed.")
                .with("source", "l. 1");

        JsonObject english = parse(Problem.of(load).json(ProblemTexts.in(Locale.ENGLISH)));
        assertThat(english.getString("code")).isEqualTo("cspn-load");
        assertThat(english.getString("title")).isEqualTo("A waiver is needed.");
        assertThat(english.getString("source")).isEqualTo("l. 1");
        assertThat(english).doesNotContainKey("detail");
        assertThat(parse(Problem.of(load).json(ProblemTexts.in(Locale.FRENCH))).getString("title"))
                .isEqualTo("Il faut une dérogation.");
        assertThat(ProblemTexts.in(Locale.ENGLISH).title(load)).isEqualTo("A waiver is needed.");
        assertThat(ProblemTexts.in(Locale.ENGLISH).remedy(load)).isEmpty();
    }

    @Test
    void a_detail_cannot_take_the_place_of_a_standard_member() {
        Refusal sly = Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND)
                .with("status", "200")
                .with("type", "https://elsewhere.example/")
                .with("slug", "X-1");

        JsonObject json = parse(Problem.of(sly).json(ProblemTexts.in(Locale.ENGLISH)));

        assertThat(json.getInt("status")).isEqualTo(404);
        assertThat(json.getString("type")).isEqualTo("/problems/visa-unknown");
        assertThat(json.getString("slug")).isEqualTo("X-1");
        assertThatThrownBy(() -> new Problem(404, "visa-unknown", Map.of("title", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_value_is_cut() {
        Problem problem = new Problem(400, "parameter-invalid", Map.of("parameter", "x".repeat(5000)));

        assertThat(parse(problem.json(ProblemTexts.in(Locale.FRENCH))).getString("parameter"))
                .hasSize(Problem.LONGEST_MEMBER + 1);
    }

    @Test
    void hostile_text_stays_text() {
        Problem problem = new Problem(400, "parameter-invalid", Map.of("parameter", "\"},\u0000\r\n</script>${7*7}"));

        assertThat(parse(problem.json(ProblemTexts.in(Locale.FRENCH))).getString("parameter"))
                .isEqualTo("\"},\u0000\r\n</script>${7*7}");
    }

    @Test
    void a_problem_says_what_happened_and_what_would_help() {
        Problem problem = Problem.unprocessable("csv-quotes", Map.of("line", 12L, "id", "a-b", "again", true));

        JsonObject json = parse(problem.json(ProblemTexts.in(Locale.ENGLISH)));

        assertThat(json.keySet())
                .containsExactlyInAnyOrder("type", "title", "status", "code", "detail", "line", "id", "again");
        assertThat(json.getInt("status")).isEqualTo(422);
        assertThat(json.getString("title")).isEqualTo("Misplaced quotation marks");
        assertThat(json.getString("detail")).startsWith("Put the whole cell");
        assertThat(json.getInt("line")).isEqualTo(12);
        assertThat(json.getBoolean("again")).isTrue();
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
