package io.gradsheet.xlsx;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Chart.Axis;
import io.gradsheet.sheet.Chart.Categories;
import io.gradsheet.sheet.Chart.Mark;
import io.gradsheet.sheet.Chart.Plane;
import io.gradsheet.sheet.Chart.Series;
import io.gradsheet.sheet.Chart.TextOf;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.SheetPlan.Page;
import io.gradsheet.testing.TypedCells;
import java.util.List;

/** A sheet with charts of every kind. */
final class EveryChart {
    private static final String NAME = "Charts";
    private static final int FIRST_ROW = 2;
    private static final int ROWS = 12;

    private EveryChart() {}

    static SheetPlan sheet() {
        var captions = List.of("x", "line", "points", "error", "bin", "count", "density", "fruit", "red", "green");
        var grid = new Grid().put(0, 0, Cell.label("Charts", Role.TITLE));
        for (var column = 0; column < captions.size(); column++) {
            grid.put(FIRST_ROW - 1, column, Cell.label(captions.get(column), Role.CAPTION));
        }
        for (var i = 0; i < ROWS; i++) {
            var row = FIRST_ROW + i;
            var bin = i - 5.5;
            grid.put(row, 0, new Cell.Figure(i * 0.5, Role.DATA))
                    .put(row, 1, TypedCells.computed("A" + (row + 1) + "^2-4", i * i * 0.25 - 4, Role.ACTIVATION))
                    .put(row, 2, new Cell.Figure(4 * Math.sin(i), Role.DATA))
                    .put(row, 3, new Cell.Figure(Math.pow(10, -i), Role.DIFFERENCE))
                    .put(row, 4, new Cell.Figure(bin, Role.DATA))
                    .put(row, 5, new Cell.Figure(Math.rint(40 * Math.exp(-bin * bin / 8) + i % 3), Role.COST))
                    .put(row, 6, new Cell.Figure(40 * Math.exp(-bin * bin / 8), Role.COST));
        }
        var fruits = List.of("apples", "pears", "plums", "figs");
        for (var i = 0; i < fruits.size(); i++) {
            grid.put(FIRST_ROW + i, 7, Cell.label(fruits.get(i), Role.CAPTION))
                    .put(FIRST_ROW + i, 8, new Cell.Figure(i + 2, Role.DATA))
                    .put(FIRST_ROW + i, 9, new Cell.Figure(3 - i, Role.DATA));
        }
        return SheetPlan.named(NAME)
                .widths(10, 12)
                .head(grid.rows())
                .page(Page.landscape())
                .with(List.of(linesAndPoints(), logarithms(), histogram(), columns()))
                .build();
    }

    private static Chart linesAndPoints() {
        return new Chart(
                frame(0, 0),
                "A line, dots and points",
                new Plane(
                        Axis.fitting("x").startingAt(-1),
                        Axis.fitting("").startingAt(-10).endingAt(30)),
                List.of(
                        series(0, 1, ROWS, Mark.LINE),
                        series(0, 2, ROWS, Mark.DOTS),
                        series(4, 2, ROWS, Mark.POINTS),
                        series(0, 6, ROWS, Mark.POINTS)),
                true);
    }

    private static Chart logarithms() {
        return Chart.of(
                frame(0, 1),
                "Powers of ten",
                new Plane(
                        Axis.fitting("error").logarithmic(),
                        Axis.fixed("error", 1e-12, 10).logarithmic()),
                List.of(series(3, 3, ROWS, Mark.DOTS)));
    }

    private static Chart histogram() {
        return Chart.of(
                frame(1, 0),
                "A histogram",
                new Categories("bin", Axis.fitting("count"), true),
                List.of(series(4, 5, ROWS, Mark.COLUMN), series(4, 6, ROWS, Mark.LINE)));
    }

    private static Chart columns() {
        return Chart.of(
                frame(1, 1),
                "Columns",
                new Categories("", Axis.fitting("kilograms"), false),
                List.of(series(7, 8, 4, Mark.COLUMN), series(7, 9, 4, Mark.COLUMN)));
    }

    private static Range frame(int down, int across) {
        return Range.of(Ref.at(FIRST_ROW + ROWS + 1 + 16 * down, 5 * across), 15, 5);
    }

    private static Series series(int x, int y, int rows, Mark mark) {
        return new Series(
                new TextOf(new Address(NAME, FIRST_ROW - 1, y)),
                NAME,
                Range.of(Ref.at(FIRST_ROW, x), rows, 1),
                Range.of(Ref.at(FIRST_ROW, y), rows, 1),
                mark);
    }
}
