package io.gradsheet.xlsx;

import io.gradsheet.sheet.Chart.Mark;
import io.gradsheet.sheet.Chart.Name;
import io.gradsheet.sheet.Chart.Series;
import io.gradsheet.sheet.Chart.Text;
import io.gradsheet.sheet.Chart.TextOf;
import io.gradsheet.sheet.Range;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAxDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTSerTx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STScatterStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;

/** Draws the series of one chart between its two axes. */
final class SeriesWriter {
    private static final String BLACK = "000000";

    /** Not white: some programs draw a marker without its outline. */
    private static final String PALE = "CFCFCF";

    private static final double LINE_POINTS = 2;
    private static final double OUTLINE_POINTS = 0.75;
    private static final int DOT_POINTS = 5;
    private static final int POINT_POINTS = 7;
    private static final int END_POINTS = 11;

    /** The space between columns, in per cent of a column's width. */
    private static final int GAP = 60;

    private final CTPlotArea area;
    private final long x;
    private final long y;

    SeriesWriter(XSSFChart chart, long x, long y) {
        this.area = chart.getCTChart().getPlotArea();
        this.x = x;
        this.y = y;
    }

    /** Draws series in a plane. */
    void points(List<Series> plan) {
        var group = area.addNewScatterChart();
        group.addNewScatterStyle().setVal(STScatterStyle.LINE_MARKER);
        group.addNewVaryColors().setVal(false);
        var looks = 0;
        for (var i = 0; i < plan.size(); i++) {
            var series = plan.get(i);
            var target = group.addNewSer();
            target.addNewIdx().setVal(i);
            target.addNewOrder().setVal(i);
            name(target.addNewTx(), series.name());
            if (series.mark() == Mark.START || series.mark() == Mark.END) {
                line(target.addNewSpPr());
                end(target.addNewMarker(), series.mark());
            } else {
                var look = SeriesLook.of(looks++);
                line(target.addNewSpPr(), series.mark(), look);
                marker(target.addNewMarker(), series.mark(), look);
            }
            x(target.addNewXVal(), series);
            y(target.addNewYVal(), series);
            target.addNewSmooth().setVal(false);
        }
        group.addNewAxId().setVal(x);
        group.addNewAxId().setVal(y);
    }

    /** Draws series over categories, lines in front of columns. */
    void overCategories(List<Series> plan, boolean touching) {
        if (plan.stream().anyMatch(series -> series.mark() == Mark.COLUMN)) {
            columns(plan, touching);
        }
        if (plan.stream().anyMatch(series -> series.mark() != Mark.COLUMN)) {
            lines(plan);
        }
    }

    private void columns(List<Series> plan, boolean touching) {
        var group = area.addNewBarChart();
        group.addNewBarDir().setVal(STBarDir.COL);
        group.addNewGrouping().setVal(STBarGrouping.CLUSTERED);
        group.addNewVaryColors().setVal(false);
        for (var i = 0; i < plan.size(); i++) {
            var series = plan.get(i);
            if (series.mark() == Mark.COLUMN) {
                var target = group.addNewSer();
                target.addNewIdx().setVal(i);
                target.addNewOrder().setVal(i);
                name(target.addNewTx(), series.name());
                var look = SeriesLook.of(i);
                var shape = target.addNewSpPr();
                shape.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(look.fill()));
                ChartWriter.stroke(shape.addNewLn(), look.colour(), OUTLINE_POINTS);
                target.addNewInvertIfNegative().setVal(false);
                x(target.addNewCat(), series);
                y(target.addNewVal(), series);
            }
        }
        group.addNewGapWidth().setVal(touching ? 0 : GAP);
        group.addNewAxId().setVal(x);
        group.addNewAxId().setVal(y);
    }

    private void lines(List<Series> plan) {
        var group = area.addNewLineChart();
        group.addNewGrouping().setVal(STGrouping.STANDARD);
        group.addNewVaryColors().setVal(false);
        for (var i = 0; i < plan.size(); i++) {
            var series = plan.get(i);
            if (series.mark() != Mark.COLUMN) {
                var target = group.addNewSer();
                target.addNewIdx().setVal(i);
                target.addNewOrder().setVal(i);
                name(target.addNewTx(), series.name());
                line(target.addNewSpPr(), series.mark(), SeriesLook.of(i));
                marker(target.addNewMarker(), series.mark(), SeriesLook.of(i));
                x(target.addNewCat(), series);
                y(target.addNewVal(), series);
                target.addNewSmooth().setVal(false);
            }
        }
        group.addNewMarker().setVal(true);
        group.addNewAxId().setVal(x);
        group.addNewAxId().setVal(y);
    }

    private static void name(CTSerTx target, Name name) {
        if (name instanceof TextOf cell) {
            target.addNewStrRef().setF(FeatureWriter.absolute(cell.cell()));
        } else if (name instanceof Text text) {
            target.setV(Texts.plain(text.text()));
        }
    }

    private static void x(CTAxDataSource target, Series series) {
        target.addNewNumRef().setF(cells(series, series.x()));
    }

    private static void y(CTNumDataSource target, Series series) {
        target.addNewNumRef().setF(cells(series, series.y()));
    }

    private static String cells(Series series, Range range) {
        return FeatureWriter.absolute(series.sheet(), range);
    }

    private static void line(CTShapeProperties shape, Mark mark, SeriesLook look) {
        if (mark == Mark.POINTS) {
            line(shape);
            return;
        }
        var line = shape.addNewLn();
        ChartWriter.stroke(line, look.colour(), LINE_POINTS);
        line.addNewPrstDash().setVal(look.dash());
        line.addNewRound();
    }

    /** No line. */
    private static void line(CTShapeProperties shape) {
        shape.addNewLn().addNewNoFill();
    }

    private static void marker(CTMarker marker, Mark mark, SeriesLook look) {
        if (mark == Mark.LINE) {
            marker.addNewSymbol().setVal(STMarkerStyle.NONE);
        } else {
            marker(marker, look.marker(), mark == Mark.DOTS ? DOT_POINTS : POINT_POINTS, look.colour(), look.colour());
        }
    }

    private static void end(CTMarker marker, Mark mark) {
        marker(marker, STMarkerStyle.CIRCLE, END_POINTS, BLACK, mark == Mark.START ? PALE : BLACK);
    }

    private static void marker(CTMarker marker, STMarkerStyle.Enum symbol, int points, String outline, String fill) {
        marker.addNewSymbol().setVal(symbol);
        // The reduced schema types of POI lack that of sizes.
        try (var end = marker.newCursor()) {
            end.toEndToken();
            end.beginElement("size", "http://schemas.openxmlformats.org/drawingml/2006/chart");
            end.insertAttributeWithValue("val", Integer.toString(points));
        }
        var shape = marker.addNewSpPr();
        shape.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(fill));
        ChartWriter.stroke(shape.addNewLn(), outline, points == END_POINTS ? LINE_POINTS : OUTLINE_POINTS);
    }
}
