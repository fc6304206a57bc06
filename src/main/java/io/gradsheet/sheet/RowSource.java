package io.gradsheet.sheet;

/** Rows that come when asked for, so that a sheet of a million cells never stands in memory. */
@FunctionalInterface
public interface RowSource {
    /** No rows. */
    RowSource NONE = sink -> {};

    /** Pushes all rows in order; each call begins anew and pushes the same. */
    void pushTo(RowSink sink);
}
