package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * What gradient descent makes small, step by step: the sheet's value, Java's, the difference, and the curve.
 *
 * <p>Its texts are {@code NAME.title}, {@code NAME.text} and so on, with the name of the sheet in small letters.
 */
public final class CurveSheet {
    private static final int CAPTION_ROW = 3;
    private static final int FIRST_ROW = 4;
    private static final int CHART_ROWS = 26;
    private static final int CHART_COLUMNS = 9;
    private static final double COLUMN_WIDTH = 15;
    private static final double CHART_WIDTH = 9;

    /** More columns than this leave no room on a small screen, unless all are narrow. */
    private static final int MOST_COLUMNS = 5;

    private static final double NARROW_COLUMN_WIDTH = 11;
    private static final double NARROW_CHART_WIDTH = 6.5;

    /** So many steps are printed on one page, still legible; more of them go on. */
    private static final int MOST_ON_A_PAGE = 52;

    private final String name;
    private final Texts texts;
    private final Kind counted;
    private final int first;
    private final int count;
    private final List<Column> columns = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private Optional<String> result = Optional.empty();

    /** Makes the cell of a column for a step. */
    @FunctionalInterface
    public interface Entry {
        /** The cell for the step of this number; {@code row} is the one it stands in. */
        Cell of(int step, int row);
    }

    private record Column(String caption, Entry entry) {}

    /** A column that is drawn, by its place on the sheet. */
    private record Curve(String series, int column) {}

    /**
     * Begins a sheet.
     *
     * @param counted what its rows are
     * @param first the number of the first step
     * @param count how many steps there are
     */
    public CurveSheet(String name, Texts texts, Kind counted, int first, int count) {
        this.name = name;
        this.texts = texts;
        this.counted = counted;
        this.first = first;
        this.count = count;
    }

    /**
     * The values, each a function of the step's number.
     *
     * @param source where the workbook computes them
     * @param now what Java obtains from the inputs as they stand
     * @param recorded what Java obtained when the workbook was made
     */
    public CurveSheet values(IntFunction<Formula> source, IntToDoubleFunction now, IntToDoubleFunction recorded) {
        return column(
                        key("sheet"),
                        (step, row) -> Cell.computed(source.apply(step), now.applyAsDouble(step), Role.COST))
                .column(key("java"), (step, row) -> new Cell.Figure(recorded.applyAsDouble(step), Role.CHECK))
                .column(
                        key("difference"),
                        (step, row) -> Cell.computed(
                                Check.difference(Ref.at(row, 1), Ref.at(row, 2)),
                                Check.difference(now.applyAsDouble(step), recorded.applyAsDouble(step)),
                                Role.DIFFERENCE));
    }

    /** One more column. */
    public CurveSheet column(String caption, Entry entry) {
        columns.add(new Column(caption, entry));
        return this;
    }

    /** Draws the column that was added last. Without any such, the values are drawn. */
    public CurveSheet curve(String series) {
        curves.add(new Curve(series, columns.size()));
        return this;
    }

    /** One more row, below the last step, with what came of it: the columns are asked for a step more. It is not drawn. */
    public CurveSheet result(String name) {
        result = Optional.of(name);
        return this;
    }

    /** How many columns there are so far: the place of the next one. */
    public int width() {
        return columns.size() + 1;
    }

    private boolean isWide() {
        return columns.size() > MOST_COLUMNS;
    }

    /** The numbers of all steps. */
    public Range numbers() {
        return columnCells(0);
    }

    /** The numbers of all steps, and below them the name of the result. */
    public Range numbersAndResult() {
        return Ref.at(FIRST_ROW, 0).to(Ref.at(FIRST_ROW + rows() - 1, 0)).fix();
    }

    /** The place of a row's step, from 1; 0 above the first. */
    public int stepOf(int row) {
        return Math.max(0, row - FIRST_ROW + 1);
    }

    private int rows() {
        return count + (result.isPresent() ? 1 : 0);
    }

    private Range columnCells(int column) {
        return Ref.at(FIRST_ROW, column)
                .to(Ref.at(FIRST_ROW + count - 1, column))
                .fix();
    }

    private String key(String part) {
        return name.toLowerCase(Locale.ROOT) + "." + part;
    }

    /** The sheet. */
    public SheetPlan sheet() {
        var chartColumn = columns.size() + 2;
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, key("title"))).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, key("text")));
        grid.put(CAPTION_ROW, 0, texts.label(Role.CAPTION, key("number")));
        for (var i = 0; i < columns.size(); i++) {
            grid.put(
                    CAPTION_ROW, i + 1, texts.label(Role.CAPTION, columns.get(i).caption()));
        }
        var width = chartColumn + CHART_COLUMNS;
        return SheetPlan.named(name)
                .widths(9)
                .widths(columns.size(), isWide() ? NARROW_COLUMN_WIDTH : COLUMN_WIDTH)
                .widths(2)
                .widths(CHART_COLUMNS, isWide() ? NARROW_CHART_WIDTH : CHART_WIDTH)
                .head(grid.rows())
                .body(this::pushSteps, FIRST_ROW + rows() - 1L, columns.size() + 1L)
                .freeze(FIRST_ROW, 0)
                .page(
                        rows() <= MOST_ON_A_PAGE
                                ? SheetPlan.Page.landscape()
                                : SheetPlan.Page.landscape().tall(FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, width)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, width)))
                .with(chart(Range.of(Ref.at(FIRST_ROW + 1, chartColumn), CHART_ROWS, CHART_COLUMNS)))
                .build();
    }

    private Feature chart(Range frame) {
        var drawn = curves.isEmpty() ? List.of(new Curve(key("series"), 1)) : curves;
        var series = drawn.stream()
                .map(curve -> Chart.Series.of(
                        texts.get(curve.series()), name, numbers(), columnCells(curve.column()), Chart.Mark.LINE))
                .toList();
        return Chart.of(
                frame,
                texts.get(key("chart")),
                new Chart.Plane(
                        stepAxis(texts.get(key("chart.x")), first + count - 1),
                        Chart.Axis.fitting(texts.get(key("chart.y")))),
                series);
    }

    /** An axis for the numbers of steps, from 0 to the last, so that its labels are round. */
    public static Chart.Axis stepAxis(String title, int last) {
        return Chart.Axis.fixed(title, 0, Math.max(1, last));
    }

    private void pushSteps(RowSink sink) {
        for (var i = 0; i < count; i++) {
            sink.row(row(i, new Cell.Figure(first + i, Role.INDEX)));
        }
        result.ifPresent(name -> sink.row(row(count, new Cell.Label(RichText.plain(name), Role.CAPTION))));
    }

    private Row row(int place, Cell number) {
        var row = FIRST_ROW + place;
        var cells = new ArrayList<Cell>();
        cells.add(number);
        var places = List.of(
                place < count
                        ? new Quantity.Place(counted, first + place)
                        : new Quantity.Place(Kind.AFTER, first + place - 1));
        columns.forEach(column -> cells.add(
                column.entry().of(first + place, row).as(new Quantity(texts.get(column.caption()), "", places))));
        return Row.of(row, cells);
    }
}
