package io.gradsheet.training;

import java.util.List;

/**
 * Gradient descent on its way to a value that something else has reached.
 *
 * @param values the value at the start, after the first step, after the second, and so on
 * @param trouble why it could go no further; empty if nothing stopped it
 */
public record Chase(List<Double> values, String trouble) {
    public Chase {
        values = List.copyOf(values);
    }

    /** How many steps it made. */
    public long steps() {
        return values.size() - 1L;
    }

    /** Where it is after them. */
    public double value() {
        return values.get(values.size() - 1);
    }
}
