package io.gradsheet.network;

import java.util.BitSet;
import java.util.List;

/** Which weights and biases training leaves as they are. Immutable. */
public final class FrozenParameters {
    private final Shape shape;
    private final BitSet places;

    private FrozenParameters(Shape shape, BitSet places) {
        this.shape = shape;
        this.places = places;
    }

    /**
     * None of them.
     *
     * @param sizes of the layers, the input layer first
     */
    public static FrozenParameters none(List<Integer> sizes) {
        return new FrozenParameters(new Shape(sizes), new BitSet());
    }

    /** These and w<sup>l</sup><sub>ji</sub>. */
    public FrozenParameters andWeight(int layer, int to, int from) {
        return and(shape.weight(layer, to, from));
    }

    /** These and b<sup>l</sup><sub>j</sub>. */
    public FrozenParameters andBias(int layer, int neuron) {
        return and(shape.bias(layer, neuron));
    }

    private FrozenParameters and(int place) {
        var more = (BitSet) places.clone();
        more.set(place);
        return new FrozenParameters(shape, more);
    }

    /** These and all biases. */
    public FrozenParameters andBiases() {
        var more = (BitSet) places.clone();
        for (var layer = 2; layer <= shape.layers(); layer++) {
            for (var j = 1; j <= shape.size(layer); j++) {
                more.set(shape.bias(layer, j));
            }
        }
        return new FrozenParameters(shape, more);
    }

    /** Whether w<sup>l</sup><sub>ji</sub> is one. */
    public boolean hasWeight(int layer, int to, int from) {
        return has(shape.weight(layer, to, from));
    }

    /** Whether b<sup>l</sup><sub>j</sub> is one. */
    public boolean hasBias(int layer, int neuron) {
        return has(shape.bias(layer, neuron));
    }

    /** Whether the one at a place of {@link Parameters#toArray} is. */
    public boolean has(int place) {
        return places.get(place);
    }

    /** The place of the first one from a place on; if there is none, the number of all parameters. */
    public int next(int place) {
        var next = places.nextSetBit(place);
        return next < 0 ? shape.count() : next;
    }

    /** How many there are. */
    public int count() {
        return places.cardinality();
    }

    /** Whether nothing is left to train. */
    public boolean isAll() {
        return count() == shape.count();
    }
}
