package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Readiness;

@ArquillianTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InsideTheServerIT {
    @Inject
    Readiness readiness;

    @Resource(lookup = "java:app/jdbc/registry")
    DataSource registry;

    @Deployment
    static WebArchive theArchiveAsReleased() {
        return ShrinkWrap.create(ZipImporter.class, "sceau.war")
                .importFrom(Checkout.archive().toFile())
                .as(WebArchive.class)
                .addClass(InsideTheServerIT.class)
                .addAsLibraries(jarOf(Assertions.class), jarOf(net.bytebuddy.ByteBuddy.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_house_has_opened() {
        assertThat(readiness.isOpen()).isTrue();
    }

    @Test
    void the_database_engine_is_ours_and_not_the_one_of_the_server() throws SQLException {
        try (Connection connection = registry.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("2.5.252");
        }
    }
}
