package org.sceau.it.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.infrastructure.persistence.Migrations;

/** The databases the registry runs on. Every call makes an empty one and migrates it. */
public enum Database {
    H2 {
        @Override
        public ThreadDataSource migrated() {
            String url = "jdbc:h2:mem:house" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
            migrate(url, "sceau", "sceau", "sceau");
            return new ThreadDataSource(url, "sceau", "sceau");
        }
    },
    POSTGRESQL {
        @Override
        public ThreadDataSource migrated() {
            String name = "house" + NUMBER.incrementAndGet();
            String admin = server().getJdbcUrl("postgres", "postgres");
            run(admin, "create database " + name);
            String url = server().getJdbcUrl("postgres", name);
            // An owner that migrates and an application role that owns nothing, as in production.
            run(
                    url,
                    "do $$ begin if not exists (select from pg_roles where rolname = 'sceau_app') then"
                            + " create role sceau_app login password 'app'; end if; end $$");
            migrate(url, "postgres", "postgres", "sceau_app");
            String plain = url.replaceAll("\\?.*", "");
            return new ThreadDataSource(
                    plain, new IdleConnections(() -> DriverManager.getConnection(plain, "sceau_app", "app")));
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;

    public abstract ThreadDataSource migrated();

    private static synchronized EmbeddedPostgres server() {
        if (postgres == null) {
            try {
                Logger.getLogger("io.zonky").setLevel(Level.WARNING);
                postgres = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }

    private static void migrate(String url, String owner, String password, String appUser) {
        Migrations.migrate(
                Flyway.configure().dataSource(url, owner, password),
                url.startsWith("jdbc:postgresql") ? "PostgreSQL" : "H2",
                appUser);
    }

    private static void run(String url, String statement) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
