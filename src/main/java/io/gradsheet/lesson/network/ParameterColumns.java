package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameter;
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
        return first + network.places().weight(layer, to, from);
    }

    /** b<sup>l</sup><sub>j</sub>. */
    public int bias(int layer, int to) {
        return first + network.places().bias(layer, to);
    }

    /** That of a parameter. */
    public int of(Parameter parameter) {
        return first + parameter.place();
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
}
