package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.PlanTooLargeException;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.EpochTrace;
import java.util.ArrayList;
import java.util.List;

/** The heart: every weighted input, activation, error and gradient of every sample in every epoch. */
final class TrainingSheet {
    /** Larger inputs are typing errors. */
    private static final double LARGEST = 1e6;

    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final ForwardColumns forward;
    private final Texts texts;
    private final FunctionKeys functions;

    TrainingSheet(NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.forward = new ForwardColumns(experiment, layout, data, texts, false);
        this.texts = texts;
        this.functions = new FunctionKeys(network);
    }

    /**
     * Checks that the sheet can hold the training, which only asks for arithmetic.
     *
     * @throws PlanTooLargeException if it cannot
     */
    void checkSize() {
        Plan.checkSize(TrainingLayout.NAME, layout.lastRow(experiment.epochs()) + 1, layout.columns());
    }

    SheetPlan sheet() {
        var columns = (int) layout.columns();
        var grid = new Grid();
        // Not in the first column, which is repeated on every page and would show their beginnings only.
        var title = texts.label(
                Role.TITLE,
                "training.title",
                experiment.epochs(),
                experiment.samples().size());
        grid.put(0, layout.input(1), title).height(0, 26);
        grid.put(1, layout.input(1), texts.label(Role.TEXT, "training.text"));
        grid.put(TrainingLayout.LEARNING_RATE.plus(0, -1), texts.label(Role.CAPTION, "training.eta"));
        grid.put(TrainingLayout.LEARNING_RATE, Cell.input(experiment.learningRate()));
        var sheet = SheetPlan.named(TrainingLayout.NAME)
                .widths(26)
                .widths(network.inputs() + network.outputs(), 5.5)
                .widths(columns - 1 - network.inputs() - network.outputs(), 9.5)
                .body(this::pushEpochs, layout.lastRow(experiment.epochs()), columns)
                .bodyOutline(1)
                .freeze(TrainingLayout.SYMBOL_ROW + 1, 1)
                .page(new SheetPlan.Page(true, pagesAcross(), 0, TrainingLayout.SYMBOL_ROW + 1, 0));
        sheet.with(new Feature.Merge(Range.of(Ref.at(0, layout.input(1)), 1, layout.cost())));
        sheet.with(new Feature.Merge(Range.of(Ref.at(1, layout.input(1)), 1, layout.cost())));
        sheet.with(new Feature.Bounds(
                TrainingLayout.LEARNING_RATE.to(TrainingLayout.LEARNING_RATE), 0, LARGEST, texts.get("hint.eta")));
        sheet.with(
                new Feature.Bounds(layout.parameters(layout.valueRow(1)), -LARGEST, LARGEST, texts.get("hint.number")));
        var captions = new Captions(grid, texts, TrainingLayout.GROUP_ROW);
        putCaptions(captions);
        return sheet.head(grid.rows()).with(captions.merges()).build();
    }

    /** On paper, a page for about twenty columns: small, yet legible. */
    private int pagesAcross() {
        return (int) (layout.columns() + 19) / 20;
    }

    // Captions ------------------------------------------------------------------------------------------------------

    private void putCaptions(Captions captions) {
        forward.putCaptions(captions);
        for (var layer = network.layers(); layer >= 2; layer--) {
            putErrorCaptions(captions, layer);
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                putParameterCaptions(captions, layer, j);
            }
        }
    }

    private void putErrorCaptions(Captions captions, int layer) {
        var words = "words." + functions.error(layer);
        captions.group(Role.ERROR, layout.delta(layer, 1), network.size(layer), "training.delta", words, layer);
        for (var j = 1; j <= network.size(layer); j++) {
            captions.symbol(Role.ERROR, layout.delta(layer, j), Notation.delta(layer, j));
        }
    }

    private void putParameterCaptions(Captions captions, int layer, int j) {
        var inputs = network.size(layer - 1);
        captions.group(
                Role.GRADIENT, layout.weight(layer, j, 1), inputs + 1, "training.gradient", "words.gradient", layer, j);
        for (var i = 1; i <= inputs; i++) {
            captions.symbol(
                    Role.PARAMETER,
                    layout.weight(layer, j, i),
                    marked(Notation.weight(layer, j, i), frozen().hasWeight(layer, j, i)));
        }
        captions.symbol(
                Role.PARAMETER, layout.bias(layer, j), marked(Notation.bias(layer, j), frozen().hasBias(layer, j)));
    }

    private String marked(String symbol, boolean isFrozen) {
        return isFrozen ? texts.get("training.frozen", symbol) : symbol;
    }

    private FrozenParameters frozen() {
        return experiment.hyperparameters().frozen();
    }

    // Blocks --------------------------------------------------------------------------------------------------------

    private void pushEpochs(RowSink sink) {
        var descent = History.descent(experiment);
        while (descent.hasNext()) {
            var epoch = descent.next();
            sink.row(valueRow(epoch));
            for (var k = 1; k <= epoch.samples().size(); k++) {
                sink.row(sampleRow(epoch, k));
            }
            sink.row(totalRow(epoch));
            sink.row(nextRow(epoch));
        }
    }

    private boolean isFolded(int epoch) {
        return epoch > 1 && epoch < experiment.epochs();
    }

    /** The parameters that the epoch starts from: inputs in the first, the next row of the block above in the others. */
    private Row valueRow(EpochTrace epoch) {
        var row = layout.valueRow(epoch.epoch());
        var cells = new Line("training.value", epoch.epoch());
        forEachParameter((column, parameter) -> {
            var value = parameter.of(epoch.parameters());
            cells.put(
                    column,
                    epoch.epoch() == 1
                            ? Cell.input(value)
                            : Cell.computed(Ref.at(row - 1, column).toString(), value, Role.PARAMETER));
        });
        return Row.of(row, cells.list());
    }

    private Row sampleRow(EpochTrace epoch, int k) {
        var row = layout.sampleRow(epoch.epoch(), k);
        var valueRow = layout.valueRow(epoch.epoch());
        var trace = epoch.samples().get(k - 1);
        var cells = forward.cells(k, trace, row, valueRow);
        for (var layer = network.layers(); layer >= 2; layer--) {
            addErrors(cells, trace, layer, row, valueRow);
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            addGradients(cells, trace, layer, row);
        }
        return new Row(row, cells, new Row.Look(0, 1, isFolded(epoch.epoch()), false));
    }

    private void addErrors(List<Cell> cells, SampleTrace trace, int layer, int row, int valueRow) {
        for (var j = 1; j <= network.size(layer); j++) {
            var activation = Ref.at(row, layout.activation(layer, j));
            var formula = layer == network.layers()
                    ? outputError(j, row, activation)
                    : Formulas.error(
                            network.activation(layer), slopeFromNextLayer(layer, j, row, valueRow), activation);
            cells.add(Cell.computed(formula, trace.delta(layer, j), Role.ERROR));
        }
    }

    private String outputError(int j, int row, Ref activation) {
        return Formulas.outputError(
                network,
                Ref.at(row, layout.target(j)),
                activation,
                across(row, layout.target(1), network.outputs()).fixColumns(),
                across(row, layout.activation(network.layers(), 1), network.outputs())
                        .fixColumns());
    }

    /** Σ over the next layer of δ times the weight that leads there. */
    private String slopeFromNextLayer(int layer, int j, int row, int valueRow) {
        var sum = new StringBuilder("(");
        for (var to = 1; to <= network.size(layer + 1); to++) {
            sum.append(to == 1 ? "" : "+")
                    .append(Ref.at(row, layout.delta(layer + 1, to)).fixColumn())
                    .append('*')
                    .append(Ref.at(valueRow, layout.weight(layer + 1, to, j)).fixRow());
        }
        return sum.append(')').toString();
    }

    private void addGradients(List<Cell> cells, SampleTrace trace, int layer, int row) {
        for (var j = 1; j <= network.size(layer); j++) {
            var delta = Ref.at(row, layout.delta(layer, j)).fixColumn().toString();
            for (var i = 1; i <= network.size(layer - 1); i++) {
                var formula = delta + "*" + Ref.at(row, layout.activation(layer - 1, i));
                cells.add(Cell.computed(formula, trace.weightGradient(layer, j, i), Role.GRADIENT));
            }
            cells.add(Cell.computed(delta, trace.biasGradient(layer, j), Role.GRADIENT));
        }
    }

    private Row totalRow(EpochTrace epoch) {
        var row = layout.totalRow(epoch.epoch());
        var cells = new Line("training.total", epoch.epoch());
        cells.put(layout.cost(), Cell.computed(sum(epoch, layout.cost()), epoch.cost(), Role.COST));
        if (experiment.data().hasClasses()) {
            cells.put(layout.hit(), Cell.computed(sum(epoch, layout.hit()), epoch.hits(), Role.INDEX));
        }
        forEachParameter((column, parameter) ->
                cells.put(column, Cell.computed(sum(epoch, column), parameter.of(epoch.gradient()), Role.GRADIENT)));
        return new Row(row, cells.list(), new Row.Look(0, 0, false, isFolded(epoch.epoch())));
    }

    private String sum(EpochTrace epoch, int column) {
        var first = Ref.at(layout.sampleRow(epoch.epoch(), 1), column);
        return "SUM(" + first.to(first.plus(experiment.samples().size() - 1, 0)) + ")";
    }

    private Row nextRow(EpochTrace epoch) {
        var row = layout.nextRow(epoch.epoch());
        var cells = new Line("training.next", epoch.epoch());
        var values = layout.parameters(layout.valueRow(epoch.epoch()));
        forEachParameter((column, parameter) -> {
            var value = Ref.at(layout.valueRow(epoch.epoch()), column);
            var isFrozen = frozen().has(column - values.first().column());
            var formula = isFrozen ? value.toString() : value + "-eta*" + Ref.at(row - 1, column);
            cells.put(column, Cell.computed(formula, parameter.of(epoch.next()), Role.UPDATE));
        });
        return Row.of(row, cells.list());
    }

    private static Range across(int row, int column, int width) {
        return Range.of(Ref.at(row, column), 1, width);
    }

    /** Picks one parameter out of all. */
    @FunctionalInterface
    private interface Parameter {
        double of(Parameters parameters);
    }

    /** Does something with the column of every parameter. */
    @FunctionalInterface
    private interface ParameterColumn {
        void at(int column, Parameter parameter);
    }

    private void forEachParameter(ParameterColumn action) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            var l = layer;
            for (var to = 1; to <= network.size(layer); to++) {
                var j = to;
                for (var from = 1; from <= network.size(layer - 1); from++) {
                    var i = from;
                    action.at(layout.weight(l, j, i), parameters -> parameters.weight(l, j, i));
                }
                action.at(layout.bias(l, j), parameters -> parameters.bias(l, j));
            }
        }
    }

    /** A row between the samples: its name, and a few cells far to the right. */
    private final class Line {
        private final List<Cell> cells = new ArrayList<>();

        Line(String key, int epoch) {
            cells.add(new Cell.Label(RichText.plain(texts.get(key, epoch)), Role.CAPTION));
        }

        void put(int column, Cell cell) {
            while (cells.size() < column) {
                cells.add(Cell.EMPTY);
            }
            cells.add(cell);
        }

        List<Cell> list() {
            return cells;
        }
    }

    // Back from the file --------------------------------------------------------------------------------------------

    double readLearningRate(Inputs file) {
        return file.number(TrainingLayout.LEARNING_RATE.address(TrainingLayout.NAME));
    }

    Parameters readInitial(Inputs file) {
        var weights = new double[network.layers() - 1][][];
        var biases = new double[network.layers() - 1][];
        var row = layout.valueRow(1);
        for (var layer = 2; layer <= network.layers(); layer++) {
            weights[layer - 2] = new double[network.size(layer)][network.size(layer - 1)];
            biases[layer - 2] = new double[network.size(layer)];
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    weights[layer - 2][j - 1][i - 1] =
                            file.number(TrainingLayout.address(row, layout.weight(layer, j, i)));
                }
                biases[layer - 2][j - 1] = file.number(TrainingLayout.address(row, layout.bias(layer, j)));
            }
        }
        return Parameters.of(weights, biases);
    }
}
