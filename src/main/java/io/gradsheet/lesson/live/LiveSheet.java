package io.gradsheet.lesson.live;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;
import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.CurveSheet;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.BackwardColumns;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.ForwardColumns;
import io.gradsheet.lesson.network.ForwardLayout;
import io.gradsheet.lesson.network.Naming;
import io.gradsheet.lesson.network.ParameterColumns;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.StepTrace;
import java.util.List;
import java.util.Optional;

/**
 * One block of training that goes on from its own last values. Whatever it computes flows to the right and down; only the count of
 * epochs and the parameters in use look at what the round before left.
 *
 * <p>Some programs go through such cells in the order of what follows from what, others from the top row to the last. What is shown
 * above the block therefore comes from one place, the row of totals below it: with the first it is of this round, with the others of
 * the one before, and always the count, C_T and Java's number belong to one epoch.
 */
final class LiveSheet {
    static final String NAME = "Live";
    static final String CURVE = "Cost";

    static final Ref LEARNING_RATE = Ref.at(4, 1);

    private static final Ref SWITCH = Ref.at(3, 1);
    private static final Ref EPOCHS = Ref.at(5, 1);
    private static final Ref COST = Ref.at(6, 1);
    private static final Ref JAVA = Ref.at(7, 1);
    private static final Ref DIFFERENCE = Ref.at(8, 1);

    /** The cells that a figure beside the chart spans. */
    private static final int SPAN = 2;

    private static final int CHART_COLUMN = 4;
    private static final int CHART_COLUMNS = 12;
    private static final int CHART_ROWS = 15;
    private static final int GROUP_ROW = 20;
    private static final int INITIAL_ROW = GROUP_ROW + 3;
    private static final int VALUE_ROW = INITIAL_ROW + 1;

    /** Goes on by itself; it stands before the parameters, which ask whether anything is done yet. */
    private static final Ref COUNT = Ref.at(VALUE_ROW, 1);

    private static final int FIRST_CURVE_ROW = 4;

    private static final int MOST_EPOCHS = 100_000;
    private static final double LARGEST = 1e6;

    private final NetworkExperiment experiment;
    private final Network network;
    private final ForwardLayout layout;
    private final ParameterColumns parameters;
    private final ForwardColumns forward;
    private final BackwardColumns backward;
    private final Texts texts;

    /**
     * How far the block has gone.
     *
     * @param isRunning whether the switch is on
     * @param epochs since it was switched on
     * @param shown how many of them are shown above the block: all, or all but the last
     */
    record State(boolean isRunning, int epochs, int shown) {
        static final State REST = new State(false, 0, 0);
    }

    LiveSheet(NetworkExperiment experiment, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = new ForwardLayout(network, experiment.data().hasClasses());
        this.parameters = layout.parametersAfterErrors();
        this.forward = new ForwardColumns(experiment, layout, parameters, Optional.empty(), data, texts);
        this.backward = new BackwardColumns(network, layout, parameters, texts);
        this.texts = texts;
    }

    // Back from the file --------------------------------------------------------------------------------------------

    double readLearningRate(Inputs file) {
        return file.number(LEARNING_RATE.address(NAME));
    }

    Parameters readInitial(Inputs file) {
        return parameters.read(file, NAME, INITIAL_ROW);
    }

    State readState(Inputs file) {
        if (file.whole(SWITCH.address(NAME), 0, 1) == 0) {
            return State.REST;
        }
        var epochs = file.whole(COUNT.address(NAME), 0, MOST_EPOCHS);
        var shown = file.whole(EPOCHS.address(NAME), 0, MOST_EPOCHS);
        return new State(true, epochs, shown == epochs - 1 ? shown : epochs);
    }

    // Where things stand --------------------------------------------------------------------------------------------

    private int samples() {
        return experiment.samples().size();
    }

    private int sampleRow(int sample) {
        return VALUE_ROW + sample;
    }

    private int totalRow() {
        return sampleRow(samples()) + 1;
    }

    private int nextRow() {
        return totalRow() + 1;
    }

    private Ref countBelow() {
        return Ref.at(totalRow(), COUNT.column());
    }

    private Ref totalCost() {
        return Ref.at(totalRow(), layout.cost());
    }

    private Range sampleCells(int column) {
        return Range.of(Ref.at(sampleRow(1), column), samples(), 1);
    }

    // The sheet -----------------------------------------------------------------------------------------------------

    /**
     * The sheet.
     *
     * @param epoch what starts from the parameters in use
     * @param shown C_T after the epochs that are shown
     * @param costs Java's, when the workbook was made: after no epoch, after one, and so on
     */
    SheetPlan sheet(State state, StepTrace epoch, double shown, double[] costs) {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "live.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "live.text"));
        putState(grid, state, shown, costs);
        var captions = new Captions(grid, texts, GROUP_ROW);
        putCaptions(captions);
        putParameters(grid, state, epoch);
        putSamples(grid, epoch);
        putTotals(grid, state, epoch);
        call(grid, captions);
        var width = CHART_COLUMN + CHART_COLUMNS;
        var sheet = SheetPlan.named(NAME)
                .widths(30)
                .widths(forward.dataWidths())
                .widths(parameters.first() + network.parameterCount() - 1 - network.inputs() - network.outputs(), 9.5)
                .head(grid.rows())
                .freeze(0, 1)
                .page(SheetPlan.Page.landscape()
                        .tall(0)
                        .across(1 + parameters.first() / 20)
                        .inGroups(captions.groups()))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, width)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, width)))
                .with(captions.features())
                .with(new Feature.Choice(SWITCH.to(SWITCH), List.of("0", "1"), texts.get("live.hint.switch")))
                .with(new Feature.Bounds(LEARNING_RATE.to(LEARNING_RATE), 0, LARGEST, texts.get("live.hint.number")))
                .with(new Feature.Bounds(
                        parameters.cells(INITIAL_ROW), -LARGEST, LARGEST, texts.get("live.hint.number")))
                .with(chart());
        for (var cell : List.of(SWITCH, LEARNING_RATE, EPOCHS, COST, JAVA, DIFFERENCE, COUNT.plus(-1, 0))) {
            sheet.with(new Feature.Merge(Range.of(cell, 1, SPAN)));
        }
        return sheet.build();
    }

    private void call(Grid grid, Captions captions) {
        grid.calledBefore(Range.of(SWITCH, DIFFERENCE.row() - SWITCH.row() + 1, 1), 0);
        grid.called(Range.of(COUNT, 1, 1), (place, cell) -> Quantity.of(texts.get("live.count"), ""));
        grid.called(Range.of(countBelow(), 1, 1), (place, cell) -> Quantity.of(texts.get("live.count"), ""));
        captions.call(INITIAL_ROW, Naming.each("initial", texts.get("live.initial"), List.of()));
        captions.call(VALUE_ROW, Naming.value(List.of()));
        for (var k = 1; k <= samples(); k++) {
            captions.call(sampleRow(k), Naming.sample(k, List.of()));
        }
        captions.call(totalRow(), Naming.total(List.of()));
        captions.call(nextRow(), Naming.each("next", texts.get("live.next"), List.of()));
    }

    private void putState(Grid grid, State state, double shown, double[] costs) {
        var epochs = state.shown();
        var isKnown = epochs < costs.length;
        var java = columnOnCurve(1).on(CURVE);
        put(grid, SWITCH, "live.switch", Cell.input(state.isRunning() ? 1 : 0));
        put(grid, LEARNING_RATE, "live.eta", Cell.input(experiment.learningRate()));
        put(grid, EPOCHS, "live.epochs", Cell.computed(countBelow(), epochs, Role.ROUNDS));
        put(grid, COST, "live.cost", Cell.computed(totalCost(), shown, Role.COST));
        put(
                grid,
                JAVA,
                "live.java",
                new Cell.Computed(
                        IF.of(EPOCHS.isLess(costs.length), INDEX.of(java, EPOCHS.plus(1)), quoted("")),
                        isKnown ? Value.of(costs[epochs]) : Value.of(""),
                        Role.CHECK));
        put(
                grid,
                DIFFERENCE,
                "live.difference",
                new Cell.Computed(
                        IF.of(EPOCHS.isLess(costs.length), ABS.of(COST.minus(JAVA)), quoted("")),
                        isKnown ? Value.of(Math.abs(shown - costs[epochs])) : Value.of(""),
                        Role.DIFFERENCE));
    }

    private void put(Grid grid, Ref place, String caption, Cell cell) {
        grid.put(place.plus(0, -1), texts.label(Role.CAPTION, caption)).put(place, cell);
    }

    private void putCaptions(Captions captions) {
        forward.putCaptions(captions);
        backward.putCaptions(captions);
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                var inputs = network.size(layer - 1);
                captions.group(
                        Role.PARAMETER,
                        parameters.weight(layer, j, 1),
                        inputs + 1,
                        "live.neuron",
                        "live.words",
                        layer,
                        j);
                for (var i = 1; i <= inputs; i++) {
                    captions.symbol(Role.PARAMETER, parameters.weight(layer, j, i), Notation.weight(layer, j, i));
                }
                captions.symbol(Role.PARAMETER, parameters.bias(layer, j), Notation.bias(layer, j));
            }
        }
    }

    private void putParameters(Grid grid, State state, StepTrace epoch) {
        grid.put(COUNT.plus(-1, 0), texts.label(Role.CAPTION, "live.count"));
        grid.put(
                COUNT,
                Cell.computed(IF.of(SWITCH.isEqualTo(1), COUNT.plus(1), number(0)), state.epochs(), Role.ROUNDS));
        grid.put(INITIAL_ROW, 0, texts.label(Role.CAPTION, "live.initial"));
        grid.put(VALUE_ROW, 0, texts.label(Role.CAPTION, "live.value"));
        var initial = experiment.initial().toArray();
        var values = epoch.parameters().toArray();
        for (var i = 0; i < values.length; i++) {
            var column = parameters.first() + i;
            grid.put(INITIAL_ROW, column, Cell.input(initial[i]));
            var formula = IF.of(COUNT.fix().isEqualTo(0), Ref.at(INITIAL_ROW, column), Ref.at(nextRow(), column));
            grid.put(VALUE_ROW, column, Cell.computed(formula, values[i], Role.PARAMETER));
        }
    }

    private void putSamples(Grid grid, StepTrace epoch) {
        for (var k = 1; k <= samples(); k++) {
            var trace = epoch.samples().get(k - 1);
            var row = sampleRow(k);
            var column = 0;
            for (var cell : forward.cells(k, trace, row, VALUE_ROW)) {
                grid.put(row, column++, cell);
            }
            for (var cell : backward.cells(trace, row, VALUE_ROW)) {
                grid.put(row, column++, cell);
            }
        }
    }

    private void putTotals(Grid grid, State state, StepTrace epoch) {
        grid.put(countBelow(), Cell.computed(COUNT, state.epochs(), Role.INDEX));
        grid.put(totalCost(), Cell.computed(SUM.of(sampleCells(layout.cost())), epoch.cost(), Role.COST));
        grid.put(totalRow(), 0, texts.label(Role.CAPTION, "live.total"));
        grid.put(nextRow(), 0, texts.label(Role.CAPTION, "live.next"));
        if (experiment.data().hasClasses()) {
            grid.put(
                    totalRow(),
                    layout.hit(),
                    Cell.computed(SUM.of(sampleCells(layout.hit())), epoch.hits(), Role.INDEX));
        }
        var totals = epoch.total().toArray();
        var next = epoch.next().toArray();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                var errors = sampleCells(layout.delta(layer, j)).fixColumns();
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    var flow = sampleCells(layout.activation(layer - 1, i));
                    putTotal(grid, parameters.weight(layer, j, i), SUMPRODUCT.of(errors, flow), totals, next);
                }
                putTotal(grid, parameters.bias(layer, j), SUM.of(errors), totals, next);
            }
        }
    }

    private void putTotal(Grid grid, int column, Formula formula, double[] totals, double[] next) {
        var number = column - parameters.first();
        var value = Ref.at(VALUE_ROW, column);
        grid.put(totalRow(), column, Cell.computed(formula, totals[number], Role.GRADIENT));
        grid.put(
                nextRow(),
                column,
                Cell.computed(
                        frozen().has(number) ? value : value.minus(named("eta").times(Ref.at(totalRow(), column))),
                        next[number],
                        Role.UPDATE));
    }

    private FrozenParameters frozen() {
        return experiment.hyperparameters().frozen();
    }

    private Feature chart() {
        return Chart.of(
                Range.of(Ref.at(3, CHART_COLUMN), CHART_ROWS, CHART_COLUMNS),
                texts.get("live.chart"),
                new Chart.Plane(
                        Chart.Axis.fitting(texts.get("live.chart.x")).startingAt(0),
                        Chart.Axis.fitting(texts.get("live.chart.y")).startingAt(0)),
                List.of(
                        Chart.Series.of(
                                texts.get("live.series.java"),
                                CURVE,
                                columnOnCurve(0),
                                columnOnCurve(1),
                                Chart.Mark.LINE),
                        Chart.Series.of(
                                texts.get("live.series.now"),
                                NAME,
                                EPOCHS.to(EPOCHS).fix(),
                                COST.to(COST).fix(),
                                Chart.Mark.END)));
    }

    // Java's curve --------------------------------------------------------------------------------------------------

    private Range columnOnCurve(int column) {
        return Range.of(Ref.at(FIRST_CURVE_ROW, column), experiment.epochs() + 1, 1)
                .fix();
    }

    /** Java's numbers, with which the block is compared on its way. */
    SheetPlan curve(double[] costs) {
        return new CurveSheet(CURVE, texts, Quantity.Kind.AFTER, 0, costs.length)
                .column("cost.java", (epoch, row) -> new Cell.Figure(costs[epoch], Role.CHECK))
                .sheet();
    }
}
