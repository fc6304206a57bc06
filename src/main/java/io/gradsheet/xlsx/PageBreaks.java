package io.gradsheet.xlsx;

import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Where the pages side by side begin on a sheet whose columns are in groups: no group begins on one page and ends on the next unless
 * it is wider than a page.
 */
final class PageBreaks {
    /** A limit that is too narrow grows by so much at a time. */
    private static final double GROWTH = 1.01;

    private final IntToLongFunction width;
    private final int columns;
    private final long repeated;
    private final Set<Integer> groups;

    /**
     * Prepares the search.
     *
     * @param width of a column, in any unit
     */
    PageBreaks(SheetPlan sheet, IntToLongFunction width) {
        this.width = width;
        this.columns = sheet.page().columns() > 0 ? sheet.page().columns() : Math.toIntExact(sheet.columns());
        this.repeated = width(0, sheet.frozen().columns());
        this.groups = Set.copyOf(sheet.page().groups());
    }

    /**
     * The first columns of the pages after the first, where pages are as narrow as can be.
     *
     * @param across how many pages there are
     */
    List<Integer> of(int across) {
        var limit = repeated + (double) (width(0, columns) - repeated) / across;
        var breaks = within(limit);
        while (breaks.size() >= across) {
            limit *= GROWTH;
            breaks = within(limit);
        }
        return breaks;
    }

    /** The width of the widest page, with the columns that are repeated. */
    long widest(List<Integer> breaks) {
        return IntStream.rangeClosed(0, breaks.size())
                .mapToLong(page -> {
                    var first = page == 0 ? 0 : breaks.get(page - 1);
                    var next = page == breaks.size() ? columns : breaks.get(page);
                    return width(first, next) + (page == 0 ? 0 : repeated);
                })
                .max()
                .orElseThrow();
    }

    /** The breaks if no page may be wider than this. */
    private List<Integer> within(double limit) {
        var breaks = new ArrayList<Integer>();
        var used = 0.0;
        for (var column = 0; column < columns; column++) {
            var needed = groups.contains(column) && repeated + width(column, groupEnd(column)) <= limit
                    ? width(column, groupEnd(column))
                    : width.applyAsLong(column);
            if (used + needed > limit && used > repeated) {
                breaks.add(column);
                used = repeated;
            }
            used += width.applyAsLong(column);
        }
        return breaks;
    }

    private int groupEnd(int first) {
        return IntStream.range(first + 1, columns)
                .filter(groups::contains)
                .findFirst()
                .orElse(columns);
    }

    private long width(int from, int to) {
        return IntStream.range(from, to).mapToLong(width).sum();
    }
}
