package io.gradsheet.lesson.forward;

import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.Formulas;
import io.gradsheet.lesson.network.FunctionWords;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every sum of a sample of the learner's choice, written out as one adds by hand: a line for each neuron of the layer before, with the
 * weight and the product of each neuron, and below them the bias, z and a.
 */
final class SumsSheet {
    static final String NAME = "Sums";

    private static final int FIRST_ROW = 6;
    private static final int SYMBOL = 0;
    private static final int VALUE = 1;
    private static final int NEURONS = 2;

    /** More neurons of a layer are not written out. */
    private static final int MOST = 12;

    private static final int LEAST_COLUMNS = 8;

    private final Network network;
    private final Parameters parameters;
    private final ChosenSample chosen;
    private final PassSheet pass;
    private final DataSheet data;
    private final Texts texts;
    private final Grid grid = new Grid();
    private final List<Feature> features = new ArrayList<>();

    SumsSheet(NetworkExperiment experiment, ChosenSample chosen, PassSheet pass, DataSheet data, Texts texts) {
        this.network = experiment.network();
        this.parameters = experiment.initial();
        this.chosen = chosen;
        this.pass = pass;
        this.data = data;
        this.texts = texts;
    }

    private int written(int layer) {
        return Math.min(MOST, network.size(layer));
    }

    SheetPlan sheet() {
        grid.put(0, 0, texts.label(Role.TITLE, "sums.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "sums.text"));
        features.add(chosen.put(grid, data, texts));
        var row = FIRST_ROW;
        for (var layer = 2; layer <= network.layers(); layer++) {
            row = putLayer(row, layer) + 2;
        }
        putCost(row - 1);
        chosen.call(grid, texts);
        return SheetPlan.named(NAME)
                .widths(12, 11)
                .widths(columns() - NEURONS, 10)
                .head(grid.rows())
                .freeze(FIRST_ROW - 1, 0)
                .page(SheetPlan.Page.portrait().tall(0))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, columns())))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, columns())))
                .with(features)
                .build();
    }

    /** Puts the sums of a layer, and says which row comes after them. */
    private int putLayer(int top, int layer) {
        var inputs = network.size(layer - 1);
        grid.put(top, 0, texts.label(Role.HEADING, "sums.layer", layer)).height(top, 24);
        var words = new FunctionWords(network, texts).activation("words", layer);
        putNote(top, Cell.label(words, Role.NOTE));
        var captions = top + 1;
        grid.put(captions, SYMBOL, texts.label(Role.CAPTION, "sums.from"));
        grid.put(captions, VALUE, texts.label(Role.CAPTION, "sums.in"));
        var first = captions + 1;
        for (var i = 1; i <= inputs; i++) {
            var row = first + i - 1;
            var symbol = layer == 2 ? Notation.input(i) : Notation.activation(layer - 1, i);
            var role = layer == 2 ? Role.DATA : Role.ACTIVATION;
            grid.put(row, SYMBOL, Cell.label(symbol, role));
            grid.put(
                    row,
                    VALUE,
                    lookedUp(
                                    pass.forward().activation(layer - 1, i),
                                    chosen.trace().activation(layer - 1, i),
                                    role)
                            .as(Quantity.of(symbol, "")));
        }
        var below = first + inputs;
        putBelow(below);
        for (var j = 1; j <= written(layer); j++) {
            putNeuron(captions, layer, j);
        }
        if (written(layer) < network.size(layer)) {
            grid.put(
                    below + 4,
                    0,
                    texts.label(Role.NOTE, "sums.more", written(layer) + 1, network.size(layer), pass.name()));
            features.add(new Feature.Merge(Range.of(Ref.at(below + 4, 0), 1, columns())));
            return below + 5;
        }
        return below + 4;
    }

    /** What the lines below the products are. */
    private void putBelow(int row) {
        grid.put(row, SYMBOL, texts.label(Role.CAPTION, "sums.sum"));
        grid.put(row + 1, SYMBOL, texts.label(Role.CAPTION, "sums.bias"));
        grid.put(row + 2, SYMBOL, texts.label(Role.CAPTION, "sums.z"));
        grid.put(row + 3, SYMBOL, texts.label(Role.CAPTION, "sums.a"));
    }

    private void putNeuron(int captions, int layer, int j) {
        var inputs = network.size(layer - 1);
        var column = NEURONS + 2 * (j - 1);
        grid.put(captions, column, Cell.label("w^{" + layer + "}_{" + j + "i}", Role.PARAMETER));
        grid.put(captions, column + 1, texts.label(Role.CAPTION, "sums.product"));
        var first = captions + 1;
        var trace = chosen.trace();
        var sum = 0.0;
        for (var i = 1; i <= inputs; i++) {
            var row = first + i - 1;
            var weight = parameters.weight(layer, j, i);
            var product = weight * trace.activation(layer - 1, i);
            sum += product;
            var symbol = Notation.weight(layer, j, i);
            grid.put(
                    row,
                    column,
                    parameter(pass.parameters().weight(layer, j, i), weight).as(Quantity.of(symbol, "")));
            var formula = Ref.at(row, VALUE).fixColumn().times(Ref.at(row, column));
            var factor = layer == 2 ? Notation.input(i) : Notation.activation(layer - 1, i);
            grid.put(
                    row,
                    column + 1,
                    Cell.computed(formula, product, Role.SUMMAND).as(Quantity.of(symbol + " " + factor, "")));
        }
        var below = Ref.at(first + inputs, column + 1);
        var products = Range.of(Ref.at(first, column + 1), inputs, 1);
        grid.put(
                below,
                Cell.computed(SUM.of(products), sum, Role.WEIGHTED_INPUT)
                        .as(Quantity.of(Notation.weightedInput(layer, j) + " − " + Notation.bias(layer, j), "")));
        grid.put(below.plus(1, -1), Cell.label(Notation.bias(layer, j), Role.PARAMETER));
        grid.put(
                below.plus(1, 0),
                parameter(pass.parameters().bias(layer, j), parameters.bias(layer, j))
                        .as(Quantity.of(Notation.bias(layer, j), "")));
        grid.put(below.plus(2, -1), Cell.label(Notation.weightedInput(layer, j), Role.WEIGHTED_INPUT));
        grid.put(
                below.plus(2, 0),
                Cell.computed(below.plus(below.plus(1, 0)), trace.weightedInput(layer, j), Role.WEIGHTED_INPUT)
                        .as(Quantity.of(Notation.weightedInput(layer, j), "")));
        grid.put(below.plus(3, -1), Cell.label(Notation.activation(layer, j), Role.ACTIVATION));
        grid.put(
                below.plus(3, 0),
                activation(layer, j, below.plus(2, 0)).as(Quantity.of(Notation.activation(layer, j), "")));
    }

    /** From z; softmax depends on the whole layer, and is looked up. */
    private Cell activation(int layer, int j, Ref z) {
        var value = chosen.trace().activation(layer, j);
        return network.activation(layer) instanceof Activation.Softmax
                ? lookedUp(pass.forward().activation(layer, j), value, Role.ACTIVATION)
                : Cell.computed(Formulas.activation(network.activation(layer), z), value, Role.ACTIVATION);
    }

    private Cell parameter(int column, double value) {
        return Cell.computed(Ref.at(PassSheet.PARAMETER_ROW, column).on(pass.name()), value, Role.PARAMETER);
    }

    private Cell lookedUp(int column, double value, Role role) {
        return Cell.computed(chosen.of(pass, column), value, role);
    }

    /** The targets, and the cost of the sample. */
    private void putCost(int top) {
        grid.calledBefore(Range.of(Ref.at(top, VALUE), network.outputs() + 1, 1), SYMBOL);
        for (var j = 1; j <= network.outputs(); j++) {
            var target = chosen.trace().sample().target(j);
            grid.put(top + j - 1, SYMBOL, Cell.label(Notation.target(j), Role.DATA));
            grid.put(top + j - 1, VALUE, lookedUp(pass.forward().target(j), target, Role.DATA));
        }
        var row = top + network.outputs();
        grid.put(row, SYMBOL, Cell.label("C", Role.COST));
        grid.put(row, VALUE, lookedUp(pass.forward().cost(), chosen.trace().cost(), Role.COST));
        var words = new FunctionWords(network, texts).cost("words");
        putNote(row, Cell.label(words, Role.NOTE));
    }

    /** A remark to the right of the first columns. */
    private void putNote(int row, Cell note) {
        grid.put(row, NEURONS, note);
        features.add(new Feature.Merge(Range.of(Ref.at(row, NEURONS), 1, columns() - NEURONS)));
    }

    /** As many as the widest layer takes, and no fewer than texts need. */
    private int columns() {
        return IntStream.rangeClosed(2, network.layers())
                .map(layer -> NEURONS + 2 * written(layer))
                .reduce(LEAST_COLUMNS, Math::max);
    }
}
