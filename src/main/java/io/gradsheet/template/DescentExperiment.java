package io.gradsheet.template;

import io.gradsheet.expression.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A function to minimise by gradient descent.
 *
 * @param function f; its variables are in the order of the coordinates of points
 * @param start the point of step 0
 * @param learningRate η
 * @param steps how many times the point moves
 * @param differenceStep h of the central difference (f(x + h) − f(x − h)) / 2h
 * @param rates learning rates to compare, at least one
 * @param window what the map of a function of two variables shows; empty for any other number of variables
 * @param notes what to look at and what to try, in the language of the workbook; may be empty
 */
public record DescentExperiment(
        Heading heading,
        Provenance provenance,
        Expression function,
        List<Double> start,
        double learningRate,
        int steps,
        double differenceStep,
        List<Double> rates,
        Optional<Window> window,
        List<String> notes)
        implements Experiment {

    /** A rectangle in the plane: {@code left < right}, {@code bottom < top}. */
    public record Window(double left, double right, double bottom, double top) {}

    public DescentExperiment {
        start = List.copyOf(start);
        rates = List.copyOf(rates);
        notes = List.copyOf(notes);
    }

    /** The same experiment with other numbers in it: what a learner changed. */
    public DescentExperiment with(
            List<Double> start,
            double learningRate,
            double differenceStep,
            List<Double> rates,
            Optional<Window> window) {
        return new DescentExperiment(
                heading, provenance, function, start, learningRate, steps, differenceStep, rates, window, notes);
    }
}
