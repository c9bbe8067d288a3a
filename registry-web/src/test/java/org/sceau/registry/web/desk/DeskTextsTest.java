package org.sceau.registry.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.domain.party.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskTextsTest {
    private static final Path WEBAPP = Path.of("src", "main", "webapp");
    private static final Pattern USED = Pattern.compile("words\\(\\)\\['([^']+)'\\]");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z][a-z.-]*[a-z])\"");
    private static final Pattern DYNAMIC_SOURCE = Pattern.compile(
            "(?:src|template)=\"(?!/WEB-INF/(?:desk|casework|overseeing)/[a-z]+\\.xhtml\"|/assets/[a-z]+\\.js\")[^\"]*\"");

    @Test
    void both_languages_have_the_same_keys_and_no_empty_text() {
        Properties french = bundle("fr");
        Properties english = bundle("en");

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(french.values()).noneMatch(text -> ((String) text).isBlank());
        assertThat(english.values()).noneMatch(text -> ((String) text).isBlank());
    }

    @Test
    void no_text_holds_an_ascii_apostrophe_that_would_quote_a_placeholder() {
        assertThat(bundle("fr").values()).noneMatch(text -> ((String) text).contains("'"));
        assertThat(bundle("en").values()).noneMatch(text -> ((String) text).contains("'"));
    }

    @Test
    void every_key_a_view_uses_has_a_text() {
        Set<String> used = new TreeSet<>();
        views().forEach(view -> {
            Matcher found = USED.matcher(read(view));
            while (found.find()) {
                used.add(found.group(1));
            }
        });

        assertThat(used).hasSizeGreaterThan(60);
        assertThat(bundle("fr").stringPropertyNames()).containsAll(used);
    }

    @Test
    void every_whole_key_of_the_code_has_a_text() {
        Set<String> used = new TreeSet<>();
        for (String room : List.of("desk", "casework", "applying", "overseeing", "administering", "form")) {
            files(Path.of("src/main/java/org/sceau/registry/web", room)).forEach(file -> {
                Matcher found = SAID.matcher(read(file));
                while (found.find()) {
                    used.add(found.group(1));
                }
            });
        }

        assertThat(used).hasSizeGreaterThan(70);
        assertThat(bundle("fr").stringPropertyNames()).containsAll(used);
    }

    @Test
    void every_role_state_and_outcome_has_its_words() {
        for (Language language : Language.values()) {
            DeskTexts texts = DeskTexts.in(language);
            for (Role role : Role.values()) {
                assertThat(texts.say("role." + role.code())).isNotBlank();
            }
            for (ImportJob.State state : ImportJob.State.values()) {
                assertThat(texts.say("state." + state.code())).isNotBlank();
                assertThat(texts.say("progress." + state.code(), 10, 840)).isNotBlank();
            }
            for (StagedRow.Outcome outcome : StagedRow.Outcome.values()) {
                assertThat(texts.say("outcome." + outcome.code())).isNotBlank();
                assertThat(ImportRow.style(outcome)).isNotBlank();
            }
        }
    }

    @Test
    void no_view_includes_what_a_visitor_could_choose() {
        views().forEach(view -> assertThat(DYNAMIC_SOURCE.matcher(read(view)).find())
                .as(view.toString())
                .isFalse());
    }

    private static Stream<Path> views() {
        return Stream.of("views/desk", "WEB-INF/desk", "WEB-INF/casework", "WEB-INF/overseeing")
                .map(WEBAPP::resolve)
                .flatMap(DeskTextsTest::files);
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String language) {
        Properties texts = new Properties();
        Path file = Path.of("src/main/resources/org/sceau/registry/web/desk_" + language + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
