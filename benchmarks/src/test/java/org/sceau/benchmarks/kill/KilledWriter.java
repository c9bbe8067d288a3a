package org.sceau.benchmarks.kill;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.infrastructure.persistence.OneWriter;
import org.sceau.registry.infrastructure.persistence.Sql;

/**
 * Writes to the file of an embedded database until it is killed: one thread as an import does, in portions, two with one row a
 * transaction. Says the number of each single row once it is committed.
 */
final class KilledWriter {
    static final String SAVED_WITH_EACH_COMMIT = ";WRITE_DELAY=0";

    /** Small enough for the memory of unsaved pages, so that a transaction is saved with its commit alone. */
    static final int SMALL_PORTION = 500;

    /** Several times that memory (19 MB as H2 counts), so that the database saves in the midst of the transaction. */
    static final int LARGE_PORTION = 5_000;

    private static final int PORTIONS = 10;
    private static final String SHORT_TEXT = "x".repeat(300);
    private static final String LONG_TEXT = "x".repeat(3_000);

    private final PrintStream out;
    private final int portion;
    private final String text;
    private final OneWriter writer = new OneWriter();
    private final ThreadDataSource database;
    private final Sql sql;
    private final AtomicLong singles = new AtomicLong();

    private KilledWriter(String url, boolean inTurn, int portion, PrintStream out) {
        this.out = out;
        this.portion = portion;
        this.text = portion > SMALL_PORTION ? LONG_TEXT : SHORT_TEXT;
        this.database = new ThreadDataSource(
                url, () -> DriverManager.getConnection(url, KillBenchmark.USER, KillBenchmark.USER));
        this.sql = new Sql(database, writer, database.onBehalf);
        if (inTurn) {
            writer.require();
        }
    }

    /** Arguments: address of the database, whether writers take turns, whether readers are rolled back beside them, rows of a portion. */
    public static void main(String[] arguments) throws Exception {
        KilledWriter killed = new KilledWriter(
                arguments[0], Boolean.parseBoolean(arguments[1]), Integer.parseInt(arguments[3]), System.out);
        // Kept open: with its last connection the database would close.
        try (var open = DriverManager.getConnection(arguments[0], KillBenchmark.USER, KillBenchmark.USER);
                var statement = open.createStatement()) {
            statement.execute(
                    "create table staged (job int, row_no int, text varchar(4000), primary key (job, row_no))");
            statement.execute("create index staged_by_text on staged (job, text, row_no)");
            statement.execute("create table single (number bigint primary key, text varchar(4000))");
            for (int i = 0; i < 2; i++) {
                beside(killed::writeSingles);
            }
            if (Boolean.parseBoolean(arguments[2])) {
                beside(killed::readForEver);
            }
            killed.stageForEver();
        }
    }

    private static void beside(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    /** As a server does that takes the data source for one of distributed transactions. */
    private void readForEver() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (true) {
                statement.executeQuery("select count(*) from single where number = 1");
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeSingles() {
        while (true) {
            long number = singles.incrementAndGet();
            inTransaction(() -> sql.update("insert into single (number, text) values (?, ?)", number, SHORT_TEXT));
            out.println(number);
            out.flush();
        }
    }

    private void stageForEver() {
        for (int job = 0; true; job++) {
            for (int i = 0; i < PORTIONS; i++) {
                List<@Nullable Object[]> rows = rows(job, i);
                inTransaction(() -> sql.batch("insert into staged (job, row_no, text) values (?, ?, ?)", rows));
            }
            int ended = job;
            inTransaction(() -> sql.update("update staged set text = 'done' where job = ? and row_no < 1000", ended));
            inTransaction(() -> sql.update("delete from staged where job = ?", ended));
        }
    }

    private void inTransaction(Runnable work) {
        writer.inTransaction(() -> database.inNew(() -> {
            work.run();
            return true;
        }));
    }

    private List<@Nullable Object[]> rows(int job, int before) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < portion; i++) {
            int number = before * portion + i;
            rows.add(new @Nullable Object[] {job, number, text + number});
        }
        return rows;
    }
}
