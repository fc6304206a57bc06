package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/** A sample's way forward, from its number to its cost: the first columns of the Training sheet, and all of the Test sheet. */
final class ForwardColumns {
    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final DataSheet data;
    private final Texts texts;
    private final FunctionKeys functions;
    private final boolean elsewhere;

    /**
     * Prepares the columns.
     *
     * @param elsewhere whether they stand on another sheet than the parameters
     */
    ForwardColumns(
            NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts, boolean elsewhere) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.data = data;
        this.texts = texts;
        this.functions = new FunctionKeys(network);
        this.elsewhere = elsewhere;
    }

    /** The last of the columns. */
    int last() {
        return experiment.data().hasClasses() ? layout.hit() : layout.cost();
    }

    void putCaptions(Captions captions) {
        captions.group(Role.CAPTION, layout.numberColumn(), 1, "training.sample", "training.how");
        captions.symbol(Role.CAPTION, layout.numberColumn(), texts.get("symbol.k"));
        captions.group(Role.DATA, layout.input(1), network.inputs(), "training.x", "words.x");
        for (var i = 1; i <= network.inputs(); i++) {
            captions.symbol(Role.DATA, layout.input(i), Notation.input(i));
        }
        captions.group(Role.DATA, layout.target(1), network.outputs(), "training.t", "words.t");
        for (var j = 1; j <= network.outputs(); j++) {
            captions.symbol(Role.DATA, layout.target(j), Notation.target(j));
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            putLayerCaptions(captions, layer);
        }
        captions.group(Role.COST, layout.cost(), 1, "training.cost", "words." + functions.cost());
        captions.symbol(Role.COST, layout.cost(), texts.get("symbol.cost"));
        if (experiment.data().hasClasses()) {
            captions.group(Role.COST, layout.hit(), 1, "training.hit", "words.hit");
            captions.symbol(Role.COST, layout.hit(), texts.get("symbol.hit"));
        }
    }

    private void putLayerCaptions(Captions captions, int layer) {
        var size = network.size(layer);
        var words = "words." + functions.activation(layer);
        captions.group(Role.WEIGHTED_INPUT, layout.weightedInput(layer, 1), size, "training.z", "words.z", layer);
        captions.group(Role.ACTIVATION, layout.activation(layer, 1), size, "training.a", words, layer);
        for (var j = 1; j <= size; j++) {
            captions.symbol(Role.WEIGHTED_INPUT, layout.weightedInput(layer, j), Notation.weightedInput(layer, j));
            captions.symbol(Role.ACTIVATION, layout.activation(layer, j), Notation.activation(layer, j));
        }
        if (network.activation(layer) instanceof Activation.Softmax) {
            captions.group(Role.ACTIVATION, layout.exponential(layer, 1), size, "training.e", "words.e");
            for (var j = 1; j <= size; j++) {
                captions.symbol(Role.ACTIVATION, layout.exponential(layer, j), Notation.exponential(j));
            }
        }
    }

    /**
     * The cells of a sample.
     *
     * @param number of the sample on the Data sheet
     * @param row where the cells stand
     * @param parameters the row of the parameters on the Training sheet
     */
    List<Cell> cells(int number, SampleTrace trace, int row, int parameters) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Figure(number, Role.INDEX));
        var numberCell = Ref.at(row, layout.numberColumn()).fixColumn();
        for (var i = 1; i <= network.inputs(); i++) {
            cells.add(Cell.computed(data.input(i, numberCell), trace.activation(1, i), Role.DATA));
        }
        for (var j = 1; j <= network.outputs(); j++) {
            cells.add(Cell.computed(data.target(j, numberCell), trace.sample().target(j), Role.DATA));
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            addLayer(cells, trace, layer, row, parameters);
        }
        var last = network.layers();
        var targets = across(row, layout.target(1), network.outputs());
        var activations = across(row, layout.activation(last, 1), network.outputs());
        var cost = Formulas.cost(
                network,
                targets.fixColumns(),
                across(row, layout.weightedInput(last, 1), network.outputs()),
                across(row, layout.exponential(last, 1), network.outputs()),
                activations);
        cells.add(Cell.computed(cost, trace.cost(), Role.COST));
        if (experiment.data().hasClasses()) {
            cells.add(Cell.computed(Formulas.hit(activations, targets), trace.hit() ? 1 : 0, Role.INDEX));
        }
        return cells;
    }

    private void addLayer(List<Cell> cells, SampleTrace trace, int layer, int row, int parameters) {
        var before = across(row, layout.activation(layer - 1, 1), network.size(layer - 1))
                .fixColumns();
        for (var j = 1; j <= network.size(layer); j++) {
            var weights = across(parameters, layout.weight(layer, j, 1), network.size(layer - 1))
                    .fixRows();
            var bias = Ref.at(parameters, layout.bias(layer, j)).fixRow();
            var formula = "SUMPRODUCT(" + before + ","
                    + (elsewhere ? weights.on(TrainingLayout.NAME) : weights.toString()) + ")+"
                    + (elsewhere ? bias.on(TrainingLayout.NAME) : bias.toString());
            cells.add(Cell.computed(formula, trace.weightedInput(layer, j), Role.WEIGHTED_INPUT));
        }
        if (network.activation(layer) instanceof Activation.Softmax) {
            addShares(cells, trace, layer, row);
            return;
        }
        for (var j = 1; j <= network.size(layer); j++) {
            var formula = Formulas.activation(network.activation(layer), Ref.at(row, layout.weightedInput(layer, j)));
            cells.add(Cell.computed(formula, trace.activation(layer, j), Role.ACTIVATION));
        }
    }

    /** Softmax in two steps: exponentials, and the share of each. */
    private void addShares(List<Cell> cells, SampleTrace trace, int layer, int row) {
        var size = network.size(layer);
        var weightedInputs = across(row, layout.weightedInput(layer, 1), size).fixColumns();
        for (var j = 1; j <= size; j++) {
            var formula = Formulas.exponential(Ref.at(row, layout.weightedInput(layer, j)), weightedInputs);
            cells.add(Cell.computed(formula, trace.exponential(layer, j), Role.ACTIVATION));
        }
        var exponentials = across(row, layout.exponential(layer, 1), size).fixColumns();
        for (var j = 1; j <= size; j++) {
            var formula = Formulas.share(Ref.at(row, layout.exponential(layer, j)), exponentials);
            cells.add(Cell.computed(formula, trace.activation(layer, j), Role.ACTIVATION));
        }
    }

    private static Range across(int row, int column, int width) {
        return Range.of(Ref.at(row, column), 1, width);
    }
}
