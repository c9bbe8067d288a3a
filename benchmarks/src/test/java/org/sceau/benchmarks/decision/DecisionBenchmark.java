package org.sceau.benchmarks.decision;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/**
 * Decisions on PostgreSQL beside raw JDBC that writes the same rows, with one client and with two; and with a journal of a million
 * entries beside one of ten thousand. Ends with 1 when a limit is missed.
 *
 * <p>Arguments: a folder for its files, rounds (at least 7), decisions a round.
 */
public final class DecisionBenchmark {
    private static final double LEAST_OF_PEER = 0.75;
    private static final double MOST_GROWTH = 1.1;
    private static final long SHORT = 10_000;
    private static final long LONG = 1_000_000;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final int WARM_UP_PORTION = 250;

    private final PrintStream out;
    private final List<Round> rounds = new ArrayList<>();

    private DecisionBenchmark(PrintStream out) {
        this.out = out;
    }

    /** One round of all that is compared. */
    private record Round(
            Clients.Round one,
            Clients.Round onePeer,
            Clients.Round two,
            Clients.Round twoPeer,
            Clients.Round onShort) {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        if (arguments.length != 3) {
            out.println("arguments: <folder> <rounds> <decisions a round>");
            System.exit(64);
        }
        boolean met = new DecisionBenchmark(out)
                .run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(met ? 0 : 1);
    }

    private boolean run(Path home, int count, int decisions)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Cluster cluster = Cluster.start();
                Site small = new Site(cluster, "ten_thousand", home);
                Site large = new Site(cluster, "million", home);
                Clients clients = new Clients()) {
            out.println("PostgreSQL: " + cluster.settings());
            small.lengthenJournal(SHORT);
            large.lengthenJournal(LONG);
            Peer peer = large.peer();
            say(peer);
            long shortest = small.gaplessLength();
            warmUp(clients, small, large, peer);
            for (int i = 0; i < count; i++) {
                rounds.add(new Round(
                        clients.run(1, large.cases(decisions), large::approve),
                        clients.run(1, large.cases(decisions), peer::decide),
                        clients.run(2, large.cases(decisions), large::approve),
                        clients.run(2, large.cases(decisions), peer::decide),
                        clients.run(1, small.cases(decisions / 2), small::approve)));
            }
            out.printf(
                    Locale.ROOT,
                    "%d rounds of %d decisions; journals of %d to %d and of %d to %d entries, without a gap%n%n",
                    count,
                    decisions,
                    shortest,
                    small.gaplessLength(),
                    LONG,
                    large.gaplessLength());
            return report();
        }
    }

    private void say(Peer peer) {
        out.println("The peer's statements, as one approval sent them:");
        peer.writes().forEach(sent -> out.printf("  %d x %s%n", sent.rows().size(), sent.text()));
    }

    private static void warmUp(Clients clients, Site small, Site large, Peer peer)
            throws InterruptedException, ExecutionException {
        Duration spent = Duration.ZERO;
        while (spent.compareTo(WARM_UP.multipliedBy(2)) < 0) {
            List<Case> first = large.cases(WARM_UP_PORTION);
            List<Case> second = large.cases(WARM_UP_PORTION);
            long begin = System.nanoTime();
            clients.run(Clients.MOST, first, large::approve);
            clients.run(Clients.MOST, second, peer::decide);
            spent = spent.plusNanos(System.nanoTime() - begin);
        }
        clients.run(Clients.MOST, small.cases(WARM_UP_PORTION), small::approve);
    }

    private boolean report() {
        out.println("| what | registry | peer | ratio | in the rounds | limit | |");
        out.println("|---|---|---|---|---|---|---|");
        boolean one = atLeast(
                "decisions a second, 1 client",
                round -> round.one().aSecond(),
                round -> round.onePeer().aSecond());
        boolean two = atLeast(
                "decisions a second, 2 clients",
                round -> round.two().aSecond(),
                round -> round.twoPeer().aSecond());
        boolean flat = line(
                        "median at 1,000,000 entries beside 10,000, µs",
                        round -> round.one().medianMicros(),
                        round -> round.onShort().medianMicros(),
                        MOST_GROWTH,
                        "at most")
                <= MOST_GROWTH;
        return one && two && flat;
    }

    private boolean atLeast(String what, ToDoubleFunction<Round> registry, ToDoubleFunction<Round> peer) {
        return line(what, registry, peer, LEAST_OF_PEER, "at least") >= LEAST_OF_PEER;
    }

    private double line(
            String what, ToDoubleFunction<Round> ours, ToDoubleFunction<Round> theirs, double limit, String bound) {
        double mine = median(ours);
        double other = median(theirs);
        double ratio = mine / other;
        ToDoubleFunction<Round> each = round -> ours.applyAsDouble(round) / theirs.applyAsDouble(round);
        boolean met = bound.equals("at least") ? ratio >= limit : ratio <= limit;
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.2f | %.2f to %.2f | %s %.2f | %s |%n",
                what,
                mine,
                other,
                ratio,
                rounds.stream().mapToDouble(each).min().orElseThrow(),
                rounds.stream().mapToDouble(each).max().orElseThrow(),
                bound,
                limit,
                met ? "met" : "MISSED");
        return ratio;
    }

    private double median(ToDoubleFunction<Round> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
