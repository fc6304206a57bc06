package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Quantity.Place;
import io.gradsheet.template.Block;
import java.util.List;

/** What the cells of a worksheet are called: as their template calls them, and an element of several by its index. */
final class Symbols {
    private Symbols() {}

    /**
     * An element of a number, a vector or a matrix.
     *
     * @param row counted from 0, as the column
     */
    static Quantity element(Definitions.Line line, int row, int column) {
        if (line.height() > 1 && line.width() > 1) {
            return Quantity.of(Quantity.lowered(line.caption(), (row + 1) + "" + (column + 1)), line.meaning());
        }
        return line.height() == 1 && line.width() == 1
                ? Quantity.of(line.caption(), line.meaning())
                : Quantity.of(Quantity.lowered(line.caption(), Integer.toString(row + column + 1)), line.meaning());
    }

    /**
     * A cell of a table. A caption with an index, {@code a_{n}}, says in which row it is if the first column is n.
     *
     * @param column of the table, counted from 0
     * @param element of a column that is several cells wide, counted from 0
     * @param number of the row
     */
    static Quantity inTable(Block.Table table, int column, int element, int number) {
        var of = table.columns().get(column);
        var caption = of.captions().size() > 1
                ? of.captions().get(element)
                : of.captions().get(0);
        var key = table.columns().get(0).captions();
        var index = "_{" + (key.size() == 1 ? key.get(0) : "") + "}";
        if (column > 0 && key.size() == 1 && caption.contains(index)) {
            return Quantity.of(caption.replace(index, "_{" + number + "}"), of.meaning());
        }
        return new Quantity(caption, of.meaning(), List.of(new Place(Kind.ROW, number)));
    }
}
