package org.sceau.registry.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sceau.registry.domain.scheme.rule.FactValue;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordChangeTest {
    /** A record with one of each. */
    record Paper(
            String title,
            Optional<Line> first,
            List<Line> lines,
            List<String> words,
            Set<String> codes,
            Map<String, FactValue> facts,
            Optional<FactValue> fact) {}

    /** A part of it. */
    record Line(String text, Optional<String> note) {}

    private static final Paper EMPTY =
            new Paper("T", Optional.empty(), List.of(), List.of(), Set.of(), Map.of(), Optional.empty());
    private static final Paper FULL = new Paper(
            "T",
            Optional.of(new Line("a", Optional.empty())),
            List.of(new Line("a", Optional.empty()), new Line("b", Optional.of("n"))),
            List.of("x", "y"),
            Set.of("REC", "INV"),
            Map.of("a/b~c", new FactValue.Whole(1), "van", new FactValue.Whole(5)),
            Optional.of(new FactValue.Whole(1)));

    static List<Paper> papers() {
        return List.of(
                EMPTY,
                FULL,
                new Paper(
                        "U",
                        Optional.of(new Line("a", Optional.of("note"))),
                        List.of(new Line("a", Optional.of("more")), new Line("b", Optional.empty())),
                        List.of("x"),
                        Set.of("REC"),
                        Map.of("a/b~c", new FactValue.Flag(true)),
                        Optional.of(new FactValue.Flag(true))),
                new Paper(
                        "T",
                        Optional.empty(),
                        List.of(new Line("c", Optional.empty())),
                        List.of(),
                        Set.of("REC", "PCI"),
                        Map.of("other", FactValue.Words.of("w")),
                        Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void what_changed_laid_over_the_version_before_is_the_version_after(Paper after) {
        for (Paper before : papers()) {
            RecordChange change = RecordChange.between(before, after);
            assertThat(patched(before, change)).isEqualTo(read(CanonicalRecord.text(after)));
            assertThat(change.told().get("sha256")).isEqualTo(CanonicalRecord.digest(after));
        }
    }

    @Test
    void what_stayed_is_not_told_again() {
        Paper after = new Paper(
                "T",
                FULL.first(),
                List.of(FULL.lines().get(0), FULL.lines().get(1), new Line("c", Optional.empty())),
                FULL.words(),
                FULL.codes(),
                FULL.facts(),
                FULL.fact());
        assertThat(operations(RecordChange.between(FULL, after)))
                .hasToString("[{\"op\":\"add\",\"path\":\"/lines/2\",\"value\":{\"text\":\"c\"}}]");
        assertThat(operations(RecordChange.between(FULL, FULL))).isEmpty();
    }

    @Test
    void a_record_that_is_new_is_told_whole() {
        assertThat(read(CanonicalText.of(
                                Map.of("v", RecordChange.made(FULL).told().get("content"))))
                        .get("v"))
                .isEqualTo(read(CanonicalRecord.text(FULL)));
    }

    private static JsonObject patched(Paper before, RecordChange change) {
        return Json.createPatch(operations(change)).apply(read(CanonicalRecord.text(before)));
    }

    private static JsonArray operations(RecordChange change) {
        return read(CanonicalText.of(change.told())).getJsonArray("changed");
    }

    private static JsonObject read(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
