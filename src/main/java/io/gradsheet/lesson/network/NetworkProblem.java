package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.network.Parameter;
import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Chase;
import io.gradsheet.training.DivergenceException;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.NetworkObjective;
import io.gradsheet.training.QuickDescent;
import io.gradsheet.training.Schedule;
import io.gradsheet.training.Solver;
import io.gradsheet.training.SolverException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** C_T of a network over all its parameters but the frozen ones (Wakui 3.5). */
public final class NetworkProblem implements Problem {
    private static final long MOST_STEPS = 10_000;
    private static final long MOST_MULTIPLICATIONS = 5_000_000_000L;

    private final NetworkExperiment experiment;
    private final CostName costs;
    private final NetworkObjective objective;

    /**
     * Poses the problem.
     *
     * @throws SolverException if what gradient descent minimises is more than C_T
     */
    public NetworkProblem(NetworkExperiment experiment) {
        var hyperparameters = experiment.hyperparameters();
        if (!hyperparameters.decay().isNone()) {
            throw new SolverException(
                    "train.decay makes parameters smaller besides what their gradients do, so gradient descent"
                            + " does not minimise C_T, and a solver would; set train.decay to 0");
        }
        this.experiment = experiment;
        this.costs = CostName.of(hyperparameters);
        this.objective = new NetworkObjective(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                hyperparameters.frozen(),
                hyperparameters.mean());
    }

    @Override
    public String quantity() {
        return costs.learning();
    }

    @Override
    public List<String> unknowns() {
        var frozen = experiment.hyperparameters().frozen();
        return experiment.network().parameters().stream()
                .filter(parameter -> !frozen.has(parameter.place()))
                .map(NetworkProblem::name)
                .toList();
    }

    private static String name(Parameter parameter) {
        var layer = parameter.layer();
        var to = parameter.to();
        var from = parameter.from();
        return parameter.isBias()
                ? "b" + layer + "_" + to
                : "w" + layer + "_" + to + (to > 9 || from > 9 ? "_" : "") + from;
    }

    @Override
    public NetworkObjective objective() {
        return objective;
    }

    /**
     * Least squares for targets that are numbers. A class's targets are 0 and 1, which a sigmoid reaches at infinity only: there least
     * squares is soon among weights of thousands.
     */
    @Override
    public Solver.Method usualMethod() {
        return experiment.data().hasClasses() ? Solver.Method.CONJUGATE_GRADIENT : Solver.methodFor(objective);
    }

    @Override
    public Map<String, Double> measures(double[] point) {
        var measures = new LinkedHashMap<String, Double>();
        if (experiment.data().hasClasses()) {
            measures.put("accuracy", share(evaluation(point, experiment.samples())));
        }
        if (experiment.data().hasTest()) {
            var test = evaluation(point, experiment.data().test());
            measures.put(costs.test(), test.cost());
            if (experiment.data().hasClasses()) {
                measures.put("test accuracy", share(test));
            }
        }
        return measures;
    }

    private Evaluation evaluation(double[] point, List<Sample> samples) {
        return Evaluation.of(experiment.network(), objective.parameters(point), samples, costs.isMean());
    }

    private static double share(Evaluation of) {
        return (double) of.hits() / of.samples().size();
    }

    @Override
    public String step() {
        return "epoch";
    }

    @Override
    public double learningRate() {
        return experiment.learningRate();
    }

    @Override
    public long affordableSteps() {
        var work = (long) experiment.samples().size() * experiment.network().parameterCount();
        return Math.max(1, Math.min(MOST_STEPS, MOST_MULTIPLICATIONS / work));
    }

    @Override
    public Chase chase(double goal, long most, LongConsumer progress) {
        var values = new ArrayList<Double>();
        var limit = experiment.hyperparameters().schedule() instanceof Schedule.Linear line
                ? Math.min(most, line.epochs())
                : most;
        try (var descent = new QuickDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters(),
                Runtime.getRuntime().availableProcessors())) {
            // The cost of an epoch is that of the parameters it starts from.
            do {
                descent.next();
                values.add(descent.cost());
                progress.accept(values.size() - 1L);
            } while (descent.cost() > goal && values.size() <= limit);
            return new Chase(values, "");
        } catch (DivergenceException e) {
            return new Chase(values, e.getMessage());
        }
    }
}
