package io.gradsheet.lesson.backpropagation;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.util.OptionalDouble;

/** A line of numbers on the Zoom sheet, two to each half of a panel, which goes on below where it is full. */
final class NumberLine {
    private final ZoomLayout zoom;
    private final ZoomPanels panels;
    private final String symbol;
    private final String words;
    private int row;
    private int place;

    /**
     * Begins one.
     *
     * @param words what stands before it
     * @param symbol what each of its numbers is
     */
    NumberLine(ZoomLayout zoom, ZoomPanels panels, Grid grid, int row, Cell words, String symbol) {
        this.zoom = zoom;
        this.panels = panels;
        this.row = row;
        this.symbol = symbol;
        this.words = words instanceof Cell.Label label ? label.text().markup() : "";
        grid.put(row, ZoomLayout.WORDS_COLUMN, words);
    }

    /** The row after it. */
    int end() {
        return row + 1;
    }

    Ref put(Formula formula, double value, Role role) {
        return put(formula, OptionalDouble.of(value), role);
    }

    Ref put(Formula formula, OptionalDouble value, Role role) {
        return put(formula, value.isPresent() ? Value.of(value.getAsDouble()) : Value.of(""), role);
    }

    Ref put(Formula formula, Value value, Role role) {
        if (role == Role.FACTOR || role == Role.COMPLEMENT || role == Role.EQUALS) {
            widen();
        }
        return put(new Cell.Computed(formula, value, role));
    }

    void label(String text) {
        put(new Cell.Label(RichText.plain(text), Role.INDEX));
    }

    void skip() {
        turn();
        place++;
    }

    private Ref put(Cell cell) {
        turn();
        var half = place / 2;
        var start = half % 2 == 0 ? zoom.forwardColumn(1 + half / 2) : zoom.backwardColumn(1 + half / 2);
        var first = zoom.half() / 2;
        var isFirst = place % 2 == 0;
        var at = Ref.at(row, isFirst ? start : start + first);
        var named = cell.as(Quantity.of(symbol, words));
        panels.putWide(at.row(), at.column(), isFirst ? first : zoom.half() - first, named);
        place++;
        return at;
    }

    /** Goes on to the second number of a half, which has more room. */
    private void widen() {
        turn();
        place += 1 - place % 2;
    }

    private void turn() {
        if (place == 2 * zoom.namedAcross()) {
            place = 0;
            row++;
        }
    }
}
