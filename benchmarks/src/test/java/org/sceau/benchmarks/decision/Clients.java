package org.sceau.benchmarks.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One or two clients that decide one case after another. */
final class Clients implements AutoCloseable {
    static final int MOST = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(MOST);

    /** What one round took. */
    record Round(double aSecond, double medianMicros) {}

    Round run(int clients, List<Case> cases, Consumer<Case> decide) throws InterruptedException, ExecutionException {
        List<Callable<long[]>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int own = client;
            work.add(() -> {
                long[] took = new long[(cases.size() - own + clients - 1) / clients];
                for (int i = 0; i < took.length; i++) {
                    long begin = System.nanoTime();
                    decide.accept(cases.get(own + i * clients));
                    took[i] = System.nanoTime() - begin;
                }
                return took;
            });
        }
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
        return new Round(cases.size() / seconds, all[all.length / 2] / 1e3);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
