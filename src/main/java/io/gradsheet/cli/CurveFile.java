package io.gradsheet.cli;

import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curve of a run as a picture: the second column over the first. */
final class CurveFile {
    private CurveFile() {}

    static void write(OutputFile file, List<String> columns, List<List<Double>> rows) {
        var chart = new XYChartBuilder()
                .width(960)
                .height(600)
                .theme(ChartTheme.Matlab)
                .title(columns.get(1) + " by " + columns.get(0))
                .xAxisTitle(columns.get(0))
                .yAxisTitle(columns.get(1))
                .build();
        chart.getStyler().setLegendVisible(false);
        chart.addSeries(columns.get(1), column(rows, 0), column(rows, 1)).setMarker(SeriesMarkers.NONE);
        file.write(draft -> Files.write(draft, png(chart)));
    }

    private static byte[] png(org.knowm.xchart.XYChart chart) throws IOException {
        return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
    }

    private static double[] column(List<List<Double>> rows, int column) {
        return rows.stream().mapToDouble(row -> row.get(column)).toArray();
    }
}
