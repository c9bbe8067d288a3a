package org.sceau.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanonicalJsonTest {
    @Test
    void an_entry_over_16_KiB_is_refused() {
        int frame = "{\"t\":\"\"}".length();
        assertThat(CanonicalJson.of(Map.of("t", "x".repeat(CanonicalJson.MAX_BYTES - frame))))
                .hasSize(CanonicalJson.MAX_BYTES);
        refused(
                EntryRefused.TOO_LARGE,
                () -> CanonicalJson.of(Map.of("t", "x".repeat(CanonicalJson.MAX_BYTES - frame + 1))));
        refused(EntryRefused.TOO_LARGE, () -> CanonicalJson.of(Map.of("t", "é".repeat(CanonicalJson.MAX_BYTES / 2))));
        refused(EntryRefused.TOO_LARGE, () -> CanonicalJson.of(Map.of("t", Collections.nCopies(1 << 30, "x"))));
    }

    @Test
    void a_number_that_json_readers_disagree_on_is_refused() {
        refused(EntryRefused.NUMBER_OUT_OF_RANGE, () -> CanonicalJson.of(Map.of("n", 1L << 53)));
        refused(EntryRefused.NUMBER_OUT_OF_RANGE, () -> CanonicalJson.of(Map.of("n", -(1L << 53))));
        refused(EntryRefused.NUMBER_OUT_OF_RANGE, () -> CanonicalJson.of(Map.of("n", Long.MIN_VALUE)));
        assertThat(text(Map.of("n", CanonicalJson.MAX_INTEGER))).isEqualTo("{\"n\":9007199254740991}");
    }

    @Test
    void fractions_and_unknown_kinds_are_refused() {
        refused(EntryRefused.VALUE_UNKNOWN, () -> CanonicalJson.of(Map.of("n", 1.5)));
        refused(EntryRefused.VALUE_UNKNOWN, () -> CanonicalJson.of(Map.of("n", 'c')));
        refused(EntryRefused.VALUE_UNKNOWN, () -> CanonicalJson.of(Map.of("n", Map.of(1, 2))));
    }

    @Test
    void a_lone_surrogate_is_refused_in_names_and_in_values() {
        refused(EntryRefused.TEXT_MALFORMED, () -> CanonicalJson.of(Map.of("t", "a\ud800")));
        refused(EntryRefused.TEXT_MALFORMED, () -> CanonicalJson.of(Map.of("\udc00", "a")));
    }

    @Test
    void nesting_without_end_is_refused() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        refused(EntryRefused.TOO_DEEP, () -> CanonicalJson.of(Map.of("t", loop)));
    }

    @Test
    void members_are_ordered_by_utf16_code_units_as_in_rfc_8785() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("€", "Euro Sign");
        entry.put("\r", "Carriage Return");
        entry.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        entry.put("1", "One");
        entry.put("\ud83d\ude00", "Emoji: Grinning Face");
        entry.put("\u0080", "Control");
        entry.put("ö", "Latin Small Letter O With Diaeresis");
        assertThat(text(entry))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void text_is_escaped_as_in_rfc_8785() {
        assertThat(text(Map.of("s", "€$\u000f\nA'B\"\\\\\"/\b\f\t\u007f")))
                .isEqualTo("{\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\u007f\"}");
    }

    @Test
    void each_kind_of_value_has_one_form() {
        Map<String, Object> entry = new HashMap<>();
        entry.put("z", null);
        entry.put("a", Arrays.asList(1, -2L, true, null, Map.of(), List.of(), ""));
        assertThat(text(entry)).isEqualTo("{\"a\":[1,-2,true,null,{},[],\"\"],\"z\":null}");
        assertThat(text(Map.of())).isEqualTo("{}");
    }

    private static String text(Map<String, Object> entry) {
        return new String(CanonicalJson.of(entry), StandardCharsets.UTF_8);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        EntryRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
