package org.sceau.registry.application.administering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.registry.application.administering.Language.ENGLISH;
import static org.sceau.registry.application.administering.Language.FRENCH;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguagesTest {

    static Stream<List<Language>> impossible() {
        return Stream.of(List.of(), List.of(FRENCH, FRENCH), List.of(ENGLISH, FRENCH, ENGLISH));
    }

    private static Languages languages(String codes) {
        return new Languages(Stream.of(codes.split(" "))
                .map(code -> Language.ofCode(code).orElseThrow())
                .toList());
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void none_or_one_twice_is_refused(List<Language> inOrder) {
        assertThatThrownBy(() -> new Languages(inOrder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_language_without_texts_has_no_code() {
        assertThat(Language.ofCode("de")).isEmpty();
        assertThat(Language.ofCode("FR")).isEmpty();
        assertThat(Language.ofCode("")).isEmpty();
    }

    @ParameterizedTest(name = "[{0}] {1}")
    @CsvSource({
        "fr en, /fr",
        "fr en, /fr/",
        "fr en, /fr/desk/",
        "en fr, /en",
        "en fr, /en/visas/x",
        "fr,    /en/",
        "fr,    /fr/",
        "en,    /en",
        "en,    /fr/desk/imports"
    })
    void nothing_is_below_a_code_that_has_no_place(String codes, String path) {
        assertThat(languages(codes).isNowhere(path)).isTrue();
        assertThat(languages(codes).of(path)).isEqualTo(languages(codes).first());
        assertThat(languages(codes).bare(path)).isEqualTo(path);
    }

    @ParameterizedTest(name = "[{0}] {1}")
    @CsvSource({
        "fr en, /,              fr, /",
        "fr en, '',             fr, ''",
        "fr en, /catalogue,     fr, /catalogue",
        "fr en, /en,            en, /",
        "fr en, /en/,           en, /",
        "fr en, /en/catalogue,  en, /catalogue",
        "fr en, /en/en/,        en, /en/",
        "fr en, /english,       fr, /english",
        "fr en, /EN/,           fr, /EN/",
        "en fr, /,              en, /",
        "en fr, /catalogue,     en, /catalogue",
        "en fr, /fr,            fr, /",
        "en fr, /fr/catalogue,  fr, /catalogue",
        "en fr, /friends,       en, /friends",
        "fr,    /catalogue,     fr, /catalogue",
        "en,    /catalogue,     en, /catalogue"
    })
    void a_path_says_its_language_and_the_page_below_it(String codes, String path, String language, String bare) {
        assertThat(languages(codes).isNowhere(path)).isFalse();
        assertThat(languages(codes).of(path).code()).isEqualTo(language);
        assertThat(languages(codes).bare(path)).isEqualTo(bare);
    }

    @ParameterizedTest(name = "[{0}] {1}: {2}")
    @CsvSource({
        "fr en, fr, /catalogue",
        "fr en, en, /en/catalogue",
        "en fr, en, /catalogue",
        "en fr, fr, /fr/catalogue",
        "fr,    fr, /catalogue",
        "fr,    en, /catalogue",
        "en,    en, /catalogue",
        "en,    fr, /catalogue"
    })
    void a_page_has_one_address_in_each_language_and_the_first_ones_where_a_language_is_not_spoken(
            String codes, String language, String address) {
        Languages languages = languages(codes);
        assertThat(languages.address(Language.ofCode(language).orElseThrow(), "/catalogue"))
                .isEqualTo(address);
        assertThat(languages.bare(address)).isEqualTo("/catalogue");
    }

    @Test
    void one_language_has_no_other_and_two_have_each_other() {
        assertThat(Languages.of(FRENCH).other(FRENCH)).isEmpty();
        assertThat(Languages.of(ENGLISH).other(ENGLISH)).isEmpty();
        assertThat(Languages.USUAL.other(FRENCH)).contains(ENGLISH);
        assertThat(Languages.of(ENGLISH, FRENCH).other(ENGLISH)).contains(FRENCH);
    }
}
