package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.formula.EvaluationSheet;

/**
 * The cells of a sheet, packed: every cell has a slot, slots run left to right and top to bottom. The values that a file stores
 * beside formulas are taken over only where they are to stand for what cannot be computed.
 */
final class GridSheet implements EvaluationSheet {
    private final String name;
    private final int index;
    private final boolean keepsStored;
    /** By row: its first slot. One more at the end, for where the last row stops. */
    private int[] rowStarts = new int[1 << 8];

    private int rows;
    private char[] columns = new char[1 << 8];
    private String[] formulas = new String[1 << 8];
    private Value[] values = new Value[1 << 8];
    private int slots;
    private final BitSet abandoned = new BitSet();
    private final BitSet arrays = new BitSet();
    private final BitSet enteredAsArrays = new BitSet();
    private final Map<Integer, Value> stored = new HashMap<>();
    private final Map<Long, Integer> supplied = new HashMap<>();

    /** @param keepsStored whether the values that are stored beside formulas may be asked for */
    GridSheet(String name, int index, boolean keepsStored) {
        this.name = name;
        this.index = index;
        this.keepsStored = keepsStored;
    }

    String name() {
        return name;
    }

    int index() {
        return index;
    }

    boolean keepsStored() {
        return keepsStored;
    }

    int cells() {
        return slots;
    }

    /** Adds a row below those there are. */
    void add(StoredRow row) {
        growTo(row.index() + 2);
        Arrays.fill(rowStarts, rows, row.index() + 1, slots);
        for (var cell : row.cells()) {
            add(cell);
        }
        rows = row.index() + 1;
        rowStarts[rows] = slots;
    }

    private void add(StoredCell cell) {
        if (slots == columns.length) {
            columns = Arrays.copyOf(columns, 2 * slots);
            formulas = Arrays.copyOf(formulas, 2 * slots);
            values = Arrays.copyOf(values, 2 * slots);
        }
        columns[slots] = (char) cell.column();
        formulas[slots] = cell.formula();
        values[slots] = cell.hasFormula() ? Value.NOTHING : cell.value();
        if (keepsStored && cell.hasFormula() && !(cell.value() instanceof Value.Nothing)) {
            stored.put(slots, cell.value());
        }
        arrays.set(slots, FormulaText.givesExpressionForArray(cell.formula()));
        slots++;
    }

    /**
     * Adds a formula that is in no row, so that no other formula sees it; there are no rows to come.
     *
     * @return its slot
     */
    int addApart(String formula) {
        add(new StoredCell(0, formula, Value.NOTHING));
        return slots - 1;
    }

    private void growTo(int length) {
        if (length > rowStarts.length) {
            rowStarts = Arrays.copyOf(rowStarts, Math.max(length, 2 * rowStarts.length));
        }
    }

    /** The cells that have formulas, from the top, left to right. */
    Iterable<GridCell> formulaCells() {
        return () -> IntStream.range(0, rows)
                .boxed()
                .flatMap(row -> IntStream.range(rowStarts[row], rowStarts[row + 1])
                        .filter(this::isFormula)
                        .mapToObj(slot -> new GridCell(this, row, columns[slot], slot)))
                .iterator();
    }

    boolean isFormula(int slot) {
        return !formulas[slot].isEmpty() && !abandoned.get(slot);
    }

    /** Whether the formula must be computed as if entered as an array, which Excel does of itself within some functions. */
    boolean isArray(int slot) {
        return arrays.get(slot);
    }

    /** Notes that somebody entered the formulas of cells as arrays. */
    void enterAsArrays(Set<Address> cells) {
        cells.stream()
                .map(cell -> getCell(cell.row(), cell.column()))
                .filter(Objects::nonNull)
                .forEach(cell -> enteredAsArrays.set(cell.slot()));
    }

    boolean isEnteredAsArray(int slot) {
        return enteredAsArrays.get(slot);
    }

    Value value(int slot) {
        return values[slot];
    }

    /** What the file stores beside a formula; nothing where that is not kept. */
    Value stored(int slot) {
        return stored.getOrDefault(slot, Value.NOTHING);
    }

    String formula(int slot) {
        return formulas[slot];
    }

    void set(int slot, Value value) {
        values[slot] = value;
    }

    /** Puts a value in place of a formula that cannot be computed, for the formulas that depend on it. */
    void abandon(int slot, Value value) {
        values[slot] = value;
        abandoned.set(slot);
    }

    /** Puts a formula where nothing is; it is found there by other formulas, and not among the rows. */
    void supply(int row, int column, String formula) {
        var cell = getCell(row, column);
        if (cell == null) {
            supplied.put(key(row, column), addApart(formula));
        } else if (formulas[cell.slot()].isEmpty() && values[cell.slot()] instanceof Value.Nothing) {
            formulas[cell.slot()] = formula;
            arrays.set(cell.slot(), FormulaText.givesExpressionForArray(formula));
        }
    }

    private static long key(int row, int column) {
        return (long) row << Integer.SIZE | column;
    }

    /** The rows that have cells, with what was computed. */
    RowCursor cursor() {
        return new RowCursor() {
            private int row;

            @Override
            public Optional<StoredRow> next() {
                while (row < rows && rowStarts[row] == rowStarts[row + 1]) {
                    row++;
                }
                return row < rows ? Optional.of(new StoredRow(row, cells(row++))) : Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }

    private List<StoredCell> cells(int row) {
        var cells = new ArrayList<StoredCell>(rowStarts[row + 1] - rowStarts[row]);
        for (var slot = rowStarts[row]; slot < rowStarts[row + 1]; slot++) {
            cells.add(new StoredCell(columns[slot], formulas[slot], values[slot]));
        }
        return cells;
    }

    @Override
    public GridCell getCell(int row, int column) {
        var slot = row >= 0 && row < rows
                ? Arrays.binarySearch(columns, rowStarts[row], rowStarts[row + 1], (char) column)
                : -1;
        var found = slot >= 0 ? slot : supplied.getOrDefault(key(row, column), -1);
        return found < 0 ? null : new GridCell(this, row, column, found);
    }

    @Override
    public int getLastRowNum() {
        return rows - 1;
    }

    @Override
    public boolean isRowHidden(int row) {
        return false;
    }

    @Override
    public void clearAllCachedResultValues() {
        // Nothing is cached here.
    }
}
