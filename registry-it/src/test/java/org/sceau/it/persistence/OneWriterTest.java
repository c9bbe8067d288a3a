package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sceau.it.house.Database;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.infrastructure.persistence.OneWriter;
import org.sceau.registry.infrastructure.persistence.Sql;

/** Who writes to the embedded database while somebody else does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class OneWriterTest {
    private static final long A_MOMENT = 300;

    private final ThreadDataSource database = Database.H2.migrated();
    private final OneWriter writer = new OneWriter();
    private final Sql sql = new Sql(database, writer, database.onBehalf);
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch mayCommit = new CountDownLatch(1);

    @BeforeEach
    void two_series() {
        sql.update("insert into number_series (series, last) values ('one', 0)");
        sql.update("insert into number_series (series, last) values ('two', 0)");
        writer.require();
    }

    @AfterEach
    void nobody_is_left() {
        mayCommit.countDown();
        others.shutdownNow();
    }

    @Test
    void a_second_writer_waits_for_the_end_of_the_transaction_before_it_whatever_rows_it_wants() throws Exception {
        Future<Integer> first = others.submit(() -> inTransaction(() -> {
            int rows = count("one");
            written.countDown();
            await(mayCommit);
            return rows;
        }));
        await(written);

        Future<Integer> second = others.submit(() -> inTransaction(() -> count("two")));
        Future<Integer> alone = others.submit(() -> count("two"));
        Future<Long> locked = others.submit(() -> inTransaction(() -> sql.locked(
                        "select last from number_series where series = 'two' for update", row -> row.getLong(1))
                .orElseThrow()));
        for (Future<?> waiting : java.util.List.of(second, alone, locked)) {
            assertThatThrownBy(() -> waiting.get(A_MOMENT, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
        }
        assertThat(last("two")).as("a reader does not wait").isZero();
        assertThat(writer.areStuck()).as("they still wait").isFalse();

        mayCommit.countDown();
        assertThat(first.get()).isOne();
        assertThat(second.get()).isOne();
        assertThat(alone.get()).isOne();
        assertThat(locked.get()).isBetween(0L, 2L);
        assertThat(last("one")).isOne();
        assertThat(last("two")).isEqualTo(2);
    }

    @Test
    void a_turn_that_does_not_come_in_time_is_refused_and_the_next_one_comes() throws Exception {
        OneWriter impatient = new OneWriter(java.time.Duration.ofMillis(A_MOMENT));
        impatient.require();
        Sql hasty = new Sql(database, impatient, database.onBehalf);
        Future<Integer> first = others.submit(() -> impatient.inTransaction(() -> database.inNew(() -> {
            int rows = hasty.update("update number_series set last = 7 where series = 'one'");
            written.countDown();
            await(mayCommit);
            return rows;
        })));
        await(written);
        assertThatThrownBy(() -> hasty.update("update number_series set last = 8 where series = 'two'"))
                .isInstanceOfSatisfying(
                        org.sceau.registry.domain.refusal.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("concurrent-change"));
        assertThat(impatient.areStuck()).as("somebody waited in vain").isTrue();
        mayCommit.countDown();
        assertThat(first.get()).isOne();
        assertThat(impatient.areStuck()).as("a turn has ended since").isFalse();
        assertThat(hasty.update("update number_series set last = 8 where series = 'two'"))
                .isOne();
    }

    @Test
    void a_transaction_that_fails_gives_its_turn_back() throws Exception {
        Supplier<Integer> failing = () -> {
            count("one");
            throw new IllegalStateException("on purpose");
        };
        assertThatThrownBy(() -> inTransaction(failing)).hasMessage("on purpose");

        assertThat(others.submit(() -> count("one")).get()).isOne();
        assertThat(last("one")).isOne();
    }

    @Test
    void a_statement_that_fails_outside_any_transaction_gives_its_turn_back() throws Exception {
        assertThatThrownBy(() -> sql.update("insert into number_series (series, last) values ('one', 0)"))
                .hasMessageContaining("Unique");

        assertThat(others.submit(() -> count("one")).get()).isOne();
    }

    private int count(String series) {
        return sql.update("update number_series set last = last + 1 where series = ?", series);
    }

    private long last(String series) {
        return sql.number("select last from number_series where series = ?", series);
    }

    private <R> R inTransaction(Supplier<R> work) {
        return writer.inTransaction(() -> database.inNew(work));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
