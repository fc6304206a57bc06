package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import java.util.Arrays;

/**
 * The columns of the parameters, side by side: layer by layer, neuron by neuron, the weights of a neuron and then its bias. Layers and
 * neurons count as in the book, columns from 0.
 *
 * @param first the column of the first
 */
public record ParameterColumns(Network network, int first) {
    /** w<sup>l</sup><sub>ji</sub>. */
    public int weight(int layer, int to, int from) {
        return neuron(layer, to) + from - 1;
    }

    /** b<sup>l</sup><sub>j</sub>. */
    public int bias(int layer, int neuron) {
        return neuron(layer, neuron) + network.size(layer - 1);
    }

    /** The column of a neuron's first weight; its bias follows its weights. */
    private int neuron(int layer, int neuron) {
        var column = first;
        for (var before = 2; before < layer; before++) {
            column += network.size(before) * (network.size(before - 1) + 1);
        }
        return column + (neuron - 1) * (network.size(layer - 1) + 1);
    }

    /** All parameters in a row. */
    public Range cells(int row) {
        return Range.of(Ref.at(row, first), 1, network.parameterCount());
    }

    /** The parameters that stand in a row of a file. */
    public Parameters read(Inputs file, String sheet, int row) {
        var values = new double[network.parameterCount()];
        Arrays.setAll(values, i -> file.number(new Address(sheet, row, first + i)));
        return Parameters.of(network.places(), values);
    }

    /** The weights of a neuron in a row. */
    Range weights(int row, int layer, int neuron) {
        return Range.of(Ref.at(row, weight(layer, neuron, 1)), 1, network.size(layer - 1));
    }
}
