package org.sceau.registry.infrastructure.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.application.notifying.MailSettings;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnvironmentMailTest {
    private static final Map<String, String> SERVER =
            Map.of("SCEAU_SMTP_HOST", "mail.example", "SCEAU_SMTP_FROM", "registre@registre.example");

    @ParameterizedTest
    @CsvSource({
        "SCEAU_SMTP_PORT,0",
        "SCEAU_SMTP_PORT,65536",
        "SCEAU_SMTP_PORT,smtp",
        "SCEAU_SMTP_STARTTLS,yes",
        "SCEAU_SMTP_FROM,nobody",
        "SCEAU_SMTP_FROM,'a@b.example, c@d.example'",
        "SCEAU_SMTP_FROM,Registre <a@b.example>",
        "SCEAU_DIGEST_HOUR,24",
        "SCEAU_DIGEST_HOUR,-1",
    })
    void a_setting_that_is_wrong_stops_the_start(String name, String said) {
        assertThatThrownBy(() -> settings(Map.of(name, said)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_server_without_an_address_to_come_from_stops_the_start() {
        assertThatThrownBy(() -> EnvironmentMail.from(config(Map.of("SCEAU_SMTP_HOST", "mail.example"))))
                .hasMessage("SCEAU_SMTP_HOST needs SCEAU_SMTP_FROM");
    }

    @Test
    void a_password_leaves_the_machine_encrypted_alone() {
        assertThatThrownBy(() -> settings(Map.of("SCEAU_SMTP_USER", "sceau", "SCEAU_SMTP_STARTTLS", "false")))
                .hasMessageContaining("SCEAU_SMTP_STARTTLS=true");
        assertThat(settings(Map.of(
                                "SCEAU_SMTP_USER",
                                "sceau",
                                "SCEAU_SMTP_STARTTLS",
                                "false",
                                "SCEAU_SMTP_HOST",
                                "127.0.0.1"))
                        .server())
                .isPresent();
    }

    @Test
    void without_a_server_no_mail_is_sent() {
        assertThat(EnvironmentMail.from(config(Map.of("SCEAU_SMTP_HOST", " "))).server())
                .isEmpty();
    }

    @Test
    void where_nobody_says_otherwise_mail_goes_encrypted_to_the_port_of_submission_and_the_daily_one_at_seven() {
        MailSettings settings = settings(Map.of("SCEAU_SMTP_USER", "sceau", "SCEAU_SMTP_PASSWORD", "secret"));
        assertThat(settings.digestHour()).isEqualTo(7);
        assertThat(settings.server().orElseThrow())
                .isEqualTo(new MailSettings.Server(
                        "mail.example",
                        587,
                        Optional.of(new MailSettings.Login("sceau", "secret")),
                        true,
                        "registre@registre.example"));
        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static MailSettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(SERVER);
        all.putAll(more);
        return EnvironmentMail.from(config(all));
    }

    private static Config config(Map<String, String> environment) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(environment.get(arguments[0])));
    }
}
