package io.gradsheet.classroom.marking;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.COUNTIF;
import static io.gradsheet.sheet.Function.MATCH;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.MEDIAN;
import static io.gradsheet.sheet.Function.MIN;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.Comparator;
import java.util.List;

/** The class as a whole: how many have how much, and which tasks were the hardest. */
final class ClassSheet {
    static final String NAME = "Class";

    private static final int BINS = 10;
    private static final int MOST_TASKS = 10;
    private static final int FIGURES_ROW = 3;
    private static final int BINS_ROW = FIGURES_ROW + 6;
    private static final int HARDEST_ROW = BINS_ROW + BINS + 3;
    private static final int CHART_COLUMN = 3;
    private static final int CHART_COLUMNS = 8;
    private static final int WIDTH = CHART_COLUMN + CHART_COLUMNS;

    private final Marks marks;
    private final Texts texts;
    private final MarksSheet points;
    private final TasksSheet tasks;

    ClassSheet(Marks marks, Texts texts, MarksSheet points, TasksSheet tasks) {
        this.marks = marks;
        this.texts = texts;
        this.points = points;
        this.tasks = tasks;
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "class.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "class.text"));
        putFigures(grid);
        putBins(grid);
        putHardest(grid);
        var bins = Range.of(Ref.at(BINS_ROW + 1, 0), BINS, 1);
        var counts = Range.of(Ref.at(BINS_ROW + 1, 1), BINS, 1);
        var chart = Chart.of(
                Range.of(Ref.at(FIGURES_ROW, CHART_COLUMN), 18, CHART_COLUMNS),
                texts.get("class.chart"),
                new Chart.Categories(
                        texts.get("class.chart.x"),
                        Chart.Axis.fitting(texts.get("class.chart.y")).startingAt(0),
                        true),
                List.of(Chart.Series.of(texts.get("class.students"), NAME, bins, counts, Chart.Mark.COLUMN)));
        return SheetPlan.named(NAME)
                .widths(18, 14, 3)
                .widths(CHART_COLUMNS, 9)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape())
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, WIDTH)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, WIDTH)))
                .with(chart)
                .build();
    }

    private void putFigures(Grid grid) {
        var shares = marks.marked().stream().map(points::share).sorted().toList();
        var range = points.shares().on(MarksSheet.NAME);
        var count = shares.size();
        var mean = shares.stream().mapToDouble(share -> share).average().orElse(0);
        var median = (shares.get((count - 1) / 2) + shares.get(count / 2)) / 2;
        put(grid, 0, "class.count", Cell.computed(COUNT.of(range), count, Role.INDEX));
        put(grid, 1, "class.mean", Cell.computed(AVERAGE.of(range), mean, Role.SHARE));
        put(grid, 2, "class.median", Cell.computed(MEDIAN.of(range), median, Role.SHARE));
        put(grid, 3, "class.lowest", Cell.computed(MIN.of(range), shares.get(0), Role.SHARE));
        put(grid, 4, "class.highest", Cell.computed(MAX.of(range), shares.get(count - 1), Role.SHARE));
    }

    private void put(Grid grid, int line, String caption, Cell figure) {
        grid.put(FIGURES_ROW + line, 0, texts.label(Role.CAPTION, caption));
        grid.put(FIGURES_ROW + line, 1, figure);
    }

    private void putBins(Grid grid) {
        grid.put(BINS_ROW, 0, texts.label(Role.CAPTION, "class.bin"));
        grid.put(BINS_ROW, 1, texts.label(Role.CAPTION, "class.students"));
        var range = points.shares().on(MarksSheet.NAME);
        for (var bin = 0; bin < BINS; bin++) {
            var from = (double) bin / BINS;
            var to = (double) (bin + 1) / BINS;
            var isLast = bin == BINS - 1;
            var count = (int) marks.marked().stream()
                    .mapToDouble(points::share)
                    .filter(share -> share >= from && (isLast || share < to))
                    .count();
            grid.put(BINS_ROW + 1 + bin, 0, MarksBook.plain(10 * bin + "–" + 10 * (bin + 1), Role.INDEX));
            grid.put(
                    BINS_ROW + 1 + bin,
                    1,
                    Cell.computed(
                            isLast ? atLeast(range, from) : atLeast(range, from).minus(atLeast(range, to)),
                            count,
                            Role.INDEX));
        }
    }

    /** A number within quotes would be read by the decimal sign of whoever opens the file. */
    private static Formula atLeast(Formula range, double share) {
        return COUNTIF.of(range, quoted(">=").joined(number(share)));
    }

    /** The hardest first. */
    private void putHardest(Grid grid) {
        grid.put(HARDEST_ROW, 0, texts.label(Role.CAPTION, "class.hardest"));
        grid.put(HARDEST_ROW, 1, texts.label(Role.CAPTION, "tasks.class"));
        var hardest = marks.tasks().stream()
                .sorted(Comparator.comparingInt(tasks::rank))
                .limit(MOST_TASKS)
                .toList();
        for (var i = 0; i < hardest.size(); i++) {
            var task = hardest.get(i);
            var row = HARDEST_ROW + 1 + i;
            var place = MATCH.of(number(i + 1), tasks.ranks().on(TasksSheet.NAME), number(0));
            grid.put(row, 0, Cell.computed(tasks.numbers().item(TasksSheet.NAME, place), task.number(), Role.INDEX));
            grid.put(row, 1, Cell.computed(tasks.shares().item(TasksSheet.NAME, place), tasks.share(task), Role.SHARE));
        }
    }
}
