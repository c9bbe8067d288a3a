package org.sceau.registry.web.administering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.web.desk.DeskTexts;

/** What is said by a key that travels through the code has a text as well. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdministrationTextsTest {
    private static final Pattern KEY = Pattern.compile("\"((?:health|revision|schemes|scheme)\\.[a-z.-]*[a-z])\"");
    private static final Pattern BLOCK = Pattern.compile("(?m)^([a-z-]+):\\R  ");

    @Test
    void every_key_of_the_room_has_a_text() throws IOException {
        Set<String> keys = found(Path.of("src/main/java/org/sceau/registry/web/administering"), KEY);

        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(DeskTexts.in(Language.FRENCH).bundle().keySet()).containsAll(keys);
    }

    @Test
    void every_block_of_a_definition_has_its_words() throws IOException {
        Set<String> blocks = found(Path.of("../registry-ejb/src/main/resources/schemes"), BLOCK);

        assertThat(blocks).hasSizeGreaterThan(30);
        assertThat(DeskTexts.in(Language.FRENCH).bundle().keySet())
                .containsAll(blocks.stream().map(block -> "block." + block).toList());
    }

    private static Set<String> found(Path folder, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(AdministrationTextsTest::isRead).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static boolean isRead(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") || name.endsWith(".yaml") && !name.equals("families.yaml");
    }
}
