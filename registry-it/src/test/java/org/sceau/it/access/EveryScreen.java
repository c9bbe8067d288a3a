package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sceau.it.server.Answer;

/** Every page, desk, action, servlet and file, opened by everybody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryScreen {
    private final List<Screens.Row> rows = Screens.rows();
    private final ScreensVisit visit = new ScreensVisit(Estate.furnished());

    private record Cell(Screens.Row row, Principal who) {}

    private List<Cell> cells() {
        return rows.stream()
                .flatMap(row -> Arrays.stream(Principal.values()).map(who -> new Cell(row, who)))
                .toList();
    }

    @Test
    void everybody_finds_what_the_matrix_says() {
        List<String> otherwise = new ArrayList<>(Crowd.ask(cells(), cell -> {
            char letter = visit.letter(cell.row(), cell.who());
            char expected = cell.row().expected(cell.who());
            return letter == expected
                    ? ""
                    : cell.row().what() + " " + cell.row().address() + " as "
                            + cell.who().column() + ": expected " + expected + ", found " + letter;
        }));
        otherwise.removeIf(String::isEmpty);
        assertThat(otherwise).isEmpty();
        System.out.printf("screens: %d addresses, %d cells%n", rows.size(), cells().size());
    }

    /** The names of the organisations stand in no page of whoever may not see who has an account. */
    @Test
    void whoever_is_not_served_at_a_desk_reads_nothing_there() {
        for (Principal who : List.of(Principal.VENDOR, Principal.LABORATORY, Principal.DECIDER, Principal.MANAGER)) {
            assertThat(visit.get(who, "/desk/organisations").text())
                    .as("%s", who)
                    .doesNotContain("Brume Télécom");
        }
        assertThat(visit.get(Principal.ADMINISTRATOR, "/desk/organisations").text())
                .contains("Brume Télécom");
    }

    @Test
    void what_a_page_did_not_offer_does_nothing_when_it_is_pressed_all_the_same() {
        Rows database = new Rows(Estate.NAME);
        Map<String, String> before = database.settled();
        List<Cell> forged = cells().stream()
                .filter(cell -> cell.row().isAction() && cell.row().expected(cell.who()) != 'o')
                .toList();
        List<Answer> answers = Crowd.ask(forged, cell -> visit.press(cell.row(), cell.who()));

        assertThat(answers)
                .hasSizeGreaterThan(80)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 302, 303, 403, 404));
        assertThat(database.settled()).isEqualTo(before);
    }
}
