package io.gradsheet.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small sheet under construction: cells are put where they belong, in any order, and leave as rows. */
public final class Grid {
    private final TreeMap<Integer, TreeMap<Integer, Cell>> cells = new TreeMap<>();
    private final Map<Integer, Row.Look> looks = new HashMap<>();

    /** Puts a cell; two cells in one place are a mistake of the lesson. */
    public Grid put(int row, int column, Cell cell) {
        var before = cells.computeIfAbsent(row, r -> new TreeMap<>()).putIfAbsent(column, cell);
        if (before != null) {
            throw new IllegalStateException("two cells at " + Ref.at(row, column));
        }
        return this;
    }

    /** Puts a cell, as {@link #put(int, int, Cell)}. */
    public Grid put(Ref place, Cell cell) {
        return put(place.row(), place.column(), cell);
    }

    /** How tall a row is, in points; it is there then, whether it has cells or not. */
    public Grid height(int row, double points) {
        var look = looks.getOrDefault(row, Row.Look.PLAIN);
        looks.put(row, new Row.Look(points, look.outlineLevel(), look.folded(), look.endsFold()));
        cells.computeIfAbsent(row, r -> new TreeMap<>());
        return this;
    }

    /** Folds rows away: helpers of formulas, which the button beside the row below brings back. */
    public Grid fold(int first, int count) {
        for (var row = first; row <= first + count; row++) {
            var height = looks.getOrDefault(row, Row.Look.PLAIN).height();
            var folded = row < first + count;
            looks.put(row, new Row.Look(height, folded ? 1 : 0, folded, !folded));
            cells.computeIfAbsent(row, r -> new TreeMap<>());
        }
        return this;
    }

    /** The rows from the top down; rows without cells are left out. */
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        cells.forEach((index, row) -> {
            var line = new ArrayList<Cell>();
            row.forEach((column, cell) -> {
                while (line.size() < column) {
                    line.add(Cell.EMPTY);
                }
                line.add(cell);
            });
            rows.add(new Row(index, List.copyOf(line), looks.getOrDefault(index, Row.Look.PLAIN)));
        });
        return rows;
    }
}
