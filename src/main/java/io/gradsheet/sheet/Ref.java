package io.gradsheet.sheet;

/**
 * A cell as a formula of the same sheet names it: {@code A1}, {@code $A1}, {@code A$1} or {@code $A$1}. Rows and columns count
 * from 0 here and are shown as a spreadsheet shows them.
 */
public record Ref(int row, int column, boolean fixedRow, boolean fixedColumn) implements Reference {
    public Ref {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("no cell at row " + row + ", column " + column);
        }
    }

    /** A reference that moves with the formula in both directions. */
    public static Ref at(int row, int column) {
        return new Ref(row, column, false, false);
    }

    /** The same cell, its row held ({@code A$1}). */
    public Ref fixRow() {
        return new Ref(row, column, true, fixedColumn);
    }

    /** The same cell, its column held ({@code $A1}). */
    public Ref fixColumn() {
        return new Ref(row, column, fixedRow, true);
    }

    /** The same cell, row and column held ({@code $A$1}). */
    @Override
    public Ref fix() {
        return new Ref(row, column, true, true);
    }

    /** The cell {@code rows} further down and {@code columns} further right, held as this one is. */
    public Ref plus(int rows, int columns) {
        return new Ref(row + rows, column + columns, fixedRow, fixedColumn);
    }

    /** The rectangle from this cell to {@code last}. */
    public Range to(Ref last) {
        return new Range(this, last);
    }

    @Override
    public Ref filled(int rows, int columns) {
        return new Ref(fixedRow ? row : row + rows, fixedColumn ? column : column + columns, fixedRow, fixedColumn);
    }

    /** The place that this reference names on a sheet. */
    public Address address(String sheet) {
        return new Address(sheet, row, column);
    }

    /** The letters of a column that counts from 0: {@code A}, {@code Z}, {@code AA}. */
    public static String columnName(int column) {
        var letters = new StringBuilder(3);
        appendColumn(letters, column);
        return letters.toString();
    }

    static void appendColumn(StringBuilder text, int column) {
        var first = text.length();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            text.insert(first, (char) ('A' + (rest - 1) % 26));
        }
    }

    @Override
    public String toString() {
        return (fixedColumn ? "$" : "") + columnName(column) + (fixedRow ? "$" : "") + (row + 1);
    }
}
