package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;

/**
 * Where each weight and bias stands in a flat array: layer by layer, neuron by neuron, the weights of a neuron and then its bias.
 * So a neuron's weights lie together, and the order is that of the columns of a sheet.
 */
final class Shape {
    private final int[] sizes;
    private final int[] starts;

    Shape(List<Integer> sizes) {
        this.sizes = sizes.stream().mapToInt(size -> size).toArray();
        this.starts = new int[this.sizes.length];
        for (var l = 1; l < this.sizes.length; l++) {
            starts[l] = Math.addExact(starts[l - 1], Math.multiplyExact(this.sizes[l], this.sizes[l - 1] + 1));
        }
    }

    List<Integer> sizes() {
        return Arrays.stream(sizes).boxed().toList();
    }

    int layers() {
        return sizes.length;
    }

    /** Neurons of a layer, which counts from 1. */
    int size(int layer) {
        return sizes[layer - 1];
    }

    /** How many parameters there are. */
    int count() {
        return starts[starts.length - 1];
    }

    /** The place of the first parameter of a layer, which counts from 2. */
    int start(int layer) {
        return starts[layer - 2];
    }

    int weight(int layer, int to, int from) {
        return start(layer) + (to - 1) * (size(layer - 1) + 1) + from - 1;
    }

    int bias(int layer, int neuron) {
        return start(layer) + neuron * (size(layer - 1) + 1) - 1;
    }
}
