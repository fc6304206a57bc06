package io.gradsheet.lesson.difference;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/**
 * The errors of all neurons for one sample: by differences of C as each weighted input moves, and by backpropagation. Java moves a
 * weighted input by moving the neuron's bias, which is added to it.
 */
final class Neurons {
    private final NetworkExperiment experiment;
    private final Network network;
    private final int sample;
    private final StepWidth step;
    private final SampleTrace trace;
    private final List<Neuron> all = new ArrayList<>();

    /** A neuron after the input layer; {@code place} is that of its bias among the parameters. */
    record Neuron(int layer, int number, int place) {}

    /**
     * Looks at a sample.
     *
     * @param sample its number, from 1
     */
    Neurons(NetworkExperiment experiment, int sample, StepWidth step) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.sample = sample;
        this.trace = trace(experiment.initial());
        this.step = step.checkedFor(trace.cost(), 1);
        var place = -1;
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                place += network.size(layer - 1) + 1;
                all.add(new Neuron(layer, j, place));
            }
        }
        // As the errors are computed: the output layer first.
        all.sort((a, b) -> b.layer() - a.layer());
    }

    private SampleTrace trace(Parameters parameters) {
        return network.trace(parameters, experiment.samples().get(sample - 1));
    }

    /** All of them, the output layer first. */
    List<Neuron> all() {
        return all;
    }

    int sample() {
        return sample;
    }

    /** The sample as it is. */
    SampleTrace trace() {
        return trace;
    }

    /** The sample with the weighted input of a neuron, by its place in the list, moved by h. */
    SampleTrace shifted(int neuron, boolean up) {
        var values = experiment.initial().toArray();
        values[all.get(neuron).place()] += up ? step.h() : -step.h();
        return trace(Parameters.of(network.places(), values));
    }

    double difference(int neuron) {
        return step.difference(
                shifted(neuron, true).cost(), shifted(neuron, false).cost());
    }

    double delta(int neuron) {
        return trace.delta(all.get(neuron).layer(), all.get(neuron).number());
    }
}
