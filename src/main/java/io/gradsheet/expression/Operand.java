package io.gradsheet.expression;

/** What a formula reads: a cell, or a rectangle of cells, under the name that stands for it. */
public sealed interface Operand {
    /** The name as the formula has it, a qualified one included. */
    String name();

    /**
     * One cell.
     *
     * @param rowsAbove of a column, how far above the formula's own row the cell lies; otherwise 0
     */
    record Single(String name, int rowsAbove) implements Operand {}

    /**
     * A rectangle of an array, in most cases all of it; a single element is one of 1 x 1.
     *
     * @param row the first row, counted from 1
     * @param column the first column, counted from 1
     */
    record Block(String name, int row, int column, int rows, int columns) implements Operand {
        /** The element in a row and a column of this block, both counted from 1. */
        Block element(int elementRow, int elementColumn) {
            return part(elementRow, elementColumn, 1, 1);
        }

        Block part(int firstRow, int firstColumn, int partRows, int partColumns) {
            return new Block(name, row + firstRow - 1, column + firstColumn - 1, partRows, partColumns);
        }
    }
}
