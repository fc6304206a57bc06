package io.gradsheet.sheet;

import java.util.List;

/**
 * What a workbook would hold: a dry run of its plan that writes nothing.
 *
 * @param sheets in the order of their tabs, hidden ones too
 */
public record Census(List<Count> sheets) {
    /** Of a formula and its value in the compressed file; a value of few digits takes less, one of many more. */
    private static final double BYTES_PER_FORMULA = 14;

    /** Of any other cell. */
    private static final double BYTES_PER_OTHER = 6;

    /** Of what surrounds the cells. */
    private static final double BYTES_AROUND = 40_000;

    public Census {
        sheets = List.copyOf(sheets);
    }

    /**
     * A sheet.
     *
     * @param rows that it spans
     * @param columns that it spans
     * @param cells that hold anything
     * @param formulas among them
     * @param longest how many characters the longest formula has
     */
    public record Count(String name, long rows, long columns, long cells, long formulas, int longest) {}

    /** Goes through all rows of a plan, as a writer would. */
    public static Census of(Plan plan) {
        return new Census(plan.sheets().stream().map(Census::count).toList());
    }

    private static Count count(SheetPlan sheet) {
        var counter = new Counter();
        sheet.pushTo(counter);
        return new Count(sheet.name(), sheet.rows(), sheet.columns(), counter.cells, counter.formulas, counter.longest);
    }

    /** How many formulas there are in all sheets. */
    public long formulas() {
        return sheets.stream().mapToLong(Count::formulas).sum();
    }

    /** How many cells there are in all sheets. */
    public long cells() {
        return sheets.stream().mapToLong(Count::cells).sum();
    }

    /** About how many bytes the file would have. */
    public long estimatedBytes() {
        return Math.round(BYTES_AROUND + BYTES_PER_FORMULA * formulas() + BYTES_PER_OTHER * (cells() - formulas()));
    }

    private static final class Counter implements RowSink {
        private long cells;
        private long formulas;
        private int longest;

        @Override
        public void row(Row row) {
            for (var cell : row.cells()) {
                if (cell instanceof Cell.Computed computed) {
                    formulas++;
                    longest = Math.max(longest, computed.text().length());
                }
                if (!(cell instanceof Cell.Empty)) {
                    cells++;
                }
            }
        }
    }
}
