package io.gradsheet.recalc;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A limit of the work of a thread by the time that processors spend on it, so that what a busy machine comes to is what an idle one does.
 */
public final class ProcessorTime {
    /** Whoever does not get to work at all waits for something that does not come. */
    private static final int PATIENCE = 10;

    private ProcessorTime() {}

    /**
     * Waits for work that a thread does.
     *
     * @param limit of the processors' time; ten times as long in all
     * @throws TimeoutException if it takes longer; the thread goes on
     */
    public static <T> T await(FutureTask<T> work, Thread thread, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        var start = System.nanoTime();
        var left = limit.toNanos();
        while (true) {
            try {
                return work.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                left = limit.toNanos() - spent(thread);
                if (left <= 0 || System.nanoTime() - start >= PATIENCE * limit.toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** In nanoseconds; more than any limit where it cannot be told. */
    private static long spent(Thread thread) {
        var threads = ManagementFactory.getThreadMXBean();
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, threads.getThreadCpuTime(thread.getId()));
    }
}
