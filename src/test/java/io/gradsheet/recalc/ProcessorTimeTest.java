package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    private static <T> T await(Callable<T> work, Duration limit) throws Exception {
        var task = new FutureTask<>(work);
        var thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        try {
            return ProcessorTime.await(task, thread, limit);
        } finally {
            thread.interrupt();
        }
    }

    /** As a thread does that a busy machine keeps waiting. */
    @Test
    void whoWaitsDoesNotWork() throws Exception {
        assertThat(await(
                        () -> {
                            Thread.sleep(400);
                            return "done";
                        },
                        Duration.ofMillis(200)))
                .isEqualTo("done");
    }

    @Test
    void whoWorksTooLongIsNotWaitedFor() {
        assertThatThrownBy(() -> await(
                        () -> {
                            var turns = 0L;
                            while (!Thread.currentThread().isInterrupted()) {
                                turns++;
                            }
                            return turns;
                        },
                        Duration.ofMillis(50)))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void whoNeverWorksIsNotWaitedForEither() {
        assertThatThrownBy(() -> await(
                        () -> {
                            new CountDownLatch(1).await();
                            return "";
                        },
                        Duration.ofMillis(10)))
                .isInstanceOf(TimeoutException.class);
    }
}
