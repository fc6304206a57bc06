package io.gradsheet.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A small sheet under construction: cells are put where they belong, in any order, and leave as rows. */
public final class Grid {
    private final TreeMap<Integer, TreeMap<Integer, Cell>> cells = new TreeMap<>();
    private final Map<Integer, Row.Look> looks = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();

    /** What cells are called; of several that name a cell the first counts. */
    private record Naming(Range cells, BiFunction<Ref, Cell, Quantity> quantities) {}

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

    /**
     * Says that cells are called by the labels over them.
     *
     * @param heads the row of the labels
     */
    public Grid calledAbove(Range cells, int heads) {
        return called(cells, (place, cell) -> quantity(Ref.at(heads, place.column()), List.of()));
    }

    /**
     * Says that the lines of a table are called by the labels over their columns, and by the number that each line begins with.
     *
     * @param heads the row of the labels
     * @param numbers the column of the numbers
     * @param counted what is numbered
     */
    public Grid calledAbove(Range cells, int heads, int numbers, Quantity.Kind counted) {
        return called(
                cells,
                (place, cell) -> quantity(
                        Ref.at(heads, place.column()),
                        at(Ref.at(place.row(), numbers)) instanceof Cell.Figure figure
                                ? List.of(new Quantity.Place(counted, (int) figure.value()))
                                : List.of()));
    }

    /**
     * Says that cells are called by the labels before them.
     *
     * @param heads the column of the labels
     */
    public Grid calledBefore(Range cells, int heads) {
        return called(cells, (place, cell) -> quantity(Ref.at(place.row(), heads), List.of()));
    }

    /** Says that cells of a table are called by the labels before and over them. */
    public Grid calledByBoth(Range cells, int headRow, int headColumn) {
        return called(cells, (place, cell) -> {
            var before = quantity(Ref.at(place.row(), headColumn), List.of());
            var above = quantity(Ref.at(headRow, place.column()), List.of());
            return before.isNone()
                    ? above
                    : above.isNone() ? before : before.called(before.symbol() + ", " + above.symbol());
        });
    }

    /** Says what cells are, as far as they do not say it themselves. */
    public Grid called(Range cells, BiFunction<Ref, Cell, Quantity> quantities) {
        namings.add(new Naming(cells, quantities));
        return this;
    }

    private Quantity quantity(Ref label, List<Quantity.Place> places) {
        return at(label) instanceof Cell.Label head ? new Quantity(head.text().markup(), "", places) : Quantity.NONE;
    }

    private Cell at(Ref place) {
        return cells.getOrDefault(place.row(), new TreeMap<>()).getOrDefault(place.column(), Cell.EMPTY);
    }

    private Cell named(int row, int column, Cell cell) {
        if (!cell.quantity().isNone() || cell instanceof Cell.Label) {
            return cell;
        }
        var place = Ref.at(row, column);
        return namings.stream()
                .filter(naming -> naming.cells().contains(place))
                .map(naming -> naming.quantities().apply(place, cell))
                .filter(quantity -> !quantity.isNone())
                .findFirst()
                .map(cell::as)
                .orElse(cell);
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
                line.add(named(index, column, cell));
            });
            rows.add(new Row(index, List.copyOf(line), looks.getOrDefault(index, Row.Look.PLAIN)));
        });
        return rows;
    }
}
