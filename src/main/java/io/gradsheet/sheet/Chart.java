package io.gradsheet.sheet;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A chart over the cells of {@code frame}. Its values stay in the cells, and it follows them.
 *
 * @param axes what the series are drawn in
 * @param series from the back to the front
 * @param legend whether the names of the series are shown
 */
public record Chart(Range frame, String title, Axes axes, List<Series> series, boolean legend) implements Feature {
    /**
     * Checks that the axes can show every series.
     *
     * @throws IllegalArgumentException if a column stands in a plane, or a path begins or ends among categories
     */
    public Chart {
        series = List.copyOf(series);
        for (var drawn : series) {
            if (!axes.shows(drawn.mark())) {
                throw new IllegalArgumentException(axes + " has no place for " + drawn);
            }
        }
    }

    /** A chart that names its series if there are several. */
    public static Chart of(Range frame, String title, Axes axes, List<Series> series) {
        return new Chart(frame, title, axes, series, series.size() > 1);
    }

    /** What the series of a chart are drawn in. */
    public sealed interface Axes {
        /** The axis of the values. */
        Axis y();

        /** Whether a series can be drawn so. */
        boolean shows(Mark mark);
    }

    /** Points have two coordinates. */
    public record Plane(Axis x, Axis y) implements Axes {
        @Override
        public boolean shows(Mark mark) {
            return mark != Mark.COLUMN;
        }
    }

    /**
     * Values stand over categories side by side, in the order of their cells, however large the numbers in these are.
     *
     * @param title below the categories; empty for none
     * @param touching whether columns touch, as those of a histogram do
     */
    public record Categories(String title, Axis y, boolean touching) implements Axes {
        @Override
        public boolean shows(Mark mark) {
            return mark != Mark.START && mark != Mark.END;
        }
    }

    /**
     * An axis of numbers.
     *
     * @param title beside it; empty for none
     * @param from the least number that is shown; empty to fit the values
     * @param to the greatest number that is shown; empty to fit the values
     */
    public record Axis(String title, Scale scale, OptionalDouble from, OptionalDouble to) {
        /**
         * Checks that there is something between the ends.
         *
         * @throws IllegalArgumentException if there is not, or if a logarithmic axis would end at 0 or below
         */
        public Axis {
            if (from.isPresent() && to.isPresent() && !(from.getAsDouble() < to.getAsDouble())) {
                throw new IllegalArgumentException("no axis runs from " + from + " to " + to);
            }
            if (scale == Scale.LOGARITHMIC && (!isPositive(from) || !isPositive(to))) {
                throw new IllegalArgumentException("no logarithmic axis runs from " + from + " to " + to);
            }
        }

        /** An axis that fits the values. */
        public static Axis fitting(String title) {
            return new Axis(title, Scale.LINEAR, OptionalDouble.empty(), OptionalDouble.empty());
        }

        /** An axis that shows the same whatever the values are. */
        public static Axis fixed(String title, double from, double to) {
            return fitting(title).startingAt(from).endingAt(to);
        }

        public Axis startingAt(double least) {
            return new Axis(title, scale, OptionalDouble.of(least), to);
        }

        public Axis endingAt(double greatest) {
            return new Axis(title, scale, from, OptionalDouble.of(greatest));
        }

        /** The same axis, on which a step is a power of ten. */
        public Axis logarithmic() {
            return new Axis(title, Scale.LOGARITHMIC, from, to);
        }

        private static boolean isPositive(OptionalDouble end) {
            return end.orElse(1) > 0;
        }
    }

    /** How numbers lie along an axis. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    /**
     * What belongs together in a chart: a line, a path, points, columns.
     *
     * @param sheet where both ranges lie
     * @param x abscissae or categories, in a row or a column
     * @param y as many values
     */
    public record Series(Name name, String sheet, Range x, Range y, Mark mark) {
        /** A series with a name that stays. */
        public static Series of(String name, String sheet, Range x, Range y, Mark mark) {
            return new Series(new Text(name), sheet, x, y, mark);
        }
    }

    /** What the legend calls a series. */
    public sealed interface Name {}

    /** A name that stays. */
    public record Text(String text) implements Name {}

    /** What a cell shows: a text, a formula's, or a number in the format of its role. */
    public record TextOf(Address cell) implements Name {}

    /** How a series is drawn. */
    public enum Mark {
        /** A plain line. */
        LINE,
        /** A line with a small marker at every point. */
        DOTS,
        /** Markers without a line. */
        POINTS,
        /** A column over every category. */
        COLUMN,
        /** Where a path begins: one large pale marker. */
        START,
        /** Where a path ends: one large black marker. */
        END
    }
}
