package org.sceau.benchmarks.decision;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.sceau.registry.infrastructure.persistence.Migrations;

/** A PostgreSQL that lives as long as the measurement, as the tests start it; what they switch off for speed is on again. */
public final class Cluster implements AutoCloseable {
    private static final String APPLICATION = "sceau_app";
    private static final String PASSWORD = "app";

    private final EmbeddedPostgres server;

    private Cluster(EmbeddedPostgres server) {
        this.server = server;
    }

    public static Cluster start() throws IOException {
        Logger.getLogger("io.zonky").setLevel(Level.WARNING);
        Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
        return new Cluster(EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start());
    }

    /** Makes an empty, migrated database. */
    public void create(String name) throws SQLException {
        run("postgres", "create database " + name);
        run(
                name,
                "do $$ begin if not exists (select from pg_roles where rolname = '" + APPLICATION
                        + "') then create role " + APPLICATION + " login password '" + PASSWORD + "'; end if; end $$");
        Migrations.migrate(Flyway.configure().dataSource(url(name), "postgres", "postgres"), "PostgreSQL", APPLICATION);
    }

    /** A connection of the role the registry runs as, which owns nothing. */
    Connection connect(String database) throws SQLException {
        return connect(database, APPLICATION);
    }

    /** A connection of that role on which every transaction is the house's: what raw JDBC has that tells nobody whose it is. */
    Connection connectAsHouse(String database) throws SQLException {
        Connection connection = connect(database);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set sceau.house = 'on'");
        }
        return connection;
    }

    /** The same of another role with the same password. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database).replaceAll("\\?.*", ""), role, PASSWORD);
    }

    public String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    /** Runs statements as the owner of everything, each in a transaction of its own. */
    public void run(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    /** First column of the first row. */
    public String ask(String database, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    /** What the numbers depend on. */
    public String settings() throws SQLException {
        List<String> settings = new ArrayList<>();
        for (String name : List.of(
                "server_version", "fsync", "synchronous_commit", "wal_sync_method", "shared_buffers", "autovacuum")) {
            settings.add(name + "=" + ask("postgres", "show " + name));
        }
        return String.join(" ", settings);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
