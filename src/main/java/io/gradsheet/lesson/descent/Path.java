package io.gradsheet.lesson.descent;

import io.gradsheet.expression.DomainException;
import io.gradsheet.expression.Expression;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.training.PathDescent;
import io.gradsheet.training.PathException;
import io.gradsheet.training.PathStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole descent as Java obtains it: every step, and beside each derivative its central difference (f(x + h) − f(x − h)) / 2h
 * (Wakui 2.9).
 */
final class Path {
    private final DescentExperiment experiment;
    private final List<PathStep> steps;
    private final List<List<Double>> differences;

    private Path(DescentExperiment experiment, List<PathStep> steps, List<List<Double>> differences) {
        this.experiment = experiment;
        this.steps = steps;
        this.differences = differences;
    }

    /**
     * Descends.
     *
     * @throws PathException if the function or a derivative has no value on the way, or the point leaves the representable range
     */
    static Path of(DescentExperiment experiment) {
        var descent = new PathDescent(experiment.function(), experiment.start(), experiment.learningRate());
        var steps = new ArrayList<PathStep>();
        var differences = new ArrayList<List<Double>>();
        for (var n = 0; n <= experiment.steps(); n++) {
            var step = descent.next();
            steps.add(step);
            differences.add(differences(experiment, step));
        }
        return new Path(experiment, steps, differences);
    }

    private static List<Double> differences(DescentExperiment experiment, PathStep step) {
        var h = experiment.differenceStep();
        var differences = new ArrayList<Double>();
        for (var i = 0; i < step.point().size(); i++) {
            try {
                differences.add((valueBeside(experiment.function(), step, i, h)
                                - valueBeside(experiment.function(), step, i, -h))
                        / (2 * h));
            } catch (DomainException e) {
                throw new PathException(
                        "the difference quotient cannot be formed in step " + step.step() + ": " + e.getMessage()
                                + "; take a smaller h or another start",
                        e);
            }
        }
        return differences;
    }

    private static double valueBeside(Expression function, PathStep step, int variable, double shift) {
        var point = step.point().stream().mapToDouble(coordinate -> coordinate).toArray();
        point[variable] += shift;
        return function.evaluate(point);
    }

    DescentExperiment experiment() {
        return experiment;
    }

    /** Step n, from 0 to the number of steps. */
    PathStep step(int n) {
        return steps.get(n);
    }

    PathStep last() {
        return steps.get(steps.size() - 1);
    }

    /** The central differences in step n, one for each variable. */
    List<Double> differences(int n) {
        return differences.get(n);
    }
}
