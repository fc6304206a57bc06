package io.gradsheet.sheet;

import java.util.List;
import java.util.Optional;

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

    /** Cells that take on another look where a condition holds; the condition is written for the first cell. */
    record Signal(Range range, String condition, Tone tone) implements Feature {}

    /** A chart over the cells of {@code frame}. */
    record Chart(Range frame, String title, Axis x, Axis y, List<Series> series, ChartKind kind) implements Feature {}

    /** Vector shapes; their coordinates count from the top left corner of the origin. */
    record Drawing(Ref origin, List<Shape> shapes) implements Feature {}

    /** The looks of {@link Signal}. */
    enum Tone {
        /** A verdict as hoped. */
        GOOD,
        /** A verdict not as hoped. */
        BAD,
        /** A cell of a map that a path begins in. */
        START,
        /** A cell of a map that a path ends in. */
        END,
        /** A cell of a map that a path touches. */
        PATH,
        /** A number too large for four decimals: shown with an exponent. */
        LARGE
    }

    /** How the values of {@link Colours} become colours. */
    enum Palette {
        /** 0 is white and the span is black, as ink on paper. */
        INK,
        /** Minus the span is orange, 0 white, the span blue; pale enough to read figures on. */
        DIVERGING,
        /** From the lowest values, dark, over the middle one to the highest, pale: the floor of a valley stands out. */
        DEPTH
    }

    /**
     * An axis of a chart.
     *
     * @param bounds what it shows; empty to fit the values
     */
    record Axis(String title, Optional<Interval> bounds) {
        /** An axis that fits the values. */
        public static Axis fitting(String title) {
            return new Axis(title, Optional.empty());
        }

        /** An axis that shows the same whatever the values are. */
        public static Axis fixed(String title, double from, double to) {
            return new Axis(title, Optional.of(new Interval(from, to)));
        }
    }

    /** The numbers from one to another. */
    record Interval(double from, double to) {}

    /** The two kinds of chart. */
    enum ChartKind {
        /** Values over equally spaced categories. */
        LINE,
        /** Points in the plane, joined in order. */
        PATH;

        /** More categories than this leave no room for their labels. */
        private static final int MOST_CATEGORIES = 100;

        /** The kind that shows values over so many numbered steps. */
        public static ChartKind over(int steps) {
            return steps <= MOST_CATEGORIES ? LINE : PATH;
        }
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
