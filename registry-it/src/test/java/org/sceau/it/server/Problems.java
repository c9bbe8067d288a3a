package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

/** Problem documents (RFC 9457). */
final class Problems {
    private Problems() {}

    static JsonObject assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as("%s", answer).startsWith("application/problem+json");
        JsonObject problem = answer.json();
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("/problems/" + code);
        assertThat(problem.getString("title"))
                .as("a title in words")
                .isNotBlank()
                .isNotEqualTo(code);
        Leaks.assertNone(code, answer);
        return problem;
    }
}
