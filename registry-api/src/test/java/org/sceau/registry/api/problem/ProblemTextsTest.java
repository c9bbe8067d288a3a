package org.sceau.registry.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.sceau.registry.domain.scheme.duty.Competence;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemTextsTest {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Where a code is born, anywhere. */
    private static final List<Pattern> BIRTHS = List.of(
            Pattern.compile("Refusal\\s*\\.of\\(\\s*\"([^\"]+)\""),
            Pattern.compile("new (?:RowProblem|RowNotice|UnreadableCatalogue|Finding)\\(\\s*\"([^\"]+)\""));
    /** Shorter words that mean remarks and refused rows in the rooms of imports only. */
    private static final List<Pattern> BIRTHS_IN_IMPORTS = List.of(
            Pattern.compile("\\.(?:problem|notice|flag)\\(\\s*\"([^\"]+)\""),
            Pattern.compile("[^.\\w]problem\\(\"([^\"]+)\""),
            Pattern.compile("claim\\(\\s*\\w+,\\s*\"([^\"]+)\""),
            Pattern.compile("new SourceText\\.Bounds\\([^\"]*\"([^\"]+)\""),
            Pattern.compile("refused\\(\\s*\"([^\"]+)\""),
            Pattern.compile("refused\\(row,\\s*\"([^\"]+)\""));

    /** Shorter words that mean refusals and findings in the domain only. */
    private static final List<Pattern> BIRTHS_IN_DOMAIN = List.of(
            Pattern.compile("(?:refusal|conflict|find|missing)\\(\\s*\"([^\"]+[^-])\""),
            Pattern.compile("refuseIf\\([^\"]*\"([^\"]+)\""));

    private static final Pattern CONSTANT = Pattern.compile("static final String [A-Z_]+ = \"([a-z-]+)\"");

    @Test
    void every_code_that_the_house_can_say_has_a_title_and_a_remedy_in_both_languages() {
        Set<String> codes = codesOfTheHouse();

        assertThat(codes).hasSizeGreaterThan(80);
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            ProblemTexts texts = ProblemTexts.in(language);
            assertThat(codes.stream().filter(code -> !texts.knows(code)))
                    .as("without a text in " + language)
                    .isEmpty();
            assertThat(codes.stream().filter(code -> texts.remedy(code).isBlank()))
                    .isEmpty();
        }
    }

    @Test
    void both_languages_have_the_same_keys_and_no_empty_text() {
        Properties french = bundle("fr");
        Properties english = bundle("en");

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(french.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
        assertThat(english.values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void a_title_never_stands_without_its_remedy_and_its_code_is_kebab_case() {
        Properties texts = bundle("en");

        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            String code = key.substring(0, key.lastIndexOf('.'));
            assertThat(code).matches(CODE);
            assertThat(texts).containsKeys(code + ".title", code + ".remedy");
        });
    }

    @Test
    void an_unreadable_or_foreign_language_is_answered_in_the_first_of_the_registry() {
        for (String header : new String[] {null, "", "de", "tlh, ja;q=0.5", "fr;q=x", "*;;", ",,,", "en".repeat(500)}) {
            assertThat(ProblemTexts.acceptable(header, Language.FRENCH).language())
                    .as("%s", header)
                    .isEqualTo(Locale.FRENCH);
            assertThat(ProblemTexts.acceptable(header, Language.ENGLISH).language())
                    .as("%s", header)
                    .isEqualTo(Locale.ENGLISH);
        }
    }

    @Test
    void the_preferred_of_the_two_languages_is_spoken() {
        assertThat(ProblemTexts.acceptable("en", Language.FRENCH).title("not-found"))
                .isEqualTo("Nothing at this address");
        assertThat(ProblemTexts.acceptable("en-GB,en;q=0.9,fr;q=0.8", Language.FRENCH)
                        .language())
                .isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.acceptable("fr-CH, en;q=0.9", Language.ENGLISH).language())
                .isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.acceptable("en;q=0.1, fr;q=0.2", Language.FRENCH)
                        .language())
                .isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.acceptable("de, en;q=0.5", Language.FRENCH).language())
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void a_code_without_a_text_is_its_own_title() {
        assertThat(ProblemTexts.in(Locale.ENGLISH).title("never-heard-of")).isEqualTo("never-heard-of");
        assertThat(ProblemTexts.in(Locale.ENGLISH).remedy("never-heard-of")).isEmpty();
    }

    private static Set<String> codesOfTheHouse() {
        Set<String> codes = new TreeSet<>();
        sources("registry-ejb", "registry-api", "registry-web").forEach(file -> {
            String text = read(file);
            BIRTHS.forEach(birth -> collect(birth, text, codes));
            if (file.toString().matches(".*registry-ejb.*/(importing|catalogues)/.*")) {
                BIRTHS_IN_IMPORTS.forEach(birth -> collect(birth, text, codes));
            }
            if (file.toString().matches(".*/domain/(dossier|decision|laboratory)/.*")) {
                BIRTHS_IN_DOMAIN.forEach(birth -> collect(birth, text, codes));
            }
        });
        sources("trust-list")
                .filter(file -> file.endsWith("EntryRefused.java") || file.endsWith("IssueRefused.java"))
                .forEach(file -> collect(CONSTANT, read(file), codes));
        // What a laboratory lacks is said of each of its titles.
        for (Competence.Title title : Competence.Title.values()) {
            for (String lack : List.of("missing", "expired", "suspended")) {
                codes.add("lab-" + title.name().toLowerCase(Locale.ROOT) + "-" + lack);
            }
        }
        return codes;
    }

    private static void collect(Pattern birth, String text, Set<String> codes) {
        Matcher found = birth.matcher(text);
        while (found.find()) {
            codes.add(found.group(1));
        }
    }

    private static Stream<Path> sources(String... modules) {
        Set<Path> files = new HashSet<>();
        for (String module : modules) {
            Path folder = Path.of("..", module, "src", "main", "java");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> walk = Files.walk(folder)) {
                    walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files.stream();
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
        Path file = Path.of("src/main/resources/org/sceau/registry/api/problems_" + language + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
