package io.gradsheet.xlsx;

import java.util.List;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;

/**
 * How a series is told from the others in its chart: without colour too, by its dashes, its markers, and how dark its columns are.
 *
 * @param colour of lines and markers, and around columns
 * @param fill of columns
 */
record SeriesLook(String colour, String fill, STPresetLineDashVal.Enum dash, STMarkerStyle.Enum marker) {
    private static final List<SeriesLook> ALL = List.of(
            new SeriesLook("1F4E9E", "8FB0DF", STPresetLineDashVal.SOLID, STMarkerStyle.CIRCLE),
            new SeriesLook("C55A11", "FBE3D0", STPresetLineDashVal.DASH, STMarkerStyle.SQUARE),
            new SeriesLook("1B7F74", "4F8F88", STPresetLineDashVal.SYS_DOT, STMarkerStyle.TRIANGLE),
            new SeriesLook("7A5BA6", "D5C8E6", STPresetLineDashVal.DASH_DOT, STMarkerStyle.DIAMOND),
            new SeriesLook("404040", "5F5F5F", STPresetLineDashVal.LG_DASH, STMarkerStyle.X),
            new SeriesLook("A8325E", "F3F3F3", STPresetLineDashVal.LG_DASH_DOT_DOT, STMarkerStyle.PLUS));

    /** The look of the series with this number; counts from 0, and begins anew after the sixth. */
    static SeriesLook of(int number) {
        return ALL.get(number % ALL.size());
    }
}
