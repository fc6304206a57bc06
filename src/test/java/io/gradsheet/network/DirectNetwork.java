package io.gradsheet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mathematics of the book once more, for one sample and number by number: what the layers' work is held against. It takes from a layer
 * nothing but its numbers, and knows no terms, no places and no arrays of many samples.
 */
final class DirectNetwork {
    private final Network network;
    private final double[] parameters;

    /** Of each layer, the first being the input. */
    private final List<double[]> z = new ArrayList<>();

    private final List<double[]> a = new ArrayList<>();
    private final List<double[]> deltas = new ArrayList<>();
    private final double[] gradient;

    DirectNetwork(Network network, Parameters parameters, Sample sample) {
        this.network = network;
        this.parameters = parameters.toArray();
        this.gradient = new double[this.parameters.length];
        z.add(sample.inputs());
        a.add(sample.inputs());
        var place = 0;
        var starts = new ArrayList<Integer>();
        for (var layer : network.following()) {
            starts.add(place);
            forward(layer, place);
            place += count(layer);
        }
        backward(sample.targets(), starts);
    }

    double z(int layer, int unit) {
        return z.get(layer - 1)[unit - 1];
    }

    double a(int layer, int unit) {
        return a.get(layer - 1)[unit - 1];
    }

    double delta(int layer, int unit) {
        return deltas.get(layer - 1)[unit - 1];
    }

    double[] gradient() {
        return gradient;
    }

    private static int count(Layer layer) {
        if (layer instanceof Dense dense) {
            return dense.size() * (dense.before() + 1);
        }
        throw new IllegalArgumentException();
    }

    private void forward(Layer layer, int place) {
        var x = a.get(a.size() - 1);
        var sums = new double[layer.size()];
        var values = new double[layer.size()];
        if (layer instanceof Dense dense) {
            for (var j = 0; j < dense.size(); j++) {
                sums[j] = parameters[place + (j + 1) * (dense.before() + 1) - 1];
                for (var i = 0; i < dense.before(); i++) {
                    sums[j] += parameters[place + j * (dense.before() + 1) + i] * x[i];
                }
            }
            layer.activation().activate(sums, values, 1, dense.size());
        }
        z.add(sums);
        a.add(values);
    }

    private void backward(double[] targets, List<Integer> starts) {
        var last = network.layers() - 1;
        var errors = new double[network.outputs()];
        network.cost().errors(network.outputActivation(), z.get(last), a.get(last), targets, errors, 1, errors.length);
        IntStream.rangeClosed(0, last).forEach(l -> deltas.add(new double[a.get(l).length]));
        deltas.set(last, errors);
        for (var l = last; l >= 1; l--) {
            var layer = network.following().get(l - 1);
            var slopes = backward(layer, starts.get(l - 1), deltas.get(l), a.get(l - 1));
            if (l > 1) {
                network.following()
                        .get(l - 2)
                        .activation()
                        .toErrors(z.get(l - 1), a.get(l - 1), slopes, 1, slopes.length);
                deltas.set(l - 1, slopes);
            }
        }
    }

    /** Adds to the gradient, and sends errors back. */
    private double[] backward(Layer layer, int place, double[] errors, double[] x) {
        var slopes = new double[x.length];
        if (layer instanceof Dense dense) {
            for (var j = 0; j < dense.size(); j++) {
                gradient[place + (j + 1) * (dense.before() + 1) - 1] += errors[j];
                for (var i = 0; i < dense.before(); i++) {
                    gradient[place + j * (dense.before() + 1) + i] += errors[j] * x[i];
                    slopes[i] += errors[j] * parameters[place + j * (dense.before() + 1) + i];
                }
            }
        }
        return slopes;
    }
}
