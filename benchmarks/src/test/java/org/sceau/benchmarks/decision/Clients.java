package org.sceau.benchmarks.decision;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One or two clients that decide one case after another. */
final class Clients implements AutoCloseable {
    static final int MOST = 2;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ExecutorService threads = Executors.newFixedThreadPool(MOST);

    /**
     * What one round took.
     *
     * @param medianMicros   of one decision, by the clock on the wall
     * @param clientMicros   processor time of one decision in this process
     * @param databaseMicros processor time of one decision in the database
     */
    record Round(double aSecond, double medianMicros, double clientMicros, double databaseMicros) {}

    Round run(int clients, KeptConnections connections, List<Case> cases, Consumer<Case> decide)
            throws InterruptedException, ExecutionException, IOException {
        AtomicLong processor = new AtomicLong();
        List<Callable<long[]>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int own = client;
            work.add(() -> {
                long started = THREADS.getCurrentThreadCpuTime();
                long[] took = new long[(cases.size() - own + clients - 1) / clients];
                for (int i = 0; i < took.length; i++) {
                    long begin = System.nanoTime();
                    decide.accept(cases.get(own + i * clients));
                    took[i] = System.nanoTime() - begin;
                }
                processor.addAndGet(THREADS.getCurrentThreadCpuTime() - started);
                return took;
            });
        }
        Duration before = connections.databaseTime();
        long begin = System.nanoTime();
        var results = threads.invokeAll(work);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long[] all = new long[cases.size()];
        int at = 0;
        for (var result : results) {
            long[] took = result.get();
            System.arraycopy(took, 0, all, at, took.length);
            at += took.length;
        }
        Arrays.sort(all);
        double database = connections.databaseTime().minus(before).toNanos();
        return new Round(
                cases.size() / seconds,
                all[all.length / 2] / 1e3,
                processor.get() / 1e3 / cases.size(),
                database / 1e3 / cases.size());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
