package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.access.Matrix.Row;
import org.sceau.registry.domain.party.Role;

/** The matrix says something of every method there is and of no other, and nothing that the methods themselves contradict. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatrixIsWholeTest {
    /** What the account of a column is, by the demonstration's own list. */
    private static final Map<Principal, Set<Role>> ROLES = new EnumMap<>(Map.ofEntries(
            Map.entry(Principal.VENDOR, Set.of(Role.SPONSOR)),
            Map.entry(Principal.OTHER_VENDOR, Set.of(Role.SPONSOR)),
            Map.entry(Principal.LABORATORY, Set.of(Role.EVALUATOR)),
            Map.entry(Principal.OTHER_LABORATORY, Set.of(Role.EVALUATOR)),
            Map.entry(Principal.CERTIFIER, Set.of(Role.CERTIFIER)),
            Map.entry(Principal.REVIEWER, Set.of(Role.REVIEWER)),
            Map.entry(Principal.DECIDER, Set.of(Role.DECIDER)),
            Map.entry(Principal.PUBLISHER, Set.of(Role.PUBLISHER)),
            Map.entry(Principal.SUPERVISOR, Set.of(Role.NCCA_SUPERVISOR)),
            Map.entry(Principal.APPROVER, Set.of(Role.NCCA_APPROVER)),
            Map.entry(Principal.COMPLAINT_HANDLER, Set.of(Role.COMPLAINT_HANDLER)),
            Map.entry(Principal.AUDITOR, Set.of(Role.AUDITOR)),
            Map.entry(Principal.ADMINISTRATOR, Set.of(Role.ADMINISTRATOR)),
            Map.entry(Principal.MANAGER, Set.of(Role.MANAGER)),
            Map.entry(Principal.NARROW_TOKEN, Set.of(Role.SPONSOR))));

    private final List<Row> rows = Matrix.rows();
    private final Map<String, Method> routes = Routes.all();

    @Test
    void every_method_of_the_interface_has_its_line_and_every_line_its_method() {
        assertThat(rows.stream().map(Row::route))
                .containsExactlyInAnyOrderElementsOf(routes.keySet())
                .hasSizeGreaterThan(100);
    }

    @Test
    void a_method_without_a_line_and_a_line_without_a_method_are_named() {
        Map<String, Method> more = new TreeMap<>(routes);
        more.put("GET /api/v1/forgotten", routes.get("GET /api/v1/dossiers"));
        more.remove("GET /api/v1/dossiers");

        assertThatThrownBy(() ->
                        assertThat(rows.stream().map(Row::route)).containsExactlyInAnyOrderElementsOf(more.keySet()))
                .hasMessageContaining("GET /api/v1/forgotten")
                .hasMessageContaining("not expected");
    }

    @Test
    void every_role_comes_to_the_registry_as_somebody() {
        assertThat(ROLES.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void each_cell_has_a_letter_for_each_object_there_may_be() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.cells()).allSatisfy((who, cell) -> {
                    assertThat(cell.length())
                            .as("%s %s", row.route(), who)
                            .isIn(1, row.kinds().size());
                    cell.chars().forEach(letter -> Letter.of((char) letter));
                }));
    }

    @Test
    void a_path_with_a_variable_is_about_something() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.object().equals("-"))
                        .as(row.route())
                        .isEqualTo(!row.route().contains("{")));
    }

    /** Two who wrote independently of each other: the annotation that the server reads, and the line. */
    @Test
    void whoever_has_none_of_the_roles_that_a_method_names_is_let_in_nowhere() {
        List<String> otherwise = new ArrayList<>();
        Visit.cells(rows).forEach(cell -> {
            Letter doorstep = atTheDoorstep(
                    cell.who(), Objects.requireNonNull(routes.get(cell.row().route())));
            if (cell.expected() != doorstep && doorstep != Letter.LET_IN) {
                otherwise.add(cell + ": " + cell.expected());
            }
        });
        assertThat(otherwise).isEmpty();
    }

    /** What is known before the door is asked; {@code LET_IN} for whoever the method is for, of whom only the door knows. */
    private static Letter atTheDoorstep(Principal who, Method method) {
        if (who == Principal.REVOKED_TOKEN || who == Principal.CLOSED_ACCOUNT) {
            return Letter.TOKEN_REFUSED;
        }
        if (Routes.isForAnyone(method)) {
            return Letter.LET_IN;
        }
        if (who == Principal.ANONYMOUS) {
            return Letter.ANONYMOUS;
        }
        return ROLES.getOrDefault(who, Set.of()).stream().anyMatch(Routes.roles(method)::contains)
                ? Letter.LET_IN
                : Letter.ROLE_MISSING;
    }

    @Test
    void what_is_sent_is_sent_to_a_method_there_is() {
        assertThat(routes.keySet()).containsAll(Visit.requests().keySet());
    }
}
