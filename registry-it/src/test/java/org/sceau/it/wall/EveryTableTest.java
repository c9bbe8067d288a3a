package org.sceau.it.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Table;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sceau.it.access.Tables;
import org.sceau.it.house.Database;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.it.server.Checkout;
import org.sceau.registry.infrastructure.persistence.OnBehalf;
import org.sceau.registry.infrastructure.persistence.Sql;

/** No table is forgotten: it has a wall, or its line says why it needs none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
class EveryTableTest {
    private static final String STATE = "select c.relname, c.relrowsecurity and c.relforcerowsecurity and exists"
            + " (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname),"
            + " c.relrowsecurity or c.relforcerowsecurity or exists (select 1 from pg_policies p where p.schemaname ="
            + " 'public' and p.tablename = c.relname) from pg_class c where c.relkind in ('r', 'p') and"
            + " c.relnamespace = 'public'::regnamespace order by c.relname";

    private Sql sql;

    /** What PostgreSQL says of a table. */
    private record State(String table, boolean walled, boolean half) {}

    @BeforeAll
    void migrate() {
        ThreadDataSource database = Database.POSTGRESQL.migrated();
        sql = new Sql(database.forSuperuser(), new OnBehalf());
    }

    private List<State> states() {
        return sql.list(
                STATE, row -> new State(row.getString(1), row.getBoolean(2), row.getBoolean(3) && !row.getBoolean(2)));
    }

    /** What differs between the database and the lines. */
    private static List<String> differences(List<State> states, List<Tables.Table> lines) {
        TreeMap<String, Boolean> known =
                new TreeMap<>(lines.stream().collect(Collectors.toMap(Tables.Table::name, Tables.Table::walled)));
        List<String> found = new ArrayList<>();
        for (State state : states) {
            Boolean said = known.remove(state.table());
            if (said == null) {
                found.add(state.table() + " has no line in tables.csv: give it a policy, or say why it needs none");
            } else if (said != state.walled()) {
                found.add(state.table() + (said ? " has no wall" : " has a wall"));
            }
            if (state.half()) {
                found.add(state.table() + " has half a wall: policies, enabled and forced belong together");
            }
        }
        known.keySet().forEach(gone -> found.add(gone + " is no table"));
        return found;
    }

    @Test
    void every_table_has_a_wall_or_a_reason() {
        assertThat(differences(states(), Tables.all())).isEmpty();
    }

    @Test
    void a_new_table_without_either_one_that_is_not_forced_and_one_that_is_gone_are_named() {
        List<State> states = new ArrayList<>(states());
        states.removeIf(state -> state.table().equals("dossier"));
        states.add(new State("dossier", false, true));
        states.add(new State("forgotten", false, false));
        List<Tables.Table> lines = new ArrayList<>(Tables.all());
        lines.add(new Tables.Table("former", true, "everybody"));

        assertThat(differences(states, lines))
                .containsExactly(
                        "dossier has no wall",
                        "dossier has half a wall: policies, enabled and forced belong together",
                        "forgotten has no line in tables.csv: give it a policy, or say why it needs none",
                        "former is no table");
    }

    @Test
    void each_line_says_something() {
        assertThat(Tables.all()).allSatisfy(table -> assertThat(table.words()).isNotBlank());
        assertThat(Tables.all()).extracting(Tables.Table::name).isSorted().doesNotHaveDuplicates();
    }

    /** What JPA has read it may keep and hand out again: it reads no table with a wall, and keeps nothing. */
    @Test
    void every_entity_is_of_an_open_table_and_none_is_shared() throws Exception {
        String unit =
                Files.readString(Checkout.root().resolve("registry-ejb/src/main/resources/META-INF/persistence.xml"));
        Matcher entity = Pattern.compile("<class>([^<]+)</class>").matcher(unit);
        List<String> mapped = new ArrayList<>();
        while (entity.find()) {
            mapped.add(Class.forName(entity.group(1)).getAnnotation(Table.class).name());
        }

        assertThat(mapped).isNotEmpty();
        assertThat(unit)
                .contains(
                        "<exclude-unlisted-classes>true</exclude-unlisted-classes>",
                        "<shared-cache-mode>NONE</shared-cache-mode>");
        assertThat(Tables.all())
                .filteredOn(Tables.Table::walled)
                .extracting(Tables.Table::name)
                .doesNotContainAnyElementsOf(mapped);
    }

    /** PostgreSQL finds policies that ask each other for ever only when a statement is planned. */
    @Test
    void no_policy_asks_for_itself() {
        ThreadDataSource database = Database.POSTGRESQL.migrated();
        Sql app = new Sql(database, database.onBehalf);
        for (Tables.Table table : Tables.all()) {
            assertThat(app.list("select 1 from " + table.name() + " where false", row -> row.getInt(1)))
                    .isEmpty();
        }
        assertThatThrownBy(() -> app.update("insert into dossier_party values ('x', 'y', 'z')"))
                .hasMessageContaining("violates row-level security");
        assertThatThrownBy(() -> app.update("insert into vulnerability_handler values ('x', 'y', 'z', now(), 1)"))
                .hasMessageContaining("violates row-level security");
    }
}
