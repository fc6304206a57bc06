package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.INDEX;

import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.ForwardColumns;
import io.gradsheet.lesson.network.ForwardLayout;
import io.gradsheet.lesson.network.ParameterColumns;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a network of one input answers along the axis: a chart of the answer as a line with the samples as points, and below it a row
 * of formulas for each point of the line, with the parameters after an epoch of the learner's choice.
 */
final class AnswerCurve {
    static final String NAME = "Curve";

    private static final int CHOICE_ROW = 4;
    private static final Ref EPOCH = Ref.at(CHOICE_ROW, 0);

    /** Its value is the row, as INDEX counts, in which Training has the parameters after the chosen epoch. */
    private static final Ref ROW = Ref.at(CHOICE_ROW, 1);

    private static final Ref FROM = Ref.at(CHOICE_ROW, 2);
    private static final Ref TO = Ref.at(CHOICE_ROW, 3);
    private static final int CHART_ROW = CHOICE_ROW + 2;
    private static final int CHART_ROWS = 22;
    private static final int CHART_COLUMNS = 10;
    private static final int PARAMETER_ROW = CHART_ROW + CHART_ROWS + 3;
    private static final int FIRST_POINT_ROW = PARAMETER_ROW + 4;
    private static final int INTERVALS = 50;

    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final DataSheet data;
    private final Texts texts;
    private final ForwardLayout columns;
    private final ParameterColumns parameterColumns;
    private final ForwardColumns forward;

    AnswerCurve(NetworkExperiment experiment, TrainingLayout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.data = data;
        this.texts = texts;
        this.columns = new ForwardLayout(network, false);
        this.parameterColumns = new ParameterColumns(network, 0);
        this.forward = new ForwardColumns(experiment, columns, parameterColumns, Optional.empty(), data, texts);
    }

    boolean isShown() {
        return experiment.hasCurve();
    }

    /** What is looked at in the file now. */
    PlaneView read(Inputs file) {
        var initial = PlaneView.initial(experiment);
        return new PlaneView(
                file.whole(EPOCH.address(NAME), 1, experiment.epochs()),
                file.number(FROM.address(NAME)),
                file.number(TO.address(NAME)),
                initial.bottom(),
                initial.top());
    }

    /**
     * The sheet.
     *
     * @param parameters after the chosen epoch
     * @param list the sheet on which the numbers of the epochs are listed
     * @param epochs where on that sheet
     * @throws io.gradsheet.lesson.frame.UnrepresentableException if the answer to a point leaves the range of a spreadsheet
     */
    SheetPlan sheet(PlaneView view, Parameters parameters, String list, Range epochs) {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "curve.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "curve.text"));
        putChoices(grid, view);
        putParameters(grid, parameters);
        putCaptions(grid);
        for (var number = 0; number <= INTERVALS; number++) {
            putPoint(grid, number, view, parameters);
        }
        grid.calledAbove(Range.of(Ref.at(CHOICE_ROW, 0), 1, CHART_COLUMNS), CHOICE_ROW - 1);
        grid.calledAbove(
                Range.of(Ref.at(FIRST_POINT_ROW, 0), INTERVALS + 1, columns.cost()), FIRST_POINT_ROW - 1, 0, Kind.ROW);
        return SheetPlan.named(NAME)
                .widths(Math.max(columns.cost(), network.parameterCount()), 9)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape().tall(0))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, CHART_COLUMNS)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, CHART_COLUMNS)))
                .with(new Feature.ChoiceFrom(EPOCH.to(EPOCH), list, epochs, texts.get("zoom.hint.epoch")))
                .with(chart())
                .build();
    }

    private void putChoices(Grid grid, PlaneView view) {
        var row = layout.valueRow(1);
        var captions = CHOICE_ROW - 1;
        grid.height(captions, 28);
        grid.put(captions, EPOCH.column(), texts.label(Role.CAPTION, "boundary.epoch"));
        grid.put(EPOCH, Cell.input(view.epoch()));
        grid.put(captions, ROW.column(), texts.label(Role.NOTE, "boundary.row"));
        grid.put(
                ROW,
                Cell.computed(
                        number(row).plus(EPOCH.times(layout.epochRows())),
                        row + view.epoch() * layout.epochRows(),
                        Role.INDEX));
        grid.put(captions, FROM.column(), texts.label(Role.CAPTION, "boundary.from", Notation.input(1)));
        grid.put(FROM, Cell.input(view.left()));
        grid.put(captions, TO.column(), texts.label(Role.CAPTION, "boundary.to", Notation.input(1)));
        grid.put(TO, Cell.input(view.right()));
    }

    private void putParameters(Grid grid, Parameters parameters) {
        grid.put(PARAMETER_ROW - 2, 0, texts.label(Role.HEADING, "curve.parameters"));
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    putParameter(
                            grid,
                            parameterColumns.weight(layer, j, i),
                            Notation.weight(layer, j, i),
                            layout.weight(layer, j, i),
                            parameters.weight(layer, j, i));
                }
                putParameter(
                        grid,
                        parameterColumns.bias(layer, j),
                        Notation.bias(layer, j),
                        layout.bias(layer, j),
                        parameters.bias(layer, j));
            }
        }
    }

    private void putParameter(Grid grid, int column, String symbol, int source, double value) {
        var formula = INDEX.of(layout.wholeColumn(source), ROW.fix());
        grid.put(PARAMETER_ROW - 1, column, Cell.label(symbol, Role.PARAMETER));
        grid.put(
                PARAMETER_ROW,
                column,
                Cell.computed(formula, value, Role.PARAMETER).as(Quantity.of(symbol, "")));
    }

    // Points --------------------------------------------------------------------------------------------------------

    /** Where x stands as the file would have it: where columns are scaled, the network reads another number beside it. */
    private int rawColumn() {
        return data.scalesInputs() ? columns.number() : columns.input(1);
    }

    private void putCaptions(Grid grid) {
        var row = FIRST_POINT_ROW - 1;
        grid.put(row - 1, 0, texts.label(Role.HEADING, "curve.points"));
        if (data.scalesInputs()) {
            grid.put(row, columns.input(1), Cell.label(Notation.input(1), Role.DATA));
        } else {
            grid.put(row, columns.number(), texts.label(Role.CAPTION, "curve.number"));
        }
        grid.put(row, rawColumn(), new Cell.Label(data.inputName(1), Role.DATA));
        for (var j = 1; j <= network.outputs(); j++) {
            grid.put(row, columns.target(j), new Cell.Label(RichText.plain(answerName(j)), Role.CAPTION));
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                grid.put(
                        row,
                        columns.weightedInput(layer, j),
                        Cell.label(Notation.weightedInput(layer, j), Role.WEIGHTED_INPUT));
                grid.put(row, columns.activation(layer, j), Cell.label(Notation.activation(layer, j), Role.ACTIVATION));
                if (network.activation(layer) instanceof Activation.Softmax) {
                    grid.put(row, columns.exponential(layer, j), Cell.label(Notation.exponential(j), Role.ACTIVATION));
                }
            }
        }
    }

    private String answerName(int j) {
        return texts.get(experiment.data().hasClasses() ? "curve.answer.class" : "curve.answer.number", outputName(j));
    }

    /** The class that an output says yes to, or what the data calls the number. */
    private String outputName(int j) {
        var names = experiment.data().meaning().targets();
        if (experiment.data().hasClasses()) {
            return data.yesClass(j);
        }
        return names.isEmpty() ? Notation.plain(Notation.target(j)) : names.get(j - 1);
    }

    private void putPoint(Grid grid, int number, PlaneView view, Parameters parameters) {
        var row = FIRST_POINT_ROW + number;
        var x = x(number, view);
        var trace = History.checkedTrace(network, parameters, point(x), NAME);
        var raw = Ref.at(row, rawColumn());
        if (data.scalesInputs()) {
            var scaled = Ref.at(row, columns.input(1));
            grid.put(scaled, Cell.computed(data.scaledInput(1, raw), trace.activation(1, 1), Role.VALUE));
        } else {
            grid.put(row, columns.number(), new Cell.Figure(number, Role.INDEX));
        }
        grid.put(
                raw,
                Cell.computed(
                        FROM.fix()
                                .plus(number(number)
                                        .times(TO.fix().minus(FROM.fix()))
                                        .over(INTERVALS)),
                        x,
                        Role.VALUE));
        for (var layer = 2; layer <= network.layers(); layer++) {
            put(
                    grid,
                    Ref.at(row, columns.weightedInput(layer, 1)),
                    forward.weightedInputs(layer, trace, row, PARAMETER_ROW));
            put(
                    grid,
                    Ref.at(row, columns.weightedInput(layer, 1) + network.size(layer)),
                    forward.activations(layer, trace, row));
        }
        for (var j = 1; j <= network.outputs(); j++) {
            var output = Ref.at(row, columns.activation(network.layers(), j));
            var activation = trace.activation(network.layers(), j);
            grid.put(
                    row,
                    columns.target(j),
                    experiment.data().hasClasses()
                            ? Cell.computed(output, activation, Role.VALUE)
                            : Cell.computed(
                                    data.unscaledTarget(j, output),
                                    experiment.data().targetScale(j).back(activation),
                                    Role.VALUE));
        }
    }

    private static void put(Grid grid, Ref first, List<Cell> cells) {
        for (var i = 0; i < cells.size(); i++) {
            grid.put(first.plus(0, i), cells.get(i));
        }
    }

    private static double x(int number, PlaneView view) {
        return view.left() + number * (view.right() - view.left()) / INTERVALS;
    }

    /** Every point as the network reads it. */
    List<Sample> points(PlaneView view) {
        return IntStream.rangeClosed(0, INTERVALS)
                .mapToObj(number -> point(x(number, view)))
                .toList();
    }

    private Sample point(double x) {
        return experiment.data().scaled(new Sample(new double[] {x}, new double[network.outputs()]));
    }

    // The picture ---------------------------------------------------------------------------------------------------

    private Chart chart() {
        var series = new ArrayList<Chart.Series>();
        for (var j = 1; j <= network.outputs(); j++) {
            series.add(Chart.Series.of(
                    answerName(j), NAME, points(rawColumn()), points(columns.target(j)), Chart.Mark.LINE));
        }
        series.addAll(samples());
        return Chart.of(
                Range.of(Ref.at(CHART_ROW, 0), CHART_ROWS, CHART_COLUMNS),
                texts.get("curve.chart"),
                new Chart.Plane(
                        Chart.Axis.fitting(inputName()),
                        Chart.Axis.fitting(network.outputs() == 1 ? answerName(1) : texts.get("curve.answer"))),
                series);
    }

    private String inputName() {
        var names = experiment.data().meaning().inputs();
        return names.isEmpty() ? Notation.plain(Notation.input(1)) : names.get(0);
    }

    /** The samples of a single output, those of the test apart; those of several outputs, a series for each. */
    private List<Chart.Series> samples() {
        var learned = experiment.samples().size();
        var all = experiment.data().rows().size();
        if (network.outputs() > 1) {
            return IntStream.rangeClosed(1, network.outputs())
                    .mapToObj(j -> samples(texts.get("curve.samples.of", outputName(j)), j, 1, all))
                    .toList();
        } else if (experiment.data().hasTest()) {
            return List.of(
                    samples(texts.get("cost.series.learn"), 1, 1, learned),
                    samples(texts.get("cost.series.test"), 1, learned + 1, all - learned));
        }
        return List.of(samples(texts.get("curve.samples"), 1, 1, all));
    }

    private static Range points(int column) {
        return Range.of(Ref.at(FIRST_POINT_ROW, column), INTERVALS + 1, 1).fix();
    }

    private Chart.Series samples(String name, int output, int first, int count) {
        var target = experiment.data().hasClasses() ? data.targetColumn(output) : data.rawTargetColumn(output);
        return Chart.Series.of(
                name,
                DataSheet.NAME,
                Range.of(Ref.at(data.row(first), data.rawInputColumn(1)), count, 1)
                        .fix(),
                Range.of(Ref.at(data.row(first), target), count, 1).fix(),
                Chart.Mark.POINTS);
    }
}
