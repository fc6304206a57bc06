package io.gradsheet.sheet;

/** Takes the rows of a sheet in order, from the top down. */
@FunctionalInterface
public interface RowSink {
    void row(Row row);
}
