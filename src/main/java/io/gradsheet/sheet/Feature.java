package io.gradsheet.sheet;

import java.util.List;

/** What lies on, around or behind the cells of a sheet. */
public sealed interface Feature {
    /** Cells shown as one. */
    record Merge(Range range) implements Feature {}

    /** A cell that leads to a place in the workbook when clicked. */
    record Link(Ref from, Address to) implements Feature {}

    /** Inputs that must be one of the listed values, offered in a drop-down. */
    record Choice(Range range, List<String> values, String hint) implements Feature {}

    /** Inputs that must be one of the values in a list on a sheet, offered in a drop-down. */
    record ChoiceFrom(Range range, String sheet, Range list, String hint) implements Feature {}

    /** Inputs that must be numbers, from {@code least} to {@code most}. */
    record Bounds(Range range, double least, double most, String hint) implements Feature {}

    /**
     * Cells coloured by their value.
     *
     * @param span the value that has the full colour, where the palette is one of fixed values
     */
    record Colours(Range range, Palette palette, double span) implements Feature {}

    /** Cells that look like a good or a bad verdict as a condition holds or not; the condition is written for the first cell. */
    record Signal(Range range, String condition, boolean good) implements Feature {}

    /** A chart over the cells of {@code frame}. */
    record Chart(Range frame, String title, String xTitle, String yTitle, List<Series> series, ChartKind kind)
            implements Feature {}

    /** Vector shapes; places are in cells, fractions included. */
    record Drawing(List<Shape> shapes) implements Feature {}

    /** How the values of {@link Colours} become colours. */
    enum Palette {
        /** 0 is white and the span is black, as ink on paper. */
        INK,
        /** Minus the span is orange, 0 white, the span blue; pale enough to read figures on. */
        DIVERGING,
        /** From the lowest value, pale, to the highest, dark. */
        DEPTH
    }

    /** The two kinds of chart. */
    enum ChartKind {
        /** Values over equally spaced categories. */
        LINE,
        /** Points in the plane, joined in order. */
        PATH
    }

    /**
     * One line of a chart.
     *
     * @param name as the legend shows it
     * @param sheet where both ranges lie
     * @param x categories or abscissae
     * @param y values
     * @param mark how the line is drawn
     */
    record Series(String name, String sheet, Range x, Range y, Mark mark) {}

    /** How a series is drawn. */
    enum Mark {
        /** A plain line. */
        LINE,
        /** A line with a small dot at every point. */
        DOTS,
        /** Where a path begins: one large hollow marker. */
        START,
        /** Where a path ends: one large full marker. */
        END
    }
}
