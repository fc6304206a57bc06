package io.gradsheet.network;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Where each weight and bias of a network stands in a flat array: layer by layer, neuron by neuron (or whatever has weights of its own),
 * the weights of a neuron and then its bias. So a neuron's weights lie together, and the order is that of the columns of a sheet. Layers
 * count from 2; neurons and weights count from 1. Immutable.
 */
public final class Places {
    /** Of each layer from the second on. */
    private final int[] groups;

    private final int[] weights;
    private final int[] starts;

    private Places(int[] groups, int[] weights) {
        this.groups = groups;
        this.weights = weights;
        this.starts = new int[groups.length + 1];
        for (var l = 0; l < groups.length; l++) {
            starts[l + 1] = Math.addExact(starts[l], Math.multiplyExact(groups[l], weights[l] + 1));
        }
    }

    static Places of(List<Layer> layers) {
        return new Places(
                layers.stream().mapToInt(Layer::groups).toArray(),
                layers.stream().mapToInt(Layer::weights).toArray());
    }

    /** Those of a fully connected network; {@code sizes} are those of the layers, the input layer first. */
    public static Places ofDense(List<Integer> sizes) {
        return new Places(
                sizes.stream().skip(1).mapToInt(size -> size).toArray(),
                sizes.stream().limit(sizes.size() - 1L).mapToInt(size -> size).toArray());
    }

    /** All parameters, in order. */
    public List<Parameter> list() {
        return new Listed();
    }

    /** Those of one layer, in order. */
    public List<Parameter> list(int layer) {
        return list().subList(start(layer), start(layer + 1));
    }

    /** How many parameters there are. */
    public int count() {
        return starts[groups.length];
    }

    /** The place of a weight. */
    public int weight(int layer, int to, int from) {
        return start(layer) + (to - 1) * (weights(layer) + 1) + from - 1;
    }

    /** The place of a bias. */
    public int bias(int layer, int to) {
        return start(layer) + to * (weights(layer) + 1) - 1;
    }

    /** The number of the last layer. */
    public int layers() {
        return groups.length + 1;
    }

    /** How many neurons of a layer, or whatever else, have weights of their own. */
    public int groups(int layer) {
        return groups[layer - 2];
    }

    /** How many weights each of them has. */
    public int weights(int layer) {
        return weights[layer - 2];
    }

    /** The place of the first parameter of a layer. */
    int start(int layer) {
        return starts[layer - 2];
    }

    /** Tells the places of the biases. */
    IntStream biases() {
        return IntStream.rangeClosed(2, layers())
                .flatMap(layer -> IntStream.rangeClosed(1, groups(layer)).map(j -> bias(layer, j)));
    }

    /** A million parameters are named when they are asked for. */
    private final class Listed extends AbstractList<Parameter> implements RandomAccess {
        @Override
        public Parameter get(int place) {
            var layer = layers();
            while (place < start(layer)) {
                layer--;
            }
            var inLayer = place - start(layer);
            var width = weights(layer) + 1;
            return new Parameter(place, layer, inLayer / width + 1, (inLayer % width + 1) % width);
        }

        @Override
        public int size() {
            return count();
        }
    }
}
