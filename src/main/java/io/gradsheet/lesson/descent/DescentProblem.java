package io.gradsheet.lesson.descent;

import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.training.Chase;
import io.gradsheet.training.FunctionObjective;
import io.gradsheet.training.Objective;
import io.gradsheet.training.PathDescent;
import io.gradsheet.training.PathException;
import io.gradsheet.training.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The function of a descent, over its variables. */
final class DescentProblem implements Problem {
    private static final long MOST_STEPS = 10_000;

    private final DescentExperiment experiment;

    DescentProblem(DescentExperiment experiment) {
        this.experiment = experiment;
    }

    @Override
    public String quantity() {
        return "f";
    }

    @Override
    public List<String> unknowns() {
        return experiment.function().variables();
    }

    @Override
    public Objective objective() {
        return new FunctionObjective(experiment.function(), experiment.start());
    }

    @Override
    public Solver.Method usualMethod() {
        return Solver.Method.CONJUGATE_GRADIENT;
    }

    @Override
    public Map<String, Double> measures(double[] point) {
        return Map.of();
    }

    @Override
    public String step() {
        return "step";
    }

    @Override
    public double learningRate() {
        return experiment.learningRate();
    }

    @Override
    public long affordableSteps() {
        return MOST_STEPS;
    }

    @Override
    public Chase chase(double goal, long most, LongConsumer progress) {
        var descent = new PathDescent(experiment.function(), experiment.start(), experiment.learningRate());
        var values = new ArrayList<Double>();
        try {
            double value;
            do {
                value = descent.next().value();
                values.add(value);
                progress.accept(values.size() - 1L);
            } while (value > goal && values.size() <= most);
            return new Chase(values, "");
        } catch (PathException e) {
            return new Chase(values, e.getMessage());
        }
    }
}
