package io.gradsheet.sheet;

import java.util.List;
import java.util.stream.IntStream;

/** A rectangle of cells of one sheet, from its first to its last cell, both included. */
public record Range(Ref first, Ref last) implements Reference {
    public Range {
        if (last.row() < first.row() || last.column() < first.column()) {
            throw new IllegalArgumentException("a range runs down and right: " + first + ":" + last);
        }
    }

    /** A rectangle of the given size whose top left cell is {@code first}. */
    public static Range of(Ref first, int rows, int columns) {
        return new Range(first, first.plus(rows - 1, columns - 1));
    }

    public int rows() {
        return last.row() - first.row() + 1;
    }

    public int columns() {
        return last.column() - first.column() + 1;
    }

    /** Its cells, row by row. */
    public List<Ref> cells() {
        return IntStream.range(0, rows() * columns())
                .mapToObj(i -> first.plus(i / columns(), i % columns()))
                .toList();
    }

    /** Whether a cell is one of these. */
    public boolean contains(Ref cell) {
        return first.row() <= cell.row()
                && cell.row() <= last.row()
                && first.column() <= cell.column()
                && cell.column() <= last.column();
    }

    /** The same rectangle, rows and columns held ({@code $A$1:$B$2}). */
    @Override
    public Range fix() {
        return new Range(first.fix(), last.fix());
    }

    /** The same rectangle, its rows held ({@code A$1:B$2}). */
    public Range fixRows() {
        return new Range(first.fixRow(), last.fixRow());
    }

    /** The same rectangle, its columns held ({@code $A1:$B2}). */
    public Range fixColumns() {
        return new Range(first.fixColumn(), last.fixColumn());
    }

    @Override
    public Range filled(int rows, int columns) {
        return new Range(first.filled(rows, columns), last.filled(rows, columns));
    }

    /**
     * The formula of one of the cells of a row or a column that lies on another sheet.
     *
     * @param number a formula that counts from 1
     */
    public Formula item(String sheet, Formula number) {
        // Gnumeric takes A1:A1 for a cell and knows no INDEX of one.
        return first.equals(last) ? first.on(sheet) : Function.INDEX.of(on(sheet), number);
    }

    /** As a person types it: a single cell by its own name. */
    public String typed() {
        return first.equals(last) ? first.toString() : toString();
    }

    @Override
    public String toString() {
        return first + ":" + last;
    }
}
