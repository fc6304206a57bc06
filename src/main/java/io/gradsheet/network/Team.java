package io.gradsheet.network;

import java.util.function.IntConsumer;

/** Does a piece of work in parts, side by side where it can. */
public interface Team {
    /** One that does everything by itself. */
    Team ALONE = new Team() {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void run(IntConsumer part) {
            part.accept(0);
        }
    };

    /** How many parts it does side by side. */
    int size();

    /** Does the parts from 0 to {@link #size} − 1, and returns when all are done. */
    void run(IntConsumer part);

    /** Where a part begins, if {@code count} things are shared out in order; the part after it begins where it ends. */
    default int begin(int part, int count) {
        return (int) ((long) count * part / size());
    }
}
