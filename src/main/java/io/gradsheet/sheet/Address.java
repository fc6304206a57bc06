package io.gradsheet.sheet;

/** The place of a cell in a workbook, shown as {@code Training!AF7}. Rows and columns count from 0. */
public record Address(String sheet, int row, int column) {
    @Override
    public String toString() {
        return sheet + "!" + Ref.at(row, column);
    }
}
