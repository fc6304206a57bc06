package io.gradsheet.training;

import java.util.List;

/**
 * How far down a {@link Solver} came.
 *
 * @param coordinates of the lowest point that it saw
 * @param value there
 * @param ending why it went no further
 * @param iterations how many rounds the method made
 * @param evaluations how often it asked for the value, or for all residuals
 * @param gradients how often it asked for the gradient, or for the derivatives of all residuals
 * @param descent every point that was lower than all before it, in order; the first is the start
 */
public record Minimum(
        List<Double> coordinates,
        double value,
        Ending ending,
        int iterations,
        int evaluations,
        int gradients,
        List<Lower> descent) {

    /**
     * A value that was lower than all before it.
     *
     * @param evaluations of the function and of its gradient until then
     */
    public record Lower(int evaluations, double value) {}

    /** Why a solver went no further. */
    public enum Ending {
        /** The value is as low as was asked for. */
        TARGET,
        /** The value falls no further, as far as the method can tell. */
        CONVERGED,
        /** The function was evaluated as often as was allowed. */
        EVALUATIONS
    }

    public Minimum {
        coordinates = List.copyOf(coordinates);
        descent = List.copyOf(descent);
    }

    /** The lowest point that it saw. */
    public double[] point() {
        return coordinates.stream().mapToDouble(coordinate -> coordinate).toArray();
    }

    /** The value where the search began. */
    public double startValue() {
        return descent.get(0).value();
    }
}
