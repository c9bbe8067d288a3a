package org.sceau.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The databases of the tests are copies: what is tested on them holds for a registry whose migrations ran. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseTest {
    @Test
    void a_copy_of_an_embedded_database_holds_what_the_migrations_made_and_nothing_else() throws Exception {
        String made = Database.script();
        assertThat(made).contains("CREATE MEMORY TABLE", "CREATE FORCE TRIGGER", "flyway_schema_history");

        try (Connection copy = Database.H2.migrated().getConnection()) {
            assertThat(Database.statements(copy)).isEqualTo(made);
        }
    }
}
