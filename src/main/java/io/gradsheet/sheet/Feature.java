package io.gradsheet.sheet;

import java.util.List;

/** What lies on, around or behind the cells of a sheet. */
public sealed interface Feature
        permits Chart,
                Feature.Merge,
                Feature.Link,
                Feature.Choice,
                Feature.ChoiceFrom,
                Feature.Bounds,
                Feature.Message,
                Feature.Colours,
                Feature.Signal,
                Feature.Drawing,
                Feature.Solver {
    /** Cells shown as one. */
    record Merge(Range range) implements Feature {}

    /** A cell that leads to a place in the workbook when clicked. */
    record Link(Ref from, Address to) implements Feature {}

    /** Inputs that must be one of the listed values, offered in a drop-down. */
    record Choice(Range range, List<String> values, String hint) implements Feature {}

    /** Inputs that must be one of the values in a list on a sheet, offered in a drop-down. */
    record ChoiceFrom(Range range, String sheet, Range list, String hint) implements Feature {}

    /** Inputs that must be numbers, from {@code least} to {@code most}. */
    record Bounds(Range range, double least, double most, boolean whole, String hint) implements Feature {
        /** Numbers that need not be whole. */
        public Bounds(Range range, double least, double most, String hint) {
            this(range, least, most, false, hint);
        }
    }

    /** A text that shows while one of the cells is chosen, whatever stands in it; what may be typed stays as it is. */
    record Message(Range range, String text) implements Feature {}

    /**
     * Cells coloured by their value.
     *
     * @param span the value that has the full colour, where the palette is one of fixed values
     */
    record Colours(Range range, Palette palette, double span) implements Feature {}

    /** Cells that take on another look where a condition holds; the condition is written for the first cell. */
    record Signal(Range range, Formula condition, Tone tone) implements Feature {}

    /** Vector shapes; their coordinates count from the top left corner of the origin. */
    record Drawing(Ref origin, List<Shape> shapes) implements Feature {}

    /**
     * What Excel's Solver finds set up when it is opened on the sheet: a cell to make small, and the cells to change for it. Other programs
     * take no notice.
     *
     * @param changing ranges that do not overlap, at most {@link #MOST_CHANGING} cells in all
     */
    record Solver(Ref objective, List<Range> changing) implements Feature {
        /** The most cells that Excel's Solver changes. */
        public static final int MOST_CHANGING = 200;

        /**
         * Checks that Excel's Solver can take it.
         *
         * @throws IllegalArgumentException if there is no cell to change, or there are too many
         */
        public Solver {
            changing = List.copyOf(changing);
            var cells = changing.stream()
                    .mapToInt(range -> range.rows() * range.columns())
                    .sum();
            if (cells < 1 || cells > MOST_CHANGING) {
                throw new IllegalArgumentException(
                        "Excel's Solver changes from 1 to " + MOST_CHANGING + " cells, not " + cells);
            }
        }
    }

    /** The looks of {@link Signal}. */
    enum Tone {
        /** A verdict as hoped. */
        GOOD,
        /** A verdict not as hoped. */
        BAD,
        /** An answer that is right: coloured, and marked after its figures. */
        RIGHT,
        /** An answer that is wrong, marked likewise. */
        WRONG,
        /** What is not to be seen yet: it looks like an empty cell. */
        HIDDEN,
        /** A cell of a map that a path begins in. */
        START,
        /** A cell of a map that a path ends in. */
        END,
        /** A cell of a map that a path touches. */
        PATH,
        /** A cell of a map with a sample that says yes. */
        YES,
        /** A cell of a map with a sample that says no. */
        NO,
        /** A number too large for four decimals: shown with an exponent. */
        LARGE,
        /** A whole number, whose four decimals say nothing: shown without them. */
        WHOLE
    }

    /** How the values of {@link Colours} become colours. */
    enum Palette {
        /** 0 is white and the span is black, as ink on paper. */
        INK,
        /** Minus the span is orange, 0 white, the span blue; pale enough to read figures on. */
        DIVERGING,
        /** 0 is orange, half of the span white, the span blue. */
        HALVES,
        /** From the lowest values, dark, over the middle one to the highest, pale: the floor of a valley stands out. */
        DEPTH
    }
}
