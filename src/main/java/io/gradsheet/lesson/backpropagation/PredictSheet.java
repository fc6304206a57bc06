package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.Formulas;
import io.gradsheet.lesson.network.Largest;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;

/** A pad to draw on, answered by the trained network. */
final class PredictSheet {
    static final String NAME = "Predict";

    private static final int PAD_ROW = 3;
    private static final int FIRST_COLUMN = 1;

    /** More neurons of a layer stand in several lines, since neither a screen nor a page is wider. */
    private static final int MOST_ACROSS = 12;

    /** The rows of a line: numbers, z and a. */
    private static final int LINE_ROWS = 3;

    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final DataSheet data;
    private final Texts texts;

    PredictSheet(NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.data = data;
        this.texts = texts;
    }

    /** Where an input is typed: a pixel in its place; anything else in lines, below its name. */
    private Ref pad(int i) {
        var line = (i - 1) / padColumns();
        var row = isPicture() ? line : 2 * line;
        return Ref.at(PAD_ROW + row, FIRST_COLUMN + (i - 1) % padColumns());
    }

    private boolean isPicture() {
        return experiment.image().isPicture();
    }

    private int padColumns() {
        return isPicture() ? experiment.image().columns() : Math.min(network.inputs(), MOST_ACROSS);
    }

    private int padRows() {
        return isPicture() ? experiment.image().rows() : 2 * lines(1) - 1;
    }

    private Range padRange() {
        return Range.of(pad(1), experiment.image().rows(), experiment.image().columns());
    }

    /** The captions of the row that holds a layer's inputs; layer 1 is the pad written as one row. */
    private int layerRow(int layer) {
        var row = PAD_ROW + padRows() + 2;
        for (var before = 1; before < layer; before++) {
            row += layerRows(before) + 1 + (isWide(before) && before > 1 ? LINE_ROWS * lines(before) : 0);
        }
        return row;
    }

    /** The rows that a layer is computed in. */
    private int layerRows(int layer) {
        return layer == 1 ? 2 : isSoftmax(layer) ? 4 : 3;
    }

    /** Whether a layer is computed out of sight: formulas need it in one row, which is wider than a screen. */
    private boolean isWide(int layer) {
        return network.size(layer) > MOST_ACROSS;
    }

    private int lines(int layer) {
        return (network.size(layer) + MOST_ACROSS - 1) / MOST_ACROSS;
    }

    /** How many columns are looked at. */
    private int columns() {
        var most = answerColumn() + 4;
        for (var layer = 1; layer <= network.layers(); layer++) {
            most = Math.max(most, isWide(layer) ? MOST_ACROSS : network.size(layer));
        }
        return most + 1;
    }

    /** Below the weighted inputs, and below what softmax shares if the layer has that. */
    private Ref activation(int layer, int neuron) {
        return Ref.at(layerRow(layer) + (layer == 1 ? 1 : isSoftmax(layer) ? 3 : 2), FIRST_COLUMN + neuron - 1);
    }

    private boolean isSoftmax(int layer) {
        return network.activation(layer) instanceof Activation.Softmax;
    }

    private Ref exponential(int layer, int neuron) {
        return Ref.at(layerRow(layer) + 2, FIRST_COLUMN + neuron - 1);
    }

    private Ref weightedInput(int layer, int neuron) {
        return Ref.at(layerRow(layer) + 1, FIRST_COLUMN + neuron - 1);
    }

    private int answerColumn() {
        return FIRST_COLUMN + padColumns() + 1;
    }

    /**
     * The sheet.
     *
     * @param drawn what is on the pad
     * @param trained the parameters after the last epoch
     */
    SheetPlan sheet(Sample drawn, Parameters trained) {
        var trace = History.checkedTrace(network, trained, experiment.data().scaled(drawn), NAME);
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "predict.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "predict.text"));
        grid.put(PAD_ROW, 0, texts.label(Role.CAPTION, "predict.pad"));
        for (var row = 0; row < padRows(); row++) {
            grid.height(PAD_ROW + row, 30);
        }
        grid.put(layerRow(1), 0, texts.label(Role.DATA, "predict.x"));
        for (var i = 1; i <= network.inputs(); i++) {
            if (!isPicture()) {
                grid.put(pad(i).plus(-1, 0), new Cell.Label(data.inputName(i), Role.DATA));
            }
            grid.put(
                    pad(i),
                    Cell.input(drawn.input(i)).as(Quantity.of(data.inputName(i).markup(), "")));
            grid.put(layerRow(1), FIRST_COLUMN + i - 1, Cell.label(Notation.input(i), Role.DATA));
            grid.put(
                    activation(1, i),
                    Cell.computed(
                                    data.scaledInput(i, pad(i)),
                                    trace.activation(1, i),
                                    data.scalesInputs() ? Role.VALUE : Role.DATA)
                            .as(Quantity.of(Notation.input(i), "")));
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            if (isWide(layer)) {
                putLines(grid, trace, layer);
            } else {
                grid.put(layerRow(layer), 0, texts.label(Role.HEADING, "predict.layer", layer));
            }
            grid.put(layerRow(layer) + 1, 0, texts.label(Role.WEIGHTED_INPUT, "predict.z", layer));
            grid.put(activation(layer, 1).plus(0, -1), texts.label(Role.ACTIVATION, "predict.a", layer));
            if (isSoftmax(layer)) {
                grid.put(exponential(layer, 1).plus(0, -1), texts.label(Role.ACTIVATION, "predict.e"));
            }
            for (var j = 1; j <= network.size(layer); j++) {
                grid.put(layerRow(layer), FIRST_COLUMN + j - 1, texts.label(Role.CAPTION, "predict.neuron", j));
                grid.put(
                        weightedInput(layer, j),
                        Cell.computed(
                                        weightedInputFormula(layer, j),
                                        trace.weightedInput(layer, j),
                                        Role.WEIGHTED_INPUT)
                                .as(Quantity.of(Notation.weightedInput(layer, j), "")));
                if (isSoftmax(layer)) {
                    var formula = Formulas.exponential(weightedInput(layer, j), across(weightedInput(layer, 1), layer));
                    grid.put(
                            exponential(layer, j),
                            Cell.computed(formula, trace.exponential(layer, j), Role.ACTIVATION)
                                    .as(Quantity.of(Notation.exponential(j), "")));
                }
                grid.put(
                        activation(layer, j),
                        Cell.computed(activationFormula(layer, j), trace.activation(layer, j), Role.ACTIVATION)
                                .as(Quantity.of(Notation.activation(layer, j), "")));
            }
        }
        if (experiment.data().hasClasses()) {
            putAnswer(grid, trace.answer());
        } else {
            putNumbers(grid, trace);
        }
        for (var layer = 1; layer <= network.layers(); layer++) {
            if (isWide(layer)) {
                grid.fold(layerRow(layer), layerRows(layer));
            }
        }
        var columns = columns();
        var features = new ArrayList<Feature>();
        features.add(new Feature.Merge(Range.of(Ref.at(0, 0), 1, columns)));
        features.add(new Feature.Merge(Range.of(Ref.at(1, 0), 1, columns)));
        features.add(new Feature.Merge(Range.of(Ref.at(PAD_ROW, answerColumn()), 1, 4)));
        if (experiment.data().hasClasses()) {
            features.add(new Feature.Merge(Range.of(Ref.at(PAD_ROW + 1, answerColumn()), 1, 4)));
        }
        if (data.isInk()) {
            features.add(new Feature.Colours(padRange(), Feature.Palette.INK, 1));
            features.add(new Feature.Bounds(padRange(), 0, 1, texts.get("data.ink")));
        }
        return SheetPlan.named(NAME)
                .widths(30)
                .widths(columns - 1, 8.5)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape().ofColumns(columns))
                .with(features)
                .build();
    }

    /** z and a of a wide layer, in lines of a few neurons. */
    private void putLines(Grid grid, SampleTrace trace, int layer) {
        var top = layerRow(layer) + layerRows(layer);
        for (var line = 0; line < lines(layer); line++) {
            var row = top + LINE_ROWS * line;
            var heading = line == 0 ? texts.label(Role.HEADING, "predict.layer", layer) : Cell.EMPTY;
            grid.put(row, 0, heading);
            grid.put(row + 1, 0, texts.label(Role.WEIGHTED_INPUT, "predict.z", layer));
            grid.put(row + 2, 0, texts.label(Role.ACTIVATION, "predict.a", layer));
        }
        for (var j = 1; j <= network.size(layer); j++) {
            var place = Ref.at(top + LINE_ROWS * ((j - 1) / MOST_ACROSS), FIRST_COLUMN + (j - 1) % MOST_ACROSS);
            var z = Cell.computed(weightedInput(layer, j), trace.weightedInput(layer, j), Role.WEIGHTED_INPUT);
            var a = Cell.computed(activation(layer, j), trace.activation(layer, j), Role.ACTIVATION);
            grid.put(place, texts.label(Role.CAPTION, "predict.neuron", j));
            grid.put(place.plus(1, 0), z.as(Quantity.of(Notation.weightedInput(layer, j), "")));
            grid.put(place.plus(2, 0), a.as(Quantity.of(Notation.activation(layer, j), "")));
        }
    }

    private Formula activationFormula(int layer, int j) {
        return isSoftmax(layer)
                ? Formulas.share(exponential(layer, j), across(exponential(layer, 1), layer))
                : Formulas.activation(network.activation(layer), weightedInput(layer, j));
    }

    /** The cells of a layer, of which the first is given, as the formulas of all of them name it. */
    private Range across(Ref first, int layer) {
        return Range.of(first, 1, network.size(layer)).fixColumns();
    }

    private Formula weightedInputFormula(int layer, int j) {
        var before =
                Range.of(activation(layer - 1, 1), 1, network.size(layer - 1)).fix();
        var row = layout.nextRow(experiment.epochs());
        var weights = Range.of(Ref.at(row, layout.weight(layer, j, 1)), 1, network.size(layer - 1));
        return SUMPRODUCT
                .of(before, weights.on(TrainingLayout.NAME))
                .plus(TrainingLayout.on(row, layout.bias(layer, j)));
    }

    private void putAnswer(Grid grid, int answer) {
        grid.put(PAD_ROW, answerColumn(), texts.label(Role.HEADING, "predict.answer"));
        var output = Range.of(activation(network.layers(), 1), 1, network.outputs());
        var classes = experiment.classes();
        if (network.outputs() == 1) {
            // One neuron says no or yes; what that stands for is written beside the answer.
            var no = Ref.at(PAD_ROW + 2, answerColumn() + 1);
            var yes = no.plus(0, 2);
            grid.put(no.plus(0, -1), texts.label(Role.NOTE, "predict.no"));
            grid.put(no, DataSheet.classCell(classes.get(0)));
            grid.put(yes.plus(0, -1), texts.label(Role.NOTE, "predict.yes"));
            grid.put(yes, DataSheet.classCell(classes.get(1)));
            putVerdict(grid, IF.of(Largest.isYes(output.first()), yes, no), classes.get(answer));
        } else {
            putVerdict(
                    grid,
                    INDEX.of(
                            data.classRange().on(DataSheet.NAME),
                            number(1),
                            Largest.of(output, network.outputActivation())),
                    classes.get(answer - 1));
        }
    }

    /** The outputs, by the names that the data has for them. */
    private void putNumbers(Grid grid, SampleTrace trace) {
        grid.put(PAD_ROW, answerColumn(), texts.label(Role.HEADING, "predict.answer"));
        var names = experiment.data().meaning().targets();
        for (var j = 1; j <= network.outputs(); j++) {
            var name = names.isEmpty() ? RichText.of(Notation.target(j)) : RichText.plain(names.get(j - 1));
            grid.put(PAD_ROW + 1, answerColumn() + j - 1, new Cell.Label(name, Role.CAPTION));
            grid.put(
                    PAD_ROW + 2,
                    answerColumn() + j - 1,
                    Cell.computed(
                                    data.unscaledTarget(j, activation(network.layers(), j)),
                                    experiment.data().targetScale(j).back(trace.activation(network.layers(), j)),
                                    Role.VERDICT)
                            .as(Quantity.of(name.markup(), "")));
        }
    }

    private void putVerdict(Grid grid, Formula formula, String answer) {
        grid.put(
                PAD_ROW + 1,
                answerColumn(),
                new Cell.Computed(formula, DataSheet.classValue(answer), Role.VERDICT)
                        .as(Quantity.of(texts.get("predict.answer"), "")));
    }

    /** What is on the pad in the file now. */
    Sample read(Inputs file) {
        var inputs = new double[network.inputs()];
        for (var i = 1; i <= inputs.length; i++) {
            inputs[i - 1] = file.number(pad(i).address(NAME));
        }
        return new Sample(inputs, new double[network.outputs()]);
    }
}
