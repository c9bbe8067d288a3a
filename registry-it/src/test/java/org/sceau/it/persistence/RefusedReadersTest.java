package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.application.door.Behalf;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.infrastructure.persistence.JtaTransactions;
import org.sceau.registry.infrastructure.persistence.OneWriter;
import org.sceau.registry.infrastructure.persistence.Sql;
import org.sceau.registry.infrastructure.persistence.h2.EmbeddedDataSource;

/** Who reads beside a writer must not bring half of what is written into the file of the embedded database (ADR 0021). */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class RefusedReadersTest {
    private static final String READ = "select last from series where name = 'one'";

    private final EmbeddedDataSource database = new EmbeddedDataSource();
    private final ThreadTransaction transaction = new ThreadTransaction();
    private final OneWriter turns = new OneWriter();
    private final ThreadDataSource joining = new ThreadDataSource("jdbc:h2", transaction::connection);
    private final Sql sql = new Sql(joining, turns, joining.onBehalf);
    private final JtaTransactions transactions = new JtaTransactions(transaction, turns, joining.onBehalf);
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Connection open;

    @BeforeEach
    void a_series() throws SQLException {
        database.setUrl("jdbc:h2:file:" + folder.resolve("series"));
        database.setUser("sceau");
        database.setPassword("sceau");
        open = database.getConnection();
        try (Statement statement = open.createStatement()) {
            statement.execute("set write_delay 0");
            statement.execute("create table series (name varchar(9) primary key, last bigint)");
            statement.execute("insert into series values ('one', 0)");
        }
        turns.require();
    }

    @AfterEach
    void nobody_is_left() throws SQLException {
        mayEnd.countDown();
        writer.shutdownNow();
        open.close();
    }

    @Test
    void a_reader_who_is_refused_saves_nothing_of_what_another_has_not_committed() throws Exception {
        Future<Integer> writing = inTheMidst(() -> {});
        ByteBuffer before = file();

        assertThatThrownBy(() -> transactions.inNew(Behalf.NOBODY, () -> {
                    assertThat(sql.number(READ)).isZero();
                    throw Refusal.of("not-found", Refusal.Kind.NOT_FOUND).asException();
                }))
                .isInstanceOf(Refused.class);
        assertThat(transactions.inNew(Behalf.NOBODY, () -> sql.number(READ))).isZero();
        assertThat(file()).isEqualTo(before);

        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery(READ);
            other.rollback();
        }
        assertThat(file())
                .as("what a rollback of the database's own saves, be it of a reader")
                .isNotEqualTo(before);

        mayEnd.countDown();
        assertThat(writing.get()).isOne();
        assertThat(sql.number(READ)).isOne();
    }

    @Test
    void a_writer_who_is_refused_has_written_nothing() throws Exception {
        Future<Integer> writing = inTheMidst(() -> {
            throw Refusal.of("not-found", Refusal.Kind.NOT_FOUND).asException();
        });
        mayEnd.countDown();

        assertThatThrownBy(writing::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(Refused.class);
        assertThat(sql.number(READ)).isZero();
    }

    @Test
    void what_writes_is_no_question_for_it_would_stand_after_a_refusal() throws Exception {
        String write = "update series set last = 9 where name = 'one'";
        assertThatThrownBy(() -> sql.number(write)).hasMessageContaining("no question");
        assertThatThrownBy(() -> sql.list(write, row -> row.getLong(1))).hasMessageContaining("no question");
        assertThatThrownBy(() -> sql.forEach(write, row -> {})).hasMessageContaining("no question");
        assertThat(sql.number(READ)).isZero();
    }

    @Test
    void the_server_sees_no_source_of_distributed_transactions_whose_connections_it_would_roll_back() {
        assertThat(database).isNotInstanceOfAny(XADataSource.class, ConnectionPoolDataSource.class);
    }

    /** @param end what becomes of the transaction after its last statement */
    private Future<Integer> inTheMidst(Runnable end) throws InterruptedException {
        Supplier<Integer> work = () -> {
            int rows = sql.update("update series set last = last + 1 where name = 'one'");
            written.countDown();
            await(mayEnd);
            end.run();
            return rows;
        };
        Future<Integer> writing = writer.submit((Callable<Integer>) () -> transactions.inNew(Behalf.NOBODY, work));
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        return writing;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ByteBuffer file() throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve("series.mv.db")));
    }

    /** What the container does, on one connection a thread. */
    private final class ThreadTransaction implements UserTransaction {
        private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

        /** The one of the transaction, or one of its own. */
        Connection connection() throws SQLException {
            Connection own = current.get();
            return own == null ? database.getConnection() : ThreadDataSource.lent(own);
        }

        private void end(boolean committed) throws SystemException {
            Connection own = java.util.Objects.requireNonNull(current.get());
            current.remove();
            try (own) {
                if (committed) {
                    own.commit();
                } else {
                    own.rollback();
                }
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        private static SystemException failure(SQLException cause) {
            SystemException failure = new SystemException(cause.getMessage());
            failure.initCause(cause);
            return failure;
        }

        @Override
        public void begin() throws SystemException {
            try {
                Connection own = database.getConnection();
                own.setAutoCommit(false);
                current.set(own);
            } catch (SQLException e) {
                throw failure(e);
            }
        }

        @Override
        public void commit() throws SystemException {
            end(true);
        }

        @Override
        public void rollback() throws SystemException {
            end(false);
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getStatus() {
            return current.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
        }

        @Override
        public void setTransactionTimeout(int seconds) {}
    }
}
