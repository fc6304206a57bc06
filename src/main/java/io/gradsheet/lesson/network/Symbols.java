package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.network.Convolution;
import io.gradsheet.network.Maps;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameter;
import io.gradsheet.network.Pooling;
import java.util.stream.IntStream;

/**
 * The symbols of a network's quantities, in the markup of {@link Notation}. Those of maps are the book's (Wakui 5.2): z<sup>F1</sup><sub>23</sub>
 * is that of the first feature map in row 2 and column 3, a<sup>P1</sup><sub>12</sub> of the first pooled one; where there is a second
 * convolution or pooling, its layer's number stands before, 4F1.
 */
public record Symbols(Network network) {
    /** z of a unit. */
    public String weightedInput(int layer, int unit) {
        return isMaps(layer) ? unit("z", layer, unit) : Notation.weightedInput(layer, unit);
    }

    /** a of a unit; that of layer 1 is x. */
    public String activation(int layer, int unit) {
        if (layer == 1) {
            return Notation.input(unit);
        }
        return isMaps(layer) ? unit("a", layer, unit) : Notation.activation(layer, unit);
    }

    /** δ of a unit. */
    public String delta(int layer, int unit) {
        return isMaps(layer) ? unit("δ", layer, unit) : Notation.delta(layer, unit);
    }

    /** Where in its window a pooled unit is found. */
    public String place(int layer, int unit) {
        return unit("n", layer, unit);
    }

    /** A weight or a bias. */
    public String parameter(Parameter parameter) {
        var layer = parameter.layer();
        if (network.layer(layer) instanceof Convolution convolution) {
            var filter = map(layer, parameter.to());
            if (parameter.isBias()) {
                return "b^{" + filter + "}";
            }
            var area = convolution.rows() * convolution.columns();
            var before = convolution.input().maps() > 1 ? "," + ((parameter.from() - 1) / area + 1) : "";
            var place = (parameter.from() - 1) % area;
            return "w^{" + filter + before + "}_{"
                    + pair(place / convolution.columns() + 1, place % convolution.columns() + 1) + "}";
        }
        return parameter.isBias()
                ? Notation.bias(layer, parameter.to())
                : Notation.weight(layer, parameter.to(), parameter.from());
    }

    private boolean isMaps(int layer) {
        return network.layer(layer) instanceof Maps;
    }

    private String unit(String letter, int layer, int unit) {
        var maps = ((Maps) network.layer(layer)).output();
        var inMap = (unit - 1) % maps.area();
        return letter + "^{" + map(layer, (unit - 1) / maps.area() + 1) + "}_{"
                + pair(inMap / maps.columns() + 1, inMap % maps.columns() + 1) + "}";
    }

    private String map(int layer, int number) {
        var kind = network.layer(layer).getClass();
        var isOnly = IntStream.rangeClosed(2, network.layers())
                        .filter(other -> network.layer(other).getClass().equals(kind))
                        .count()
                == 1;
        return (isOnly ? "" : layer) + (kind.equals(Pooling.class) ? "P" : "F") + number;
    }

    private static String pair(int row, int column) {
        return row + (row > 9 || column > 9 ? "," : "") + column;
    }
}
