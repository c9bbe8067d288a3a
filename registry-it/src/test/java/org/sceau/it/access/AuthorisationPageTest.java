package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Checkout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorisationPageTest {
    private static final Path PAGE = Checkout.root().resolve("docs/authorisation.md");

    private static String page() {
        return AuthorisationPage.of(AuthorisationPage.permissions(), Matrix.rows(), Tables.all(), Tables.past());
    }

    /** After a change: {@code mvn -pl registry-web,registry-it -am test -Dsceau.regenerate=true}. */
    @Test
    void the_committed_page_is_the_one_that_table_and_matrix_write() throws IOException {
        String written = page();
        if (Boolean.getBoolean("sceau.regenerate")) {
            Files.writeString(PAGE, written);
        }

        assertThat(PAGE)
                .as("run again with -Dsceau.regenerate=true and review the difference")
                .hasContent(written);
    }

    @Test
    void a_line_says_who_is_let_in_and_for_whose_matters() {
        assertThat(page())
                .contains(
                        "| send-package | certifier |  |",
                        "| erase-dossier | administrator | yes |",
                        "| `erasure_order` | nobody |",
                        "| `GET /api/v1/catalogue` |  | everybody |",
                        "| `POST /api/v1/labs` |  | supervisor, administrator |",
                        "vendor (own, public, undecided), laboratory (own, public, undecided), certifier,");
    }
}
