package org.sceau.benchmarks.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Kills a process that writes to an embedded database, opens the file again and asks: does every acknowledged row stand, can every row that
 * is seen be deleted, and does that end? First as the database is by default, then saving with each commit, then with writers in turn besides:
 * beside readers whose transactions are rolled back, and as the registry runs, with small transactions and with large ones. Ends with 1 when one of
 * the last two ways failed once.
 *
 * <p>Arguments: a folder for its files, kills of each way.
 */
public final class KillBenchmark {
    static final String USER = "sceau";

    private static final long SEED = 7;
    private static final Duration FIRST_KILL = Duration.ofMillis(700);
    private static final int LATER_MILLIS = 2_500;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PrintStream out;
    private final Path home;
    private final int kills;
    private final ExecutorService askers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private KillBenchmark(PrintStream out, Path home, int kills) {
        this.out = out;
        this.home = home;
        this.kills = kills;
    }

    private enum Way {
        AS_DELIVERED("saved twice a second, writers together", "", false, false, KilledWriter.SMALL_PORTION),
        SAVED(
                "saved with each commit, writers together",
                KilledWriter.SAVED_WITH_EACH_COMMIT,
                false,
                false,
                KilledWriter.SMALL_PORTION),
        BESIDE_READERS(
                "saved with each commit, writers in turn, readers rolled back",
                KilledWriter.SAVED_WITH_EACH_COMMIT,
                true,
                true,
                KilledWriter.SMALL_PORTION),
        IN_TURN(
                "saved with each commit, writers in turn",
                KilledWriter.SAVED_WITH_EACH_COMMIT,
                true,
                false,
                KilledWriter.SMALL_PORTION),
        LARGE(
                "the same, transactions larger than the unsaved memory",
                KilledWriter.SAVED_WITH_EACH_COMMIT,
                true,
                false,
                KilledWriter.LARGE_PORTION);

        private final String words;
        private final String option;
        private final boolean inTurn;
        private final boolean readersRolledBack;
        private final int portion;

        Way(String words, String option, boolean inTurn, boolean readersRolledBack, int portion) {
            this.words = words;
            this.option = option;
            this.inTurn = inTurn;
            this.readersRolledBack = readersRolledBack;
            this.portion = portion;
        }

        private boolean isOfTheRegistry() {
            return inTurn && !readersRolledBack;
        }
    }

    /** What a kill left. */
    private record Left(boolean lost, boolean torn, boolean hung) {}

    public static void main(String[] arguments) throws Exception {
        boolean held = new KillBenchmark(System.out, Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            out.println("H2 " + connection.getMetaData().getDatabaseProductVersion());
        }
        out.println("| way | kills | acknowledged rows lost | rows torn | hung |");
        out.println("|---|---|---|---|---|");
        boolean held = true;
        for (Way way : Way.values()) {
            List<Left> all = new ArrayList<>();
            Random random = new Random(SEED);
            for (int i = 0; i < kills; i++) {
                all.add(killOnce(way, home.resolve(way + "-" + i), random));
            }
            long lost = all.stream().filter(Left::lost).count();
            long torn = all.stream().filter(Left::torn).count();
            long hung = all.stream().filter(Left::hung).count();
            out.printf("| %s | %d | %d | %d | %d |%n", way.words, kills, lost, torn, hung);
            held &= !way.isOfTheRegistry() || lost + torn + hung == 0;
        }
        return held;
    }

    private Left killOnce(Way way, Path file, Random random) throws Exception {
        String url = "jdbc:h2:file:" + file + ";LOCK_TIMEOUT=5000";
        Path said = Files.createFile(file.resolveSibling(file.getFileName() + ".said"));
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        url + way.option,
                        Boolean.toString(way.inTurn),
                        Boolean.toString(way.readersRolledBack),
                        Integer.toString(way.portion))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (writer.isAlive() && Files.size(said) == 0) {
            Thread.sleep(10);
        }
        Thread.sleep(FIRST_KILL.toMillis() + random.nextInt(LATER_MILLIS));
        writer.destroyForcibly().waitFor();
        // The last line may be cut off.
        List<String> lines = Files.readAllLines(said);
        Set<Long> acknowledged =
                lines.subList(0, lines.size() - 1).stream().map(Long::parseLong).collect(Collectors.toSet());
        return ask(url, acknowledged, file);
    }

    private Left ask(String url, Set<Long> acknowledged, Path file)
            throws IOException, InterruptedException, ExecutionException {
        Future<Left> answer = askers.submit(() -> look(url, acknowledged));
        try {
            Left left = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Files.delete(file.resolveSibling(file.getFileName() + ".mv.db"));
            return left;
        } catch (TimeoutException e) {
            return new Left(false, false, true);
        }
    }

    private static Left look(String url, Set<Long> acknowledged) {
        try (Connection connection = DriverManager.getConnection(url, USER, USER);
                Statement sql = connection.createStatement()) {
            Set<Long> missing = new HashSet<>(acknowledged);
            try (ResultSet rows = sql.executeQuery("select number from single")) {
                while (rows.next()) {
                    missing.remove(rows.getLong(1));
                }
            }
            int seen;
            try (ResultSet rows = sql.executeQuery("select count(*) from staged")) {
                rows.next();
                seen = rows.getInt(1);
            }
            int deleted = sql.executeUpdate("delete from staged");
            int changed = sql.executeUpdate("update single set text = ''");
            boolean torn = seen != deleted || changed < acknowledged.size() - missing.size();
            return new Left(!missing.isEmpty(), torn, false);
        } catch (SQLException e) {
            // Rows that nobody holds are locked, or a table that was committed is not there.
            return new Left(false, true, false);
        }
    }
}
