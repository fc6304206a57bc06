package io.gradsheet.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Threads that do the parts of a piece of work; one of them is the caller's own. */
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService others;

    Workers(int count) {
        this.count = count;
        // Threads are made when they are first needed.
        this.others = Executors.newFixedThreadPool(Math.max(1, count - 1), work -> {
            var thread = new Thread(work, "training");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does the parts from 0 on, and returns when all are done. */
    void run(int parts, IntConsumer part) {
        var rest = CompletableFuture.allOf(IntStream.range(1, count)
                .mapToObj(worker -> CompletableFuture.runAsync(() -> work(worker, parts, part), others))
                .toArray(CompletableFuture<?>[]::new));
        work(0, parts, part);
        rest.join();
    }

    private void work(int worker, int parts, IntConsumer part) {
        for (var p = worker; p < parts; p += count) {
            part.accept(p);
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
