package org.sceau.benchmarks.decision;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/**
 * Decisions on PostgreSQL beside raw JDBC that writes the same rows, with one client and with two; and with a journal of a million
 * entries beside one of ten thousand. Ends with 1 when a limit is missed.
 *
 * <p>Arguments: a folder for its files, rounds (at least 7), decisions a round, entries of the long journal.
 */
public final class DecisionBenchmark {
    private static final long SHORT = 10_000;
    /** The optimising compiler takes a method up after 5,000 calls; what is measured is a registry that has run for a while. */
    private static final int WARM_UP = 10_000;

    private static final int LONGEST_WARM_UP = 30_000;
    /** Share of the time at most: compilers that work beside two clients take a processor from the database. */
    private static final double COMPILING = 0.05;

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
        if (arguments.length != 4) {
            out.println("arguments: <folder> <rounds> <decisions a round> <entries of the long journal>");
            System.exit(64);
        }
        boolean met = new DecisionBenchmark(out)
                .run(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Long.parseLong(arguments[3]));
        System.exit(met ? 0 : 1);
    }

    private boolean run(Path home, int count, int decisions, long longJournal)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Cluster cluster = Cluster.start();
                Site small = new Site(cluster, "ten_thousand", home);
                Site large = new Site(cluster, "million", home);
                Clients clients = new Clients()) {
            out.println("PostgreSQL: " + cluster.settings());
            small.lengthenJournal(SHORT);
            large.lengthenJournal(longJournal);
            Peer peer = large.peer();
            say(peer);
            long shortest = small.gaplessLength();
            warmUp(clients, small, large, peer);
            for (int i = 0; i < count; i++) {
                rounds.add(new Round(
                        clients.run(1, large.connections(), large.cases(decisions), large::approve),
                        clients.run(1, peer.connections(), large.cases(decisions), peer::decide),
                        clients.run(2, large.connections(), large.cases(decisions), large::approve),
                        clients.run(2, peer.connections(), large.cases(decisions), peer::decide),
                        clients.run(1, small.connections(), small.cases(decisions / 2), small::approve)));
            }
            out.printf(
                    Locale.ROOT,
                    "%d rounds of %d decisions; journals of %d to %d and of %d to %d entries, without a gap%n%n",
                    count,
                    decisions,
                    shortest,
                    small.gaplessLength(),
                    longJournal,
                    large.gaplessLength());
            return report();
        }
    }

    private void say(Peer peer) {
        out.println("The peer sends, in one transaction:");
        peer.sends().forEach(sent -> out.printf("  %d x %s%n", sent.rows().size(), sent.text()));
        out.println("An approval sends besides:");
        peer.leavesOut().forEach(sent -> out.printf("  %s%n", sent.text()));
    }

    /** Both sides in turns, until the compilers have come to rest. */
    private void warmUp(Clients clients, Site small, Site large, Peer peer)
            throws InterruptedException, ExecutionException, IOException {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        int decided = 0;
        double compiling = 1;
        while (decided < WARM_UP || compiling > COMPILING && decided < LONGEST_WARM_UP) {
            List<Case> first = large.cases(WARM_UP_PORTION);
            List<Case> second = large.cases(WARM_UP_PORTION);
            long compiled = compilers.getTotalCompilationTime();
            long begin = System.nanoTime();
            clients.run(Clients.MOST, large.connections(), first, large::approve);
            clients.run(Clients.MOST, peer.connections(), second, peer::decide);
            double took = (System.nanoTime() - begin) / 1e6;
            compiling = (compilers.getTotalCompilationTime() - compiled) / took;
            decided += WARM_UP_PORTION;
        }
        clients.run(Clients.MOST, small.connections(), small.cases(WARM_UP_PORTION), small::approve);
        out.printf(
                Locale.ROOT,
                "warmed up by %d decisions of each; compilers were at work for %.0f %% of the last portion%n",
                decided,
                compiling * 100);
    }

    private boolean report() {
        out.println("| what | registry | beside | ratio | in the rounds | limit | |");
        out.println("|---|---|---|---|---|---|---|");
        boolean met = ratio(
                "decisions a second, 1 client",
                round -> round.one().aSecond(),
                round -> round.onePeer().aSecond(),
                Limit.AT_LEAST_PEER);
        met &= ratio(
                "decisions a second, 2 clients",
                round -> round.two().aSecond(),
                round -> round.twoPeer().aSecond(),
                Limit.AT_LEAST_PEER);
        met &= ratio(
                "median, long journal beside 10,000 entries, µs",
                round -> round.one().medianMicros(),
                round -> round.onShort().medianMicros(),
                Limit.AT_MOST_GROWTH);
        ratio(
                "processor time in the process, µs",
                round -> round.one().clientMicros(),
                round -> round.onePeer().clientMicros(),
                Limit.NONE);
        ratio(
                "processor time in the database, µs",
                round -> round.one().databaseMicros(),
                round -> round.onePeer().databaseMicros(),
                Limit.NONE);
        return met;
    }

    private boolean ratio(String what, ToDoubleFunction<Round> ours, ToDoubleFunction<Round> theirs, Limit limit) {
        double ratio = median(ours) / median(theirs);
        ToDoubleFunction<Round> each = round -> ours.applyAsDouble(round) / theirs.applyAsDouble(round);
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.2f | %.2f to %.2f | %s |%n",
                what,
                median(ours),
                median(theirs),
                ratio,
                rounds.stream().mapToDouble(each).min().orElseThrow(),
                rounds.stream().mapToDouble(each).max().orElseThrow(),
                limit.verdict(ratio));
        return limit.isMet(ratio);
    }

    private enum Limit {
        AT_LEAST_PEER {
            @Override
            boolean isMet(double ratio) {
                return ratio >= 0.75;
            }

            @Override
            String verdict(double ratio) {
                return "at least 0.75 | " + word(ratio);
            }
        },
        AT_MOST_GROWTH {
            @Override
            boolean isMet(double ratio) {
                return ratio <= 1.1;
            }

            @Override
            String verdict(double ratio) {
                return "at most 1.1 | " + word(ratio);
            }
        },
        NONE {
            @Override
            boolean isMet(double ratio) {
                return true;
            }

            @Override
            String verdict(double ratio) {
                return "- |";
            }
        };

        abstract boolean isMet(double ratio);

        abstract String verdict(double ratio);

        String word(double ratio) {
            return isMet(ratio) ? "met" : "MISSED";
        }
    }

    private double median(ToDoubleFunction<Round> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
