package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Inputs;
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
import java.util.ArrayList;
import java.util.List;

/**
 * One sample in one epoch, on one page: forward downwards from the image to the cost, and beside it, in the other hue, backward
 * upwards from the cost to the gradients. It reads the Training sheet with INDEX and computes nothing itself.
 *
 * <p>Every neuron is a panel of two halves, forward left and backward right; each half is as wide as the image, so that weights
 * stand where their pixels do.
 */
final class ZoomSheet {
    static final String NAME = "Zoom";

    private static final int WORDS_COLUMN = 0;
    private static final int PANELS_COLUMN = 2;
    private static final int LEAST_HALF = 3;
    private static final double WORDS_WIDTH = 34;
    private static final double VALUE_ROW_HEIGHT = 31;

    private static final int SWITCH_ROW = 3;
    private static final int EPOCH_ROW = SWITCH_ROW;
    private static final int SAMPLE_ROW = SWITCH_ROW + 1;
    private static final int FORWARD_ROW = SWITCH_ROW + 2;
    private static final int BACKWARD_ROW = SWITCH_ROW + 3;
    private static final int IMAGE_ROW = SWITCH_ROW + 6;

    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final DataSheet data;
    private final Texts texts;
    private final int half;

    private final Grid grid = new Grid();
    private final List<Feature> features = new ArrayList<>();
    private Choices choices;
    private EpochTrace epoch;
    private SampleTrace trace;

    ZoomSheet(NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.data = data;
        this.texts = texts;
        this.half = Math.max(experiment.image().columns(), LEAST_HALF);
    }

    // Where things are ----------------------------------------------------------------------------------------------

    private int forwardColumn(int neuron) {
        return PANELS_COLUMN + (neuron - 1) * (2 * half + 2);
    }

    private int backwardColumn(int neuron) {
        return forwardColumn(neuron) + half + 1;
    }

    private int panels() {
        return network.sizes().subList(1, network.layers()).stream()
                .mapToInt(size -> size)
                .max()
                .orElseThrow();
    }

    private int backwardWordsColumn() {
        return forwardColumn(panels() + 1);
    }

    private static Ref choice(int row) {
        return Ref.at(row, PANELS_COLUMN);
    }

    /** The cells with the row numbers of the Training sheet: of the epoch's parameters, and of the sample. */
    private Ref rowNumber(int row) {
        return Ref.at(row, backwardColumn(1) + half - 1).fix();
    }

    // The sheet -----------------------------------------------------------------------------------------------------

    /**
     * The sheet.
     *
     * @param choices what is shown
     * @param epoch the trace of the epoch that is shown
     * @param list the sheet on which the numbers of the epochs are listed
     * @param epochs where on that sheet
     */
    SheetPlan sheet(Choices choices, EpochTrace epoch, String list, Range epochs) {
        this.choices = choices;
        this.epoch = epoch;
        this.trace = epoch.samples().get(choices.sample() - 1);
        grid.put(0, 0, texts.label(Role.TITLE, "zoom.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "zoom.text"));
        merge(0, 0, 1, backwardWordsColumn() + 1);
        merge(1, 0, 1, backwardWordsColumn() + 1);
        putChoices(list, epochs);
        var row = putImage();
        for (var layer = 2; layer <= network.layers(); layer++) {
            row = putArrows(row, layer);
            row = putLayer(row, layer);
        }
        putCost(putArrows(row, network.layers()));
        var sheet = SheetPlan.named(NAME).widths(WORDS_WIDTH, 2);
        for (var panel = 1; panel <= panels(); panel++) {
            sheet.widths(half, 7.6).widths(1.2).widths(half, 7.6).widths(2);
        }
        return sheet.widths(WORDS_WIDTH)
                .head(grid.rows())
                .page(SheetPlan.Page.single(true))
                .with(features)
                .build();
    }

    private void putChoices(String list, Range epochs) {
        grid.put(SWITCH_ROW - 1, WORDS_COLUMN, texts.label(Role.HEADING, "zoom.choose"));
        putChoice(EPOCH_ROW, "zoom.epoch", choices.epoch(), Role.INPUT);
        putChoice(SAMPLE_ROW, "zoom.sample", choices.sample(), Role.INPUT);
        putChoice(FORWARD_ROW, "zoom.forward", choices.forward() ? 1 : 0, Role.SWITCH);
        putChoice(BACKWARD_ROW, "zoom.backward", choices.backward() ? 1 : 0, Role.SWITCH);
        features.add(new Feature.ChoiceFrom(one(choice(EPOCH_ROW)), list, epochs, texts.get("zoom.hint.epoch")));
        features.add(new Feature.ChoiceFrom(
                one(choice(SAMPLE_ROW)), DataSheet.NAME, data.numberRange(), texts.get("zoom.hint.sample")));
        features.add(new Feature.Choice(
                choice(FORWARD_ROW).to(choice(BACKWARD_ROW)), List.of("1", "0"), texts.get("zoom.hint.switch")));

        var value = layout.valueRow(1) + 1;
        putRowNumber(
                EPOCH_ROW,
                "zoom.row.epoch",
                value + "+(" + choice(EPOCH_ROW) + "-1)*" + layout.blockRows(),
                layout.valueRow(choices.epoch()) + 1);
        putRowNumber(
                SAMPLE_ROW,
                "zoom.row.sample",
                rowNumber(EPOCH_ROW) + "+" + choice(SAMPLE_ROW),
                layout.sampleRow(choices.epoch(), choices.sample()) + 1);
    }

    private static Range one(Ref cell) {
        return cell.to(cell);
    }

    private void putChoice(int row, String key, int value, Role role) {
        grid.put(row, WORDS_COLUMN, texts.label(Role.CAPTION, key)).height(row, 18);
        grid.put(choice(row), new Cell.Input(Value.of(value), role));
    }

    private void putRowNumber(int row, String key, String formula, int value) {
        var column = PANELS_COLUMN + 2;
        grid.put(row, column, texts.label(Role.NOTE, key));
        merge(row, column, 1, rowNumber(row).column() - column);
        grid.put(rowNumber(row), Cell.computed(formula, value, Role.INDEX));
    }

    private int putImage() {
        var image = experiment.image();
        grid.put(IMAGE_ROW - 1, WORDS_COLUMN, texts.label(Role.HEADING, "zoom.layer.input"));
        grid.put(IMAGE_ROW, WORDS_COLUMN, texts.label(Role.TEXT, "zoom.words.x"));
        merge(IMAGE_ROW, WORDS_COLUMN, image.rows(), 1);
        for (var i = 1; i <= network.inputs(); i++) {
            grid.put(
                    IMAGE_ROW + (i - 1) / image.columns(),
                    forwardColumn(1) + (i - 1) % image.columns(),
                    Cell.computed(index(layout.input(i), rowNumber(SAMPLE_ROW)), trace.activation(1, i), Role.PIXEL));
        }
        for (var row = 0; row < image.rows(); row++) {
            grid.height(IMAGE_ROW + row, 28);
        }
        putValue(
                IMAGE_ROW,
                backwardColumn(1),
                texts.get("zoom.label"),
                Role.DATA,
                new Cell.Computed(
                        "INDEX(" + data.labelRange().on(DataSheet.NAME) + "," + choice(SAMPLE_ROW) + ")",
                        DataSheet.classValue(data.label(trace.sample())),
                        Role.DATA));
        features.add(new Feature.Colours(
                Range.of(Ref.at(IMAGE_ROW, forwardColumn(1)), image.rows(), image.columns()), Feature.Palette.INK, 1));
        return IMAGE_ROW + image.rows();
    }

    /** Arrows over every neuron of a layer: forward down into it, backward up out of it. */
    private int putArrows(int row, int layer) {
        grid.height(row, 24);
        for (var j = 1; j <= network.size(layer); j++) {
            grid.put(row, forwardColumn(j), Cell.label("↓", Role.FORWARD));
            merge(row, forwardColumn(j), 1, half);
            grid.put(row, backwardColumn(j), Cell.label("↑", Role.BACKWARD));
            merge(row, backwardColumn(j), 1, half);
        }
        return row + 1;
    }

    private int putLayer(int top, int layer) {
        var isOutput = layer == network.layers();
        var weightRows = weightRows(layer);
        var row = top;
        grid.put(
                row,
                WORDS_COLUMN,
                texts.label(Role.HEADING, isOutput ? "zoom.layer.output" : "zoom.layer.hidden", layer));
        for (var j = 1; j <= network.size(layer); j++) {
            putPanelCaption(row, layer, j);
            putHeatMaps(row + 1, layer, j, weightRows);
        }
        putWords(row + 2, weightRows, "zoom.words.w", "zoom.words.gradient");
        row += 2 + weightRows;
        putWords(row, 1, "zoom.words.b", "zoom.words.gradient.bias");
        putWords(row + 1, 1, "zoom.words.z", "");
        putWords(
                row + 2,
                1,
                "zoom.words.a." + network.activation(layer).name(),
                isOutput ? "zoom.words.delta.output" : "zoom.words.delta.hidden");
        for (var j = 1; j <= network.size(layer); j++) {
            putForward(
                    row,
                    Notation.bias(layer, j),
                    Role.PARAMETER,
                    layout.bias(layer, j),
                    EPOCH_ROW,
                    epoch.parameters().bias(layer, j),
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
                    SAMPLE_ROW,
                    trace.weightedInput(layer, j),
                    j);
            putForward(
                    row + 2,
                    Notation.activation(layer, j),
                    Role.ACTIVATION,
                    layout.activation(layer, j),
                    SAMPLE_ROW,
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
                        SAMPLE_ROW,
                        trace.sample().target(j),
                        j);
            }
        }
        return row + 3;
    }

    /** Weights from pixels take the shape of the image; others fill rows of a half's width. */
    private int weightRows(int layer) {
        return layer == 2 ? experiment.image().rows() : (network.size(layer - 1) + half - 1) / half;
    }

    private int weightColumns(int layer) {
        return layer == 2 ? experiment.image().columns() : half;
    }

    private void putPanelCaption(int row, int layer, int j) {
        grid.put(row, forwardColumn(j), texts.label(Role.CAPTION, "zoom.neuron", j));
        merge(row, forwardColumn(j), 1, 2 * half + 1);
        var weights = "w^{" + layer + "}_{" + j + "i}";
        grid.put(row + 1, forwardColumn(j), Cell.label(weights, Role.PARAMETER));
        merge(row + 1, forwardColumn(j), 1, half);
        grid.put(row + 1, backwardColumn(j), Cell.label(Notation.gradient(weights), Role.GRADIENT));
        merge(row + 1, backwardColumn(j), 1, half);
    }

    private void putHeatMaps(int captionRow, int layer, int j, int rows) {
        var columns = weightColumns(layer);
        for (var i = 1; i <= network.size(layer - 1); i++) {
            var row = captionRow + 1 + (i - 1) / columns;
            var column = (i - 1) % columns;
            var source = layout.weight(layer, j, i);
            grid.put(
                    row,
                    forwardColumn(j) + column,
                    forward(source, EPOCH_ROW, epoch.parameters().weight(layer, j, i), Role.PARAMETER));
            grid.put(
                    row,
                    backwardColumn(j) + column,
                    backward(source, trace.weightGradient(layer, j, i), Role.GRADIENT));
        }
        for (var row = 0; row < rows; row++) {
            grid.height(captionRow + 1 + row, 24);
        }
        features.add(new Feature.Colours(
                Range.of(Ref.at(captionRow + 1, forwardColumn(j)), rows, columns), Feature.Palette.DIVERGING, 2));
        features.add(new Feature.Colours(
                Range.of(Ref.at(captionRow + 1, backwardColumn(j)), rows, columns), Feature.Palette.DIVERGING, 0.1));
    }

    private void putCost(int row) {
        grid.height(row, VALUE_ROW_HEIGHT);
        putWords(row, 1, "zoom.words.cost", "zoom.words.backward");
        putForward(row, texts.get("zoom.cost"), Role.COST, layout.cost(), SAMPLE_ROW, trace.cost(), 1);
        if (panels() > 1) {
            putForward(row, texts.get("zoom.hit"), Role.INDEX, layout.hit(), SAMPLE_ROW, trace.hit() ? 1 : 0, 2);
        }
    }

    // Cells ---------------------------------------------------------------------------------------------------------

    private void putWords(int row, int rows, String forwardKey, String backwardKey) {
        grid.put(row, WORDS_COLUMN, texts.label(Role.TEXT, forwardKey));
        if (!backwardKey.isEmpty()) {
            grid.put(row, backwardWordsColumn(), texts.label(Role.TEXT, backwardKey));
        }
        if (rows > 1) {
            merge(row, WORDS_COLUMN, rows, 1);
            merge(row, backwardWordsColumn(), rows, 1);
        } else {
            grid.height(row, VALUE_ROW_HEIGHT);
        }
    }

    private void putForward(int row, String symbol, Role role, int source, int rowChoice, double value, int panel) {
        putValue(row, forwardColumn(panel), symbol, role, forward(source, rowChoice, value, role));
    }

    private void putBackward(int row, String symbol, Role role, int source, double value, int panel) {
        putValue(row, backwardColumn(panel), symbol, role, backward(source, value, role));
    }

    private void putValue(int row, int column, String symbol, Role role, Cell cell) {
        grid.put(row, column, Cell.label(symbol, role));
        grid.put(row, column + 1, cell);
        merge(row, column + 1, 1, half - 1);
    }

    private Cell forward(int source, int rowChoice, double value, Role role) {
        return shownIf(FORWARD_ROW, choices.forward(), index(source, rowNumber(rowChoice)), value, role);
    }

    private Cell backward(int source, double value, Role role) {
        return shownIf(BACKWARD_ROW, choices.backward(), index(source, rowNumber(SAMPLE_ROW)), value, role);
    }

    private static Cell shownIf(int switchRow, boolean shown, String formula, double value, Role role) {
        return new Cell.Computed(
                "IF(" + choice(switchRow).fix() + "=1," + formula + ",\"\")",
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

    // Back from the file --------------------------------------------------------------------------------------------

    Choices read(Inputs file, PredictSheet predict) {
        return new Choices(
                file.whole(choice(EPOCH_ROW).address(NAME), 1, experiment.epochs()),
                file.whole(
                        choice(SAMPLE_ROW).address(NAME),
                        1,
                        experiment.samples().size()),
                file.whole(choice(FORWARD_ROW).address(NAME), 0, 1) == 1,
                file.whole(choice(BACKWARD_ROW).address(NAME), 0, 1) == 1,
                predict.read(file));
    }
}
