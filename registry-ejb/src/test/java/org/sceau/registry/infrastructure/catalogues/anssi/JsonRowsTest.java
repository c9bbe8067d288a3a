package org.sceau.registry.infrastructure.catalogues.anssi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.infrastructure.catalogues.Reading;
import org.sceau.registry.infrastructure.catalogues.SourceText;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonRowsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1]]",
                "[1] x",
                "[01]",
                "[1.]",
                "[+1]",
                "[.5]",
                "[NaN]",
                "[nul]",
                "[TRUE]",
                "['a']",
                "[\"a]",
                "[\"a\nb\"]",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[{]",
                "[{\"a\"}]",
                "[{\"a\":}]",
                "[{\"a\":1,}]",
                "[{a:1}]",
                "[{\"a\":1]",
                "[[1}]",
                "[/*a*/1]"
            })
    void what_is_no_json_is_refused(String source) {
        assertThat(refusal(source).code()).isEqualTo("json-syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"a\"", "1", "x"})
    void what_is_no_array_is_refused(String source) {
        assertThat(refusal(source).code()).isEqualTo("json-shape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"\\uD800\"]", "[\"\\uDC00\\uD800\"]", "[{\"\\uDBFFx\":1}]"})
    void half_a_surrogate_pair_is_refused(String source) {
        assertThat(refusal(source).code()).isEqualTo("encoding");
    }

    @Test
    void a_member_named_twice_is_refused() {
        UnreadableCatalogue refusal = refusal("[{\"page\":1,\n\"page\":2}]");

        assertThat(refusal.code()).isEqualTo("json-duplicate-name");
        assertThat(refusal.detail()).isEqualTo("page");
        assertThat(refusal.line()).isEqualTo(2);
    }

    @Test
    void nesting_is_bounded_without_using_up_the_stack() throws IOException {
        assertThat(refusal("[".repeat(100_000)).code()).isEqualTo("json-too-deep");
        assertThat(refusal("[".repeat(9) + "]".repeat(9)).code()).isEqualTo("json-too-deep");
        assertThat(elements("[".repeat(8) + "]".repeat(8))).hasSize(1);
    }

    @Test
    void elements_of_every_kind_are_read() throws IOException {
        assertThat(
                        elements(
                                "[ \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDD0F\", -1.5e+3, true, false, null, [], {} ]\n"))
                .containsExactly(
                        new Json.Text("\"\\/\b\f\n\r\té\uD83D\uDD0F"),
                        new Json.Numeral("-1.5e+3"),
                        new Json.Literal(true),
                        new Json.Literal(false),
                        Json.Null.NULL,
                        new Json.Array(List.of()),
                        new Json.Members(Map.of()));
        assertThat(elements("[]")).isEmpty();
    }

    static List<Json> elements(String source) throws IOException {
        SourceText text =
                new SourceText(Reading.bytes(source), new SourceText.Bounds(1L << 20, 1L << 20, "row-too-long"));
        JsonRows rows = new JsonRows(text, 8);
        List<Json> elements = new ArrayList<>();
        for (Optional<Json> next = rows.next(); next.isPresent(); next = rows.next()) {
            elements.add(next.get());
        }
        return elements;
    }

    private static UnreadableCatalogue refusal(String source) {
        UnreadableCatalogue refusal = catchThrowableOfType(UnreadableCatalogue.class, () -> elements(source));
        assertThat(refusal).as(source).isNotNull();
        return refusal;
    }
}
