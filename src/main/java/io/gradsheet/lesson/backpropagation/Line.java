package io.gradsheet.lesson.backpropagation;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.List;

/** A row between the samples: its name, and a few cells far to the right, put from left to right. */
final class Line {
    private final List<Cell> cells = new ArrayList<>();

    Line(String name) {
        cells.add(new Cell.Label(RichText.of(name), Role.CAPTION));
    }

    void put(int column, Cell cell) {
        while (cells.size() < column) {
            cells.add(Cell.EMPTY);
        }
        cells.add(cell);
    }

    List<Cell> list() {
        return cells;
    }
}
