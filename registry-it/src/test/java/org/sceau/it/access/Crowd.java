package org.sceau.it.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Many who ask at the same time. */
final class Crowd {
    /** As many as the machine the tests run on may have processors, and a few that wait for a disk. */
    private static final int AT_ONCE = 4;

    private Crowd() {}

    /** What each is told, in their order. */
    static <A, B> List<B> ask(List<A> all, Function<A, B> question) {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<B> answers = new ArrayList<>();
            for (Future<B> answer : pool.invokeAll(all.stream()
                    .map(one -> (Callable<B>) () -> question.apply(one))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
