package io.gradsheet.network;

/** One sample's way through a network, forward and backward. Layers l count from 2, neurons from 1. */
public final class SampleTrace {
    private final Sample sample;
    private final double[][] weightedInputs;
    private final double[][] activations;
    private final double[][] deltas;
    private final double cost;

    SampleTrace(Sample sample, double[][] weightedInputs, double[][] activations, double[][] deltas, double cost) {
        this.sample = sample;
        this.weightedInputs = weightedInputs;
        this.activations = activations;
        this.deltas = deltas;
        this.cost = cost;
    }

    /** The sample that went. */
    public Sample sample() {
        return sample;
    }

    /** The number of the output layer. */
    public int layers() {
        return activations.length + 1;
    }

    /** z<sup>l</sup><sub>j</sub>. */
    public double weightedInput(int layer, int neuron) {
        return weightedInputs[layer - 2][neuron - 1];
    }

    /** a<sup>l</sup><sub>j</sub>; that of layer 1 is x<sub>j</sub>. */
    public double activation(int layer, int neuron) {
        return layer == 1 ? sample.input(neuron) : activations[layer - 2][neuron - 1];
    }

    /** δ<sup>l</sup><sub>j</sub> = ∂C/∂z<sup>l</sup><sub>j</sub>. */
    public double delta(int layer, int neuron) {
        return deltas[layer - 2][neuron - 1];
    }

    /** C of the sample. */
    public double cost() {
        return cost;
    }

    /** ∂C/∂w<sup>l</sup><sub>ji</sub> = δ<sup>l</sup><sub>j</sub> a<sup>l−1</sup><sub>i</sub> (seed 4.2). */
    public double weightGradient(int layer, int to, int from) {
        return delta(layer, to) * activation(layer - 1, from);
    }

    /** ∂C/∂b<sup>l</sup><sub>j</sub> = δ<sup>l</sup><sub>j</sub> (seed 4.2). */
    public double biasGradient(int layer, int neuron) {
        return delta(layer, neuron);
    }

    /** The index, from 1, of the class that the output names: see {@link Network#answer}. */
    public int answer() {
        return Network.answer(activations[activations.length - 1]);
    }

    /** Whether the network answers as the targets want. */
    public boolean hit() {
        return answer() == sample.answer();
    }

    /** Whether every number of the trace is finite. */
    public boolean isFinite() {
        for (var layer = 2; layer <= layers(); layer++) {
            for (var j = 1; j <= deltas[layer - 2].length; j++) {
                // A sum is finite only if its terms are.
                if (!Double.isFinite(weightedInput(layer, j) + activation(layer, j) + delta(layer, j))) {
                    return false;
                }
            }
        }
        return Double.isFinite(cost);
    }
}
