package org.sceau.registry.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryTest {

    @Test
    void an_unknown_name_is_refused_and_cut() {
        Refusal refusal = refusal(() -> Query.of(query("sheme".repeat(100), "cspn"), Set.of("scheme")));

        assertThat(refusal.code()).isEqualTo("parameter-unknown");
        assertThat(refusal.details().get("parameter")).hasSizeLessThan(70);
        assertThat(refusal.details()).containsEntry("known", "scheme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"True", "TRUE", "1", "yes", "tru", "true ", " true", "true\u0000", "false;true", "${7*7}", "vrai"
            })
    void a_flag_is_exactly_true_or_false(String value) {
        Refusal refusal = refusal(() -> one("dryRun", value).flag("dryRun", true));

        assertThat(refusal.code()).isEqualTo("parameter-invalid");
        assertThat(refusal.details()).containsEntry("parameter", "dryRun");
    }

    @Test
    void a_flag_given_twice_is_refused_even_when_both_agree() {
        Query twice = Query.of(query("dryRun", "true", "true"), Set.of("dryRun"));

        assertThat(refusal(() -> twice.flag("dryRun", true)).details()).containsEntry("parameter", "dryRun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2026-1-1",
                "20260101",
                "+12026-01-01",
                "-2026-01-01",
                "2026-01-01T00:00",
                "1989-12-31",
                "2200-01-01",
                "٢٠٢٦-٠١-٠١",
                "today",
                "2026-01-01\n",
                "9999999999-01-01"
            })
    void a_day_that_is_none_is_refused(String value) {
        assertThat(refusal(() -> one("asOf", value).day("asOf")).code()).isEqualTo("parameter-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-05-12",
                "2026-05-12T08:00:00",
                "2026-02-30T00:00:00Z",
                "2026-05-12T25:00:00Z",
                "1989-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "2026-05-12T08:00:00Z\n"
            })
    void an_instant_that_is_none_is_refused(String value) {
        assertThat(refusal(() -> one("knownAt", value).instant("knownAt")).code())
                .isEqualTo("parameter-invalid");
    }

    @Test
    void an_instant_is_one_of_the_registry_s_years() {
        assertThat(one("knownAt", "2026-05-12T10:00:00.001+02:00").instant("knownAt"))
                .contains(Instant.parse("2026-05-12T08:00:00.001Z"));
        assertThat(one("knownAt", "1990-01-01T00:00:00Z").instant("knownAt")).isPresent();
        assertThat(one("knownAt", "").instant("knownAt")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", "1.5", "1e3", "0x10", "101", "99999999999999999999", "NaN", "٣", " 1"})
    void a_number_out_of_bounds_is_refused(String value) {
        assertThat(refusal(() -> one("size", value).number("size", 20, 1, 100)).code())
                .isEqualTo("parameter-invalid");
    }

    @Test
    void an_overlong_value_is_refused_and_not_repeated() {
        Refusal refusal = refusal(() -> one("q", "x".repeat(201)).text("q"));

        assertThat(refusal.details().values()).noneMatch(value -> value.contains("xxx"));
    }

    @Test
    void more_alternatives_than_twenty_are_refused() {
        String[] many = new String[21];
        for (int i = 0; i < many.length; i++) {
            many[i] = "v" + i;
        }

        assertThat(refusal(() -> Query.of(query("level", many), Set.of("level")).texts("level"))
                        .code())
                .isEqualTo("parameter-invalid");
    }

    @Test
    void a_missing_value_that_is_needed_is_named() {
        assertThat(refusal(() -> one("format", " ").needed("format")).code()).isEqualTo("parameter-missing");
    }

    @Test
    void what_is_well_formed_is_read() {
        Query asked = Query.of(query("level", "HIGH", "BASIC", ""), Set.of("level", "asOf", "page"));

        assertThat(asked.texts("level")).containsExactly("HIGH", "BASIC");
        assertThat(asked.day("asOf")).isEmpty();
        assertThat(asked.number("page", 1, 1, 5000)).isEqualTo(1);
        assertThat(one("asOf", "2028-02-29").day("asOf")).contains(LocalDate.of(2028, 2, 29));
        assertThat(one("dryRun", "false").flag("dryRun", true)).isFalse();
        assertThat(one("other", "x").flag("dryRun", true)).isTrue();
        assertThat(one("q", "passeport électronique").text("q")).contains("passeport électronique");
    }

    private static Query one(String name, String value) {
        return Query.of(query(name, value), Set.of(name));
    }

    private static MultivaluedMap<String, String> query(String name, String... values) {
        MultivaluedMap<String, String> query = new AbstractMultivaluedMap<>(new LinkedHashMap<>()) {};
        query.addAll(name, values);
        return query;
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).refusal();
    }
}
