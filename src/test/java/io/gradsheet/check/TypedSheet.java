package io.gradsheet.check;

import io.gradsheet.recalc.RowCursor;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.TypedCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A small sheet as it was planned, and as it is after somebody worked in it. Cells are typed with {@code |} between them:
 * {@code =B2*2} is a formula, {@code 5} an input, {@code "a"} an input that is a text, {@code #5} a figure, anything else a label.
 */
final class TypedSheet {
    static final String NAME = "Sheet";

    /** What programs do with formulas when cells are pasted over others. */
    enum Program {
        /** The formulas that named them still do. */
        LIBREOFFICE,
        /** The formulas that named them name nothing. */
        EXCEL,
        /** All formulas stay as they are. */
        CARELESS
    }

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]+[0-9]+)(?::([A-Z]+[0-9]+))?");

    private String name = NAME;
    private final List<Row> planned = new ArrayList<>();
    private Map<CellAddress, StoredCell> file = new TreeMap<>();

    private TypedSheet() {}

    static TypedSheet of(String... rows) {
        var sheet = new TypedSheet();
        for (var row = 0; row < rows.length; row++) {
            sheet.below(row, rows[row]);
        }
        return sheet;
    }

    /** Plans one more row, which counts from 0. */
    TypedSheet below(int row, String typedCells) {
        var cells = new ArrayList<Cell>();
        for (var typed : typedCells.split("\\|", -1)) {
            cells.add(cell(typed.strip()));
            put(new CellAddress(row, cells.size() - 1), typed.strip());
        }
        planned.add(Row.of(row, cells));
        return this;
    }

    private static Cell cell(String typed) {
        if (typed.isEmpty()) {
            return Cell.EMPTY;
        } else if (typed.startsWith("=")) {
            return TypedCells.computed(typed.substring(1), 0, Role.VALUE);
        } else if (typed.startsWith("#")) {
            return new Cell.Figure(Double.parseDouble(typed.substring(1)), Role.CHECK);
        }
        var value = value(typed);
        return value instanceof Value.Figure || typed.startsWith("\"")
                ? new Cell.Input(value, Role.INPUT)
                : Cell.label(typed, Role.CAPTION);
    }

    private static Value value(String typed) {
        return typed.matches("#?-?[0-9.]+")
                ? Value.of(Double.parseDouble(typed.replace("#", "")))
                : Value.of(typed.replace("\"", ""));
    }

    private void put(CellAddress place, String typed) {
        if (typed.isEmpty()) {
            file.remove(place);
        } else if (typed.startsWith("=")) {
            file.put(place, new StoredCell(place.getColumn(), typed.substring(1), Value.of(0)));
        } else {
            file.put(place, new StoredCell(place.getColumn(), "", value(typed)));
        }
    }

    /** Somebody types into a cell, or empties it. */
    TypedSheet type(String place, String typed) {
        put(new CellAddress(place), typed);
        return this;
    }

    /** Somebody inserts rows, or deletes them if the number is negative. */
    TypedSheet shift(int first, int rows) {
        var shifted = new TreeMap<CellAddress, StoredCell>();
        file.forEach((place, cell) -> {
            if (place.getRow() + 1 < first) {
                shifted.put(place, cell);
            } else if (place.getRow() + 1 >= first - rows || rows > 0) {
                shifted.put(new CellAddress(place.getRow() + rows, place.getColumn()), cell);
            }
        });
        file = shifted;
        return this;
    }

    /** Somebody cuts a block and pastes it. */
    TypedSheet move(String block, String target, Program program) {
        var from = CellRangeAddress.valueOf(block);
        var to = CellRangeAddress.valueOf(target);
        var down = to.getFirstRow() - from.getFirstRow();
        var right = to.getFirstColumn() - from.getFirstColumn();
        var moved = new TreeMap<CellAddress, StoredCell>();
        file.forEach((place, cell) -> {
            if (!from.isInRange(place) && !from.isInRange(place.getRow() - down, place.getColumn() - right)) {
                moved.put(place, cell);
            }
        });
        file.forEach((place, cell) -> {
            if (from.isInRange(place)) {
                var now = new CellAddress(place.getRow() + down, place.getColumn() + right);
                moved.put(now, new StoredCell(now.getColumn(), cell.formula(), cell.value()));
            }
        });
        if (program != Program.CARELESS) {
            moved.replaceAll((place, cell) ->
                    new StoredCell(cell.column(), rewritten(cell.formula(), from, down, right, program), cell.value()));
        }
        file = moved;
        return this;
    }

    private static String rewritten(String formula, CellRangeAddress from, int down, int right, Program program) {
        return REFERENCE.matcher(formula).replaceAll(reference -> {
            var first = new CellAddress(reference.group(1));
            var last = reference.group(2) == null ? first : new CellAddress(reference.group(2));
            if (from.isInRange(first) && from.isInRange(last)) {
                var now = new CellAddress(first.getRow() + down, first.getColumn() + right).toString();
                return reference.group(2) == null
                        ? now
                        : now + ":" + new CellAddress(last.getRow() + down, last.getColumn() + right);
            }
            var covered =
                    reference.group(2) == null && from.isInRange(first.getRow() - down, first.getColumn() - right);
            return covered && program == Program.EXCEL ? "#REF!" : reference.group();
        });
    }

    /** Gives it another name than {@link #NAME}. */
    TypedSheet named(String other) {
        name = other;
        return this;
    }

    SheetPlan plan() {
        return SheetPlan.named(name).head(planned).build();
    }

    SheetPlan hiddenPlan(String other) {
        return SheetPlan.named(other).head(planned).hide().build();
    }

    /** The rows as they are now. */
    RowCursor rows() {
        var rows = new TreeMap<Integer, List<StoredCell>>();
        file.forEach((place, cell) ->
                rows.computeIfAbsent(place.getRow(), row -> new ArrayList<>()).add(cell));
        var left = rows.entrySet().iterator();
        return new RowCursor() {
            @Override
            public Optional<StoredRow> next() {
                if (!left.hasNext()) {
                    return Optional.empty();
                }
                var row = left.next();
                return Optional.of(new StoredRow(row.getKey(), row.getValue()));
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }
}
