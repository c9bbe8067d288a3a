package org.sceau.registry.application.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page about the journal says what each kind of entry holds, and no entry has a kind that is not on it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalPageTest {
    private static final Path PAGE = Path.of("../docs/formats/journal.md");
    private static final String TABLE = "| kind | content |";

    @Test
    void an_entry_of_a_kind_that_is_not_known_is_none() {
        assertThatThrownBy(() ->
                        new Entry("house-noted", "house", Optional.empty(), Map.of(), Map.of(), Entry.Topic.HOUSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("house-noted");
    }

    @Test
    void the_page_tells_every_kind_and_no_other() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf(TABLE), page.indexOf("\n\n", page.indexOf(TABLE)));

        Set<String> told = table.lines()
                .skip(2)
                .map(row -> row.split("\\|")[1])
                .flatMap(cell -> kinds(cell).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).containsExactlyInAnyOrderElementsOf(Entry.KINDS);
    }

    /** A name that begins with a hyphen goes on from the first one of its cell, up to the last hyphen. */
    private static Set<String> kinds(String cell) {
        Set<String> kinds = new TreeSet<>();
        String stem = "";
        for (MatchResult one :
                Pattern.compile("`([a-z-]+)`").matcher(cell).results().toList()) {
            String name = one.group(1);
            if (name.startsWith("-")) {
                kinds.add(stem + name.substring(1));
            } else if (name.contains("-")) {
                stem = name.substring(0, name.lastIndexOf('-') + 1);
                kinds.add(name);
            }
        }
        return kinds;
    }
}
