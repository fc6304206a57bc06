package io.gradsheet.check;

import io.gradsheet.recalc.RowCursor;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the rows of a sheet are where they were. After one row more or less, or a sort, every cell below is another one: a sentence
 * about each of them would hide the one thing that happened. A row is known by its leftmost cell.
 */
final class RowOrder {
    /** More rows than anybody inserts or deletes at once without knowing. */
    private static final int MOST_SHIFTED = 2_000;

    private final List<Mark> planned;
    private final List<Mark> found;

    private RowOrder(List<Mark> planned, List<Mark> found) {
        this.planned = planned;
        this.found = found;
    }

    /** What is known of the leftmost cell of a row: its column, what kind of cell it is, and its text if that never changes. */
    private record Mark(int column, Kind kind, String text) {
        static final Mark NONE = new Mark(-1, Kind.NOTHING, "");

        boolean fits(Mark inFile) {
            return column == inFile.column
                    && (kind == inFile.kind
                            ? text.equals(inFile.text)
                            : kind == Kind.INPUT && inFile.kind == Kind.FIXED);
        }
    }

    private enum Kind {
        NOTHING,
        FIXED,
        INPUT,
        FORMULA
    }

    /** Rows that are new: the first of them, from 0, and how many there are. */
    record Insertion(int first, int count) {}

    /** What became of the rows, and what to do; empty if they are where they were, or nobody can tell. */
    static Optional<String> complaint(SheetPlan plan, RowCursor file) {
        return of(plan, file).complaint();
    }

    /** The rows that were inserted in one place, if that is all that happened to the rows. */
    static Optional<Insertion> insertion(SheetPlan plan, RowCursor file) {
        return of(plan, file).insertion();
    }

    private static RowOrder of(SheetPlan plan, RowCursor file) {
        var planned = new ArrayList<Mark>();
        plan.pushTo(row -> put(planned, row.index(), mark(row)));
        var found = new ArrayList<Mark>();
        for (var row = file.next(); row.isPresent(); row = file.next()) {
            put(found, row.get().index(), mark(row.get()));
        }
        return new RowOrder(planned, found);
    }

    private static void put(List<Mark> marks, int row, Mark mark) {
        if (!mark.equals(Mark.NONE)) {
            marks.addAll(Collections.nCopies(row - marks.size(), Mark.NONE));
            marks.add(mark);
        }
    }

    private static Mark mark(Row row) {
        for (var column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            if (cell instanceof Cell.Label label) {
                return new Mark(column, Kind.FIXED, label.text().text());
            } else if (cell instanceof Cell.Figure figure) {
                return new Mark(column, Kind.FIXED, Value.of(figure.value()).toString());
            } else if (cell instanceof Cell.Input) {
                return new Mark(column, Kind.INPUT, "");
            } else if (cell instanceof Cell.Computed) {
                return new Mark(column, Kind.FORMULA, "");
            }
        }
        return Mark.NONE;
    }

    private static Mark mark(StoredRow row) {
        for (var cell : row.cells()) {
            if (cell.hasFormula()) {
                return new Mark(cell.column(), Kind.FORMULA, "");
            } else if (!(cell.value() instanceof Value.Nothing)) {
                return new Mark(cell.column(), Kind.FIXED, cell.value().content());
            }
        }
        return Mark.NONE;
    }

    private static Mark at(List<Mark> marks, int row) {
        return row < marks.size() ? marks.get(row) : Mark.NONE;
    }

    private int end() {
        return Math.max(planned.size(), found.size());
    }

    /** The first row that is not as it was planned, or the end. */
    private int first() {
        var first = 0;
        while (first < end() && at(planned, first).fits(at(found, first))) {
            first++;
        }
        return first;
    }

    private Optional<Insertion> insertion() {
        var first = first();
        // What stands below all that was planned has displaced nothing.
        return first < planned.size()
                ? IntStream.rangeClosed(1, MOST_SHIFTED)
                        .filter(shift -> continues(first, first + shift))
                        .mapToObj(shift -> new Insertion(first, shift))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> complaint() {
        var first = first();
        if (first >= planned.size()) {
            return Optional.empty();
        }
        var inserted = insertion();
        if (inserted.isPresent()) {
            var count = inserted.get().count();
            return Optional.of(rows(first, count, "inserted") + ": delete " + (count == 1 ? "it" : "them")
                    + ", and save the workbook");
        }
        for (var shift = 1; shift <= MOST_SHIFTED; shift++) {
            if (continues(first + shift, first)) {
                return Optional.of(rows(first, shift, "deleted") + ": undo that, or generate the workbook again");
            }
        }
        return order(first);
    }

    private static String rows(int first, int count, String done) {
        return count == 1
                ? "row " + (first + 1) + " was " + done
                : "rows " + (first + 1) + " to " + (first + count) + " were " + done;
    }

    /** Whether the file has from one row on what was planned from another row on. */
    private boolean continues(int plannedRow, int foundRow) {
        for (var i = 0; plannedRow + i < planned.size() || foundRow + i < found.size(); i++) {
            if (!at(planned, plannedRow + i).fits(at(found, foundRow + i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> order(int first) {
        var last = end();
        while (at(planned, last).fits(at(found, last))) {
            last--;
        }
        var balance = new HashMap<Mark, Integer>();
        for (var row = first; row <= last; row++) {
            balance.merge(at(planned, row), 1, Integer::sum);
            balance.merge(at(found, row), -1, Integer::sum);
        }
        return balance.values().stream().allMatch(count -> count == 0)
                ? Optional.of("rows " + (first + 1) + " to " + (last + 1)
                        + " are no longer in their order: undo the sorting or moving, and save the workbook")
                : Optional.empty();
    }
}
