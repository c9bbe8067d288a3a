package org.sceau.registry.infrastructure.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sceau.registry.application.administering.Settings;

/** Reads {@link Settings} from the environment through MicroProfile Config. */
@ApplicationScoped
public class EnvironmentSettings {
    private static final int LONGEST_SECONDS = 3_600;

    @Produces
    @jakarta.inject.Singleton
    Settings settings() {
        return from(ConfigProvider.getConfig());
    }

    static Settings from(Config config) {
        String mode = text(config, "SCEAU_MODE").orElse("demo");
        if (!mode.equals("demo") && !mode.equals("production")) {
            throw new IllegalArgumentException("SCEAU_MODE is demo or production, not " + mode);
        }
        String port = text(config, "SCEAU_PORT").orElse("8080");
        String address = text(config, "SCEAU_PUBLIC_URL").orElse("http://127.0.0.1:" + port);
        Path home = place(text(config, "SCEAU_HOME").orElse("data"));
        return new Settings(
                home,
                Settings.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                URI.create(address.replaceAll("/+$", "")),
                text(config, "SCEAU_OPERATOR").map(Path::of),
                text(config, "SCEAU_SCHEMES").map(EnvironmentSettings::place).orElse(home.resolve("schemes")),
                text(config, "SCEAU_REHEARSAL_CLOCK").map(EnvironmentSettings::place),
                text(config, "SCEAU_DB_OWNER_USER")
                        .map(user -> new Settings.Owner(
                                user, text(config, "SCEAU_DB_OWNER_PASSWORD").orElse(""))),
                text(config, "SCEAU_SIGNER_FILE")
                        .map(file -> new Settings.Signer(
                                Path.of(file),
                                text(config, "SCEAU_SIGNER_PASSWORD").orElse(""),
                                text(config, "SCEAU_SIGNER_ANNOUNCED").map(Path::of))),
                text(config, "SCEAU_NODE").orElse("node-1"),
                text(config, "SCEAU_LOOK_EVERY")
                        .map(EnvironmentSettings::seconds)
                        .orElse(Settings.LOOK_EVERY),
                !text(config, "SCEAU_DEMO_CASES").orElse("true").equals("false"));
    }

    private static Duration seconds(String text) {
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > LONGEST_SECONDS) {
            throw new IllegalArgumentException("SCEAU_LOOK_EVERY is 1 to " + LONGEST_SECONDS + " seconds, not " + text);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static Path place(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }
}
