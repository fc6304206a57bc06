package io.gradsheet.cli;

import io.gradsheet.xlsx.OutputFile;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves of a run as a picture. */
final class CurveFile {
    private CurveFile() {}

    /** Values over what they belong to. */
    record Curve(String name, List<Double> x, List<Double> y) {}

    /** Curves over the steps of a run, which are the same for all. */
    static void write(OutputFile file, String steps, List<Curve> curves) {
        var names = curves.stream().map(Curve::name).collect(Collectors.joining(" and "));
        var chart = chart(steps, names);
        chart.getStyler().setLegendVisible(curves.size() > 1);
        curves.forEach(curve -> add(chart, curve));
        save(file, chart);
    }

    /** Several curves; where all values are above 0, a step along an axis is a power of ten. */
    static void compare(OutputFile file, String x, String y, List<Curve> curves) {
        var chart = chart(x, y);
        var isPositive = curves.stream().flatMap(curve -> curve.y().stream()).allMatch(value -> value > 0);
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(isPositive);
        curves.forEach(curve -> add(chart, curve));
        save(file, chart);
    }

    private static XYChart chart(String x, String y) {
        return new XYChartBuilder()
                .width(960)
                .height(600)
                .theme(ChartTheme.Matlab)
                .title(y + " by " + x)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
    }

    private static void add(XYChart chart, Curve curve) {
        chart.addSeries(curve.name(), curve.x(), curve.y()).setMarker(SeriesMarkers.NONE);
    }

    private static void save(OutputFile file, XYChart chart) {
        // A picture this small needs no folder for temporary files.
        ImageIO.setUseCache(false);
        file.write(draft -> Files.write(draft, BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG)));
    }
}
