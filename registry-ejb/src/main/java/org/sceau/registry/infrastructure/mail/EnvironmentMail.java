package org.sceau.registry.infrastructure.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sceau.registry.application.notifying.MailSettings;

/** Reads {@link MailSettings} from the environment through MicroProfile Config. */
@ApplicationScoped
public class EnvironmentMail {
    private static final String SUBMISSION = "587";

    @Produces
    @Singleton
    MailSettings settings() {
        return from(ConfigProvider.getConfig());
    }

    /** @throws IllegalArgumentException for a setting that is wrong, which stops the start */
    static MailSettings from(Config config) {
        return new MailSettings(
                text(config, "SCEAU_SMTP_HOST").map(host -> server(config, host)),
                text(config, "SCEAU_DIGEST_HOUR")
                        .map(hour -> number("SCEAU_DIGEST_HOUR", hour))
                        .orElse(MailSettings.DIGEST_HOUR));
    }

    private static MailSettings.Server server(Config config, String host) {
        String startTls = text(config, "SCEAU_SMTP_STARTTLS").orElse("true");
        if (!startTls.equals("true") && !startTls.equals("false")) {
            throw new IllegalArgumentException("SCEAU_SMTP_STARTTLS is true or false, not " + startTls);
        }
        Optional<MailSettings.Login> login = text(config, "SCEAU_SMTP_USER")
                .map(user -> new MailSettings.Login(
                        user, text(config, "SCEAU_SMTP_PASSWORD").orElse("")));
        return new MailSettings.Server(
                host,
                number("SCEAU_SMTP_PORT", text(config, "SCEAU_SMTP_PORT").orElse(SUBMISSION)),
                login,
                startTls.equals("true"),
                text(config, "SCEAU_SMTP_FROM")
                        .orElseThrow(() -> new IllegalArgumentException("SCEAU_SMTP_HOST needs SCEAU_SMTP_FROM")));
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(name + " is a whole number, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }
}
