package org.sceau.registry.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInDelaysTest {
    private final Hand clock = new Hand();
    private final SignInDelays delays = new SignInDelays(clock);

    @Test
    void each_failure_after_the_third_doubles_the_wait_up_to_five_minutes() {
        fail(3);
        assertThat(left()).isEqualTo(Duration.ofSeconds(2));
        fail(1);
        assertThat(left()).isEqualTo(Duration.ofSeconds(4));
        fail(5);
        assertThat(left()).isEqualTo(Duration.ofSeconds(128));
        fail(1000);
        assertThat(left()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void another_spelling_of_the_account_waits_too() {
        fail(4);

        assertThat(delays.left(" TUAL ", "192.0.2.1")).isPositive();
        assertThat(delays.left("tual" + "x".repeat(500), "192.0.2.1")).isZero();
    }

    @Test
    void memory_is_bounded_whatever_is_tried() {
        for (int i = 0; i < SignInDelays.MOST_REMEMBERED + 5_000; i++) {
            delays.failed("account-" + i, "192.0.2.1");
        }

        assertThat(delays.size()).isEqualTo(SignInDelays.MOST_REMEMBERED);
    }

    @Test
    void an_account_that_is_still_being_tried_is_not_pushed_out() {
        fail(4);
        for (int i = 0; i < SignInDelays.MOST_REMEMBERED; i++) {
            delays.failed("account-" + i, "192.0.2.1");
            if (i % 1_000 == 0) {
                fail(1);
            }
        }

        assertThat(left()).isPositive();
    }

    @Test
    void the_first_three_failures_cost_nothing() {
        assertThat(left()).isZero();
        fail(2);
        assertThat(left()).isZero();
    }

    @Test
    void waiting_is_enough_and_nothing_is_locked_for_ever() {
        fail(10);

        clock.forward(Duration.ofMinutes(5));

        assertThat(left()).isZero();
    }

    @Test
    void a_quiet_hour_forgets() {
        fail(10);
        clock.forward(Duration.ofMinutes(61));

        fail(1);

        assertThat(left()).isZero();
    }

    @Test
    void success_forgets_and_other_addresses_were_never_meant() {
        fail(10);
        assertThat(delays.left("tual", "192.0.2.9")).isZero();
        assertThat(delays.left("morvan", "192.0.2.1")).isZero();

        delays.succeeded("tual", "192.0.2.1");

        assertThat(left()).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            delays.failed("tual", "192.0.2.1");
        }
    }

    private Duration left() {
        return delays.left("tual", "192.0.2.1");
    }

    /** A clock moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-21T09:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
