package org.sceau.it.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sceau.it.server.Checkout;

/** What an estate keeps its rows in, and how they are looked into while its registry runs. */
enum Engine {
    /** A file that other processes on this machine may open while the registry has it. */
    H2 {
        @Override
        Map<String, String> settings() {
            return Map.of("SCEAU_DB_URL", url());
        }

        @Override
        Connection open() throws SQLException {
            return DriverManager.getConnection(url(), "sceau", "sceau");
        }

        private String url() {
            return "jdbc:h2:file:"
                    + Checkout.target()
                            .resolve("homes")
                            .resolve(System.getProperty("sceau.process", "process"))
                            .resolve(registry())
                            .resolve("database/registry")
                    + ";LOCK_TIMEOUT=60000;AUTO_SERVER=TRUE";
        }
    },
    /** A server, with a role that owns nothing: the second wall stands (ADR 0035). Who looks into it looks over that. */
    POSTGRESQL {
        private @Nullable EmbeddedPostgres server;

        @Override
        Map<String, String> settings() {
            return Map.of(
                    "SCEAU_DB_URL", "jdbc:postgresql://localhost:" + server().getPort() + "/registry",
                    "SCEAU_DB_USER", "registry_app",
                    "SCEAU_DB_PASSWORD", "app",
                    "SCEAU_DB_OWNER_USER", "registry_owner",
                    "SCEAU_DB_OWNER_PASSWORD", "owner");
        }

        @Override
        Connection open() throws SQLException {
            return server().getDatabase("postgres", "registry").getConnection();
        }

        /** Ends with this process. */
        private synchronized EmbeddedPostgres server() {
            if (server == null) {
                Logger.getLogger("io.zonky").setLevel(Level.WARNING);
                server = started();
            }
            return server;
        }
    };

    abstract Map<String, String> settings();

    abstract Connection open() throws SQLException;

    /** The name of the registry that has it. */
    String registry() {
        return this == H2 ? "access" : "access-on-postgresql";
    }

    private static EmbeddedPostgres started() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            try (Connection admin = server.getPostgresDatabase().getConnection();
                    Statement sql = admin.createStatement()) {
                sql.execute("create role registry_owner login password 'owner'");
                sql.execute("create role registry_app login password 'app'");
                sql.execute("create database registry owner registry_owner");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
