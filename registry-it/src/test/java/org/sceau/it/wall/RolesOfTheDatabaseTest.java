package org.sceau.it.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.infrastructure.persistence.Migrations;
import org.sceau.registry.infrastructure.persistence.OneWriter;

/** Before which roles of PostgreSQL the second wall stands, and what the start says of the others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesOfTheDatabaseTest {
    private static final Settings.Owner SUPERUSER = new Settings.Owner("postgres", "postgres");
    private static final String DOSSIER = "set session_replication_role = replica; insert into dossier values ('d',"
            + " 'D-1', 1, 'cspn', '1.1', 'INITIAL', 'start', false, 'x', 'Halcyon Cards', null, '{}', now(), 0)";

    private ThreadDataSource database;

    @BeforeEach
    void migrate() throws SQLException {
        database = Database.POSTGRESQL.migrated();
        superuser(DOSSIER);
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), role, password);
    }

    private void superuser(String statement) throws SQLException {
        try (Connection connection = connect(SUPERUSER.user(), SUPERUSER.password());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private long seen(String role, String before) throws SQLException {
        try (Connection connection = connect(role, "app");
                Statement sql = connection.createStatement()) {
            sql.execute(before);
            try (ResultSet row = sql.executeQuery("select count(*) from dossier")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void role(String name, String attributes) throws SQLException {
        superuser("do $$ begin if not exists (select from pg_roles where rolname = '" + name + "') then create role "
                + name
                + " login password 'app'; end if; end $$; alter role " + name + " nosuperuser nobypassrls;"
                + (attributes.isEmpty() ? "" : "alter role " + name + " " + attributes));
    }

    private void ownedBy(String role) throws SQLException {
        superuser("do $$ declare t text; begin for t in select tablename from pg_tables where schemaname = 'public'"
                + " loop execute format('alter table %I owner to " + role + "', t); end loop; end $$;"
                + " alter schema public owner to " + role);
    }

    private Migrations opening(Settings.Mode mode, String role) {
        PGSimpleDataSource registry = new PGSimpleDataSource();
        registry.setUrl(database.url());
        registry.setUser(role);
        registry.setPassword("app");
        return new Migrations(
                new Settings(
                        Path.of("."),
                        mode,
                        URI.create("https://registre.example"),
                        Optional.empty(),
                        Path.of("schemes"),
                        Optional.empty(),
                        Optional.of(SUPERUSER),
                        Optional.empty(),
                        "test",
                        Settings.LOOK_EVERY,
                        false),
                new OneWriter(),
                registry);
    }

    @Test
    void the_owner_of_the_tables_is_behind_the_wall_too_and_passes_it_by_saying_so() throws SQLException {
        role("plain_owner", "");
        ownedBy("plain_owner");

        assertThat(seen("plain_owner", "select 1")).isZero();
        assertThat(seen("plain_owner", "set sceau.house = 'on'")).isEqualTo(1);
    }

    @Test
    void a_superuser_and_a_role_that_bypasses_it_look_over_it() throws SQLException {
        role("over_the_wall", "bypassrls");
        superuser("grant select on all tables in schema public to over_the_wall");

        assertThat(seen("over_the_wall", "select 1")).isEqualTo(1);
    }

    @Test
    void production_does_not_open_with_a_role_that_looks_over_the_wall_and_a_demonstration_does() throws SQLException {
        for (String attribute : new String[] {"superuser", "bypassrls"}) {
            role("too_strong", attribute);
            superuser("grant select on flyway_schema_history to too_strong");
            assertThatThrownBy(() ->
                            opening(Settings.Mode.PRODUCTION, "too_strong").bringUpToDate())
                    .as(attribute)
                    .hasMessageContaining("database-role-above-wall")
                    .hasMessageContaining("too_strong");
            assertThatCode(() -> opening(Settings.Mode.DEMO, "too_strong").bringUpToDate())
                    .as(attribute)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void production_opens_with_the_role_of_the_application() {
        assertThatCode(() -> opening(Settings.Mode.PRODUCTION, "sceau_app").bringUpToDate())
                .doesNotThrowAnyException();
    }

    @Test
    void production_does_not_open_while_the_wall_of_a_table_is_down() throws SQLException {
        superuser("alter table proposal no force row level security");
        superuser("alter table notice disable row level security");

        assertThatThrownBy(() -> opening(Settings.Mode.PRODUCTION, "sceau_app").bringUpToDate())
                .hasMessageContaining("database-wall-open")
                .hasMessageContaining("notice, proposal");
    }

    /** Without it a later migration would change the rows of nobody, in silence. */
    @Test
    void a_migration_sees_every_row_and_what_it_said_is_forgotten_on_its_connection() throws SQLException {
        role("plain_owner", "");
        ownedBy("plain_owner");
        try (Connection one = connect("plain_owner", "app")) {
            Flyway.configure()
                    .dataSource(always(one))
                    .locations("classpath:db/migration/common", "classpath:db/migration/postgresql", "classpath:wall")
                    .placeholders(Map.of("appUser", "sceau_app"))
                    .load()
                    .migrate();
            try (Statement sql = one.createStatement()) {
                assertThat(number(sql, "select dossiers from counted")).isEqualTo(1);
                assertThat(number(sql, "select count(*) from dossier")).isZero();
            }
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One connection, as a pool may give the same one again and again. */
    private static DataSource always(Connection one) {
        Connection kept = (Connection) java.lang.reflect.Proxy.newProxyInstance(
                RolesOfTheDatabaseTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(one, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                RolesOfTheDatabaseTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection") ? kept : null);
    }
}
