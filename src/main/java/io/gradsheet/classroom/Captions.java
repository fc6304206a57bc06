package io.gradsheet.classroom;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the cells of a sheet are called, by the labels above and beside them, as a reader would look for it. */
final class Captions {
    private static final Set<Role> TEXTS = EnumSet.of(
            Role.TITLE, Role.HEADING, Role.TEXT, Role.NOTE, Role.LINK, Role.SOURCE, Role.FORWARD, Role.BACKWARD);

    private final TreeMap<Integer, Row> rows = new TreeMap<>();

    /** The captions of a sheet, which all stand in its head. */
    Captions(SheetPlan sheet) {
        sheet.head().forEach(row -> rows.put(row.index(), row));
    }

    /** A label that names cells, and where it stands. */
    record Caption(Ref place, Role role, String markup) {}

    /** A row among the captions. */
    Row row(int index) {
        return rows.get(index);
    }

    /** What a cell is called by the column that it stands in. */
    Optional<Caption> above(int row, int column) {
        for (var upper = rows.lowerKey(row); upper != null; upper = rows.lowerKey(upper)) {
            if (cell(upper, column) instanceof Cell.Label label && isCaption(label)) {
                return Optional.of(caption(upper, column, label));
            }
        }
        return Optional.empty();
    }

    /** What a cell is called by the label before it, if there is nothing but cells of its own kind between. */
    Optional<Caption> before(Row row, int column, Role role) {
        for (var left = column - 1; left >= 0; left--) {
            var cell = row.cells().get(left);
            if (cell instanceof Cell.Label label && label.role() == role) {
                return Optional.of(caption(row.index(), left, label));
            }
            var passed = cell instanceof Cell.Empty
                    || (cell instanceof Cell.Label note && note.role() == Role.NOTE)
                    || (cell instanceof Cell.Computed computed && computed.role() == role);
            if (!passed) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The words that stand in a row over a column, or over a group of columns that begins further left. */
    String words(int row, int column) {
        for (var left = column; left >= 0; left--) {
            if (cell(row, left) instanceof Cell.Label label && label.role() == Role.NOTE) {
                return label.text().markup();
            }
        }
        return "";
    }

    private Cell cell(int row, int column) {
        var cells = rows.containsKey(row) ? rows.get(row).cells() : List.<Cell>of();
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    private static boolean isCaption(Cell.Label label) {
        return !TEXTS.contains(label.role()) && !label.text().text().isBlank();
    }

    private static Caption caption(int row, int column, Cell.Label label) {
        return new Caption(Ref.at(row, column), label.role(), label.text().markup());
    }
}
