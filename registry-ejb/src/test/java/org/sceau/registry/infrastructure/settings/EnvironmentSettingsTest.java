package org.sceau.registry.infrastructure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Settings;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnvironmentSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3601", "1.5", "PT1M", "99999999999", "1 m"})
    void a_time_between_looks_that_is_no_number_of_seconds_stops_the_start(String said) {
        assertThatThrownBy(() -> settings(Map.of("SCEAU_LOOK_EVERY", said)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SCEAU_LOOK_EVERY is 1 to 3600 seconds, not " + said);
    }

    @Test
    void what_is_due_is_looked_at_each_minute_where_nobody_says_otherwise() {
        assertThat(settings(Map.of()).lookEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings(Map.of("SCEAU_LOOK_EVERY", " ")).lookEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings(Map.of("SCEAU_LOOK_EVERY", "2")).lookEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings(Map.of("SCEAU_LOOK_EVERY", "3600")).lookEvery()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_mode_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> settings(Map.of("SCEAU_MODE", "test")))
                .hasMessage("SCEAU_MODE is demo or production, not test");
    }

    private static Settings settings(Map<String, String> environment) {
        Config config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(environment.get(arguments[0])));
        return EnvironmentSettings.from(config);
    }
}
