package org.sceau.registry.infrastructure.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.registry.application.administering.CannotStart;

/** The clock of a rehearsal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalClockTest {
    private static final Clock SYSTEM = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path saying(String text) throws IOException {
        return Files.writeString(folder.resolve("now"), text);
    }

    @Test
    void without_an_instant_it_does_not_start() throws IOException {
        assertThatThrownBy(() -> new RehearsalClock(folder.resolve("none"), SYSTEM))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("rehearsal-clock");
        Path words = saying("tomorrow");
        assertThatThrownBy(() -> new RehearsalClock(words, SYSTEM)).isInstanceOf(CannotStart.class);
    }

    @Test
    void it_never_goes_back_and_ignores_what_is_no_instant() throws IOException {
        RehearsalClock clock = new RehearsalClock(saying("2026-05-12T08:00:00Z\n"), SYSTEM);
        saying("2026-05-11T08:00:00Z");
        assertThat(clock.instant()).isEqualTo("2026-05-12T08:00:00Z");
        saying("noon");
        assertThat(clock.instant()).isEqualTo("2026-05-12T08:00:00Z");
        Files.delete(folder.resolve("now"));
        assertThat(clock.instant()).isEqualTo("2026-05-12T08:00:00Z");
    }

    @Test
    void it_counts_milliseconds_and_nothing_smaller() throws IOException {
        RehearsalClock clock = new RehearsalClock(saying("2026-11-27T08:00:00.123456789Z"), SYSTEM);
        assertThat(clock.instant()).isEqualTo("2026-11-27T08:00:00.123Z");
        saying("2026-11-28T08:00:00.987654321Z");
        assertThat(clock.instant()).isEqualTo("2026-11-28T08:00:00.987Z");
    }

    @Test
    void it_follows_a_later_instant_and_flows_on_from_there() throws IOException {
        Instant[] now = {SYSTEM.instant()};
        Clock flowing = new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        RehearsalClock clock = new RehearsalClock(saying("2025-02-20T08:00:00Z"), flowing);
        now[0] = now[0].plus(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo("2025-02-20T10:00:00Z");
        saying("2026-03-05T08:00:00Z");
        assertThat(clock.instant()).isEqualTo("2026-03-05T08:00:00Z");
    }
}
