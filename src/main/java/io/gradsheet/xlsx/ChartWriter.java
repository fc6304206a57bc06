package io.gradsheet.xlsx;

import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Chart.Axis;
import io.gradsheet.sheet.Chart.Mark;
import io.gradsheet.sheet.Chart.Scale;
import io.gradsheet.sheet.Chart.Series;
import java.util.List;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;

/** Puts charts on a sheet, with titles and axis titles and without clutter. The values stay in the cells. */
final class ChartWriter {
    private static final String TEXT = "404040";
    private static final String AXIS = "A6A6A6";
    private static final String GRID = "E3E3E3";

    /** Powers of ten far from 1 are shown as such. */
    private static final String POWERS = "[<0.1]0E+0;[>99999]0E+0;General";

    private final XSSFSheet sheet;

    ChartWriter(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    void write(Chart plan) {
        var drawing = sheet.createDrawingPatriarch();
        var chart = drawing.createChart(Geometry.anchor(plan.frame()));
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(Texts.plain(plan.title()));
        // POI counts charts by themselves, and shapes on the same sheet would have the same numbers.
        properties.setId(drawing.getCTDrawing().sizeOfTwoCellAnchorArray());
        if (plan.axes() instanceof Chart.Plane plane) {
            plane(chart, plane, plan.series());
        } else if (plan.axes() instanceof Chart.Categories categories) {
            categories(chart, categories, plan.series());
        }
        ownFormats(chart);
        frame(chart, plan);
    }

    /** Numbers along an axis are not written as those in the cells are: -4, not -4.0000. */
    private static void ownFormats(XSSFChart chart) {
        var area = chart.getCTChart().getPlotArea();
        area.getValAxList().forEach(axis -> axis.getNumFmt().setSourceLinked(false));
        area.getCatAxList().forEach(axis -> axis.getNumFmt().setSourceLinked(false));
    }

    private static void plane(XSSFChart chart, Chart.Plane plane, List<Series> series) {
        var x = chart.createValueAxis(AxisPosition.BOTTOM);
        var y = valueAxis(chart, plane.y(), x);
        numbers(x, plane.x(), plane.y().scale());
        x.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        y.setCrosses(crossing(plane.x().scale()));
        y.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        new SeriesWriter(chart, x.getId(), y.getId()).points(series);
    }

    private static void categories(XSSFChart chart, Chart.Categories categories, List<Series> series) {
        var x = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var y = valueAxis(chart, categories.y(), x);
        axis(x, categories.title(), categories.y().scale());
        var columns = series.stream().anyMatch(drawn -> drawn.mark() == Mark.COLUMN);
        y.setCrossBetween(columns ? AxisCrossBetween.BETWEEN : AxisCrossBetween.MIDPOINT_CATEGORY);
        new SeriesWriter(chart, x.getId(), y.getId()).overCategories(series, categories.touching());
    }

    private static XDDFValueAxis valueAxis(XSSFChart chart, Axis plan, XDDFChartAxis x) {
        var y = chart.createValueAxis(AxisPosition.LEFT);
        numbers(y, plan, Scale.LINEAR);
        x.crossAxis(y);
        y.crossAxis(x);
        return y;
    }

    private static void numbers(XDDFValueAxis axis, Axis plan, Scale across) {
        axis(axis, plan.title(), across);
        plan.from().ifPresent(axis::setMinimum);
        plan.to().ifPresent(axis::setMaximum);
        if (plan.scale() == Scale.LOGARITHMIC) {
            axis.setLogBase(10);
            axis.setNumberFormat(POWERS);
        }
        stroke(axis.getOrAddMajorGridProperties().getXmlObject().addNewLn(), GRID, 0.75);
    }

    private static void axis(XDDFChartAxis axis, String title, Scale across) {
        if (!title.isBlank()) {
            axis.setTitle(Texts.plain(title));
        }
        axis.setCrosses(crossing(across));
        axis.setMajorTickMark(AxisTickMark.OUT);
        axis.setMinorTickMark(AxisTickMark.NONE);
        // Beside the chart, not across it where values are negative.
        axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
        axis.setNumberFormat("General");
        stroke(axis.getOrAddShapeProperties().getXmlObject().addNewLn(), AXIS, 1);
    }

    /** Where an axis crosses another: a logarithmic one has no 0, and programs would take 1, in the middle of the chart. */
    private static AxisCrosses crossing(Scale across) {
        return across == Scale.LOGARITHMIC ? AxisCrosses.MIN : AxisCrosses.AUTO_ZERO;
    }

    private static void frame(XSSFChart chart, Chart plan) {
        chart.setTitleText(Texts.plain(plan.title()));
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        type(chart.getCTChart().getTitle(), 1300);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        // Rows folded away are still part of the story.
        chart.setPlotOnlyVisibleCells(false);
        if (plan.legend()) {
            var legend = chart.getOrAddLegend();
            legend.setPosition(LegendPosition.BOTTOM);
            legend.setOverlay(false);
        }
        var space = chart.getCTChartSpace();
        (space.isSetRoundedCorners() ? space.getRoundedCorners() : space.addNewRoundedCorners()).setVal(false);
        var area = space.isSetSpPr() ? space.getSpPr() : space.addNewSpPr();
        area.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb("FFFFFF"));
        stroke(area.addNewLn(), "D9D9D9", 0.75);
        var text = space.addNewTxPr();
        text.addNewBodyPr();
        var properties = text.addNewP().addNewPPr().addNewDefRPr();
        properties.setSz(1000);
        properties.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(TEXT));
        properties.addNewLatin().setTypeface("Arial");
    }

    static void stroke(CTLineProperties line, String colour, double points) {
        line.setW(Units.toEMU(points));
        line.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(colour));
    }

    private static void type(CTTitle title, int hundredths) {
        var text = title.getTx().getRich();
        for (var paragraph : text.getPList()) {
            for (var run : paragraph.getRList()) {
                var properties = run.isSetRPr() ? run.getRPr() : run.addNewRPr();
                properties.setSz(hundredths);
                properties.setB(true);
                properties.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(TEXT));
                properties.addNewLatin().setTypeface("Arial");
            }
        }
    }
}
