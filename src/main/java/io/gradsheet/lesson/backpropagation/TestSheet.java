package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.ForwardColumns;
import io.gradsheet.lesson.network.Naming;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Quantity.Place;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The samples of the test, which nothing is learned from: in every epoch they go forward with the parameters that it starts from, and
 * once more with those after the last, in the columns that they would have on the Training sheet.
 */
final class TestSheet {
    static final String NAME = "Test";

    private static final int FIRST_ROW = TrainingLayout.SYMBOL_ROW + 1;

    private final NetworkExperiment experiment;
    private final TrainingLayout layout;
    private final ForwardColumns forward;
    private final Texts texts;

    TestSheet(NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.layout = layout;
        this.forward = new ForwardColumns(
                experiment, layout.forward(), layout.parameters(), Optional.of(TrainingLayout.NAME), data, texts);
        this.texts = texts;
    }

    private int samples() {
        return experiment.data().test().size();
    }

    /** The row of a sample of the test, which counts from 1; the block after the last epoch has the parameters after it. */
    int sampleRow(int epoch, int sample) {
        return FIRST_ROW + (epoch - 1) * blockRows() + sample - 1;
    }

    int totalRow(int epoch) {
        return sampleRow(epoch, samples()) + 1;
    }

    /** The epoch of a row, the one after the last included; 0 above the first. */
    int epochOf(int row) {
        return row < FIRST_ROW ? 0 : (row - FIRST_ROW) / blockRows() + 1;
    }

    int blockRows() {
        return samples() + 1;
    }

    private long lastRow() {
        return FIRST_ROW + (experiment.epochs() + 1L) * blockRows() - 1;
    }

    /** A cell as a formula on another sheet names it. */
    Formula on(int row, int column) {
        return Ref.at(row, column).on(NAME);
    }

    /** Every row of a column, for INDEX with a row number. */
    Formula wholeColumn(int column) {
        return Ref.at(0, column).to(Ref.at((int) lastRow(), column)).fix().on(NAME);
    }

    SheetPlan sheet() {
        var grid = new Grid();
        var first = layout.input(1);
        grid.put(0, first, texts.label(Role.TITLE, "test.title", samples())).height(0, 26);
        grid.put(1, first, texts.label(Role.TEXT, "test.text"));
        var network = experiment.network();
        var captions = new Captions(grid, texts, TrainingLayout.GROUP_ROW);
        forward.putCaptions(captions);
        return SheetPlan.named(NAME)
                .widths(26)
                .widths(forward.dataWidths())
                .widths(layout.forward().last() - network.inputs() - network.outputs(), 9.5)
                .head(grid.rows())
                .body(
                        sink -> pushEpochs(sink, captions),
                        lastRow(),
                        layout.forward().last() + 1L)
                .bodyOutline(1)
                .freeze(FIRST_ROW, 1)
                .page(SheetPlan.Page.landscape()
                        .tall(FIRST_ROW)
                        .across(1 + layout.forward().last() / 20)
                        .inGroups(captions.groups()))
                .with(new Feature.Merge(Range.of(Ref.at(0, first), 1, forward.textColumns())))
                .with(new Feature.Merge(Range.of(Ref.at(1, first), 1, forward.textColumns())))
                .with(captions.features())
                .build();
    }

    private void pushEpochs(RowSink sink, Captions captions) {
        var descent = History.descent(experiment);
        while (descent.hasNext()) {
            var trace = descent.next();
            push(sink, captions, trace.epoch(), History.evaluation(experiment, trace), layout.valueRow(trace.epoch()));
            if (!descent.hasNext()) {
                var after = History.after(
                        experiment, trace.next(), experiment.data().test(), "test sample");
                push(sink, captions, trace.epoch() + 1, after, layout.resultRow());
            }
        }
    }

    private void push(RowSink sink, Captions captions, int epoch, Evaluation test, int parameterRow) {
        var folded = epoch > 1 && epoch < experiment.epochs();
        var places =
                List.of(epoch > experiment.epochs() ? new Place(Kind.AFTER, epoch - 1) : new Place(Kind.EPOCH, epoch));
        for (var k = 1; k <= samples(); k++) {
            var row = sampleRow(epoch, k);
            var number = experiment.samples().size() + k;
            var cells = captions.named(
                    forward.cells(number, test.samples().get(k - 1), row, parameterRow), Naming.sample(number, places));
            sink.row(new Row(row, cells, new Row.Look(0, 1, folded, false)));
        }
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Label(RichText.plain(name(epoch)), Role.CAPTION));
        while (cells.size() < layout.cost()) {
            cells.add(Cell.EMPTY);
        }
        cells.add(Cell.computed((isMean() ? AVERAGE : SUM).of(cells(epoch, layout.cost())), test.cost(), Role.COST));
        if (experiment.data().hasClasses()) {
            cells.add(Cell.computed(SUM.of(cells(epoch, layout.hit())), test.hits(), Role.INDEX));
        }
        sink.row(new Row(
                totalRow(epoch), captions.named(cells, Naming.total(places)), new Row.Look(0, 0, false, folded)));
    }

    private String name(int epoch) {
        var key = isMean() ? "training.mean" : "training.total";
        return epoch > experiment.epochs() ? texts.get(key + ".after", epoch - 1) : texts.get(key, epoch);
    }

    private boolean isMean() {
        return experiment.hyperparameters().mean();
    }

    private Range cells(int epoch, int column) {
        return Range.of(Ref.at(sampleRow(epoch, 1), column), samples(), 1);
    }
}
