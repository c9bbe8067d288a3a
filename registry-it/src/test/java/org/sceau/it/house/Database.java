package org.sceau.it.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.h2.tools.RunScript;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.infrastructure.persistence.Migrations;

/**
 * The databases the registry runs on. Every call makes one of its own, empty and migrated: the migrations run once in a process, and each
 * database is a copy of what they made.
 */
public enum Database {
    H2 {
        @Override
        public ThreadDataSource migrated() {
            String url = "jdbc:h2:mem:house" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
            copyTo(url);
            return new ThreadDataSource(url, OWNER, OWNER);
        }
    },
    POSTGRESQL {
        @Override
        public ThreadDataSource migrated() {
            String name = "house" + NUMBER.incrementAndGet();
            Server server = server();
            server.run("postgres", "create database " + name + " template " + MODEL);
            String plain = server.url(name).replaceAll("\\?.*", "");
            return new ThreadDataSource(
                    plain, new IdleConnections(() -> DriverManager.getConnection(plain, "sceau_app", "app")));
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String OWNER = "sceau";
    private static final String MODEL = "model";
    private static @Nullable String script;
    private static @Nullable Server postgres;

    public abstract ThreadDataSource migrated();

    /** What the migrations made of an empty H2, in statements that make it again, runs in a database without anything. */
    private static void copyTo(String url) {
        try (Connection connection = DriverManager.getConnection(url, OWNER, OWNER);
                Reader statements = new StringReader(script())) {
            RunScript.execute(connection, statements);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements of the one that the migrations themselves made. */
    static synchronized String script() throws SQLException {
        if (script == null) {
            String url = "jdbc:h2:mem:" + MODEL + ";DB_CLOSE_DELAY=-1";
            migrate(url, OWNER, OWNER, OWNER);
            try (Connection connection = DriverManager.getConnection(url, OWNER, OWNER)) {
                script = statements(connection);
            }
        }
        return script;
    }

    /** All that an H2 holds, in the statements that make it again. */
    static String statements(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet lines = sql.executeQuery("script nopasswords")) {
            List<String> statements = new ArrayList<>();
            while (lines.next()) {
                statements.add(lines.getString(1));
            }
            return String.join("\n", statements);
        }
    }

    private static synchronized Server server() {
        if (postgres == null) {
            try {
                Logger.getLogger("io.zonky").setLevel(Level.WARNING);
                Server fresh = new Server(EmbeddedPostgres.builder().start());
                fresh.run("postgres", "create database " + MODEL);
                // An owner that migrates and an application role that owns nothing, as in production.
                fresh.run("postgres", "create role sceau_app login password 'app'");
                migrate(fresh.url(MODEL), "postgres", "postgres", "sceau_app");
                postgres = fresh;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }

    private record Server(EmbeddedPostgres postgres) {
        String url(String database) {
            return postgres.getJdbcUrl("postgres", database);
        }

        void run(String database, String statement) {
            try (Connection connection = DriverManager.getConnection(url(database));
                    Statement sql = connection.createStatement()) {
                sql.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void migrate(String url, String owner, String password, String appUser) {
        Migrations.migrate(
                Flyway.configure().dataSource(url, owner, password),
                url.startsWith("jdbc:postgresql") ? "PostgreSQL" : "H2",
                appUser);
    }
}
