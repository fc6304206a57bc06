package io.gradsheet.classroom.marking;

import io.gradsheet.recalc.ProcessorTime;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** How long the work on one file may take. */
record TimeLimit(Duration limit) {
    /** The work took longer. */
    static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ExceededException(Throwable cause) {
            super("it takes too long", cause);
        }
    }

    /**
     * Does the work on a thread of its own, which is told to stop when its time is over.
     *
     * @throws ExceededException if it takes longer; whatever else it throws passes through
     */
    <T> T run(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        var thread = new Thread(task, "one file");
        thread.setDaemon(true);
        thread.start();
        try {
            return ProcessorTime.await(task, thread, limit);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new ExceededException(e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new ExceededException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // The work throws no checked exception.
            throw (RuntimeException) e.getCause();
        }
    }
}
