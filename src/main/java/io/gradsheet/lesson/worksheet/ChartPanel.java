package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Chart.Mark;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.template.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A chart over cells that stand elsewhere.
 *
 * @param beside whether it stands beside other blocks, and needs columns of its own
 */
record ChartPanel(Block.Chart chart, boolean beside) implements Panel {
    @Override
    public int rows() {
        return chart.rows();
    }

    @Override
    public List<Double> widths() {
        return beside ? Collections.nCopies(chart.columns(), Layout.USUAL_WIDTH) : List.of();
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        var columns =
                beside ? chart.columns() : canvas.columnsOf(origin.column(), chart.columns() * Layout.USUAL_WIDTH);
        var series = new ArrayList<Chart.Series>();
        chart.series().forEach(drawn -> add(series, drawn, canvas));
        var categories = chart.series().stream().anyMatch(drawn -> drawn.mark() == Block.Mark.COLUMNS);
        var axes = categories
                ? new Chart.Categories(plain(chart.x().title()), axis(chart.y()), !chart.gap())
                : new Chart.Plane(axis(chart.x()), axis(chart.y()));
        canvas.add(Chart.of(Range.of(origin, chart.rows(), columns), plain(chart.title()), axes, series));
    }

    private static Chart.Axis axis(Block.Axis axis) {
        return new Chart.Axis(
                plain(axis.title()),
                axis.logarithmic() ? Chart.Scale.LOGARITHMIC : Chart.Scale.LINEAR,
                axis.from(),
                axis.to());
    }

    private static void add(List<Chart.Series> series, Block.Series drawn, Canvas canvas) {
        var x = canvas.places().of(drawn.x());
        var y = canvas.places().of(drawn.y());
        if (!x.sheet().equals(y.sheet())) {
            throw new UnrepresentableException(drawn.place() + ": x stands on sheet " + x.sheet() + " and y on sheet "
                    + y.sheet() + "; a series needs both on one sheet");
        }
        var all = new Lines(y.sheet(), x.cells().fix(), y.cells().fix());
        var name = plain(drawn.name());
        switch (drawn.mark()) {
            case LINE -> series.add(all.named(name, Mark.LINE));
            case POINTS -> series.add(all.named(name, Mark.POINTS));
            case COLUMNS -> series.add(all.named(name, Mark.COLUMN));
            case PATH -> {
                series.add(all.named(name, Mark.DOTS));
                series.add(all.first().named(canvas.texts().get("chart.start"), Mark.START));
                series.add(all.last().named(canvas.texts().get("chart.end"), Mark.END));
            }
        }
    }

    /** A chart's texts have no superscripts. */
    private static String plain(String markup) {
        return RichText.of(markup).text();
    }

    /** Abscissae and values. */
    private record Lines(String sheet, Range x, Range y) {
        Chart.Series named(String name, Mark mark) {
            return Chart.Series.of(name, sheet, x, y, mark);
        }

        Lines first() {
            return new Lines(sheet, Range.of(x.first(), 1, 1), Range.of(y.first(), 1, 1));
        }

        Lines last() {
            return new Lines(sheet, Range.of(x.last(), 1, 1), Range.of(y.last(), 1, 1));
        }
    }
}
