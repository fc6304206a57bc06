package io.gradsheet.network;

/**
 * One of the parameters of a network, by its name: w<sup>l</sup><sub>ji</sub> or b<sup>l</sup><sub>j</sub>.
 *
 * @param place where it stands among all, from 0
 * @param layer l, which counts from 2
 * @param to j: the neuron that it belongs to, or whatever else has weights of its own, from 1
 * @param from i: which weight of it, from 1; 0 for the bias
 */
public record Parameter(int place, int layer, int to, int from) {
    /** Whether it is a bias. */
    public boolean isBias() {
        return from == 0;
    }
}
