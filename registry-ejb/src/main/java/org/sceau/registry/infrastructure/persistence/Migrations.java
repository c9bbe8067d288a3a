package org.sceau.registry.infrastructure.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.Schema;
import org.sceau.registry.application.administering.Settings;

/** Brings the schema to this version before anything else touches the database. */
@ApplicationScoped
public class Migrations implements Schema {
    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    private final Settings settings;
    private final OneWriter writer;

    @Resource(lookup = "java:app/jdbc/registry")
    @SuppressWarnings("NullAway.Init")
    DataSource registry;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Migrations() {
        this(null, null);
    }

    /** For the container, which then injects the data source. */
    @Inject
    @SuppressWarnings("NullAway")
    Migrations(Settings settings, OneWriter writer) {
        this.settings = settings;
        this.writer = writer;
    }

    public Migrations(Settings settings, OneWriter writer, DataSource registry) {
        this.settings = settings;
        this.writer = writer;
        this.registry = registry;
    }

    @Override
    public void bringUpToDate() {
        try (Connection connection = registry.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            LOG.info(() -> "database: " + product);
            if (isEmbedded(product)) {
                writer.require();
                saveWithEachCommit(connection);
            }
            migrate(
                    configuration(connection.getMetaData().getURL()),
                    product,
                    connection.getMetaData().getUserName());
            if (!isEmbedded(product)) {
                requireWall(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Left alone it saves twice a second, in the midst of whatever is written, and forgets what was committed since (ADR 0021). */
    private static void saveWithEachCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
        }
    }

    /** A wall that the registry's own role looks over is none: a demonstration says so, production does not open. */
    private void requireWall(Connection connection) throws SQLException {
        Optional<CannotStart> complaint = SecondWall.complaint(connection);
        if (complaint.isPresent() && !settings.isDemo()) {
            throw complaint.get();
        }
        complaint.ifPresent(missing -> LOG.warning(missing::getMessage));
    }

    static boolean isEmbedded(String product) {
        return !product.toLowerCase(Locale.ROOT).contains("postgres");
    }

    private FluentConfiguration configuration(String url) {
        FluentConfiguration configuration = Flyway.configure(getClass().getClassLoader());
        Optional<Settings.Owner> owner = settings.databaseOwner();
        return owner.isPresent()
                ? configuration.dataSource(url, owner.get().user(), owner.get().password())
                : configuration.dataSource(registry);
    }

    /** Runs every migration of this version; also how the tests make their databases. */
    public static void migrate(FluentConfiguration configuration, String product, String appUser) {
        String own = isEmbedded(product) ? "h2" : "postgresql";
        configuration
                .locations("classpath:db/migration/common", "classpath:db/migration/" + own)
                .placeholders(Map.of("appUser", appUser))
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
