package io.gradsheet.testing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.template.NetworkExperiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A training on the 64 images of the main exercise as another program computed it.
 *
 * @param sizes of the layers
 * @param activations of each layer after the first
 * @param initial the parameters at the start
 * @param costs C_T before each epoch, and after the last
 * @param first what happens to the first sample in the first epoch
 * @param trained the parameters at the end
 * @param accuracy the share of right answers at the end
 */
public record Reference(
        List<Integer> sizes,
        List<String> activations,
        String cost,
        double eta,
        int epochs,
        Values initial,
        @JsonProperty("costBeforeEpoch") List<Double> costs,
        @JsonProperty("firstSampleFirstEpoch") First first,
        @JsonProperty("final") Values trained,
        @JsonProperty("accuracyAfter") double accuracy) {

    /** A number for every neuron: {@code z.get(l - 2).get(j - 1)}. */
    private static double of(List<List<Double>> neurons, int layer, int neuron) {
        return neurons.get(layer - 2).get(neuron - 1);
    }

    /** One sample in one epoch. Layers count from 2, neurons from 1. */
    public record First(
            List<List<Double>> z,
            List<List<Double>> a,
            List<List<Double>> delta,
            double cost,
            List<List<List<Double>>> gradW,
            List<List<Double>> gradB) {

        public double weightedInput(int layer, int neuron) {
            return of(z, layer, neuron);
        }

        public double activation(int layer, int neuron) {
            return of(a, layer, neuron);
        }

        public double delta(int layer, int neuron) {
            return of(delta, layer, neuron);
        }

        /** The gradient of the total cost in that epoch. */
        public Values gradient() {
            return new Values(gradW, gradB);
        }
    }

    /** A value for every parameter. Layers count from 2, neurons from 1. */
    public record Values(List<List<List<Double>>> weights, List<List<Double>> biases) {
        public double weight(int layer, int to, int from) {
            return weights.get(layer - 2).get(to - 1).get(from - 1);
        }

        public double bias(int layer, int neuron) {
            return of(biases, layer, neuron);
        }

        /** In the order of their columns: of each neuron the weights, then the bias. */
        public List<Double> inOrder() {
            var all = new ArrayList<Double>();
            for (var l = 0; l < weights.size(); l++) {
                for (var j = 0; j < weights.get(l).size(); j++) {
                    all.addAll(weights.get(l).get(j));
                    all.add(biases.get(l).get(j));
                }
            }
            return all;
        }
    }

    /** The names of all there are. */
    public static List<String> names() {
        return List.of(
                "digits01-12-3-2-sigmoid-squared",
                "digits01-12-4-2-tanh-softmax",
                "digits01-12-5-4-2-relu-tanh-sigmoid");
    }

    /** That of the book's main exercise: 12-3-2, sigmoid, squared error, 50 epochs. */
    public static Reference read() {
        return read(names().get(0));
    }

    /** Reads one. */
    public static Reference read(String name) {
        try (var in = Reference.class.getResourceAsStream("/reference/" + name + ".json")) {
            return new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in, Reference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as an experiment, from a template that says it. */
    public NetworkExperiment experiment() {
        return Experiments.builtIn(
                "network.sizes=" + sizes,
                "network.activations=" + activations,
                "cost=" + cost.replace("crossentropy", "cross-entropy"),
                "eta=" + eta,
                "epochs=" + epochs,
                "initial={weights: " + initial.weights() + ", biases: " + initial.biases() + "}");
    }
}
