package org.sceau.registry.infrastructure.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where the database is: an H2 file by default, PostgreSQL by environment alone. The deployment descriptor's schema accepts no
 * variable in its {@code url}, so the definition stands here.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/registry",
        className = "${ENV=SCEAU_DB_CLASS:org.sceau.registry.infrastructure.persistence.h2.EmbeddedDataSource}",
        url = "${ENV=SCEAU_DB_URL:jdbc:h2:file:./data/database/registry;LOCK_TIMEOUT=60000}",
        user = "${ENV=SCEAU_DB_USER:sceau}",
        password = "${ENV=SCEAU_DB_PASSWORD:sceau}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 40)
@ApplicationScoped
class RegistryDatabase {}
