package org.sceau.registry.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.address.Addresses;
import org.sceau.registry.web.address.Destination;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.address.View;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownProblemsTest {

    /** The codes as they are written down, read without the class under test. */
    private static Set<String> written(Language language) throws IOException {
        Properties texts = new Properties();
        String file = "/org/sceau/registry/api/problems_" + language.code() + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(ProblemTexts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Set<String> codes = new TreeSet<>();
        texts.stringPropertyNames().forEach(key -> codes.add(key.substring(0, key.lastIndexOf('.'))));
        return codes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope", "visa-unknown.title", "visa-unknown.", "VISA-UNKNOWN", "constructor"})
    void a_code_without_a_text_is_not_found(String code) {
        assertThat(new KnownProblems(new Links(Languages.USUAL, Language.FRENCH)).find(code))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_code_has_a_page_with_its_meaning_and_its_remedy(Language language) throws IOException {
        KnownProblems known = new KnownProblems(new Links(Languages.USUAL, language));

        assertThat(written(language)).hasSizeGreaterThan(90).allSatisfy(code -> {
            KnownProblem problem = known.find(code).orElseThrow();
            assertThat(problem.title()).isNotBlank().isNotEqualTo(code);
            assertThat(problem.remedy()).isNotBlank();
            assertThat(Addresses.read(problem.address(), Languages.USUAL))
                    .isInstanceOfSatisfying(Destination.Page.class, page -> {
                        assertThat(page.view()).isEqualTo(View.PROBLEMS);
                        assertThat(page.language()).isEqualTo(language);
                        assertThat(page.key()).isEqualTo(code);
                    });
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_list_has_every_code_once_and_in_order(Language language) throws IOException {
        assertThat(new KnownProblems(new Links(Languages.USUAL, language)).all())
                .extracting(KnownProblem::code)
                .containsExactlyElementsOf(written(language));
    }

    @Test
    void both_languages_say_it_in_their_own_words() {
        assertThat(new KnownProblems(new Links(Languages.USUAL, Language.FRENCH)).find("not-found"))
                .get()
                .returns("Rien à cette adresse", KnownProblem::title)
                .returns("/problems/not-found", KnownProblem::address);
        assertThat(new KnownProblems(new Links(Languages.USUAL, Language.ENGLISH)).find("not-found"))
                .get()
                .returns("Nothing at this address", KnownProblem::title)
                .returns("/en/problems/not-found", KnownProblem::address);
    }
}
