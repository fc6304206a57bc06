package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.INT;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.network.Network;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/**
 * One sample in one epoch, on one page: forward downwards from the image to the cost, and beside it, in the other hue, backward
 * upwards from the cost to the gradients. It reads the Training sheet with INDEX and computes nothing itself.
 */
final class ZoomSheet {
    /** A page is so much wider than high if it lies; what is higher stands upright. */
    private static final double LANDSCAPE = 0.72;

    /** What is higher still goes on, on further pages. */
    private static final double PORTRAIT = 1.9;

    private static final double ROW_POINTS = 15;
    private static final double IMAGE_ROW_POINTS = 28;

    private final ZoomLayout zoom;
    private final Moment moment;
    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final DataSheet data;
    private final Texts texts;
    private final Choices choices;
    private final SampleTrace trace;
    private final Grid grid = new Grid();
    private final ZoomCells cells;
    private final ZoomPanels panels;
    private final List<Feature> features = new ArrayList<>();

    ZoomSheet(ZoomLayout zoom, Moment moment, DataSheet data, Texts texts) {
        this.zoom = zoom;
        this.moment = moment;
        this.experiment = moment.experiment();
        this.network = moment.network();
        this.layout = moment.training();
        this.data = data;
        this.texts = texts;
        this.choices = moment.choices();
        this.trace = moment.trace();
        this.cells = new ZoomCells(moment);
        this.panels = new ZoomPanels(zoom, moment, cells, texts, grid);
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
        panels.merge(0, 0, 1, zoom.columns());
        panels.merge(1, 0, 1, zoom.columns());
        putChoices(list, epochs);
        var row = putInputs();
        for (var layer = 2; layer <= network.layers(); layer++) {
            row = panels.putArrows(row, layer);
            row = panels.putLayer(row, layer);
        }
        row = panels.putArrows(row, network.layers());
        panels.putCost(row, experiment.data().hasClasses());
        var numbers = new ZoomNumbers(zoom, moment, texts, panels, grid, row + 2);
        features.addAll(numbers.put());
        grid.calledBefore(
                Range.of(Ref.at(0, ZoomLayout.WORDS_COLUMN + 1), ZoomLayout.IMAGE_ROW, zoom.columns()),
                ZoomLayout.WORDS_COLUMN);
        var sheet = SheetPlan.named(ZoomLayout.NAME);
        zoom.widths().forEach(sheet::widths);
        return sheet.head(grid.rows())
                .page(page(grid.rows()).ofColumns(zoom.columns()))
                .with(features)
                .with(panels.features())
                .build();
    }

    /** The page that the sheet fills best. */
    private SheetPlan.Page page(List<Row> rows) {
        var height = rows.stream()
                .filter(row -> !row.look().folded())
                .mapToDouble(row -> Math.max(row.look().height(), ROW_POINTS))
                .sum();
        var shape = height / zoom.widthPoints();
        if (shape <= LANDSCAPE) {
            return SheetPlan.Page.landscape();
        }
        return shape <= PORTRAIT
                ? SheetPlan.Page.portrait()
                : SheetPlan.Page.portrait().tall(0);
    }

    private void putChoices(String list, Range epochs) {
        grid.put(ZoomLayout.EPOCH_ROW - 1, ZoomLayout.WORDS_COLUMN, texts.label(Role.HEADING, "zoom.choose"));
        putChoice(ZoomLayout.EPOCH_ROW, "zoom.epoch", choices.epoch(), Role.INPUT);
        putChoice(ZoomLayout.SAMPLE_ROW, "zoom.sample", choices.sample(), Role.INPUT);
        putChoice(ZoomLayout.FORWARD_ROW, "zoom.forward", choices.forward() ? 1 : 0, Role.SWITCH);
        putChoice(ZoomLayout.BACKWARD_ROW, "zoom.backward", choices.backward() ? 1 : 0, Role.SWITCH);
        putChoice(
                ZoomLayout.NEURON_ROW,
                "zoom.neuron.choice",
                Value.of(zoom.neurons().get(choices.neuron() - 1).name()),
                Role.INPUT);
        putChoice(ZoomLayout.WEIGHT_ROW, "zoom.weight.choice", choices.weight(), Role.INPUT);
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
        var epochs = ZoomLayout.choice(ZoomLayout.EPOCH_ROW).minus(1);
        var start = number(layout.valueRow(1) + 1).plus(epochs.times(layout.epochRows()));
        var sample = ZoomLayout.choice(ZoomLayout.SAMPLE_ROW);
        var sampleRow = ZoomLayout.rowNumber(ZoomLayout.SAMPLE_ROW);
        var parameterFormula = start;
        var sampleFormula = ZoomLayout.rowNumber(ZoomLayout.EPOCH_ROW).plus(sample);
        if (!layout.isInOrder()) {
            sampleFormula = layout.rowOfSample(sample, start);
            var blocks = INT.of(sampleRow.minus(start).over(layout.blockRows()));
            parameterFormula = start.plus(blocks.times(layout.blockRows()));
        }
        var step = moment.step();
        var number = moment.epoch().steps().indexOf(step) + 1;
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
        putChoice(row, key, Value.of(value), role);
    }

    private void putChoice(int row, String key, Value value, Role role) {
        grid.put(row, ZoomLayout.WORDS_COLUMN, texts.label(Role.CAPTION, key)).height(row, 18);
        panels.putWide(row, ZoomLayout.choice(row).column(), zoom.choiceColumns(), new Cell.Input(value, role));
    }

    private void putRowNumber(int row, String key, Formula formula, int value) {
        var cell = ZoomLayout.rowNumber(row);
        grid.put(cell.row(), ZoomLayout.WORDS_COLUMN, texts.label(Role.NOTE, key));
        grid.put(cell, Cell.computed(formula, value, Role.INDEX));
        grid.fold(cell.row(), 1);
    }

    /** The inputs: an image as pixels, anything else in pairs of name and value. */
    private int putInputs() {
        var row = ZoomLayout.IMAGE_ROW;
        grid.put(row - 1, ZoomLayout.WORDS_COLUMN, texts.label(Role.HEADING, "zoom.layer.input"));
        panels.putWords(row, "zoom.words.x");
        panels.merge(row, ZoomLayout.WORDS_COLUMN, zoom.inputRows(), 1);
        if (experiment.image().isPicture()) {
            putImage();
        } else {
            putNamed();
        }
        if (experiment.data().hasClasses()) {
            putLabel();
        }
        return row + zoom.inputRows() + (hasOwnLabelRow() ? 1 : 0);
    }

    /** Beside an image there is room for its label; named inputs may fill the line. */
    private boolean hasOwnLabelRow() {
        return !experiment.image().isPicture() && experiment.data().hasClasses();
    }

    private void putImage() {
        var image = experiment.image();
        var topLeft = Ref.at(ZoomLayout.IMAGE_ROW, zoom.forwardColumn(1));
        for (var i = 1; i <= network.inputs(); i++) {
            grid.put(
                    topLeft.plus((i - 1) / image.columns(), (i - 1) % image.columns()),
                    Cell.computed(
                                    cells.ofSample(layout.input(i)),
                                    trace.activation(1, i),
                                    zoom.showsFigures() ? Role.PIXEL : Role.MAP)
                            .as(Quantity.of(Notation.input(i), "")));
        }
        for (var row = 0; row < image.rows(); row++) {
            grid.height(ZoomLayout.IMAGE_ROW + row, zoom.showsFigures() ? IMAGE_ROW_POINTS : zoom.cellHeight());
        }
        if (data.isInk()) {
            features.add(new Feature.Colours(Range.of(topLeft, image.rows(), image.columns()), Feature.Palette.INK, 1));
        }
    }

    private void putNamed() {
        for (var i = 1; i <= network.inputs(); i++) {
            var row = ZoomLayout.IMAGE_ROW + 2 * ((i - 1) / zoom.namedAcross());
            var value = Cell.computed(cells.ofSample(layout.input(i)), trace.activation(1, i), Role.CHECK)
                    .as(Quantity.of(data.inputName(i).markup(), ""));
            panels.putWide(row, zoom.namedColumn(i), zoom.half(), new Cell.Label(data.inputName(i), Role.DATA));
            panels.putWide(row + 1, zoom.namedColumn(i), zoom.half(), value);
        }
    }

    private void putLabel() {
        var label = new Cell.Computed(
                data.labelRange().item(DataSheet.NAME, ZoomLayout.choice(ZoomLayout.SAMPLE_ROW)),
                DataSheet.classValue(data.label(trace.sample())),
                Role.DATA);
        var row = ZoomLayout.IMAGE_ROW + (hasOwnLabelRow() ? zoom.inputRows() : 0);
        panels.putValue(
                row,
                hasOwnLabelRow() ? zoom.forwardColumn(1) : zoom.backwardColumn(1),
                texts.rich("zoom.label"),
                Role.DATA,
                label);
    }
}
