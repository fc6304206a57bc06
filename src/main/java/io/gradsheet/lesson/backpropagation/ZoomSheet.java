package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Network;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.EpochTrace;
import io.gradsheet.training.StepTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * One sample in one epoch, on one page: forward downwards from the image to the cost, and beside it, in the other hue, backward
 * upwards from the cost to the gradients. It reads the Training sheet with INDEX and computes nothing itself.
 */
final class ZoomSheet {
    private static final double WORDS_WIDTH = 34;
    private static final double VALUE_ROW_HEIGHT = 31;

    /** Weights and gradients of these sizes have the full colour, in every epoch, so that epochs can be compared. */
    private static final double WEIGHT_SPAN = 2;

    private static final double GRADIENT_SPAN = 0.1;

    private final ZoomLayout zoom;
    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final DataSheet data;
    private final Texts texts;
    private final FunctionKeys functions;
    private final Choices choices;
    private final EpochTrace epoch;
    private final StepTrace step;
    private final SampleTrace trace;
    private final Grid grid = new Grid();
    private final List<Feature> features = new ArrayList<>();

    /**
     * Prepares the sheet.
     *
     * @param choices what is shown
     * @param epoch the trace of the epoch that is shown
     */
    ZoomSheet(
            ZoomLayout zoom,
            NetworkExperiment experiment,
            TrainingLayout layout,
            DataSheet data,
            Texts texts,
            Choices choices,
            EpochTrace epoch) {
        this.zoom = zoom;
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.data = data;
        this.texts = texts;
        this.functions = new FunctionKeys(network);
        this.choices = choices;
        this.epoch = epoch;
        this.step = epoch.stepOf(choices.sample());
        this.trace = step.samples().get(step.numbers().indexOf(choices.sample()));
    }

    /**
     * The sheet, to be asked for once.
     *
     * @param list the sheet on which the numbers of the epochs are listed
     * @param epochs where on that sheet
     */
    SheetPlan sheet(String list, Range epochs) {
        grid.put(0, 0, texts.label(Role.TITLE, "zoom.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "zoom.text"));
        merge(0, 0, 1, zoom.backwardWordsColumn() + 1);
        merge(1, 0, 1, zoom.backwardWordsColumn() + 1);
        putChoices(list, epochs);
        var row = putImage();
        for (var layer = 2; layer <= network.layers(); layer++) {
            row = putArrows(row, layer);
            row = putLayer(row, layer);
        }
        putCost(putArrows(row, network.layers()));
        var sheet = SheetPlan.named(ZoomLayout.NAME).widths(WORDS_WIDTH, 2);
        for (var panel = 1; panel <= zoom.panels(); panel++) {
            sheet.widths(zoom.half(), 7.6).widths(1.2).widths(zoom.half(), 7.6).widths(2);
        }
        return sheet.widths(WORDS_WIDTH)
                .head(grid.rows())
                .page(SheetPlan.Page.single(true))
                .with(features)
                .build();
    }

    private void putChoices(String list, Range epochs) {
        grid.put(ZoomLayout.EPOCH_ROW - 1, ZoomLayout.WORDS_COLUMN, texts.label(Role.HEADING, "zoom.choose"));
        putChoice(ZoomLayout.EPOCH_ROW, "zoom.epoch", choices.epoch(), Role.INPUT);
        putChoice(ZoomLayout.SAMPLE_ROW, "zoom.sample", choices.sample(), Role.INPUT);
        putChoice(ZoomLayout.FORWARD_ROW, "zoom.forward", choices.forward() ? 1 : 0, Role.SWITCH);
        putChoice(ZoomLayout.BACKWARD_ROW, "zoom.backward", choices.backward() ? 1 : 0, Role.SWITCH);
        features.add(new Feature.ChoiceFrom(
                one(ZoomLayout.choice(ZoomLayout.EPOCH_ROW)), list, epochs, texts.get("zoom.hint.epoch")));
        features.add(new Feature.ChoiceFrom(
                one(ZoomLayout.choice(ZoomLayout.SAMPLE_ROW)),
                DataSheet.NAME,
                data.numberRange(),
                texts.get("zoom.hint.sample")));
        features.add(new Feature.Choice(
                ZoomLayout.choice(ZoomLayout.FORWARD_ROW).to(ZoomLayout.choice(ZoomLayout.BACKWARD_ROW)),
                List.of("1", "0"),
                texts.get("zoom.hint.switch")));

        putRowNumbers();
    }

    /** The rows of the parameters and of the sample; where an epoch has several steps, the sample says in which it is. */
    private void putRowNumbers() {
        var start =
                layout.valueRow(1) + 1 + "+(" + ZoomLayout.choice(ZoomLayout.EPOCH_ROW) + "-1)*" + layout.epochRows();
        var sample = ZoomLayout.choice(ZoomLayout.SAMPLE_ROW);
        var sampleRow = ZoomLayout.rowNumber(ZoomLayout.SAMPLE_ROW);
        var parameterFormula = start;
        var sampleFormula = ZoomLayout.rowNumber(ZoomLayout.EPOCH_ROW) + "+" + sample;
        if (!layout.isInOrder()) {
            sampleFormula = layout.rowOfSample(sample, start, experiment.epochs());
            parameterFormula = start + "+INT((" + sampleRow + "-(" + start + "))/" + layout.blockRows() + ")*"
                    + layout.blockRows();
        }
        var number = epoch.steps().indexOf(step) + 1;
        putRowNumber(
                ZoomLayout.EPOCH_ROW, "zoom.row.epoch", parameterFormula, layout.valueRow(choices.epoch(), number) + 1);
        putRowNumber(
                ZoomLayout.SAMPLE_ROW,
                "zoom.row.sample",
                sampleFormula,
                layout.sampleRow(choices.epoch(), number, step.numbers().indexOf(choices.sample()) + 1) + 1);
    }

    private static Range one(Ref cell) {
        return cell.to(cell);
    }

    private void putChoice(int row, String key, int value, Role role) {
        grid.put(row, ZoomLayout.WORDS_COLUMN, texts.label(Role.CAPTION, key)).height(row, 18);
        grid.put(ZoomLayout.choice(row), new Cell.Input(Value.of(value), role));
    }

    private void putRowNumber(int row, String key, String formula, int value) {
        var cell = ZoomLayout.rowNumber(row);
        grid.put(cell.row(), ZoomLayout.WORDS_COLUMN, texts.label(Role.NOTE, key));
        grid.put(cell, Cell.computed(formula, value, Role.INDEX));
        grid.fold(cell.row(), 1);
    }

    private int putImage() {
        var image = experiment.image();
        grid.put(ZoomLayout.IMAGE_ROW - 1, ZoomLayout.WORDS_COLUMN, texts.label(Role.HEADING, "zoom.layer.input"));
        grid.put(ZoomLayout.IMAGE_ROW, ZoomLayout.WORDS_COLUMN, texts.label(Role.TEXT, "zoom.words.x"));
        merge(ZoomLayout.IMAGE_ROW, ZoomLayout.WORDS_COLUMN, image.rows(), 1);
        for (var i = 1; i <= network.inputs(); i++) {
            grid.put(
                    ZoomLayout.IMAGE_ROW + (i - 1) / image.columns(),
                    zoom.forwardColumn(1) + (i - 1) % image.columns(),
                    Cell.computed(
                            index(layout.input(i), ZoomLayout.rowNumber(ZoomLayout.SAMPLE_ROW)),
                            trace.activation(1, i),
                            Role.PIXEL));
        }
        for (var row = 0; row < image.rows(); row++) {
            grid.height(ZoomLayout.IMAGE_ROW + row, 28);
        }
        if (experiment.data().hasClasses()) {
            putLabel();
        }
        if (data.isInk()) {
            features.add(new Feature.Colours(
                    Range.of(Ref.at(ZoomLayout.IMAGE_ROW, zoom.forwardColumn(1)), image.rows(), image.columns()),
                    Feature.Palette.INK,
                    1));
        }
        return ZoomLayout.IMAGE_ROW + image.rows();
    }

    private void putLabel() {
        putValue(
                ZoomLayout.IMAGE_ROW,
                zoom.backwardColumn(1),
                texts.get("zoom.label"),
                Role.DATA,
                new Cell.Computed(
                        data.labelRange()
                                .item(
                                        DataSheet.NAME,
                                        ZoomLayout.choice(ZoomLayout.SAMPLE_ROW).toString()),
                        DataSheet.classValue(data.label(trace.sample())),
                        Role.DATA));
    }

    /** Arrows over every neuron of a layer: forward down into it, backward up out of it. */
    private int putArrows(int row, int layer) {
        grid.height(row, 24);
        for (var j = 1; j <= network.size(layer); j++) {
            grid.put(row, zoom.forwardColumn(j), Cell.label("↓", Role.FORWARD));
            merge(row, zoom.forwardColumn(j), 1, zoom.half());
            grid.put(row, zoom.backwardColumn(j), Cell.label("↑", Role.BACKWARD));
            merge(row, zoom.backwardColumn(j), 1, zoom.half());
        }
        return row + 1;
    }

    private int putLayer(int top, int layer) {
        var isOutput = layer == network.layers();
        var weightRows = zoom.weightRows(layer);
        var row = top;
        grid.put(
                row,
                ZoomLayout.WORDS_COLUMN,
                texts.label(Role.HEADING, isOutput ? "zoom.layer.output" : "zoom.layer.hidden", layer));
        for (var j = 1; j <= network.size(layer); j++) {
            putPanelCaption(row, layer, j);
            putHeatMaps(row + 1, layer, j, weightRows);
        }
        putWords(row + 2, weightRows, "zoom.words.w", "zoom.words.gradient");
        row += 2 + weightRows;
        putWords(row, 1, "zoom.words.b", "zoom.words.gradient.bias");
        putWords(row + 1, 1, "zoom.words.z", "");
        putWords(row + 2, 1, "zoom.words." + functions.activation(layer), "zoom.words." + functions.error(layer));
        for (var j = 1; j <= network.size(layer); j++) {
            putForward(
                    row,
                    Notation.bias(layer, j),
                    Role.PARAMETER,
                    layout.bias(layer, j),
                    ZoomLayout.EPOCH_ROW,
                    step.parameters().bias(layer, j),
                    j);
            putBackward(
                    row,
                    Notation.gradient(Notation.bias(layer, j)),
                    Role.GRADIENT,
                    layout.bias(layer, j),
                    trace.biasGradient(layer, j),
                    j);
            putForward(
                    row + 1,
                    Notation.weightedInput(layer, j),
                    Role.WEIGHTED_INPUT,
                    layout.weightedInput(layer, j),
                    ZoomLayout.SAMPLE_ROW,
                    trace.weightedInput(layer, j),
                    j);
            putForward(
                    row + 2,
                    Notation.activation(layer, j),
                    Role.ACTIVATION,
                    layout.activation(layer, j),
                    ZoomLayout.SAMPLE_ROW,
                    trace.activation(layer, j),
                    j);
            putBackward(
                    row + 2, Notation.delta(layer, j), Role.ERROR, layout.delta(layer, j), trace.delta(layer, j), j);
        }
        if (isOutput) {
            row++;
            putWords(row + 2, 1, "zoom.words.t", "");
            for (var j = 1; j <= network.size(layer); j++) {
                putForward(
                        row + 2,
                        Notation.target(j),
                        Role.DATA,
                        layout.target(j),
                        ZoomLayout.SAMPLE_ROW,
                        trace.sample().target(j),
                        j);
            }
        }
        return row + 3;
    }

    private void putPanelCaption(int row, int layer, int j) {
        grid.put(row, zoom.forwardColumn(j), texts.label(Role.CAPTION, "zoom.neuron", j));
        merge(row, zoom.forwardColumn(j), 1, 2 * zoom.half() + 1);
        var weights = "w^{" + layer + "}_{" + j + "i}";
        grid.put(row + 1, zoom.forwardColumn(j), Cell.label(weights, Role.PARAMETER));
        merge(row + 1, zoom.forwardColumn(j), 1, zoom.half());
        grid.put(row + 1, zoom.backwardColumn(j), Cell.label(Notation.gradient(weights), Role.GRADIENT));
        merge(row + 1, zoom.backwardColumn(j), 1, zoom.half());
    }

    private void putHeatMaps(int captionRow, int layer, int j, int rows) {
        var columns = zoom.weightColumns(layer);
        for (var i = 1; i <= network.size(layer - 1); i++) {
            var row = captionRow + 1 + (i - 1) / columns;
            var column = (i - 1) % columns;
            var source = layout.weight(layer, j, i);
            grid.put(
                    row,
                    zoom.forwardColumn(j) + column,
                    forward(source, ZoomLayout.EPOCH_ROW, step.parameters().weight(layer, j, i), Role.PARAMETER));
            grid.put(
                    row,
                    zoom.backwardColumn(j) + column,
                    backward(source, trace.weightGradient(layer, j, i), Role.GRADIENT));
        }
        for (var row = 0; row < rows; row++) {
            grid.height(captionRow + 1 + row, 24);
        }
        features.add(new Feature.Colours(
                Range.of(Ref.at(captionRow + 1, zoom.forwardColumn(j)), rows, columns),
                Feature.Palette.DIVERGING,
                WEIGHT_SPAN));
        features.add(new Feature.Colours(
                Range.of(Ref.at(captionRow + 1, zoom.backwardColumn(j)), rows, columns),
                Feature.Palette.DIVERGING,
                GRADIENT_SPAN));
    }

    private void putCost(int row) {
        grid.height(row, VALUE_ROW_HEIGHT);
        putWords(row, 1, "zoom.words." + functions.cost(), "zoom.words.backward");
        putForward(row, texts.get("zoom.cost"), Role.COST, layout.cost(), ZoomLayout.SAMPLE_ROW, trace.cost(), 1);
        if (zoom.panels() > 1 && experiment.data().hasClasses()) {
            putForward(
                    row,
                    texts.get("zoom.hit"),
                    Role.INDEX,
                    layout.hit(),
                    ZoomLayout.SAMPLE_ROW,
                    trace.hit() ? 1 : 0,
                    2);
        }
    }

    // Cells ---------------------------------------------------------------------------------------------------------

    private void putWords(int row, int rows, String forwardKey, String backwardKey) {
        grid.put(row, ZoomLayout.WORDS_COLUMN, texts.label(Role.TEXT, forwardKey));
        if (!backwardKey.isEmpty()) {
            grid.put(row, zoom.backwardWordsColumn(), texts.label(Role.TEXT, backwardKey));
        }
        if (rows > 1) {
            merge(row, ZoomLayout.WORDS_COLUMN, rows, 1);
            merge(row, zoom.backwardWordsColumn(), rows, 1);
        } else {
            grid.height(row, VALUE_ROW_HEIGHT);
        }
    }

    private void putForward(int row, String symbol, Role role, int source, int rowChoice, double value, int panel) {
        putValue(row, zoom.forwardColumn(panel), symbol, role, forward(source, rowChoice, value, role));
    }

    private void putBackward(int row, String symbol, Role role, int source, double value, int panel) {
        putValue(row, zoom.backwardColumn(panel), symbol, role, backward(source, value, role));
    }

    private void putValue(int row, int column, String symbol, Role role, Cell cell) {
        grid.put(row, column, Cell.label(symbol, role));
        grid.put(row, column + 1, cell);
        merge(row, column + 1, 1, zoom.half() - 1);
    }

    private Cell forward(int source, int rowChoice, double value, Role role) {
        return shownIf(
                ZoomLayout.FORWARD_ROW, choices.forward(), index(source, ZoomLayout.rowNumber(rowChoice)), value, role);
    }

    private Cell backward(int source, double value, Role role) {
        return shownIf(
                ZoomLayout.BACKWARD_ROW,
                choices.backward(),
                index(source, ZoomLayout.rowNumber(ZoomLayout.SAMPLE_ROW)),
                value,
                role);
    }

    private static Cell shownIf(int switchRow, boolean shown, String formula, double value, Role role) {
        return new Cell.Computed(
                "IF(" + ZoomLayout.choice(switchRow).fix() + "=1," + formula + ",\"\")",
                shown ? Value.of(value) : Value.of(""),
                role);
    }

    private String index(int column, Ref row) {
        return "INDEX(" + layout.wholeColumn(column, experiment.epochs()) + "," + row + ")";
    }

    private void merge(int row, int column, int rows, int columns) {
        if (rows > 1 || columns > 1) {
            features.add(new Feature.Merge(Range.of(Ref.at(row, column), rows, columns)));
        }
    }
}
