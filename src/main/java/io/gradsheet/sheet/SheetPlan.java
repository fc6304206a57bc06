package io.gradsheet.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One sheet before it is a file.
 *
 * @param name as on its tab; the same in every language, since formulas name it
 * @param widths of the columns from A on, in characters; further columns keep the program's own width
 * @param head rows that are there from the start: captions, small sheets as a whole
 * @param body rows that stream after the head, any number
 * @param rows how many rows the sheet spans, head and body
 * @param columns how many columns it spans
 * @param frozen how many rows and columns at the top left stay in view
 * @param page how it is printed
 * @param features what lies on and around the cells
 * @param hidden whether no menu of the program shows it
 * @param outlineLevels how many levels of row groups there are in head and body; the program shows a button for each
 */
public record SheetPlan(
        String name,
        List<Double> widths,
        List<Row> head,
        RowSource body,
        long rows,
        long columns,
        Frozen frozen,
        Page page,
        List<Feature> features,
        boolean hidden,
        int outlineLevels) {

    /** Rows and columns that stay in view. */
    public record Frozen(int rows, int columns) {
        public static final Frozen NOTHING = new Frozen(0, 0);
    }

    /**
     * How a sheet is printed, on A4.
     *
     * @param isLandscape the long side across
     * @param across how many pages side by side
     * @param down how many pages below one another; 0 for as many as it takes
     * @param titleRows how many rows at the top are repeated on every page
     * @param columns how many columns are printed; 0 for all
     * @param rows how many rows are printed; 0 for all
     * @param groups the first columns of groups that belong on one page, where there are several side by side
     */
    public record Page(
            boolean isLandscape, int across, int down, int titleRows, int columns, int rows, List<Integer> groups) {
        public Page {
            groups = List.copyOf(groups);
        }

        /** All on one page, upright. */
        public static Page portrait() {
            return new Page(false, 1, 1, 0, 0, 0, List.of());
        }

        /** All on one page, on its side. */
        public static Page landscape() {
            return new Page(true, 1, 1, 0, 0, 0, List.of());
        }

        /** The same, but as long as it takes, and the first rows on every page. */
        public Page tall(int titleRows) {
            return new Page(isLandscape, across, 0, titleRows, columns, rows, groups);
        }

        /** The same, on several pages side by side. */
        public Page across(int pages) {
            return new Page(isLandscape, pages, down, titleRows, columns, rows, groups);
        }

        /** The same, with pages side by side that begin at groups of columns. */
        public Page inGroups(List<Integer> firstColumns) {
            return new Page(isLandscape, across, down, titleRows, columns, rows, firstColumns);
        }

        /** The same, of the first columns alone. */
        public Page ofColumns(int columns) {
            return new Page(isLandscape, across, down, titleRows, columns, rows, groups);
        }

        /** The same, of the first rows alone. */
        public Page ofRows(int rows) {
            return new Page(isLandscape, across, down, titleRows, columns, rows, groups);
        }
    }

    public SheetPlan {
        widths = List.copyOf(widths);
        head = List.copyOf(head);
        features = List.copyOf(features);
    }

    /** The same sheet with other first rows, in the same places. */
    public SheetPlan withHead(List<Row> rows) {
        return new SheetPlan(
                name, widths, rows, body, this.rows, columns, frozen, page, features, hidden, outlineLevels);
    }

    /** The same sheet with rows changed, each in its place. */
    public SheetPlan withRows(UnaryOperator<Row> change) {
        return new SheetPlan(
                name,
                widths,
                head.stream().map(change).toList(),
                sink -> body.pushTo(row -> sink.row(change.apply(row))),
                rows,
                columns,
                frozen,
                page,
                features,
                hidden,
                outlineLevels);
    }

    /** Pushes every row, head and body, from the top down. */
    public void pushTo(RowSink sink) {
        head.forEach(sink::row);
        body.pushTo(sink);
    }

    /** Begins a sheet of this name. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects what a sheet is made of. */
    public static final class Builder {
        private final String name;
        private final List<Double> widths = new ArrayList<>();
        private final List<Feature> features = new ArrayList<>();
        private List<Row> head = List.of();
        private RowSource body = RowSource.NONE;
        private long bodyRows;
        private long bodyColumns;
        private Frozen frozen = Frozen.NOTHING;
        private Page page = Page.landscape().tall(0);
        private boolean hidden;
        private int bodyOutlineLevels;

        private Builder(String name) {
            this.name = name;
        }

        /** Widths of the next columns, in characters. */
        public Builder widths(double... characters) {
            for (var width : characters) {
                widths.add(width);
            }
            return this;
        }

        /** The width of each of the next {@code count} columns. */
        public Builder widths(int count, double characters) {
            for (var i = 0; i < count; i++) {
                widths.add(characters);
            }
            return this;
        }

        public Builder head(List<Row> rows) {
            head = rows;
            return this;
        }

        /** Rows that stream after the head; where they end is said here, so that a sheet too large is known before it is written. */
        public Builder body(RowSource source, long lastRow, long columns) {
            body = source;
            bodyRows = lastRow + 1;
            bodyColumns = columns;
            return this;
        }

        /** How many levels of row groups the body has; those of the head are counted by themselves. */
        public Builder bodyOutline(int levels) {
            bodyOutlineLevels = levels;
            return this;
        }

        public Builder freeze(int rows, int columns) {
            frozen = new Frozen(rows, columns);
            return this;
        }

        public Builder page(Page page) {
            this.page = page;
            return this;
        }

        public Builder with(Feature feature) {
            features.add(feature);
            return this;
        }

        public Builder with(List<? extends Feature> more) {
            features.addAll(more);
            return this;
        }

        public Builder hide() {
            hidden = true;
            return this;
        }

        public SheetPlan build() {
            var rows = head.stream().mapToInt(row -> row.index() + 1).max().orElse(0);
            var columns =
                    head.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            var levels = head.stream()
                    .mapToInt(row -> row.look().outlineLevel())
                    .max()
                    .orElse(0);
            return new SheetPlan(
                    name,
                    widths,
                    head,
                    body,
                    Math.max(rows, bodyRows),
                    Math.max(columns, bodyColumns),
                    frozen,
                    page,
                    features,
                    hidden,
                    Math.max(levels, bodyOutlineLevels));
        }
    }
}
