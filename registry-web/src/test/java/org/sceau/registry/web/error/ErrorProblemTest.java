package org.sceau.registry.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sceau.registry.api.problem.Problem;
import org.sceau.registry.api.problem.ProblemTexts;

/** What the container refuses below {@code /api/} before the interface is reached. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorProblemTest {
    private static final String NUMBER = "40c15065-0000-4000-8000-000000000000";

    private static IntStream everyStatus() {
        return IntStream.concat(
                IntStream.of(418, 502, 599), ErrorPage.KNOWN.stream().mapToInt(Integer::intValue));
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void no_status_is_without_a_code_that_has_its_page_in_both_languages(int status) {
        Problem problem = ErrorServlet.problem(status, "");

        assertThat(problem.status()).isEqualTo(status);
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            ProblemTexts texts = ProblemTexts.in(language);
            assertThat(texts.knows(problem.code())).as(problem.code()).isTrue();
            assertThat(texts.remedy(problem.code())).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, request-malformed",
        "401, sign-in-needed",
        "403, role-missing",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "413, body-too-large",
        "414, address-too-long",
        "415, media-type-unsupported",
        "418, request-malformed",
        "429, too-many-requests",
        "431, headers-too-long",
        "500, internal",
        "501, method-unknown",
        "503, unavailable",
        "599, internal"
    })
    void a_status_has_the_code_that_the_interface_gives_it(int status, String code) {
        assertThat(ErrorServlet.problem(status, "").code()).isEqualTo(code);
    }

    @Test
    void an_incident_is_told_by_its_number_alone() {
        Problem problem = ErrorServlet.problem(500, NUMBER);

        assertThat(problem.code()).isEqualTo("internal");
        assertThat(problem.members()).isEqualTo(Map.of("incident", NUMBER));
        assertThat(ErrorServlet.problem(404, "").members()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, false", "499, false", "500, true", "501, false", "502, true", "503, false", "599, true"})
    void only_a_failure_of_ours_becomes_an_incident_by_its_status(int status, boolean ours) {
        assertThat(ErrorServlet.isOurs(status)).isEqualTo(ours);
    }
}
