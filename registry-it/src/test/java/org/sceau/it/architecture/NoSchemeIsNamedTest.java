package org.sceau.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

/**
 * Schemes are data: nothing that runs asks for one by name. Whoever does writes the name down as a literal, so that no literal of any
 * main source, class or view, is the name of a scheme, a scheme version or a family. Not even the importer is exempt: it finds a
 * family by its printed heading, which is data too.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoSchemeIsNamedTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern IN_JAVA = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    /**
     * Words that happen to be the name of a family too, with the one class that says them. The competence of a laboratory covers the
     * protection profiles an application declares, under whatever scheme, by the fact of that name.
     */
    private static final Map<String, String> OTHER_MEANINGS = Map.of("protection-profiles", "Demands.java");

    /** Comments may give examples. Whole lines only, so that no string with a slash and a star hides what follows it. */
    private static final Pattern COMMENT_LINES = Pattern.compile("(?m)^\\s*(\\*|/\\*|//).*$");

    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private static final Pattern IN_VIEWS = Pattern.compile("'([^'\n]*)'");

    private static Set<String> names() {
        Schemes schemes = SchemesFromResources.load(Schemes.class.getClassLoader());
        Set<String> names = new TreeSet<>();
        schemes.families().forEach(family -> names.add(family.id().value()));
        for (SchemeVersion version : schemes.all()) {
            names.add(version.id().toString());
            names.add(version.id().scheme().value());
        }
        return names;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> folders = modules.map(module -> module.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            assertThat(folders).hasSizeGreaterThan(4);
            return folders.stream().flatMap(NoSchemeIsNamedTest::below).toList();
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|xhtml)")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> named(String file, String text, Set<String> names) {
        Set<String> found = new TreeSet<>();
        Matcher literal = file.endsWith(".java")
                ? IN_JAVA.matcher(COMMENT_LINES.matcher(text).replaceAll(""))
                : IN_VIEWS.matcher(text);
        while (literal.find()) {
            // What a name begins or ends with names it as well.
            String word = EDGES.matcher(
                            literal.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                    .replaceAll("");
            boolean meansAnother = OTHER_MEANINGS.containsKey(word) && file.endsWith("/" + OTHER_MEANINGS.get(word));
            if (names.contains(word) && !meansAnother) {
                found.add(file + " names " + word);
            }
        }
        return found;
    }

    @Test
    void no_class_and_no_view_asks_for_a_scheme_by_name() throws IOException {
        Set<String> names = names();
        assertThat(names).hasSizeGreaterThan(40);
        for (Path source : sources()) {
            assertThat(named(source.toString(), Files.readString(source), names))
                    .isEmpty();
        }
    }

    @Test
    void a_word_of_another_meaning_is_still_said_and_nowhere_else() throws IOException {
        for (Map.Entry<String, String> word : OTHER_MEANINGS.entrySet()) {
            List<Path> saying = new ArrayList<>();
            for (Path source : sources()) {
                if (Files.readString(source).contains("\"" + word.getKey() + "\"")) {
                    saying.add(source);
                }
            }
            assertThat(saying)
                    .singleElement()
                    .satisfies(source -> assertThat(source.getFileName()).hasToString(word.getValue()));
            assertThat(named("Planted.java", "case \"" + word.getKey() + "\" ->", names()))
                    .hasSize(1);
        }
    }

    @Test
    void a_planted_name_is_seen() {
        Set<String> names = names();
        String any = names.iterator().next();
        String planted = "if (version.id().scheme().value().equals(\"" + any + "\")) { }";

        assertThat(named("Planted.java", planted, names)).containsExactly("Planted.java names " + any);
        assertThat(named("Planted.java", planted.toUpperCase(Locale.ROOT), names))
                .hasSize(1);
        assertThat(named("Planted.java", "case \"" + any + "\" -> true;", names))
                .hasSize(1);
        assertThat(named("Planted.java", "id.startsWith(\"" + any + "-\")", names))
                .hasSize(1);
        assertThat(named("planted.xhtml", "<p rendered=\"#{version.id() eq '" + any + "'}\"/>", names))
                .hasSize(1);
        assertThat(named("Planted.java", "say(\"" + any + ".title\")", names)).isEmpty();
    }
}
