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

    /** The forms come with the word of a session and fields that fit, so that nothing but the person is in the way. */
    @Test
    void an_act_that_a_page_did_not_offer_does_nothing_when_it_is_sent_all_the_same() {
        visit.prove();
        Rows database = new Rows(Estate.furnished());
        Map<String, List<String>> before = database.settled();
        List<Cell> forged = cells().stream()
                .filter(cell -> cell.row().isAct() && cell.row().expected(cell.who()) != 'o')
                .toList();
        List<String> done = new ArrayList<>(Crowd.ask(forged, cell -> {
            Answer answer = visit.send(cell.row(), cell.who());
            return answer.status() == 302 && answer.header("Location").contains("done=")
                    ? cell.row() + " as " + cell.who() + " was done"
                    : "";
        }));
        done.removeIf(String::isEmpty);

        assertThat(forged).hasSizeGreaterThan(300);
        assertThat(done).isEmpty();
        assertThat(Rows.changes(before, database.settled())).isEmpty();
    }

    /** Neither its page nor an act tells that there is such a dossier. */
    @Test
    void a_foreign_dossier_is_answered_byte_for_byte_like_an_unknown_one_but_for_its_id() {
        for (Principal who :
                List.of(Principal.VENDOR, Principal.OTHER_VENDOR, Principal.LABORATORY, Principal.OTHER_LABORATORY)) {
            String foreign = visit.filled("{foreign}", who);
            String unknown = visit.filled("{unknown}", who);
            for (String address : List.of("/desk/dossiers/{id}", "/desk/dossiers/{id}/decision?kind=grant")) {
                assertThat(plain(visit.get(who, address.replace("{id}", foreign)), foreign))
                        .as("%s as %s", address, who)
                        .isEqualTo(plain(visit.get(who, address.replace("{id}", unknown)), unknown));
            }
            for (Screens.Row row : rows.stream()
                    .filter(Screens.Row::isAct)
                    .filter(row -> row.address().contains("{foreign}"))
                    .toList()) {
                Screens.Row elsewhere =
                        new Screens.Row(row.what(), row.address().replace("{foreign}", "{unknown}"), row.cells());
                assertThat(plain(visit.send(row, who), foreign))
                        .as("%s as %s", row.what(), who)
                        .isEqualTo(plain(visit.send(elsewhere, who), unknown));
            }
        }
    }

    /** What is sent, without its id and without what is drawn anew for every page. */
    private static String plain(Answer answer, String id) {
        return answer.status() + " " + answer.header("Location")
                + answer.text()
                        .replace(id, "{id}")
                        .replaceAll("nonce=\"[^\"]*\"|init\\('[^']*'\\)|value=\"-?\\d+:-?\\d+\"", "");
    }

    @Test
    void what_a_page_did_not_offer_does_nothing_when_it_is_pressed_all_the_same() {
        Rows database = new Rows(Estate.furnished());
        Map<String, List<String>> before = database.settled();
        List<Cell> forged = cells().stream()
                .filter(cell -> cell.row().isAction() && cell.row().expected(cell.who()) != 'o')
                .toList();
        List<Answer> answers = Crowd.ask(forged, cell -> visit.press(cell.row(), cell.who()));

        assertThat(answers)
                .hasSizeGreaterThan(80)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 302, 303, 403, 404, 415));
        assertThat(Rows.changes(before, database.settled())).isEmpty();
    }
}
