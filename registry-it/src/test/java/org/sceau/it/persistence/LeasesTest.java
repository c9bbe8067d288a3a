package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.leasing.Leases.Lease;

/** Who works now, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeasesTest {
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final Lease ONE = new Lease("scheduled-work", "node-1/a");
    private static final Lease OTHER = new Lease("scheduled-work", "node-2/b");

    @TempDir
    Path home;

    private static boolean take(House house, Lease lease) {
        Instant now = house.clock.instant();
        return house.database.inNew(() -> house.leases.take(lease, now, now.plus(TIME)));
    }

    private static boolean renew(House house, Lease lease) {
        return house.database.inNew(
                () -> house.leases.renew(lease, house.clock.instant().plus(TIME)));
    }

    @ParameterizedTest
    @EnumSource
    void what_another_one_holds_is_not_given(Database database) {
        House house = House.on(database, home);
        assertThat(take(house, ONE)).isTrue();
        house.clock.advance(TIME.minusMillis(1));
        assertThat(take(house, OTHER)).isFalse();
        assertThat(renew(house, OTHER)).isFalse();
        assertThat(take(house, new Lease("trust-lists", "node-2/b"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_late_holder_renews_nothing_once_another_one_took_over(Database database) {
        House house = House.on(database, home);
        assertThat(take(house, ONE)).isTrue();
        house.clock.advance(TIME);
        assertThat(take(house, OTHER)).isTrue();

        assertThat(renew(house, ONE)).isFalse();
        house.database.inNew(() -> {
            house.leases.release(ONE, house.clock.instant());
            return ONE;
        });
        assertThat(take(house, ONE)).isFalse();
        assertThat(renew(house, OTHER)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_holder_goes_on_while_nobody_took_over_and_gives_back_before_its_time(Database database) {
        House house = House.on(database, home);
        assertThat(take(house, ONE)).isTrue();
        house.clock.advance(TIME.multipliedBy(3));
        assertThat(renew(house, ONE)).isTrue();
        assertThat(take(house, OTHER)).isFalse();
        house.database.inNew(() -> {
            house.leases.release(ONE, house.clock.instant());
            return ONE;
        });
        assertThat(take(house, OTHER)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void who_holds_what_is_told_until_the_time_of_the_lease_is_over(Database database) {
        House house = House.on(database, home);
        Instant until = house.clock.instant().plus(TIME);
        assertThat(house.leases.held(house.clock.instant())).isEmpty();
        take(house, ONE);
        take(house, new Lease("trust-lists", "node-2/b"));

        assertThat(house.leases.held(until.minusMillis(1)))
                .containsExactly(
                        new Leases.Held("scheduled-work", "node-1/a", until),
                        new Leases.Held("trust-lists", "node-2/b", until));
        assertThat(house.leases.held(until)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_lease_that_no_migration_made_is_a_mistake(Database database) {
        House house = House.on(database, home);
        assertThatThrownBy(() -> take(house, new Lease("nobody-knows", "node-1/a")))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void of_many_takers_at_the_same_moment_one_gets_it(Database database) throws Exception {
        House house = House.on(database, home);
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> takers = new ArrayList<>();
            for (int node = 0; node < 6; node++) {
                Lease lease = new Lease("scheduled-work", "node-" + node);
                takers.add(() -> take(house, lease));
            }
            int got = 0;
            for (Future<Boolean> answer : nodes.invokeAll(takers)) {
                got += answer.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
    }
}
