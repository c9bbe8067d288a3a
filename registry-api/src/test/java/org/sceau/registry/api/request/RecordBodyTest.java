package org.sceau.registry.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordBodyTest {

    record Inner(String name, @Nullable LocalDate day) {}

    record Outer(
            String text,
            @Nullable Long number,
            @Nullable Boolean flag,
            @Nullable Inner inner,
            List<Inner> list,
            Map<String, Object> values) {}

    private static Outer read(String json) {
        return RecordBody.read(JsonText.object(json.getBytes(StandardCharsets.UTF_8)), Outer.class);
    }

    private static Refusal refusal(String json) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, () -> read(json)), "it was accepted")
                .refusal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "null",
                "{",
                "{}x",
                "{'text':1}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":[[[[[[[[[[[[[1]]]]]]]]]]]]]}"
            })
    void what_is_no_json_object_is_refused(String json) {
        assertThat(refusal(json).code()).isEqualTo("body-not-json");
    }

    @Test
    void a_depth_that_no_stack_would_hold_is_counted_and_brackets_in_texts_are_not() {
        assertThat(refusal("{\"text\":".repeat(200_000)).code()).isEqualTo("body-not-json");
        assertThat(read("{\"text\":\"" + "[\\\"{".repeat(1_000) + "\"}").text()).startsWith("[\"{[\"{");
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|field-missing|text",
                "{\"text\":null}|field-missing|text",
                "{\"text\":1}|field-invalid|text",
                "{\"text\":\"a\\u0000b\"}|field-invalid|text",
                "{\"text\":\"a\\uFFFFb\"}|field-invalid|text",
                "{\"text\":\"a\\ud800b\"}|field-invalid|text",
                "{\"text\":\"a\",\"Text\":\"b\"}|field-unknown|Text",
                "{\"text\":\"a\",\"number\":\"1\"}|field-invalid|number",
                "{\"text\":\"a\",\"number\":1.5}|field-invalid|number",
                "{\"text\":\"a\",\"number\":1e99}|field-invalid|number",
                "{\"text\":\"a\",\"flag\":\"true\"}|field-invalid|flag",
                "{\"text\":\"a\",\"inner\":[]}|field-invalid|inner",
                "{\"text\":\"a\",\"inner\":{}}|field-missing|inner.name",
                "{\"text\":\"a\",\"inner\":{\"name\":\"b\",\"x\":1}}|field-unknown|inner.x",
                "{\"text\":\"a\",\"inner\":{\"name\":\"b\",\"day\":\"2026-02-30\"}}|field-invalid|inner.day",
                "{\"text\":\"a\",\"inner\":{\"name\":\"b\",\"day\":\"12/05/2026\"}}|field-invalid|inner.day",
                "{\"text\":\"a\",\"inner\":{\"name\":\"b\",\"day\":\"9999-01-01\"}}|field-invalid|inner.day",
                "{\"text\":\"a\",\"list\":{}}|field-invalid|list",
                "{\"text\":\"a\",\"list\":[{\"name\":\"b\"},{}]}|field-missing|list[1].name",
                "{\"text\":\"a\",\"values\":[]}|field-invalid|values",
                "{\"text\":\"a\",\"values\":{\"v\":null}}|field-invalid|values.v",
                "{\"text\":\"a\",\"values\":{\"v\":[1,\"b\"]}}|field-invalid|values.v[1]",
                "{\"text\":\"a\",\"values\":{\"v\\u0000\":1}}|field-invalid|values"
            })
    void each_mistake_is_named_by_its_path(String json, String code, String member) {
        assertThat(refusal(json).code()).isEqualTo(code);
        assertThat(refusal(json).kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal(json).details()).containsEntry("member", member);
    }

    @Test
    void a_text_and_a_name_beyond_all_bounds_are_cut_where_they_are_echoed() {
        assertThat(refusal("{\"text\":\"" + "x".repeat(10_001) + "\"}").code()).isEqualTo("field-invalid");
        assertThat(refusal("{\"" + "x".repeat(5_000) + "\":1}").details().get("member"))
                .hasSizeLessThan(110);
    }

    @Test
    void absent_members_are_null_or_empty_and_values_keep_their_kind() {
        assertThat(read("{\"text\":\"a\",\"number\":null}"))
                .isEqualTo(new Outer("a", null, null, null, List.of(), Map.of()));
        Outer whole = read("""
                {"text":"ligne 1\\nligne 2","number":-7,"flag":false,"inner":{"name":"b","day":"2028-02-29"},
                 "list":[{"name":"c"}],"values":{"n":1,"f":true,"t":"x","l":["y"],"s":[1,2],"e":[]}}""");
        assertThat(whole.inner()).isEqualTo(new Inner("b", LocalDate.parse("2028-02-29")));
        assertThat(whole.list()).containsExactly(new Inner("c", null));
        assertThat(whole.values())
                .isEqualTo(
                        Map.of("n", 1L, "f", true, "t", "x", "l", List.of("y"), "s", List.of(1L, 2L), "e", List.of()));
    }
}
