package org.sceau.registry.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormFieldsTest {

    private static String refused(ThrowingCallable reading) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, reading), "it was taken")
                .refusal()
                .code();
    }

    @Test
    void a_field_that_is_absent_empty_or_blank_is_missing() {
        assertThat(refused(() -> new SentForm().fields().text("text", 10))).isEqualTo("field-missing");
        assertThat(refused(() -> new SentForm().with("text", "").fields().text("text", 10)))
                .isEqualTo("field-missing");
        assertThat(refused(
                        () -> new SentForm().with("text", " \r\n\t ").fields().text("text", 10)))
                .isEqualTo("field-missing");
        assertThat(refused(() -> new SentForm().fields().day("due"))).isEqualTo("field-missing");
        assertThat(new SentForm().with("text", " ").fields().optional("text", 10))
                .isEmpty();
    }

    @Test
    void a_text_has_as_many_characters_as_it_may_and_not_one_more() {
        assertThat(new SentForm().with("text", "x".repeat(10)).fields().text("text", 10))
                .hasSize(10);
        assertThat(refused(() ->
                        new SentForm().with("text", "x".repeat(11)).fields().text("text", 10)))
                .isEqualTo("field-invalid");
    }

    /** A name with one of the last two would keep the trust list of its family from being written. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u0085b", "a\uD800b", "a\uFFFEb", "a\uFFFFb"})
    void a_character_that_some_store_or_list_would_not_take_is_refused(String hostile) {
        assertThat(refused(() -> new SentForm().with("text", hostile).fields().text("text", 10)))
                .isEqualTo("field-invalid");
        assertThat(refused(() -> new SentForm().with("text", hostile).fields().choices("text")))
                .isEqualTo("field-invalid");
    }

    @Test
    void the_two_characters_that_a_browser_ends_a_line_with_count_as_one() {
        String tenOnFiveLines = "a\r\nb\r\nc\r\nd\r\nef";

        assertThat(new SentForm().with("text", tenOnFiveLines).fields().text("text", 10))
                .isEqualTo("a\nb\nc\nd\nef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1e3", "+1", "0x1", "١", "12345678901", "9999999999", "one"})
    void a_number_is_one_to_nine_ascii_digits(String hostile) {
        assertThat(refused(() -> new SentForm().with("seen", hostile).fields().number("seen")))
                .isEqualTo("field-invalid");
    }

    @Test
    void the_largest_number_that_fits_is_read() {
        assertThat(new SentForm().with("seen", "999999999").fields().number("seen"))
                .isEqualTo(999_999_999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "30/11/2026", "2026-1-1", "tomorrow", "+2026-01-01", "2026-11-30T00:00"})
    void a_day_that_is_none_is_invalid(String hostile) {
        assertThat(refused(() -> new SentForm().with("due", hostile).fields().day("due")))
                .isEqualTo("field-invalid");
    }

    @Test
    void a_day_is_read_as_a_date_field_sends_it() {
        assertThat(new SentForm().with("due", "2026-11-30").fields().day("due")).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(new SentForm().with("due", "").fields().optionalDay("due")).isEmpty();
    }

    @Test
    void choices_are_bounded_in_number_and_length_and_each_counts_once() {
        String[] many =
                IntStream.rangeClosed(0, 200).mapToObj(Integer::toString).toArray(String[]::new);
        assertThat(refused(() -> new SentForm().with("scope", many).fields().choices("scope")))
                .isEqualTo("field-invalid");
        assertThat(refused(() ->
                        new SentForm().with("scope", "x".repeat(201)).fields().choices("scope")))
                .isEqualTo("field-invalid");

        assertThat(new SentForm().with("scope", "b", "", "a", "b").fields().choices("scope"))
                .containsExactly("b", "a");
        assertThat(new SentForm().fields().choices("scope")).isEmpty();
    }

    @Test
    void only_the_word_of_our_own_box_is_a_yes() {
        assertThat(new SentForm().fields().yes("flag")).isFalse();
        assertThat(new SentForm().with("flag", "on").fields().yes("flag")).isFalse();
        assertThat(new SentForm().with("flag", "YES").fields().yes("flag")).isFalse();
        assertThat(new SentForm().with("flag", "yes").fields().yes("flag")).isTrue();
    }

    @Test
    void one_form_sent_twice_is_one_attempt_and_another_form_or_another_word_is_another() {
        assertThat(application("7c1d", "Kerleo").attempt())
                .isPresent()
                .isEqualTo(application("7c1d", "Kerleo").attempt());
        assertThat(application("7c1d", "Kerleo").attempt())
                .isNotEqualTo(application("7c1d", "Kerleo 2").attempt())
                .isNotEqualTo(application("9e02", "Kerleo").attempt());
        assertThat(new SentForm().with("name", "Kerleo").fields().attempt()).isEmpty();
    }

    @Test
    void fields_that_run_together_are_not_the_same_attempt() {
        assertThat(new SentForm().with("once", "1").with("a", "b", "c").fields().attempt())
                .isNotEqualTo(new SentForm()
                        .with("once", "1")
                        .with("a", "bc")
                        .fields()
                        .attempt())
                .isNotEqualTo(new SentForm()
                        .with("once", "1")
                        .with("ab", "c")
                        .fields()
                        .attempt());
    }

    private static FormFields application(String once, String name) {
        return new SentForm().with("once", once).with("name", name).fields();
    }
}
