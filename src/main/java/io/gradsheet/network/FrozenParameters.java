package io.gradsheet.network;

import java.util.BitSet;

/** Which weights and biases training leaves as they are. Immutable. */
public final class FrozenParameters {
    private final Places order;
    private final BitSet places;

    private FrozenParameters(Places order, BitSet places) {
        this.order = order;
        this.places = places;
    }

    /** None of them. */
    public static FrozenParameters none(Places order) {
        return new FrozenParameters(order, new BitSet());
    }

    /** These and w<sup>l</sup><sub>ji</sub>. */
    public FrozenParameters andWeight(int layer, int to, int from) {
        return and(order.weight(layer, to, from));
    }

    /** These and b<sup>l</sup><sub>j</sub>. */
    public FrozenParameters andBias(int layer, int neuron) {
        return and(order.bias(layer, neuron));
    }

    private FrozenParameters and(int place) {
        var more = (BitSet) places.clone();
        more.set(place);
        return new FrozenParameters(order, more);
    }

    /** These and all biases. */
    public FrozenParameters andBiases() {
        var more = (BitSet) places.clone();
        order.biases().forEach(more::set);
        return new FrozenParameters(order, more);
    }

    /** Whether w<sup>l</sup><sub>ji</sub> is one. */
    public boolean hasWeight(int layer, int to, int from) {
        return has(order.weight(layer, to, from));
    }

    /** Whether b<sup>l</sup><sub>j</sub> is one. */
    public boolean hasBias(int layer, int neuron) {
        return has(order.bias(layer, neuron));
    }

    /** Whether the one at a place of {@link Parameters#toArray} is. */
    public boolean has(int place) {
        return places.get(place);
    }

    /** The place of the first one from a place on; if there is none, the number of all parameters. */
    public int next(int place) {
        var next = places.nextSetBit(place);
        return next < 0 ? order.count() : next;
    }

    /** How many there are. */
    public int count() {
        return places.cardinality();
    }

    /** Whether nothing is left to train. */
    public boolean isAll() {
        return count() == order.count();
    }
}
