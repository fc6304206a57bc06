package io.gradsheet.training;

import java.util.Optional;

/** A function to minimise. A point is an array with a coordinate for each unknown. */
public interface Objective {
    /** Where the search begins. */
    double[] start();

    /** The value at a point; infinite where there is none. */
    double value(double[] point);

    /**
     * The derivative by each unknown.
     *
     * @throws PathException if there is none at the point
     */
    double[] gradient(double[] point);

    /** The residuals, where the function is half the sum of their squares. */
    default Optional<Residuals> residuals() {
        return Optional.empty();
    }

    /** The numbers r of ½ Σ r². */
    interface Residuals {
        /** How many there are. */
        int count();

        /** All of them at a point. */
        double[] at(double[] point);

        /** The derivative of each by each unknown: a row for each residual. */
        double[][] jacobian(double[] point);
    }
}
