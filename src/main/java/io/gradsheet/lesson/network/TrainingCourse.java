package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Course;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameter;
import io.gradsheet.network.Parameters;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.QuickDescent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The training in Java alone: cost and accuracy of every epoch, and the parameters at the end. */
public final class TrainingCourse implements Course {
    private final NetworkExperiment experiment;
    private final CostName costs;

    public TrainingCourse(NetworkExperiment experiment) {
        this.experiment = experiment;
        this.costs = CostName.of(experiment.hyperparameters());
    }

    @Override
    public List<String> columns() {
        var columns = new ArrayList<>(List.of("epoch", costs.learning()));
        if (hasClasses()) {
            columns.add("accuracy");
        }
        if (experiment.data().hasTest()) {
            columns.add(costs.test());
            if (hasClasses()) {
                columns.add("test accuracy");
            }
        }
        return columns;
    }

    /** With a test, means: there are not as many samples in it. */
    @Override
    public Map<String, Double> curves(List<Double> row) {
        if (!experiment.data().hasTest()) {
            return Course.super.curves(row);
        }
        var learned = costs.isMean() ? 1 : experiment.samples().size();
        var tested = costs.isMean() ? 1 : experiment.data().test().size();
        var means = new CostName(true);
        var curves = new LinkedHashMap<String, Double>();
        curves.put(means.learning(), row.get(1) / learned);
        curves.put(means.test(), row.get(columns().indexOf(costs.test())) / tested);
        return curves;
    }

    @Override
    public long rows() {
        return experiment.epochs();
    }

    @Override
    public Map<String, Object> run(Consumer<List<Double>> row) {
        try (var descent = descent()) {
            for (var epoch = 1; epoch <= experiment.epochs(); epoch++) {
                var start = descent.parameters();
                descent.next();
                var values = new ArrayList<>(List.of((double) epoch));
                values.addAll(
                        measures(descent.cost(), descent.hits(), test(start).map(before(epoch)))
                                .values());
                row.accept(values);
            }
            var trained = descent.parameters();
            var after = descent.measure();
            var result = new LinkedHashMap<String, Object>();
            measures(after.cost(), after.hits(), test(trained))
                    // JSON has no number for more than a number can hold.
                    .forEach((name, value) -> result.put(name, Double.isFinite(value) ? value : null));
            result.put("weights", weights(trained, experiment.network()));
            result.put("biases", biases(trained, experiment.network()));
            return result;
        }
    }

    private static UnaryOperator<Evaluation> before(int epoch) {
        return test -> test.ofTestBefore(epoch);
    }

    @Override
    public List<String> cautions(List<List<Double>> rows) {
        return cautionsOf(rows.stream().map(row -> row.get(1)).toList());
    }

    /**
     * Trains, to see what somebody should know of it.
     *
     * @throws io.gradsheet.training.DivergenceException if it leaves the representable numbers
     */
    public List<String> cautions() {
        try (var descent = descent()) {
            var costs = new ArrayList<Double>();
            for (var epoch = 1; epoch <= experiment.epochs(); epoch++) {
                descent.next();
                costs.add(descent.cost());
            }
            return cautionsOf(costs);
        }
    }

    private List<String> cautionsOf(List<Double> costs) {
        return new Upswing(experiment).remark(costs).stream().toList();
    }

    private QuickDescent descent() {
        return new QuickDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters(),
                Runtime.getRuntime().availableProcessors());
    }

    private boolean hasClasses() {
        return experiment.data().hasClasses();
    }

    /** The samples of the test, if there are any. */
    private Optional<Evaluation> test(Parameters parameters) {
        return experiment.data().hasTest()
                ? Optional.of(Evaluation.of(
                        experiment.network(), parameters, experiment.data().test(), costs.isMean()))
                : Optional.empty();
    }

    /** By the names of the columns after the first. */
    private Map<String, Double> measures(double cost, int hits, Optional<Evaluation> test) {
        var measures = new LinkedHashMap<String, Double>();
        measures.put(costs.learning(), cost);
        if (hasClasses()) {
            measures.put("accuracy", (double) hits / experiment.samples().size());
        }
        test.ifPresent(tested -> {
            measures.put(costs.test(), tested.cost());
            if (hasClasses()) {
                measures.put(
                        "test accuracy",
                        (double) tested.hits() / experiment.data().test().size());
            }
        });
        return measures;
    }

    private static List<List<List<Double>>> weights(Parameters parameters, Network network) {
        var layers = new ArrayList<List<List<Double>>>();
        for (var layer : learning(network)) {
            var groups = new ArrayList<List<Double>>();
            for (var parameter : network.places().list(layer)) {
                if (parameter.from() == 1) {
                    groups.add(new ArrayList<>());
                }
                if (!parameter.isBias()) {
                    groups.get(parameter.to() - 1).add(parameters.value(parameter));
                }
            }
            layers.add(groups);
        }
        return layers;
    }

    private static List<List<Double>> biases(Parameters parameters, Network network) {
        return learning(network).stream()
                .map(layer -> network.places().list(layer).stream()
                        .filter(Parameter::isBias)
                        .map(parameters::value)
                        .toList())
                .toList();
    }

    /** The layers that have weights, as they are listed in a template. */
    private static List<Integer> learning(Network network) {
        return IntStream.rangeClosed(2, network.layers())
                .filter(layer -> network.layer(layer).groups() > 0)
                .boxed()
                .toList();
    }
}
