package io.gradsheet.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer that makes maps smaller: each unit stands for a window of one map, and the windows lie side by side (Wakui 5.2). There is nothing
 * to learn. The error of a unit goes to the largest of its window, the first of equals, see {@link Largest}; of an average, to all alike.
 *
 * @param input the maps before
 * @param by what a unit takes of its window
 * @param rows of the window
 * @param columns of the window
 */
public record Pooling(Volume input, By by, int rows, int columns) implements Maps {
    /** What a unit takes of its window. */
    public enum By {
        /** The largest. */
        MAX,
        /** The mean. */
        AVERAGE
    }

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if the windows do not cover the maps
     */
    public Pooling {
        if (rows < 1 || columns < 1 || input.rows() % rows != 0 || input.columns() % columns != 0) {
            throw new IllegalArgumentException("windows that lie side by side cover the maps");
        }
    }

    /** Whether a unit is the largest of its window. */
    public boolean isMax() {
        return by == By.MAX;
    }

    @Override
    public Volume output() {
        return new Volume(input.maps(), input.rows() / rows, input.columns() / columns);
    }

    @Override
    public Activation activation() {
        return new Activation.Linear();
    }

    @Override
    public int groups() {
        return 0;
    }

    @Override
    public int weights() {
        return 0;
    }

    @Override
    public int fanOut() {
        return 1;
    }

    @Override
    public int group(int unit) {
        throw new IllegalArgumentException("a pooling has no weights");
    }

    /** The units of a unit's window, row by row: its terms, without weights. */
    @Override
    public List<Term> terms(int unit) {
        return IntStream.of(window(unit - 1))
                .mapToObj(place -> new Term(0, Source.before(place + 1)))
                .toList();
    }

    /** The same, all units counted from 0. */
    int[] window(int unit) {
        var maps = output();
        var inMap = unit % maps.area();
        var first = unit / maps.area() * input.area()
                + inMap / maps.columns() * rows * input.columns()
                + inMap % maps.columns() * columns;
        return IntStream.range(0, rows * columns)
                .map(place -> first + place / columns * input.columns() + place % columns)
                .toArray();
    }

    @Override
    public List<Use> uses(int group, int weight) {
        return List.of();
    }

    @Override
    public List<Integer> biased(int group) {
        return List.of();
    }

    @Override
    public Work work(int start, int samples) {
        return new PoolingWork(this, samples);
    }
}
