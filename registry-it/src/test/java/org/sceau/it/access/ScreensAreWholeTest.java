package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every page, desk, action, mapping and file of the archive has its line, and every line is of one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreensAreWholeTest {
    private static final String LETTERS = "+rnsmvo-";

    @Test
    void every_screen_action_mapping_and_file_has_its_line_and_no_other() {
        assertThat(Screens.rows().stream().map(Screens.Row::what).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Screens.all())
                .hasSizeGreaterThan(80);
    }

    @Test
    void each_sort_is_found_where_it_lies() {
        assertThat(Screens.all())
                .contains(
                        "page VISA",
                        "desk IMPORTS",
                        "action desk/tokens.xhtml tokensDesk.make",
                        "act casework/proposal.xhtml approve",
                        "act desk/decision.xhtml propose",
                        "mapping /sitemap.xml",
                        "mapping /sign-in",
                        "file /assets/base.css",
                        "file /WEB-INF/web.xml");
    }

    @Test
    void each_cell_is_a_letter_that_the_head_explains() {
        assertThat(Screens.rows())
                .allSatisfy(row -> assertThat(row.cells().values())
                        .as("%s", row)
                        .allMatch(letter -> LETTERS.indexOf(letter) >= 0));
    }

    /** Nobody without an account comes to a desk, whatever the page would say. */
    @Test
    void whoever_is_not_signed_in_is_led_away_from_every_desk() {
        assertThat(Screens.rows())
                .filteredOn(row -> row.what().startsWith("desk ") || row.isAction() || row.isAct())
                .allSatisfy(row -> assertThat(row.cells())
                        .as(row.what())
                        .containsEntry(Principal.ANONYMOUS, 's')
                        .containsEntry(Principal.REVOKED_TOKEN, 's')
                        .containsEntry(Principal.CLOSED_ACCOUNT, 's')
                        .containsEntry(Principal.NARROW_TOKEN, 's'));
    }
}
