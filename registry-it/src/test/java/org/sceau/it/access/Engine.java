package org.sceau.it.access;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sceau.it.server.Checkout;
import org.sceau.it.server.OwnPostgresql;

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
    /** A server with the second wall. Who looks into it looks over that. */
    POSTGRESQL {
        private @Nullable OwnPostgresql server;

        @Override
        Map<String, String> settings() {
            return server().settings();
        }

        @Override
        Connection open() throws SQLException {
            return server().openAsMaster();
        }

        private synchronized OwnPostgresql server() {
            if (server == null) {
                server = OwnPostgresql.start();
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
}
