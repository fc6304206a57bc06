package io.gradsheet.training;

import java.util.function.LongSupplier;

/**
 * Decides whether a team's other threads work too. They help where pieces are large and processors idle; in a Java that has just been
 * started, which compiles meanwhile, or on a busy machine one thread alone is as fast or faster. So both ways are tried, now and
 * again, and the faster is kept. What is computed does not depend on it.
 */
final class Pace {
    private static final long MILLISECOND = 1_000_000;

    /** So long one thread works alone: Java compiles what is run, and needs a processor for it. */
    private static final long START = 300 * MILLISECOND;

    /** How long a way is tried; or one piece, if that takes longer. */
    private static final long TRIAL = 25 * MILLISECOND;

    /** How long the faster way is kept until both are tried again. */
    private static final long HOLD = 3_000 * MILLISECOND;

    /** Others are called for a gain of a twentieth, not for less. */
    private static final double WORTH = 0.95;

    /** Whether all work, trial by trial: the machine may become faster or slower on the way. */
    private static final boolean[] TRIALS = {false, true, true, false};

    /** In place of a trial. */
    private static final int NONE = -1;

    private final LongSupplier clock;
    private long since;
    private long wait = START;
    private int pieces;
    private int trial = NONE;
    private boolean isTogether;

    // Of one thread alone, and of all.
    private final long[] spent = new long[2];
    private final long[] done = new long[2];

    /**
     * Starts.
     *
     * @param clock in nanoseconds
     */
    Pace(LongSupplier clock) {
        this.clock = clock;
        this.since = clock.getAsLong();
    }

    /** Whether all threads work at the piece that begins now. */
    boolean next() {
        var now = clock.getAsLong();
        if (pieces > 0 && now - since >= wait) {
            turn(now);
        }
        pieces++;
        return trial == NONE ? isTogether : TRIALS[trial];
    }

    private void turn(long now) {
        if (trial != NONE) {
            var way = TRIALS[trial] ? 1 : 0;
            spent[way] += now - since;
            done[way] += pieces;
        }
        trial++;
        wait = TRIAL;
        if (trial == TRIALS.length) {
            isTogether = (double) spent[1] / done[1] < WORTH * spent[0] / done[0];
            trial = NONE;
            wait = HOLD;
            for (var way = 0; way < spent.length; way++) {
                spent[way] = 0;
                done[way] = 0;
            }
        }
        since = now;
        pieces = 0;
    }
}
