package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Course;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.QuickDescent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The training in Java alone: cost and accuracy of every epoch, and the parameters at the end. */
public final class TrainingCourse implements Course {
    private final NetworkExperiment experiment;

    public TrainingCourse(NetworkExperiment experiment) {
        this.experiment = experiment;
    }

    @Override
    public List<String> columns() {
        var columns = new ArrayList<>(List.of("epoch", "cost"));
        if (hasClasses()) {
            columns.add("accuracy");
        }
        if (experiment.data().hasTest()) {
            columns.add("test cost");
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
        var learned =
                experiment.hyperparameters().mean() ? 1 : experiment.samples().size();
        var curves = new LinkedHashMap<String, Double>();
        curves.put("mean cost", row.get(1) / learned);
        curves.put(
                "mean test cost",
                row.get(columns().indexOf("test cost"))
                        / experiment.data().test().size());
        return curves;
    }

    @Override
    public long rows() {
        return experiment.epochs();
    }

    @Override
    public Map<String, Object> run(Consumer<List<Double>> row) {
        // One epoch more than is learned from: it tells the cost of the final parameters.
        try (var descent = descent(experiment.epochs() + 1)) {
            for (var epoch = 1; epoch <= experiment.epochs(); epoch++) {
                var values = new ArrayList<>(List.of((double) epoch));
                values.addAll(nextMeasures(descent, epoch).values());
                row.accept(values);
            }
            var trained = descent.parameters();
            var result = new LinkedHashMap<String, Object>();
            result.putAll(nextMeasures(descent, experiment.epochs() + 1));
            result.put("weights", weights(trained, experiment.network()));
            result.put("biases", biases(trained, experiment.network()));
            return result;
        }
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
        try (var descent = descent(experiment.epochs())) {
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

    private QuickDescent descent(int epochs) {
        return new QuickDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters().withEpochs(epochs),
                Runtime.getRuntime().availableProcessors());
    }

    private boolean hasClasses() {
        return experiment.data().hasClasses();
    }

    /** What the next epoch shows, by the names of the columns after the first. */
    private Map<String, Double> nextMeasures(QuickDescent descent, int epoch) {
        var start = descent.parameters();
        descent.next();
        var measures = new LinkedHashMap<String, Double>();
        measures.put("cost", descent.cost());
        if (hasClasses()) {
            measures.put(
                    "accuracy", (double) descent.hits() / experiment.samples().size());
        }
        if (experiment.data().hasTest()) {
            var test =
                    Evaluation.of(experiment.network(), start, experiment.data().test(), epoch);
            measures.put("test cost", test.cost());
            if (hasClasses()) {
                measures.put(
                        "test accuracy",
                        (double) test.hits() / experiment.data().test().size());
            }
        }
        return measures;
    }

    private static List<List<List<Double>>> weights(Parameters parameters, Network network) {
        var layers = new ArrayList<List<List<Double>>>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            var neurons = new ArrayList<List<Double>>();
            for (var j = 1; j <= network.size(layer); j++) {
                var weights = new ArrayList<Double>();
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    weights.add(parameters.weight(layer, j, i));
                }
                neurons.add(weights);
            }
            layers.add(neurons);
        }
        return layers;
    }

    private static List<List<Double>> biases(Parameters parameters, Network network) {
        var layers = new ArrayList<List<Double>>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            var biases = new ArrayList<Double>();
            for (var j = 1; j <= network.size(layer); j++) {
                biases.add(parameters.bias(layer, j));
            }
            layers.add(biases);
        }
        return layers;
    }
}
