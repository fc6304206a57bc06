package io.gradsheet.lesson.difference;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;

/** From errors to gradients: for each layer a table of products, δ down and what flows in across. */
final class GradientsSheet {
    static final String NAME = "Gradients";

    private static final int FIRST_ROW = 3;
    private static final int VALUES = 2;
    private static final int USUAL_COLUMNS = 15;
    private static final double SPAN = 0.1;

    private final Network network;
    private final Neurons neurons;
    private final PassSheet pass;
    private final Texts texts;
    private final Grid grid = new Grid();
    private final ArrayList<Feature> features = new ArrayList<>();

    GradientsSheet(Network network, Neurons neurons, PassSheet pass, Texts texts) {
        this.network = network;
        this.neurons = neurons;
        this.pass = pass;
        this.texts = texts;
    }

    SheetPlan sheet() {
        grid.put(0, 0, texts.label(Role.TITLE, "gradients.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "gradients.text"));
        var row = FIRST_ROW;
        var widest = 0;
        for (var layer = network.layers(); layer >= 2; layer--) {
            row = putLayer(row, layer) + 1;
            widest = Math.max(widest, network.size(layer - 1));
        }
        return SheetPlan.named(NAME)
                .widths(12, 10)
                .widths(widest + 1, 8.5)
                .head(grid.rows())
                .freeze(0, VALUES)
                .page(SheetPlan.Page.landscape().tall(0))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, USUAL_COLUMNS)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, USUAL_COLUMNS)))
                .with(features)
                .build();
    }

    /** Puts the table of a layer, and says which row comes after it. */
    private int putLayer(int top, int layer) {
        var inputs = network.size(layer - 1);
        var heading = "gradients.layer" + (layer == 2 ? ".first" : "");
        grid.put(top, 0, texts.label(Role.HEADING, heading, layer, layer - 1)).height(top, 24);
        var symbols = top + 1;
        var values = top + 2;
        grid.put(values, 0, texts.label(Role.NOTE, "gradients.in"));
        for (var i = 1; i <= inputs; i++) {
            var symbol = layer == 2 ? Notation.input(i) : Notation.activation(layer - 1, i);
            grid.put(symbols, VALUES + i - 1, Cell.label(symbol, Role.ACTIVATION));
            grid.put(
                    values,
                    VALUES + i - 1,
                    lookedUp(
                                    pass.forward().activation(layer - 1, i),
                                    neurons.trace().activation(layer - 1, i),
                                    Role.ACTIVATION)
                            .as(Quantity.of(symbol, "")));
        }
        grid.put(symbols, VALUES + inputs, Cell.label("b", Role.PARAMETER));
        grid.put(values, VALUES + inputs, new Cell.Figure(1, Role.ACTIVATION));
        for (var j = 1; j <= network.size(layer); j++) {
            putNeuron(values, layer, j);
        }
        features.add(new Feature.Colours(
                Range.of(Ref.at(values + 1, VALUES), network.size(layer), inputs + 1),
                Feature.Palette.DIVERGING,
                SPAN));
        return values + network.size(layer) + 1;
    }

    private void putNeuron(int values, int layer, int j) {
        var row = values + j;
        var inputs = network.size(layer - 1);
        var delta = Ref.at(row, 1);
        grid.put(row, 0, Cell.label(Notation.delta(layer, j), Role.ERROR));
        grid.put(
                delta,
                lookedUp(pass.forward().delta(layer, j), neurons.trace().delta(layer, j), Role.ERROR)
                        .as(Quantity.of(Notation.delta(layer, j), "")));
        for (var i = 1; i <= inputs; i++) {
            var formula = delta.fixColumn().times(Ref.at(values, VALUES + i - 1).fixRow());
            grid.put(
                    row,
                    VALUES + i - 1,
                    Cell.computed(formula, neurons.trace().weightGradient(layer, j, i), Role.GRADIENT)
                            .as(Quantity.of(Notation.gradient(Notation.weight(layer, j, i)), "")));
        }
        grid.put(
                row,
                VALUES + inputs,
                Cell.computed(delta, neurons.trace().biasGradient(layer, j), Role.GRADIENT)
                        .as(Quantity.of(Notation.gradient(Notation.bias(layer, j)), "")));
    }

    private Cell lookedUp(int column, double value, Role role) {
        var formula = pass.ofSample(column, ErrorsSheet.SAMPLE.fix().on(ErrorsSheet.NAME));
        return Cell.computed(formula, value, role);
    }
}
