package io.gradsheet.lesson.forward;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;

/** How many parameters there are, layer by layer, and how many numbers of the data they are to be found from. */
final class CountsSheet {
    static final String NAME = "Counts";

    private static final int CAPTION_ROW = 3;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final List<String> CAPTIONS = List.of("layer", "neurons", "inputs", "weights", "biases", "together");
    private static final int NEURONS = 1;
    private static final int TOGETHER = 5;
    private static final int CHART_COLUMN = 7;
    private static final int CHART_COLUMNS = 8;
    private static final int CHART_ROWS = 20;

    /** Networks with so many neurons in one hidden layer are compared. */
    private static final int MOST_HIDDEN = 12;

    private final NetworkExperiment experiment;
    private final Network network;
    private final DataSheet data;
    private final Formula numbers;
    private final Texts texts;
    private final Grid grid = new Grid();

    /**
     * Prepares the sheet.
     *
     * @param numbers the cells of the numbers of all parameters, as a formula names them
     */
    CountsSheet(NetworkExperiment experiment, DataSheet data, Formula numbers, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.data = data;
        this.numbers = numbers;
        this.texts = texts;
    }

    private int parameters() {
        return network.parameterCount();
    }

    private int samples() {
        return experiment.samples().size();
    }

    /** Every target of every sample is a number that an output is to come close to. */
    private int targets() {
        return samples() * network.outputs();
    }

    private int totalRow() {
        return FIRST_ROW + network.layers() - 1;
    }

    private Ref total() {
        return Ref.at(totalRow(), TOGETHER);
    }

    /** The first of the rows about the data. */
    private Ref fact(int number) {
        return Ref.at(totalRow() + 2 + number, TOGETHER);
    }

    private int hiddenRow(int hidden) {
        return totalRow() + 10 + hidden;
    }

    SheetPlan sheet() {
        grid.put(0, 0, texts.label(Role.TITLE, "counts.title", parameters(), samples()))
                .height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "counts.text"));
        for (var i = 0; i < CAPTIONS.size(); i++) {
            grid.put(CAPTION_ROW, i, texts.label(Role.CAPTION, "counts." + CAPTIONS.get(i)));
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            putLayer(FIRST_ROW + layer - 2, layer);
        }
        putTotals();
        putFacts();
        putHidden();
        grid.calledAbove(
                Range.of(Ref.at(FIRST_ROW, NEURONS), network.layers() - 1, TOGETHER), CAPTION_ROW, 0, Kind.LAYER);
        grid.calledByBoth(Range.of(Ref.at(totalRow(), NEURONS), 1, TOGETHER), CAPTION_ROW, 0);
        grid.calledBefore(Range.of(fact(0), 4, 1), 0);
        grid.called(
                Range.of(Ref.at(fact(4).row(), 0), 1, 1),
                (place, cell) -> Quantity.of(texts.get("quantity.verdict"), ""));
        grid.calledAbove(hidden(1), hiddenRow(0), 0, Kind.ROW);
        grid.calledAbove(hidden(2), hiddenRow(0), 0, Kind.ROW);
        var wide = CHART_COLUMN + CHART_COLUMNS;
        return SheetPlan.named(NAME)
                .widths(16, 12, 14, 12, 12, 12, 2)
                .widths(CHART_COLUMNS, 9)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape())
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, wide)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, wide)))
                .with(factMerges())
                .with(chart())
                .build();
    }

    private void putLayer(int row, int layer) {
        var neurons = Ref.at(row, NEURONS);
        var size = network.size(layer);
        var before = network.size(layer - 1);
        grid.put(row, 0, new Cell.Figure(layer, Role.INDEX));
        grid.put(neurons, new Cell.Figure(size, Role.INDEX));
        grid.put(row, NEURONS + 1, new Cell.Figure(before, Role.INDEX));
        grid.put(
                row, NEURONS + 2, Cell.computed(neurons.times(neurons.plus(0, 1)), (double) size * before, Role.INDEX));
        grid.put(row, NEURONS + 3, Cell.computed(neurons, size, Role.INDEX));
        grid.put(
                row,
                TOGETHER,
                Cell.computed(neurons.plus(0, 2).plus(neurons.plus(0, 3)), size * (before + 1.0), Role.INDEX));
    }

    private void putTotals() {
        grid.put(totalRow(), 0, texts.label(Role.CAPTION, "counts.total"));
        var weights = 0;
        for (var layer = 2; layer <= network.layers(); layer++) {
            weights += network.size(layer) * network.size(layer - 1);
        }
        putTotal(NEURONS + 2, weights);
        putTotal(NEURONS + 3, parameters() - weights);
        putTotal(TOGETHER, parameters());
    }

    private void putTotal(int column, int value) {
        var cells = Range.of(Ref.at(FIRST_ROW, column), network.layers() - 1, 1);
        grid.put(totalRow(), column, Cell.computed(SUM.of(cells), value, Role.INDEX));
    }

    private void putFacts() {
        var targets = fact(2);
        putFact(0, "counts.listed", Cell.computed(COUNT.of(numbers), parameters(), Role.INDEX));
        putFact(
                1,
                "counts.samples",
                Cell.computed(COUNT.of(data.numberRange().on(DataSheet.NAME)), samples(), Role.INDEX));
        putFact(2, "counts.targets", Cell.computed(fact(1).times(network.outputs()), targets(), Role.INDEX));
        putFact(3, "counts.ratio", Cell.computed(targets.over(total()), (double) targets() / parameters(), Role.VALUE));
        var few = texts.get("counts.few");
        var enough = texts.get("counts.enough");
        grid.put(
                fact(4).row(),
                0,
                new Cell.Computed(
                        IF.of(targets.isLess(total()), quoted(few), quoted(enough)),
                        Value.of(targets() < parameters() ? few : enough),
                        Role.VERDICT));
        grid.height(fact(4).row(), 46);
    }

    private void putFact(int number, String key, Cell cell) {
        grid.put(fact(number).row(), 0, texts.label(Role.CAPTION, key));
        grid.put(fact(number), cell);
    }

    private List<Feature> factMerges() {
        return List.of(
                new Feature.Merge(Range.of(Ref.at(fact(0).row(), 0), 1, TOGETHER)),
                new Feature.Merge(Range.of(Ref.at(fact(1).row(), 0), 1, TOGETHER)),
                new Feature.Merge(Range.of(Ref.at(fact(2).row(), 0), 1, TOGETHER)),
                new Feature.Merge(Range.of(Ref.at(fact(3).row(), 0), 1, TOGETHER)),
                new Feature.Merge(Range.of(Ref.at(fact(4).row(), 0), 1, TOGETHER + 1)));
    }

    /** What one more hidden neuron adds, in networks with one hidden layer. */
    private void putHidden() {
        var row = hiddenRow(0);
        grid.put(row, 0, texts.label(Role.CAPTION, "counts.hidden"));
        grid.put(row, NEURONS, texts.label(Role.CAPTION, "counts.parameters"));
        grid.put(row, NEURONS + 1, texts.label(Role.CAPTION, "counts.targets.short"));
        for (var hidden = 1; hidden <= MOST_HIDDEN; hidden++) {
            var cell = Ref.at(hiddenRow(hidden), 0);
            grid.put(cell, new Cell.Figure(hidden, Role.INDEX));
            grid.put(
                    cell.plus(0, 1),
                    Cell.computed(
                            cell.times(number(network.inputs()).plus(1))
                                    .plus(number(network.outputs()).times(cell.plus(1))),
                            hidden * (network.inputs() + 1.0) + network.outputs() * (hidden + 1.0),
                            Role.INDEX));
            grid.put(cell.plus(0, 2), Cell.computed(fact(2).fix(), targets(), Role.INDEX));
        }
    }

    private Feature chart() {
        return Chart.of(
                Range.of(Ref.at(CAPTION_ROW, CHART_COLUMN), CHART_ROWS, CHART_COLUMNS),
                texts.get("counts.chart"),
                new Chart.Plane(
                        Chart.Axis.fixed(texts.get("counts.hidden"), 0, MOST_HIDDEN),
                        Chart.Axis.fitting("").startingAt(0)),
                List.of(
                        series("counts.parameters", 1, Chart.Mark.DOTS),
                        series("counts.targets.short", 2, Chart.Mark.LINE)));
    }

    private Chart.Series series(String key, int column, Chart.Mark mark) {
        return Chart.Series.of(texts.get(key), NAME, hidden(0), hidden(column), mark);
    }

    private Range hidden(int column) {
        return Range.of(Ref.at(hiddenRow(1), column), MOST_HIDDEN, 1).fix();
    }

    /** Compares the counts with Java's. */
    void addResults(Check check) {
        check.result("N", total().address(NAME), parameters(), parameters());
        check.result("N", fact(0).address(NAME), parameters(), parameters());
    }
}
