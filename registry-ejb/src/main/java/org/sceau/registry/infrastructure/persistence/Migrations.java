package org.sceau.registry.infrastructure.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sceau.registry.application.administering.Schema;
import org.sceau.registry.application.administering.Settings;

/** Brings the schema to this version before anything else touches the database. */
@ApplicationScoped
public class Migrations implements Schema {
    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    private final Settings settings;

    @Resource(lookup = "java:app/jdbc/registry")
    @SuppressWarnings("NullAway.Init")
    DataSource registry;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Migrations() {
        this(null);
    }

    @Inject
    public Migrations(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void bringUpToDate() {
        try (Connection connection = registry.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            LOG.info(() -> "database: " + product);
            migrate(
                    configuration(connection.getMetaData().getURL()),
                    product,
                    connection.getMetaData().getUserName());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
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
        String own = product.toLowerCase(Locale.ROOT).contains("postgres") ? "postgresql" : "h2";
        configuration
                .locations("classpath:db/migration/common", "classpath:db/migration/" + own)
                .placeholders(Map.of("appUser", appUser))
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
