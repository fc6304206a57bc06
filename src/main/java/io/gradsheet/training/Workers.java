package io.gradsheet.training;

import io.gradsheet.network.Team;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A team of threads; one of them is the caller's own. Pieces of work come one upon the other and take microseconds, which is less
 * than it takes to wake a thread: so whoever waits looks about for a while, then lets others have the processor, and sleeps only
 * when nothing comes.
 */
final class Workers implements Team, AutoCloseable {
    private static final int LOOKS = 1_000;
    private static final int YIELDS = 200;

    private final List<Thread> others;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private IntConsumer work = part -> {};

    /** How many pieces there have been. It hands {@link #work} from thread to thread. */
    private volatile int pieces;

    private volatile boolean closed;

    /** Written between pieces of work only. */
    private boolean isAlone;

    /**
     * Starts the threads.
     *
     * @param size how many there are, the caller's own among them
     */
    Workers(int size) {
        this.others = IntStream.range(1, size)
                .mapToObj(part -> new Thread(() -> serve(part), "training"))
                .toList();
        for (var thread : others) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Lets the caller's thread work alone, or all. */
    void together(boolean all) {
        isAlone = !all;
    }

    /** How many threads work now. */
    @Override
    public int size() {
        return isAlone ? 1 : others.size() + 1;
    }

    @Override
    public void run(IntConsumer part) {
        if (size() == 1) {
            part.accept(0);
            return;
        }
        work = part;
        busy.set(others.size());
        callOthers();
        perform(0);
        for (var looks = 0; busy.get() > 0; looks++) {
            rest(looks);
        }
        var thrown = failure.getAndSet(null);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    // Only the caller's thread writes the number.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void callOthers() {
        pieces++;
        others.forEach(LockSupport::unpark);
    }

    private void serve(int part) {
        for (var done = 0; !closed; done++) {
            for (var looks = 0; pieces == done; looks++) {
                if (looks < LOOKS + YIELDS) {
                    rest(looks);
                } else {
                    LockSupport.park(this);
                }
            }
            if (!closed) {
                perform(part);
                busy.decrementAndGet();
            }
        }
    }

    // Who runs next decides nothing but how soon.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void rest(int looks) {
        if (looks < LOOKS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    private void perform(int part) {
        try {
            work.accept(part);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        callOthers();
    }
}
