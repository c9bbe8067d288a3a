package org.sceau.registry.web.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.vocabulary.OutcomeKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Recommendation;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/sceau/registry/web");
    private static final Pattern IN_VIEWS = Pattern.compile("text\\['([^']+)'\\]");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:say|both|fact|rule)\\(\\s*\"([a-z][A-Za-z.-]*[a-z0-9])\"");

    private static Properties bundle(String language) throws IOException {
        Properties texts = new Properties();
        try (var file = Files.newBufferedReader(
                RESOURCES.resolve("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(bundle(language).stringPropertyNames());
    }

    /** Desks have a bundle of their own. */
    private static boolean isOfADesk(Path file) {
        return Stream.of("desk", "casework", "applying", "overseeing", "administering")
                .anyMatch(room -> String.valueOf(file.getParent()).endsWith(room));
    }

    private static Set<String> used(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending) && !isOfADesk(path))
                    .toList()) {
                Matcher found = pattern.matcher(Files.readString(file));
                while (found.find()) {
                    keys.add(found.group(1));
                }
            }
        }
        return keys;
    }

    @Test
    void an_unknown_key_is_an_error_and_not_an_empty_text() {
        assertThatThrownBy(() -> Texts.in(Language.FRENCH).say("no.such.key"))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void both_languages_have_the_same_keys_and_none_is_empty() throws IOException {
        assertThat(keys("fr")).isEqualTo(keys("en"));
        for (String language : List.of("fr", "en")) {
            assertThat(bundle(language).values())
                    .allSatisfy(text -> assertThat((String) text).isNotBlank());
        }
    }

    @Test
    void no_key_is_written_twice() throws IOException {
        for (String language : List.of("fr", "en")) {
            List<String> written = new ArrayList<>();
            for (String line : Files.readAllLines(RESOURCES.resolve("texts_" + language + ".properties"))) {
                if (line.contains(" = ") && !line.startsWith("#")) {
                    written.add(line.substring(0, line.indexOf(" = ")));
                }
            }
            assertThat(written).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_key_of_the_views_exists() throws IOException {
        Set<String> used = used(Path.of("src/main/webapp"), ".xhtml", IN_VIEWS);

        assertThat(used).hasSizeGreaterThan(80);
        assertThat(keys("fr")).containsAll(used);
    }

    @Test
    void every_whole_key_of_the_code_exists() throws IOException {
        Set<String> used = used(Path.of("src/main/java"), ".java", IN_CODE);

        assertThat(used).hasSizeGreaterThan(60);
        assertThat(keys("fr")).containsAll(used);
    }

    @Test
    void every_status_outcome_and_recommendation_has_its_words() throws IOException {
        Set<String> keys = keys("fr");

        for (VisaStatus status : VisaStatus.values()) {
            assertThat(keys)
                    .contains(
                            "status." + status.code(),
                            "says." + status.code(),
                            "line." + status.code(),
                            "uri.Svcstatus." + status.code());
        }
        for (OutcomeKind outcome : OutcomeKind.values()) {
            String code = outcome.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(keys).contains("visa.heading." + code, "event.granted." + code);
        }
        for (Recommendation level : Recommendation.values()) {
            assertThat(keys).contains("recommendation." + level.code(), "recommendation." + level.code() + ".means");
        }
    }

    @Test
    void the_same_parts_stand_in_both_languages_and_no_apostrophe_hides_one() throws IOException {
        Properties french = bundle("fr");
        Properties english = bundle("en");
        for (String key : french.stringPropertyNames()) {
            assertThat(french.getProperty(key) + english.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
            assertThat(new MessageFormat(french.getProperty(key), java.util.Locale.FRANCE).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(english.getProperty(key), java.util.Locale.UK)
                            .getFormatsByArgumentIndex());
        }
    }

    @Test
    void counts_are_said_as_the_language_does() {
        assertThat(Texts.in(Language.FRENCH).say("results.count", 0)).isEqualTo("Aucun visa");
        assertThat(Texts.in(Language.FRENCH).say("results.count", 1)).isEqualTo("1 visa");
        assertThat(Texts.in(Language.ENGLISH).say("results.count", 1840)).isEqualTo("1,840 visas");
    }

    @Test
    void braces_in_what_a_visitor_wrote_stay_as_written() {
        assertThat(Texts.in(Language.ENGLISH).say("results.title.words", "{0} #{7*7}"))
                .isEqualTo("{0} #{7*7}: results");
    }
}
