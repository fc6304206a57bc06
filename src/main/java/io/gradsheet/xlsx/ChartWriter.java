package io.gradsheet.xlsx;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Feature.ChartKind;
import io.gradsheet.sheet.Feature.Mark;
import io.gradsheet.sheet.Feature.Series;
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
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAxDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTSerTx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STScatterStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;

/** Puts charts on a sheet, with titles and axis titles and without clutter. The values stay in the cells. */
final class ChartWriter {
    private static final String TEXT = "404040";
    private static final String AXIS = "A6A6A6";
    private static final String GRID = "E3E3E3";
    private static final String HOLLOW = "CFE0F5";
    private static final double LINE_POINTS = 2;
    private static final int DOT_POINTS = 5;
    private static final int ENDPOINT_POINTS = 11;

    private static final List<Stroke> STROKES = List.of(
            new Stroke("1F4E9E", STPresetLineDashVal.SOLID),
            new Stroke("C55A11", STPresetLineDashVal.SOLID),
            new Stroke("7F7F7F", STPresetLineDashVal.DASH),
            new Stroke("1B7F74", STPresetLineDashVal.SYS_DOT),
            new Stroke("7A5BA6", STPresetLineDashVal.DASH_DOT));

    private final XSSFSheet sheet;

    ChartWriter(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** How a series is told from the others, in colour and without. */
    private record Stroke(String colour, STPresetLineDashVal.Enum dash) {}

    void write(Feature.Chart plan) {
        var drawing = sheet.createDrawingPatriarch();
        var chart = drawing.createChart(Geometry.anchor(plan.frame()));
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(Texts.plain(plan.title()));
        // POI counts charts by themselves, and shapes on the same sheet would have the same numbers.
        properties.setId(drawing.getCTDrawing().sizeOfTwoCellAnchorArray());
        var line = plan.kind() == ChartKind.LINE;
        var x = line ? chart.createCategoryAxis(AxisPosition.BOTTOM) : chart.createValueAxis(AxisPosition.BOTTOM);
        var y = chart.createValueAxis(AxisPosition.LEFT);
        axis(x, plan.xTitle());
        axis(y, plan.yTitle());
        x.crossAxis(y);
        y.crossAxis(x);
        y.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        if (line) {
            lines(chart, plan.series(), x, y);
        } else {
            if (x instanceof XDDFValueAxis across) {
                across.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
            }
            path(chart, plan.series(), x, y);
        }
        frame(chart, plan);
    }

    private static void frame(XSSFChart chart, Feature.Chart plan) {
        chart.setTitleText(Texts.plain(plan.title()));
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        type(chart.getCTChart().getTitle(), 1300);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        // Rows folded away are still part of the story.
        chart.setPlotOnlyVisibleCells(false);
        if (plan.series().size() > 1) {
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

    private static void axis(XDDFChartAxis axis, String title) {
        axis.setTitle(Texts.plain(title));
        axis.setCrosses(AxisCrosses.AUTO_ZERO);
        axis.setMajorTickMark(AxisTickMark.OUT);
        axis.setMinorTickMark(AxisTickMark.NONE);
        // Beside the chart, not across it where values are negative.
        axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
        axis.setNumberFormat("General");
        stroke(axis.getOrAddShapeProperties().getXmlObject().addNewLn(), AXIS, 1);
        if (axis instanceof XDDFValueAxis) {
            stroke(axis.getOrAddMajorGridProperties().getXmlObject().addNewLn(), GRID, 0.75);
        }
    }

    private void lines(XSSFChart chart, List<Series> plan, XDDFChartAxis x, XDDFChartAxis y) {
        var group = chart.getCTChart().getPlotArea().addNewLineChart();
        group.addNewGrouping().setVal(STGrouping.STANDARD);
        group.addNewVaryColors().setVal(false);
        for (var i = 0; i < plan.size(); i++) {
            var series = plan.get(i);
            var target = group.addNewSer();
            target.addNewIdx().setVal(i);
            target.addNewOrder().setVal(i);
            name(target.addNewTx(), series);
            draw(target.addNewSpPr(), target.addNewMarker(), series.mark(), STROKES.get(i % STROKES.size()));
            x(target.addNewCat(), series);
            y(target.addNewVal(), series);
            target.addNewSmooth().setVal(false);
        }
        group.addNewMarker().setVal(true);
        group.addNewAxId().setVal(x.getId());
        group.addNewAxId().setVal(y.getId());
    }

    private void path(XSSFChart chart, List<Series> plan, XDDFChartAxis x, XDDFChartAxis y) {
        var group = chart.getCTChart().getPlotArea().addNewScatterChart();
        group.addNewScatterStyle().setVal(STScatterStyle.LINE_MARKER);
        group.addNewVaryColors().setVal(false);
        var lines = 0;
        for (var i = 0; i < plan.size(); i++) {
            var series = plan.get(i);
            var endpoint = series.mark() == Mark.START || series.mark() == Mark.END;
            // The ends of a path are of the colour of the path, which comes before them.
            var stroke = STROKES.get(Math.max(0, endpoint ? lines - 1 : lines++) % STROKES.size());
            var target = group.addNewSer();
            target.addNewIdx().setVal(i);
            target.addNewOrder().setVal(i);
            name(target.addNewTx(), series);
            draw(target.addNewSpPr(), target.addNewMarker(), series.mark(), stroke);
            x(target.addNewXVal(), series);
            y(target.addNewYVal(), series);
            target.addNewSmooth().setVal(false);
        }
        group.addNewAxId().setVal(x.getId());
        group.addNewAxId().setVal(y.getId());
    }

    private static void name(CTSerTx target, Series series) {
        target.setV(Texts.plain(series.name()));
    }

    private static void x(CTAxDataSource target, Series series) {
        target.addNewNumRef().setF(FeatureWriter.absolute(series.sheet(), series.x()));
    }

    private static void y(CTNumDataSource target, Series series) {
        target.addNewNumRef().setF(FeatureWriter.absolute(series.sheet(), series.y()));
    }

    private static void draw(CTShapeProperties shape, CTMarker marker, Mark mark, Stroke stroke) {
        var line = shape.addNewLn();
        if (mark == Mark.LINE || mark == Mark.DOTS) {
            stroke(line, stroke.colour(), LINE_POINTS);
            line.addNewPrstDash().setVal(stroke.dash());
            line.addNewRound();
        } else {
            line.addNewNoFill();
        }
        switch (mark) {
            case LINE -> marker.addNewSymbol().setVal(STMarkerStyle.NONE);
            case DOTS -> marker(marker, DOT_POINTS, stroke.colour(), stroke.colour());
            // Not white inside: some programs draw a marker without its outline.
            case START -> marker(marker, ENDPOINT_POINTS, stroke.colour(), HOLLOW);
            case END -> marker(marker, ENDPOINT_POINTS, stroke.colour(), stroke.colour());
        }
    }

    private static void marker(CTMarker marker, int points, String outline, String fill) {
        marker.addNewSymbol().setVal(STMarkerStyle.CIRCLE);
        marker.addNewSize().setVal((short) points);
        var shape = marker.addNewSpPr();
        shape.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(fill));
        stroke(shape.addNewLn(), outline, points == DOT_POINTS ? 0.75 : LINE_POINTS);
    }

    private static void stroke(CTLineProperties line, String colour, double points) {
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
