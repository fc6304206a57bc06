package io.gradsheet.network;

import java.util.Optional;

/** One sample's way through a network, forward and backward. Layers l count from 2, neurons from 1. */
public final class SampleTrace {
    private final Pass pass;
    private final int row;

    SampleTrace(Pass pass, int row) {
        this.pass = pass;
        this.row = row;
    }

    /** The sample that went. */
    public Sample sample() {
        return pass.sample(row);
    }

    /** The number of the output layer. */
    public int layers() {
        return pass.network().layers();
    }

    /** z<sup>l</sup><sub>j</sub>. */
    public double weightedInput(int layer, int neuron) {
        return pass.weightedInput(row, layer, neuron);
    }

    /** a<sup>l</sup><sub>j</sub>; that of layer 1 is x<sub>j</sub>. */
    public double activation(int layer, int neuron) {
        return pass.activation(row, layer, neuron);
    }

    /** e to the power of z<sup>l</sup><sub>j</sub> less the largest weighted input of the layer: what softmax shares. */
    public double exponential(int layer, int neuron) {
        return pass.exponential(row, layer, neuron);
    }

    /** Which of its window a unit of a max pooling is, from 1. */
    public int chosen(int layer, int unit) {
        return pass.chosen(row, layer, unit);
    }

    /** δ<sup>l</sup><sub>j</sub> = ∂C/∂z<sup>l</sup><sub>j</sub>. */
    public double delta(int layer, int neuron) {
        return pass.delta(row, layer, neuron);
    }

    /** C of the sample. */
    public double cost() {
        return pass.cost(row);
    }

    /** ∂C/∂w<sup>l</sup><sub>ji</sub>: δ<sup>l</sup><sub>j</sub> a<sup>l−1</sup><sub>i</sub> wherever the weight is used (Wakui 4.2). */
    public double weightGradient(int layer, int to, int from) {
        var sum = 0.0;
        for (var use : pass.network().layer(layer).uses(to, from)) {
            sum += delta(layer, use.unit()) * activation(layer, use.source());
        }
        return sum;
    }

    /** a of what flows into a unit of a layer. */
    public double activation(int layer, Layer.Source source) {
        return activation(source.isOwn() ? layer : layer - 1, source.unit());
    }

    /** ∂C/∂b<sup>l</sup><sub>j</sub>: δ<sup>l</sup><sub>j</sub> wherever the bias is used (Wakui 4.2). */
    public double biasGradient(int layer, int to) {
        var sum = 0.0;
        for (var unit : pass.network().layer(layer).biased(to)) {
            sum += delta(layer, unit);
        }
        return sum;
    }

    /** ∂C/∂ of a parameter. */
    public double gradient(Parameter parameter) {
        return parameter.isBias()
                ? biasGradient(parameter.layer(), parameter.to())
                : weightGradient(parameter.layer(), parameter.to(), parameter.from());
    }

    /** The index, from 1, of the class that the output names: see {@link Network#answer}. */
    public int answer() {
        return pass.answer(row);
    }

    /** By how much outputs may change before another class may be named. */
    public double lead() {
        return pass.lead(row);
    }

    /** Whether the network answers as the targets want. */
    public boolean hit() {
        return answer() == sample().answer();
    }

    /** Whether every number of the way forward is finite, whatever the errors are. */
    public boolean isFiniteForward() {
        return pass.isFiniteForward(row);
    }

    /** Whether every number of the trace is finite. */
    public boolean isFinite() {
        return pass.isFinite(row);
    }

    /**
     * A weighted input at which a written activation has no value, or no derivative.
     *
     * @param isSlope whether it is the derivative that is missing
     */
    public record Undefined(String activation, int layer, double weightedInput, boolean isSlope) {}

    /** The first of them on the way forward, if there is one. */
    public Optional<Undefined> undefined() {
        return pass.undefined(row);
    }
}
