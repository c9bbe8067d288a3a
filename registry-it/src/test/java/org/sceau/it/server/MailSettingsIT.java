package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A wrong setting of the mail server is found at the start, not with the first mail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailSettingsIT {
    /** What the server prints when it has done with every archive, whatever became of it. */
    private static final String SERVER_IS_UP = "Payara Micro URLs";

    @Test
    void a_mail_server_without_an_address_that_mails_come_from_keeps_the_registry_closed() {
        RunningRegistry registry =
                RunningRegistry.with("mail-settings", Map.of("SCEAU_SMTP_HOST", "mail.registre.example"));
        try {
            registry.startUntil(
                    "the server is up with or without the registry",
                    () -> registry.printed().contains(SERVER_IS_UP));

            assertThat(registry.printed()).contains("SCEAU_SMTP_HOST needs SCEAU_SMTP_FROM");
            assertThat(registry.isReady()).isFalse();
        } finally {
            registry.kill();
        }
    }
}
