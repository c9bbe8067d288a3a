package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words by which a server tells what it is made of. None of them may stand in an answer that refuses something. */
final class Leaks {
    private static final List<String> WORDS = List.of(
            "payara",
            "glassfish",
            "grizzly",
            "jersey",
            "hk2",
            "weld",
            "mojarra",
            "primefaces",
            "eclipselink",
            "h2database",
            "postgresql",
            "soteria",
            "java.",
            "jakarta.",
            "org.sceau",
            "exception",
            "stack trace",
            "6.2025",
            "/web-inf");

    private Leaks() {}

    static void assertNone(String what, String answer) {
        String text = answer.toLowerCase(Locale.ROOT);
        assertThat(WORDS.stream().filter(text::contains).toList())
                .as("words in the answer to %s: %s", what, answer.length() > 600 ? answer.substring(0, 600) : answer)
                .isEmpty();
    }

    static void assertNone(String what, Answer answer) {
        StringBuilder whole = new StringBuilder(answer.text());
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            whole.append('\n').append(header.getKey()).append(": ").append(header.getValue());
        }
        assertNone(what, whole.toString());
    }
}
