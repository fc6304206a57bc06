package io.gradsheet.lesson.descent;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.AND;
import static io.gradsheet.sheet.Function.COUNTIFS;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.IFERROR;

import io.gradsheet.expression.DomainException;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.SharedDigits;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.frame.UnrepresentableException;
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
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.DescentExperiment.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A function of two variables seen from above: a cell of f for every point of a grid, coloured by its value, with the cells marked
 * that the path touches; and the path itself as a chart.
 */
final class MapSheet {
    static final String NAME = "Map";

    /** Intervals in each direction: so many cells and one. */
    private static final int INTERVALS = 40;

    private static final int WINDOW_ROW = 3;
    private static final int Y_COLUMN = 0;
    private static final Ref TOP_LEFT = Ref.at(WINDOW_ROW + 3, Y_COLUMN + 1);

    /** The small columns that a number or its caption spans. */
    private static final int SPAN = 5;

    private static final int LABEL_EVERY = 10;
    private static final double CELL_WIDTH = 1.29;
    private static final double CELL_HEIGHT = 10.5;
    private static final int CHART_COLUMN = TOP_LEFT.column() + INTERVALS + 2;
    private static final int CHART_COLUMNS = 9;
    private static final int CHART_ROWS = 39;
    private static final int WIDTH = CHART_COLUMN + CHART_COLUMNS;

    /** Right of what is printed: the points of the path once more, since some programs drop a rule that looks at another sheet. */
    private static final int PATH_COLUMN = WIDTH + 1;

    private static final double PATH_WIDTH = 16;

    private final DescentExperiment experiment;
    private final Window window;
    private final StepsSheet steps;
    private final Texts texts;

    MapSheet(DescentExperiment experiment, Window window, StepsSheet steps, Texts texts) {
        this.experiment = experiment;
        this.window = window;
        this.steps = steps;
        this.texts = texts;
    }

    private static Ref bound(int index) {
        return Ref.at(WINDOW_ROW, TOP_LEFT.column() + SPAN + 2 * SPAN * index);
    }

    private static Ref across(int j) {
        return Ref.at(TOP_LEFT.row() - 1, TOP_LEFT.column() + j);
    }

    private static Ref down(int i) {
        return Ref.at(TOP_LEFT.row() + i, Y_COLUMN);
    }

    private static Range map() {
        return Range.of(TOP_LEFT, INTERVALS + 1, INTERVALS + 1);
    }

    private double x(int j) {
        return window.left() + j * (window.right() - window.left()) / INTERVALS;
    }

    /** The topmost row has the largest y, as on paper. */
    private double y(int i) {
        return window.top() - i * (window.top() - window.bottom()) / INTERVALS;
    }

    private String variable(int index) {
        return experiment.function().variables().get(index);
    }

    /**
     * The sheet.
     *
     * @param path over the map
     * @param apart how far rounding takes its points apart, step by step
     */
    SheetPlan sheet(Path path, List<Double> apart) {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "map.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "map.text"));
        putWindow(grid);
        putAxes(grid);
        putMap(grid);
        putPath(grid, path, apart);
        grid.called(map(), (place, cell) -> Quantity.inMap("f", map(), place));
        for (var i = 0; i < 4; i++) {
            var column = bound(i).column() - SPAN;
            grid.calledBefore(bound(i).to(bound(i)), column);
        }
        grid.called(Range.of(down(0), INTERVALS + 1, 1), (place, cell) -> Quantity.of(variable(1), ""));
        for (var row : List.of(across(0).row(), TOP_LEFT.row() + INTERVALS + 1)) {
            grid.called(
                    Range.of(Ref.at(row, TOP_LEFT.column()), 1, INTERVALS + 1),
                    (place, cell) -> Quantity.of(variable(0), ""));
        }
        return SheetPlan.named(NAME)
                .widths(6)
                .widths(INTERVALS + 1, CELL_WIDTH)
                .widths(2)
                .widths(CHART_COLUMNS, 6.5)
                .widths(2)
                .widths(2, PATH_WIDTH)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape().ofColumns(WIDTH).ofRows(TOP_LEFT.row() + INTERVALS + 3))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, WIDTH)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, WIDTH)))
                .with(new Feature.Merge(Range.of(Ref.at(WINDOW_ROW, PATH_COLUMN), 1, 2)))
                .with(labelMerges())
                .with(List.of(
                        mark(0, Feature.Tone.START),
                        mark(experiment.steps(), Feature.Tone.END),
                        new Feature.Signal(map(), touched(), Feature.Tone.PATH),
                        new Feature.Colours(map(), Feature.Palette.DEPTH, 0)))
                .with(chart())
                .build();
    }

    private void putWindow(Grid grid) {
        var bounds = List.of(window.left(), window.right(), window.bottom(), window.top());
        var keys = List.of("map.left", "map.right", "map.bottom", "map.top");
        for (var i = 0; i < bounds.size(); i++) {
            grid.put(bound(i).plus(0, -SPAN), texts.label(Role.CAPTION, keys.get(i), variable(i / 2)));
            grid.put(bound(i), Cell.input(bounds.get(i)));
        }
        grid.put(WINDOW_ROW, CHART_COLUMN, texts.label(Role.NOTE, "map.legend"));
    }

    private void putAxes(Grid grid) {
        var labels = TOP_LEFT.row() + INTERVALS + 1;
        grid.put(TOP_LEFT.row() - 1, Y_COLUMN, Cell.label(variable(1), Role.CAPTION));
        for (var j = 0; j <= INTERVALS; j++) {
            var left = bound(0).fix();
            var formula = left.plus(number(j).times(bound(1).fix().minus(left)).over(INTERVALS));
            grid.put(across(j), Cell.computed(formula, x(j), Role.MAP));
            if (j % LABEL_EVERY == 0) {
                grid.put(labels, label(j), Cell.computed(across(j), x(j), Role.INDEX));
            }
        }
        for (var i = 0; i <= INTERVALS; i++) {
            var top = bound(3).fix();
            var formula = top.minus(number(i).times(top.minus(bound(2).fix())).over(INTERVALS));
            // The figures that are shown are a few; the others only serve the formulas.
            grid.put(down(i), Cell.computed(formula, y(i), i % LABEL_EVERY == 0 ? Role.INDEX : Role.MAP));
            grid.height(down(i).row(), CELL_HEIGHT);
        }
        grid.put(labels + 1, TOP_LEFT.column() + INTERVALS / 2 - 2, Cell.label(variable(0), Role.CAPTION));
    }

    /** The first of the cells below the map that a label of the x axis spans; the outermost ones stay inside. */
    private static int label(int j) {
        return TOP_LEFT.column() + Math.min(Math.max(j - 2, 0), INTERVALS - 4);
    }

    private List<Feature> labelMerges() {
        var row = TOP_LEFT.row() + INTERVALS + 1;
        var merges = new ArrayList<Feature>();
        for (var j = 0; j <= INTERVALS; j += LABEL_EVERY) {
            merges.add(new Feature.Merge(Range.of(Ref.at(row, label(j)), 1, SPAN)));
        }
        merges.add(new Feature.Merge(Range.of(Ref.at(row + 1, TOP_LEFT.column() + INTERVALS / 2 - 2), 1, SPAN)));
        for (var i = 0; i < 4; i++) {
            merges.add(new Feature.Merge(Range.of(bound(i).plus(0, -SPAN), 1, SPAN)));
            merges.add(new Feature.Merge(Range.of(bound(i), 1, SPAN)));
        }
        merges.add(new Feature.Merge(Range.of(Ref.at(WINDOW_ROW, CHART_COLUMN), 1, CHART_COLUMNS)));
        return merges;
    }

    private void putMap(Grid grid) {
        for (var i = 0; i <= INTERVALS; i++) {
            for (var j = 0; j <= INTERVALS; j++) {
                var value = value(x(j), y(i));
                grid.put(
                        TOP_LEFT.plus(i, j),
                        new Cell.Computed(
                                formula(across(j).fixRow(), down(i).fixColumn()),
                                value.isPresent() ? Value.of(value.getAsDouble()) : Value.of(""),
                                Role.MAP));
            }
        }
    }

    private void putPath(Grid grid, Path path, List<Double> apart) {
        grid.put(WINDOW_ROW, PATH_COLUMN, texts.label(Role.NOTE, "map.points"));
        for (var variable = 0; variable < 2; variable++) {
            grid.put(point(0, variable).plus(-1, 0), Cell.label(variable(variable), Role.CAPTION));
            for (var n = 0; n <= experiment.steps(); n++) {
                var cell = new Cell.Computed(
                        steps.coordinate(n, variable).on(StepsSheet.NAME),
                        Value.of(path.step(n).point().get(variable)),
                        Role.MAP);
                var name = new Quantity(variable(variable), "", List.of(new Quantity.Place(Quantity.Kind.STEP, n)));
                grid.put(
                        point(n, variable),
                        cell.allowing(SharedDigits.allowance(apart.get(n))).as(name));
            }
        }
    }

    private static Ref point(int step, int variable) {
        return Ref.at(TOP_LEFT.row() + step, PATH_COLUMN + variable);
    }

    private OptionalDouble value(double x, double y) {
        if (experiment.function().isDisputed(x, y)) {
            throw new UnrepresentableException(
                    "sheet %s has the point (%s, %s), and f there has another value in each program: %s; take another window"
                            .formatted(NAME, Value.of(x).content(), Value.of(y).content(), reason(x, y)));
        }
        var value = experiment.function().tryEvaluate(x, y);
        return value.isPresent() && Math.abs(value.getAsDouble()) < Rate.LIMIT ? value : OptionalDouble.empty();
    }

    private String reason(double x, double y) {
        try {
            return "f is " + experiment.function().evaluate(x, y);
        } catch (DomainException e) {
            return e.getMessage();
        }
    }

    /** f, or an empty text where f has no value or one beyond the range, which some programs could not save. */
    private Formula formula(Ref x, Ref y) {
        Function<String, Ref> cellOf = name -> name.equals(variable(0)) ? x : y;
        var formula = experiment.function().formula(cellOf);
        var conditions = experiment.function().conditions(cellOf);
        var nothing = quoted("");
        return IFERROR.of(IF.of(Rate.isInRange(formula, conditions), formula, nothing), nothing);
    }

    /** Whether a point of the path lies in the cell: nearer to its middle than half a cell. */
    private Formula touched() {
        var criteria = Stream.of(0, 1).flatMap(this::within).toList();
        return COUNTIFS.of(criteria).isGreater(0);
    }

    private Stream<Formula> within(int variable) {
        var points = point(0, variable).to(point(experiment.steps(), variable)).fix();
        return Stream.of(
                points,
                quoted(">=").joined(middle(variable).minus(halfCell(variable))),
                points,
                quoted("<").joined(middle(variable).plus(halfCell(variable))));
    }

    /** Of the first cell of the map. */
    private static Ref middle(int variable) {
        return variable == 0 ? across(0).fixRow() : down(0).fixColumn();
    }

    private Feature mark(int step, Feature.Tone tone) {
        var conditions =
                Stream.of(0, 1).flatMap(variable -> near(step, variable)).toList();
        return new Feature.Signal(map(), AND.of(conditions), tone);
    }

    private Stream<Formula> near(int step, int variable) {
        var point = point(step, variable).fix();
        return Stream.of(
                point.isAtLeast(middle(variable).minus(halfCell(variable))),
                point.isLess(middle(variable).plus(halfCell(variable))));
    }

    private static Formula halfCell(int variable) {
        var width = bound(2 * variable + 1).fix().minus(bound(2 * variable).fix());
        return width.over(2 * INTERVALS);
    }

    private Feature chart() {
        var last = experiment.steps();
        return Chart.of(
                Range.of(Ref.at(TOP_LEFT.row(), CHART_COLUMN), CHART_ROWS, CHART_COLUMNS),
                texts.get("map.chart"),
                new Chart.Plane(
                        Chart.Axis.fixed(variable(0), window.left(), window.right()),
                        Chart.Axis.fixed(variable(1), window.bottom(), window.top())),
                List.of(
                        series("map.path", steps.coordinates(0), steps.coordinates(1), Chart.Mark.DOTS),
                        series("map.start", coordinate(0, 0), coordinate(0, 1), Chart.Mark.START),
                        series("map.end", coordinate(last, 0), coordinate(last, 1), Chart.Mark.END)));
    }

    private Chart.Series series(String key, Range x, Range y, Chart.Mark mark) {
        return Chart.Series.of(texts.get(key), StepsSheet.NAME, x, y, mark);
    }

    private Range coordinate(int step, int variable) {
        var cell = steps.coordinate(step, variable);
        return cell.to(cell).fix();
    }

    /** What the map shows in the file now. */
    Window read(Inputs file) {
        return new Window(
                file.number(bound(0).address(NAME)),
                file.number(bound(1).address(NAME)),
                file.number(bound(2).address(NAME)),
                file.number(bound(3).address(NAME)));
    }
}
