package io.gradsheet.lesson.descent;

import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.IFERROR;
import static io.gradsheet.sheet.Function.ISNA;
import static io.gradsheet.sheet.Function.NA;
import static io.gradsheet.sheet.Function.ROWS;
import static io.gradsheet.sheet.Function.SUMXMY2;

import io.gradsheet.expression.Expression;
import io.gradsheet.lesson.frame.CurveSheet;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.DescentExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The same descent for several learning rates, side by side. A rate that is too large is shown, not refused: where a number leaves
 * the representable range its cells look empty, and the sheet says at which step that was. They hold {@code #N/A}, since a chart leaves a
 * gap there; an empty text it would draw as a 0.
 */
final class RatesSheet {
    static final String NAME = "Rates";

    private static final String NOT_AVAILABLE = "#N/A";

    private static final int RATE_ROW = 3;
    private static final int VERDICT_ROW = 4;
    private static final int END_ROW = 5;
    private static final int SENTENCES_ROW = 6;
    private static final int CHART_ROWS = 18;
    private static final int CHART_COLUMNS = 11;
    private static final List<String> VERDICTS =
            List.of("rates.leaves", "rates.diverges", "rates.overshoots", "rates.slow", "rates.good");
    private static final int CHART_ROW = SENTENCES_ROW + VERDICTS.size() + 2;
    private static final int SYMBOL_ROW = CHART_ROW + CHART_ROWS + 1;

    /** From so much on, a number is shown with an exponent. */
    private static final double LARGE = 1000;

    private final DescentExperiment experiment;
    private final List<String> variables;
    private final List<Rate> rates;
    private final StepsSheet steps;
    private final Texts texts;

    RatesSheet(DescentExperiment experiment, StepsSheet steps, Texts texts) {
        this.experiment = experiment;
        this.variables = experiment.function().variables();
        this.rates = experiment.rates().stream()
                .map(rate -> Rate.of(experiment, rate))
                .toList();
        this.steps = steps;
        this.texts = texts;
    }

    // Where things are: rates, variables and steps count from 0 -----------------------------------------------------

    /** A group is the coordinates, f, and an empty column. */
    private int group(int rate) {
        return 1 + rate * (variables.size() + 2);
    }

    private Ref rateCell(int rate) {
        return Ref.at(RATE_ROW, group(rate));
    }

    /** The step of a row; below 0 above the first. */
    static int stepOf(int row) {
        return row - SYMBOL_ROW - 1;
    }

    private static int row(int step) {
        return SYMBOL_ROW + 1 + step;
    }

    private Ref coordinate(int rate, int step, int variable) {
        return Ref.at(row(step), group(rate) + variable);
    }

    private Ref value(int rate, int step) {
        return coordinate(rate, step, variables.size());
    }

    private Range point(int rate, int step) {
        return coordinate(rate, step, 0).to(coordinate(rate, step, variables.size() - 1));
    }

    private Range values(int rate) {
        return value(rate, 0).to(value(rate, experiment.steps()));
    }

    private static Ref sentence(int verdict) {
        return Ref.at(SENTENCES_ROW + 1 + verdict, 0).fix();
    }

    // The sheet -----------------------------------------------------------------------------------------------------

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "rates.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "rates.text"));
        grid.put(RATE_ROW, 0, texts.label(Role.CAPTION, "rates.eta"));
        grid.put(VERDICT_ROW, 0, texts.label(Role.CAPTION, "rates.verdict"));
        grid.put(END_ROW, 0, texts.label(Role.CAPTION, "rates.end"));
        grid.put(SYMBOL_ROW, 0, Cell.label("n", Role.CAPTION));
        grid.put(SENTENCES_ROW, 0, texts.label(Role.NOTE, "rates.sentences"));
        for (var i = 0; i < VERDICTS.size(); i++) {
            grid.put(sentence(i), texts.label(Role.NOTE, VERDICTS.get(i)));
        }
        grid.fold(SENTENCES_ROW, VERDICTS.size() + 1);
        grid.height(VERDICT_ROW, 50);
        var merges = new ArrayList<Feature>();
        for (var rate = 0; rate < rates.size(); rate++) {
            putHead(grid, merges, rate);
        }
        grid.calledBefore(Range.of(Ref.at(RATE_ROW, 1), SYMBOL_ROW - RATE_ROW, group(rates.size())), 0);
        var width = Math.max(group(rates.size()), CHART_COLUMNS + 1);
        var sheet = SheetPlan.named(NAME).widths(26);
        for (var rate = 0; rate < rates.size(); rate++) {
            sheet.widths(variables.size() + 1, 9.5).widths(2);
        }
        return sheet.head(grid.rows())
                .body(this::pushSteps, row(experiment.steps()), group(rates.size()))
                .freeze(0, 1)
                .page(SheetPlan.Page.portrait().tall(0))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, width)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, width)))
                .with(merges)
                .with(largeNumbers())
                .with(new Feature.Signal(numbers(), ISNA.of(numbers().first()), Feature.Tone.HIDDEN))
                .with(chart())
                .build();
    }

    /** A rate that diverges reaches numbers that no cell is wide enough for. */
    private Feature largeNumbers() {
        return new Feature.Signal(numbers(), ABS.of(numbers().first()).isAtLeast(LARGE), Feature.Tone.LARGE);
    }

    private Range numbers() {
        return coordinate(0, 0, 0).to(value(rates.size() - 1, experiment.steps()));
    }

    private void putHead(Grid grid, List<Feature> merges, int rate) {
        var width = variables.size() + 1;
        grid.put(rateCell(rate), new Cell.Input(Value.of(experiment.rates().get(rate)), Role.RATE));
        grid.put(VERDICT_ROW, group(rate), verdict(rate));
        grid.put(END_ROW, group(rate), end(rate));
        for (var row : List.of(RATE_ROW, VERDICT_ROW, END_ROW)) {
            merges.add(new Feature.Merge(Range.of(Ref.at(row, group(rate)), 1, width)));
        }
        for (var i = 0; i < variables.size(); i++) {
            grid.put(SYMBOL_ROW, group(rate) + i, Cell.label(variables.get(i), Role.PARAMETER));
        }
        grid.put(SYMBOL_ROW, group(rate) + variables.size(), Cell.label("f", Role.COST));
    }

    /** Chosen from the sentences by what the numbers do; the first that fits. */
    private Cell verdict(int rate) {
        var last = experiment.steps();
        var stays = COUNT.of(values(rate)).isEqualTo(ROWS.of(values(rate)));
        var rises = value(rate, last).isGreater(value(rate, 0));
        var formula = IF.of(stays, IF.of(rises, sentence(1), settles(rate, last)), sentence(0));
        return new Cell.Computed(formula, Value.of(texts.get(VERDICTS.get(verdictOf(rates.get(rate))))), Role.VERDICT);
    }

    /** Two moves are needed to see whether the second turns back, and whether the last is small beside the first. */
    private Formula settles(int rate, int last) {
        if (last < 2) {
            return sentence(4);
        }
        var slow = squaredDistance(rate, last, last - 1)
                .isGreater(squaredDistance(rate, 1, 0).over(100));
        var slowly = IF.of(turns(rate, last), sentence(2), sentence(3));
        return IF.of(turns(rate, 2), sentence(2), IF.of(slow, slowly, sentence(4)));
    }

    private int verdictOf(Rate rate) {
        var last = experiment.steps();
        if (!rate.stays()) {
            return 0;
        }
        if (rate.value(last).getAsDouble() > rate.value(0).getAsDouble()) {
            return 1;
        }
        if (last < 2) {
            return 4;
        }
        var slow = rate.squaredDistance(last, last - 1) > rate.squaredDistance(1, 0) / 100;
        if (rate.turns(2) || (slow && rate.turns(last))) {
            return 2;
        }
        return slow ? 3 : 4;
    }

    /** Whether the second of the two moves that lead to a step turns back: together they lead less far than at a right angle. */
    private Formula turns(int rate, int step) {
        var moves = squaredDistance(rate, step - 1, step - 2).plus(squaredDistance(rate, step, step - 1));
        return squaredDistance(rate, step, step - 2).isLess(moves);
    }

    private Formula squaredDistance(int rate, int step, int other) {
        return SUMXMY2.of(point(rate, step), point(rate, other));
    }

    /** The step that has no value any more, or a dash. */
    private Cell end(int rate) {
        var count = COUNT.of(values(rate));
        return new Cell.Computed(
                IF.of(count.isEqualTo(ROWS.of(values(rate))), quoted("–"), count),
                rates.get(rate).stays()
                        ? Value.of("–")
                        : Value.of(rates.get(rate).valued()),
                Role.INDEX);
    }

    private void pushSteps(RowSink sink) {
        var derivatives =
                variables.stream().map(experiment.function()::derivative).toList();
        for (var n = 0; n <= experiment.steps(); n++) {
            var cells = new ArrayList<Cell>();
            cells.add(new Cell.Figure(n, Role.INDEX));
            for (var rate = 0; rate < rates.size(); rate++) {
                for (var i = 0; i < variables.size(); i++) {
                    var formula = n == 0
                            ? steps.coordinate(0, i).on(StepsSheet.NAME)
                            : guarded(
                                    rate,
                                    n - 1,
                                    derivatives.get(i),
                                    coordinate(rate, n - 1, i)
                                            .minus(rateCell(rate).fix().times(at(derivatives.get(i), rate, n - 1))));
                    cells.add(computed(formula, rates.get(rate).coordinate(n, i), Role.PARAMETER));
                }
                cells.add(computed(
                        guarded(rate, n, experiment.function(), at(experiment.function(), rate, n)),
                        rates.get(rate).value(n),
                        Role.COST));
                cells.add(Cell.EMPTY);
            }
            sink.row(Row.of(row(n), named(cells, n)));
        }
    }

    private List<Cell> named(List<Cell> cells, int step) {
        var places = List.of(new Quantity.Place(Quantity.Kind.STEP, step));
        var named = new ArrayList<>(cells);
        for (var rate = 0; rate < rates.size(); rate++) {
            for (var i = 0; i <= variables.size(); i++) {
                var symbol = i < variables.size() ? variables.get(i) : "f";
                var eta = Value.of(experiment.rates().get(rate)).toString();
                named.set(
                        group(rate) + i,
                        cells.get(group(rate) + i).as(new Quantity(symbol + " (η = " + eta + ")", "", places)));
            }
        }
        return named;
    }

    /**
     * A formula that is {@code #N/A} where the point of a step is not whole, where the expression in it has no value, or where it would
     * show an error or a number beyond the range. The range is asked for by name: some builds of Gnumeric reckon far beyond what a file
     * can hold.
     */
    private Formula guarded(int rate, int step, Expression expression, Formula formula) {
        var condition = Rate.isInRange(formula, expression.conditions(cellOf(rate, step)));
        var none = NA.of();
        return IF.of(
                COUNT.of(point(rate, step)).isEqualTo(variables.size()),
                IFERROR.of(IF.of(condition, formula, none), none),
                none);
    }

    private Formula at(Expression expression, int rate, int step) {
        return expression.formula(cellOf(rate, step));
    }

    private Function<String, Ref> cellOf(int rate, int step) {
        return name -> coordinate(rate, step, variables.indexOf(name));
    }

    private static Cell computed(Formula formula, OptionalDouble value, Role role) {
        return new Cell.Computed(
                formula, value.isPresent() ? Value.of(value.getAsDouble()) : new Value.Failure(NOT_AVAILABLE), role);
    }

    /** f by step. What rises out of the frame diverges: the frame does not grow with it. */
    private Feature chart() {
        var start = rates.get(0).value(0).orElse(1);
        var floor = rates.stream()
                .flatMap(rate -> IntStream.rangeClosed(0, experiment.steps()).mapToObj(rate::value))
                .flatMap(value -> value.stream().boxed())
                .mapToDouble(value -> value)
                .min()
                .orElse(0);
        // Round numbers outside of floor and start, so that the axis has round labels.
        var unit = Math.pow(10, Math.floor(Math.log10(Math.max(start - floor, 1e-3)))) / 2;
        var series = IntStream.range(0, rates.size())
                .mapToObj(rate -> new Chart.Series(
                        new Chart.TextOf(rateCell(rate).address(NAME)),
                        NAME,
                        drawn(0),
                        drawn(value(rate, 0).column()),
                        Chart.Mark.LINE))
                .toList();
        return Chart.of(
                Range.of(Ref.at(CHART_ROW, 1), CHART_ROWS, CHART_COLUMNS),
                texts.get("rates.chart"),
                new Chart.Plane(
                        CurveSheet.stepAxis(texts.get("rates.chart.x"), experiment.steps()),
                        Chart.Axis.fixed("f", Math.floor(floor / unit) * unit, (Math.floor(start / unit) + 2) * unit)),
                series);
    }

    private Range drawn(int column) {
        return Range.of(Ref.at(row(0), column), experiment.steps() + 1, 1).fix();
    }

    /** Where the learning rates stand. */
    List<Ref> rateCells() {
        return IntStream.range(0, rates.size()).mapToObj(this::rateCell).toList();
    }

    /** The learning rates in the file now. */
    List<Double> read(Inputs file) {
        return rateCells().stream().map(cell -> file.number(cell.address(NAME))).toList();
    }
}
