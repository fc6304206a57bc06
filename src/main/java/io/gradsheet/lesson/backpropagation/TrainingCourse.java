package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Course;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.GradientDescent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The training in Java alone: cost and accuracy of every epoch, and the parameters at the end. */
final class TrainingCourse implements Course {
    private final NetworkExperiment experiment;

    TrainingCourse(NetworkExperiment experiment) {
        this.experiment = experiment;
    }

    @Override
    public List<String> columns() {
        return experiment.data().hasClasses() ? List.of("epoch", "cost", "accuracy") : List.of("epoch", "cost");
    }

    @Override
    public long rows() {
        return experiment.epochs();
    }

    @Override
    public Map<String, Object> run(Consumer<List<Double>> row) {
        // One epoch more than is learned from: it tells the cost of the final parameters.
        var descent = new GradientDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters().withEpochs(experiment.epochs() + 1));
        for (var epoch = 1; epoch <= experiment.epochs(); epoch++) {
            var trace = descent.next();
            row.accept(
                    experiment.data().hasClasses()
                            ? List.of((double) epoch, trace.cost(), accuracy(trace.hits()))
                            : List.of((double) epoch, trace.cost()));
        }
        var last = descent.next();
        var result = new LinkedHashMap<String, Object>();
        result.put("cost", last.cost());
        if (experiment.data().hasClasses()) {
            result.put("accuracy", accuracy(last.hits()));
        }
        result.put("weights", weights(last.parameters(), experiment.network()));
        result.put("biases", biases(last.parameters(), experiment.network()));
        return result;
    }

    private double accuracy(int hits) {
        return (double) hits / experiment.samples().size();
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
