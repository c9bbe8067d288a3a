package org.sceau.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A PostgreSQL for one registry, whose role owns nothing: the second wall stands (ADR 0035). Ends with the process at the latest. */
public final class OwnPostgresql implements AutoCloseable {
    private static final String DATABASE = "registry";

    private final EmbeddedPostgres server;

    private OwnPostgresql(EmbeddedPostgres server) {
        this.server = server;
    }

    public static OwnPostgresql start() {
        Logger.getLogger("io.zonky").setLevel(Level.WARNING);
        try {
            OwnPostgresql own = new OwnPostgresql(EmbeddedPostgres.builder().start());
            try (Connection admin = own.server.getPostgresDatabase().getConnection();
                    Statement sql = admin.createStatement()) {
                sql.execute("create role registry_owner login password 'owner'");
                sql.execute("create role registry_app login password 'app'");
                sql.execute("create database " + DATABASE + " owner registry_owner");
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    /** What tells a registry to keep its rows there. */
    public Map<String, String> settings() {
        return Map.of(
                "SCEAU_DB_URL", url(),
                "SCEAU_DB_USER", "registry_app",
                "SCEAU_DB_PASSWORD", "app",
                "SCEAU_DB_OWNER_USER", "registry_owner",
                "SCEAU_DB_OWNER_PASSWORD", "owner");
    }

    /** As one who looks over every wall. */
    public Connection openAsMaster() throws SQLException {
        return server.getDatabase("postgres", DATABASE).getConnection();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
