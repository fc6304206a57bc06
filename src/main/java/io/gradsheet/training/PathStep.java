package io.gradsheet.training;

import java.util.List;

/**
 * One step of gradient descent on a function.
 *
 * @param step its number, from 0
 * @param point where it starts
 * @param value f there
 * @param gradient ∂f/∂ of each variable there
 * @param next where it leads: point − η · gradient
 */
public record PathStep(int step, List<Double> point, double value, List<Double> gradient, List<Double> next) {
    public PathStep {
        point = List.copyOf(point);
        gradient = List.copyOf(gradient);
        next = List.copyOf(next);
    }

    /** The length of the gradient. */
    public double slope() {
        return Math.sqrt(gradient.stream().mapToDouble(g -> g * g).sum());
    }
}
