package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.BackwardColumns;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.ForwardColumns;
import io.gradsheet.lesson.network.Naming;
import io.gradsheet.lesson.network.Symbols;
import io.gradsheet.network.Convolution;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.PlanTooLargeException;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Quantity.Place;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.StepTrace;
import java.util.List;
import java.util.Optional;

/** The heart: every weighted input, activation, error and gradient of every sample in every epoch. */
final class TrainingSheet {
    /** Larger inputs are typing errors. */
    private static final double LARGEST = 1e6;

    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final ForwardColumns forward;
    private final BackwardColumns backward;
    private final Texts texts;
    private final UpdateRows updates;
    private final UpdateWords updateWords;

    TrainingSheet(NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.forward =
                new ForwardColumns(experiment, layout.forward(), layout.parameters(), Optional.empty(), data, texts);
        this.texts = texts;
        this.backward = new BackwardColumns(network, layout.forward(), layout.parameters(), texts);
        this.updates = new UpdateRows(experiment, layout, backward, texts);
        this.updateWords = new UpdateWords(experiment.hyperparameters(), layout.steps(), texts);
    }

    /**
     * Checks that the sheet can hold the training, which only asks for arithmetic.
     *
     * @throws PlanTooLargeException if it cannot
     */
    void checkSize() {
        Plan.checkSize(TrainingLayout.NAME, layout.lastRow() + 1, layout.columns());
    }

    private String text() {
        var text = texts.get("training.text");
        return experiment.detail().compact() ? text + " " + texts.get("training.compact") : text;
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
        grid.put(1, layout.input(1), Cell.label(text(), Role.TEXT));
        grid.put(TrainingLayout.LEARNING_RATE.plus(0, -1), texts.label(Role.CAPTION, "training.eta"));
        grid.put(TrainingLayout.LEARNING_RATE, Cell.input(experiment.learningRate()));
        grid.calledBefore(Range.of(TrainingLayout.LEARNING_RATE, 1, 1), TrainingLayout.LEARNING_RATE.column() - 1);
        var captions = new Captions(grid, texts, TrainingLayout.GROUP_ROW);
        putCaptions(captions);
        var sheet = SheetPlan.named(TrainingLayout.NAME)
                .widths(experiment.hyperparameters().optimiser() instanceof Optimiser.Plain ? 26 : 34)
                .widths(forward.dataWidths())
                .widths(columns - 1 - network.inputs() - network.outputs(), 9.5)
                .body(sink -> pushEpochs(sink, captions), layout.lastRow(), columns)
                .bodyOutline(1)
                .freeze(TrainingLayout.SYMBOL_ROW + 1, 1)
                .page(SheetPlan.Page.landscape()
                        .tall(TrainingLayout.SYMBOL_ROW + 1)
                        .across(pagesAcross())
                        .inGroups(captions.groups()));
        sheet.with(new Feature.Merge(Range.of(Ref.at(0, layout.input(1)), 1, forward.textColumns())));
        sheet.with(new Feature.Merge(Range.of(Ref.at(1, layout.input(1)), 1, forward.textColumns())));
        sheet.with(new Feature.Bounds(
                TrainingLayout.LEARNING_RATE.to(TrainingLayout.LEARNING_RATE), 0, LARGEST, texts.get("hint.eta")));
        sheet.with(
                new Feature.Bounds(layout.parameters(layout.valueRow(1)), -LARGEST, LARGEST, texts.get("hint.number")));
        return sheet.head(grid.rows()).with(captions.features()).build();
    }

    /** On paper, a page for about twenty columns: small, yet legible. */
    private int pagesAcross() {
        return (int) (layout.columns() + 19) / 20;
    }

    // Captions ------------------------------------------------------------------------------------------------------

    private void putCaptions(Captions captions) {
        forward.putCaptions(captions);
        backward.putCaptions(captions);
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.layer(layer).groups(); j++) {
                putParameterCaptions(captions, layer, j);
            }
        }
        var symbols = new Symbols(network);
        for (var parameter : network.parameters()) {
            captions.symbol(
                    Role.PARAMETER,
                    layout.parameters().of(parameter),
                    marked(symbols.parameter(parameter), frozen().has(parameter.place())));
        }
    }

    private void putParameterCaptions(Captions captions, int layer, int j) {
        var isFilter = network.layer(layer) instanceof Convolution;
        var words = experiment.detail().compact() ? "words.gradient.total" : "words.gradient";
        captions.group(
                Role.GRADIENT,
                layout.weight(layer, j, 1),
                network.layer(layer).weights() + 1,
                isFilter ? "training.gradient.filter" : "training.gradient",
                isFilter ? words + ".window" : words,
                layer,
                j);
    }

    private String marked(String symbol, boolean isFrozen) {
        return isFrozen ? texts.get("training.frozen", symbol) : symbol;
    }

    private FrozenParameters frozen() {
        return experiment.hyperparameters().frozen();
    }

    // Blocks --------------------------------------------------------------------------------------------------------

    private void pushEpochs(RowSink sink, Captions captions) {
        var descent = History.descent(experiment);
        while (descent.hasNext()) {
            var epoch = descent.next();
            for (var step = 1; step <= epoch.steps().size(); step++) {
                pushStep(sink, captions, epoch.epoch(), step, epoch.steps().get(step - 1));
            }
            if (!descent.hasNext()) {
                pushResult(sink, captions, epoch.next());
            }
        }
    }

    /** All samples once more, forward, with the parameters after the last epoch: what has been learned. */
    private void pushResult(RowSink sink, Captions captions, Parameters trained) {
        var places = List.of(new Place(Kind.AFTER, experiment.epochs()));
        var after = History.after(experiment, trained, experiment.samples(), "sample");
        var line = new Line(updateWords.valueAfter(experiment.epochs()));
        var values = trained.toArray();
        var first = layout.parameters().first();
        for (var i = 0; i < values.length; i++) {
            var above = Ref.at(layout.resultRow() - 1, first + i);
            line.put(first + i, Cell.computed(above, values[i], Role.PARAMETER));
        }
        sink.row(Row.of(layout.resultRow(), captions.named(line.list(), Naming.value(places))));
        for (var k = 1; k <= after.samples().size(); k++) {
            var row = layout.resultSampleRow(k);
            var cells = forward.cells(k, after.samples().get(k - 1), row, layout.resultRow());
            sink.row(new Row(row, captions.named(cells, Naming.sample(k, places)), new Row.Look(0, 1, false, false)));
        }
        sink.row(captions.named(updates.result(after), Naming.total(places)));
    }

    private void pushStep(RowSink sink, Captions captions, int epoch, int step, StepTrace trace) {
        var places = layout.steps() > 1
                ? List.of(new Place(Kind.STEP, step), new Place(Kind.EPOCH, epoch))
                : List.of(new Place(Kind.EPOCH, epoch));
        sink.row(captions.named(valueRow(epoch, step, trace), Naming.value(places)));
        for (var place = 1; place <= trace.samples().size(); place++) {
            var sample = Naming.sample(trace.numbers().get(place - 1), places);
            sink.row(captions.named(sampleRow(epoch, step, place, trace), sample));
        }
        updates.of(epoch, step, trace, isFolded(epoch), places, captions).forEach(sink::row);
    }

    private boolean isFolded(int epoch) {
        return epoch > 1 && epoch < experiment.epochs();
    }

    /** The parameters that the step starts from: inputs in the first, the next row of the block above in the others. */
    private Row valueRow(int epoch, int step, StepTrace trace) {
        var row = layout.valueRow(epoch, step);
        var line = new Line(updateWords.value(epoch, step));
        if (updates.hasStepNumber()) {
            line.put(layout.stepFigure() - 1, updateWords.number());
            line.put(layout.stepFigure(), stepNumber(trace.number(), epoch, step));
        }
        var values = trace.parameters().toArray();
        var first = layout.parameters().first();
        for (var i = 0; i < values.length; i++) {
            line.put(
                    first + i,
                    trace.number() == 1
                            ? Cell.input(values[i])
                            : Cell.computed(Ref.at(row - 1, first + i), values[i], Role.PARAMETER));
        }
        return Row.of(row, line.list());
    }

    private Cell stepNumber(int number, int epoch, int step) {
        if (number == 1) {
            return new Cell.Figure(1, Role.INDEX);
        }
        var before = step > 1 ? layout.valueRow(epoch, step - 1) : layout.valueRow(epoch - 1, layout.steps());
        return Cell.computed(Ref.at(before, layout.stepFigure()).plus(1), number, Role.INDEX);
    }

    private Row sampleRow(int epoch, int step, int place, StepTrace of) {
        var row = layout.sampleRow(epoch, step, place);
        var valueRow = layout.valueRow(epoch, step);
        var trace = of.samples().get(place - 1);
        var cells = forward.cells(of.numbers().get(place - 1), trace, row, valueRow);
        cells.addAll(backward.cells(trace, row, valueRow));
        if (!experiment.detail().compact()) {
            cells.addAll(backward.gradients(trace, row));
        }
        return new Row(row, cells, new Row.Look(0, 1, isFolded(epoch), false));
    }

    // Back from the file --------------------------------------------------------------------------------------------

    double readLearningRate(Inputs file) {
        return file.number(TrainingLayout.LEARNING_RATE.address(TrainingLayout.NAME));
    }

    Parameters readInitial(Inputs file) {
        return layout.parameters().read(file, TrainingLayout.NAME, layout.valueRow(1));
    }
}
