package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sceau.it.access.Matrix.Row;
import org.sceau.it.access.Visit.Cell;
import org.sceau.it.access.Visit.Seen;
import org.sceau.it.server.Caller;

/**
 * Asks a running registry for every cell of the matrix: each method, as each sort of principal, for each sort of object. All refusals come
 * first, between two looks at every row of the database; then whatever is let in.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
abstract class EveryMethod {
    private final List<Row> rows = Matrix.rows();
    private final Map<Cell, Seen> answers = new HashMap<>();
    private Map<String, List<String>> before;
    private Map<String, List<String>> after;
    private AuditTally audited;

    @BeforeAll
    void visit() throws Exception {
        Estate estate = Estate.furnished();
        Rows database = new Rows(estate);
        Visit visit = new Visit(estate);
        Instant start = Instant.now();
        List<Cell> cells = Visit.cells(rows);
        List<Cell> refused =
                cells.stream().filter(cell -> cell.expected().isRefusal()).toList();
        // What needs a factor that was just shown is another question than who may what: everybody has shown one.
        Arrays.stream(Principal.values())
                .filter(Principal::signsIn)
                .flatMap(who -> who.account().stream())
                .distinct()
                .map(name -> new Caller(estate.registry(), name))
                .forEach(Caller::prove);
        before = database.settled();
        audited = new AuditTally(database, estate.registry());
        Crowd.ask(refused, visit::ask).forEach(seen -> answers.put(seen.cell(), seen));
        after = database.settled();
        audited.end();
        Crowd.ask(cells.stream().filter(cell -> !cell.expected().isRefusal()).toList(), visit::ask)
                .forEach(seen -> answers.put(seen.cell(), seen));
        // Each sort of event is told once in a minute.
        estate.registry().pass(Duration.ofMinutes(1));
        Crowd.ask(oneOfEach(refused), visit::ask);
        System.out.printf(
                "matrix: %d methods, %d principals, %d cells (%d refused), %d s%n",
                rows.size(),
                Principal.values().length,
                cells.size(),
                refused.size(),
                Duration.between(start, Instant.now()).toSeconds());
    }

    /** For each method, principal and letter one cell: each sort of event that the audit log knows comes again. */
    private static List<Cell> oneOfEach(List<Cell> cells) {
        Set<List<Object>> known = new HashSet<>();
        return cells.stream()
                .filter(cell -> known.add(List.of(cell.row().route(), cell.who(), cell.expected())))
                .toList();
    }

    @Test
    void everybody_is_answered_as_the_matrix_says() {
        List<String> otherwise = new ArrayList<>();
        answers.forEach((cell, seen) -> {
            if (seen.letter() != cell.expected()) {
                otherwise.add(cell + ": expected " + cell.expected() + ", was answered " + seen.words());
            }
        });
        assertThat(otherwise.stream().sorted()).isEmpty();
        assertThat(answers).hasSameSizeAs(Visit.cells(rows));
    }

    @Test
    void nobody_learns_from_a_refusal_whether_there_is_such_a_thing() {
        List<String> otherwise = new ArrayList<>();
        int compared = 0;
        for (Seen seen : answers.values()) {
            Cell cell = seen.cell();
            if (cell.expected() == Letter.NOT_THERE && cell.whose() != Whose.UNKNOWN) {
                compared++;
                Seen unknown = Objects.requireNonNull(answers.get(new Cell(cell.row(), cell.who(), Whose.UNKNOWN)));
                if (!seen.whole().equals(unknown.whole())) {
                    otherwise.add(cell + ": " + seen.whole() + "\n  unknown: " + unknown.whole());
                }
            }
        }
        assertThat(otherwise).isEmpty();
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void whatever_was_refused_changed_no_row() {
        assertThat(Rows.changes(before, after)).isEmpty();
        assertThat(before).hasSizeGreaterThan(40);
        assertThat(before.get("dossier")).hasSize(6);
    }

    /** A look at what is public is no secret: only where somebody had to be let in is it kept that somebody was not. */
    @Test
    void each_refusal_is_in_the_audit_log() {
        Map<String, Long> refused = new TreeMap<>();
        Set<String> open = Routes.all().entrySet().stream()
                .filter(route -> Routes.isForAnyone(route.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        answers.values().stream()
                .filter(seen -> seen.cell().expected().isRefusal())
                .filter(seen -> seen.letter() == Letter.TOKEN_REFUSED
                        || !open.contains(seen.cell().row().route()))
                .forEach(seen -> refused.merge(
                        seen.cell().who().named() + " " + seen.words().substring(4), 1L, Long::sum));
        Map<String, Long> counted = audited.counted();
        counted.keySet().retainAll(refused.keySet());

        assertThat(counted).isEqualTo(refused);
    }
}
