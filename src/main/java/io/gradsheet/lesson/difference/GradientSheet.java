package io.gradsheet.lesson.difference;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.MAX;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;
import java.util.stream.IntStream;

/** The gradient of C_T twice: by central differences and by backpropagation, a row for each parameter. */
final class GradientSheet {
    static final String NAME = "Gradient";

    private static final int FACTS_ROW = 3;
    private static final int CAPTION_ROW = 8;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final List<Double> WIDTHS = List.of(7.0, 10.0, 10.0, 13.0, 13.0, 15.0, 15.0, 12.0);
    private static final List<String> CAPTIONS =
            List.of("number", "symbol", "value", "up", "down", "difference", "backpropagation", "apart");
    private static final int UP = 3;
    private static final int DIFFERENCE = 5;
    private static final int BACKPROPAGATION = 6;
    private static final int APART = 7;
    private static final int CHART_COLUMN = 9;
    private static final int CHART_COLUMNS = 6;
    private static final int CHART_ROWS = 24;

    /** So many parameters are printed on one page, still legible. */
    private static final int MOST_ON_A_PAGE = 60;

    private final PassSheet pass;
    private final ShiftsSheet shifts;
    private final StepWidth step;
    private final Texts texts;
    private final List<String> symbols;
    private final double[] values;
    private final double[] ups;
    private final double[] downs;
    private final double[] gradient;

    GradientSheet(NetworkExperiment experiment, PassSheet pass, ShiftsSheet shifts, StepWidth step, Texts texts) {
        this.pass = pass;
        this.shifts = shifts;
        this.step = step.checkedFor(pass.trace().cost(), experiment.samples().size());
        this.texts = texts;
        this.symbols = Notation.parameters(experiment.network().sizes());
        this.values = experiment.initial().toArray();
        this.ups = places().mapToDouble(i -> shifts.costNow(i, true)).toArray();
        this.downs = places().mapToDouble(i -> shifts.costNow(i, false)).toArray();
        this.gradient = pass.trace().total().toArray();
    }

    private IntStream places() {
        return IntStream.range(0, symbols.size());
    }

    private Range cells(int column) {
        return Range.of(Ref.at(FIRST_ROW, column), symbols.size(), 1);
    }

    private double difference(int place) {
        return step.difference(ups[place], downs[place]);
    }

    private double apart(int place) {
        return Math.abs(difference(place) - gradient[place]);
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "gradient.title", symbols.size()))
                .height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "gradient.text"));
        putFacts(grid);
        for (var i = 0; i < CAPTIONS.size(); i++) {
            grid.put(CAPTION_ROW, i, texts.label(Role.CAPTION, "gradient." + CAPTIONS.get(i)));
        }
        places().forEach(place -> putRow(grid, place));
        grid.calledBefore(Range.of(Ref.at(FACTS_ROW, UP), 4, 1), 0);
        grid.calledByBoth(Range.of(Ref.at(FIRST_ROW, 2), symbols.size(), APART - 1), CAPTION_ROW, 1);
        var width = CHART_COLUMN + CHART_COLUMNS;
        var sheet = SheetPlan.named(NAME);
        WIDTHS.forEach(sheet::widths);
        return sheet.widths(2)
                .widths(CHART_COLUMNS, 9)
                .head(grid.rows())
                .freeze(FIRST_ROW, 2)
                .page(
                        symbols.size() <= MOST_ON_A_PAGE
                                ? SheetPlan.Page.portrait()
                                : SheetPlan.Page.portrait().tall(FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, width)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, width)))
                .with(IntStream.range(0, 4)
                        .mapToObj(i -> new Feature.Merge(Range.of(Ref.at(FACTS_ROW + i, 0), 1, UP)))
                        .toList())
                .with(chart())
                .build();
    }

    /** What the whole table comes to. */
    private void putFacts(Grid grid) {
        var largest = places().mapToDouble(this::apart).max().orElseThrow();
        putFact(
                grid,
                0,
                "gradient.cost",
                Cell.computed(reference(pass), pass.trace().cost(), Role.COST));
        putFact(grid, 1, "gradient.largest", Cell.computed(MAX.of(cells(APART)), largest, Role.DIFFERENCE));
        putFact(
                grid,
                2,
                "gradient.square",
                Cell.computed(named(StepWidth.NAME).toPower(2), step.h() * step.h(), Role.DIFFERENCE));
        putFact(
                grid,
                3,
                "gradient.evaluations",
                Cell.computed(number(2).times(COUNT.of(cells(UP))), 2.0 * symbols.size(), Role.INDEX));
    }

    private static Formula reference(PassSheet pass) {
        var cell = pass.totalCost();
        return Ref.at(cell.row(), cell.column()).on(cell.sheet());
    }

    private void putFact(Grid grid, int number, String key, Cell cell) {
        grid.put(FACTS_ROW + number, 0, texts.label(Role.CAPTION, key));
        grid.put(FACTS_ROW + number, UP, cell);
    }

    private void putRow(Grid grid, int place) {
        var row = FIRST_ROW + place;
        var up = Ref.at(row, UP);
        grid.put(row, 0, new Cell.Figure(place + 1, Role.INDEX));
        grid.put(row, 1, Cell.label(symbols.get(place), Role.PARAMETER));
        grid.put(row, 2, Cell.computed(pass.parameter(place), values[place], Role.PARAMETER));
        grid.put(up, Cell.computed(shifts.cost(place, true), ups[place], Role.COST));
        grid.put(up.plus(0, 1), Cell.computed(shifts.cost(place, false), downs[place], Role.COST));
        grid.put(
                row,
                DIFFERENCE,
                Cell.computed(StepWidth.difference(up, up.plus(0, 1)), difference(place), Role.GRADIENT));
        grid.put(row, BACKPROPAGATION, Cell.computed(pass.gradient(place), gradient[place], Role.GRADIENT));
        grid.put(
                row,
                APART,
                Cell.computed(
                        StepWidth.apart(Ref.at(row, DIFFERENCE), Ref.at(row, BACKPROPAGATION)),
                        apart(place),
                        Role.DIFFERENCE));
    }

    private Feature chart() {
        return Chart.of(
                Range.of(Ref.at(FIRST_ROW, CHART_COLUMN), CHART_ROWS, CHART_COLUMNS),
                texts.get("gradient.chart"),
                new Chart.Plane(
                        Chart.Axis.fixed(texts.get("gradient.chart.x"), 0, symbols.size() + 1),
                        Chart.Axis.fitting(texts.get("gradient.chart.y"))),
                List.of(
                        series("gradient.chart.backpropagation", BACKPROPAGATION, Chart.Mark.LINE),
                        series("gradient.chart.difference", DIFFERENCE, Chart.Mark.POINTS)));
    }

    private Chart.Series series(String key, int column, Chart.Mark mark) {
        return Chart.Series.of(
                texts.get(key), NAME, cells(0).fix(), cells(column).fix(), mark);
    }

    /** Compares both gradients with Java's. */
    void addResults(Check check, GradientSheet recorded) {
        check.result(
                "C_{T}",
                pass.totalCost(),
                pass.trace().cost(),
                recorded.pass.trace().cost());
        places().forEach(place -> check.result(
                Notation.gradient(symbols.get(place)),
                Ref.at(FIRST_ROW + place, BACKPROPAGATION).address(NAME),
                gradient[place],
                recorded.gradient[place]));
        places().forEach(place -> check.result(
                symbols.get(place) + " ± h",
                Ref.at(FIRST_ROW + place, DIFFERENCE).address(NAME),
                difference(place),
                recorded.difference(place)));
    }
}
