package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** Lines of a symbol, its cells and words about it, below one another. */
final class Definitions {
    private static final int MEANING_COLUMNS = 4;

    /** Keeps words off the figures before them. */
    static final String INDENT = "\u2002";

    private final List<Line> lines;
    private final int widest;
    private final boolean explained;
    private final boolean beside;

    /** A symbol and the size of its cells. */
    record Line(String id, String caption, String meaning, int height, int width) {
        /** Several rows need air below them. */
        int rows() {
            return height == 1 ? 1 : height + 1;
        }
    }

    /**
     * The lines of a block.
     *
     * @param beside whether it stands beside other blocks, and its words need columns of their own
     */
    Definitions(List<Line> lines, boolean beside) {
        this.lines = lines;
        this.beside = beside;
        this.widest = lines.stream().mapToInt(Line::width).max().orElse(1);
        this.explained = lines.stream().anyMatch(line -> !line.meaning().isEmpty());
    }

    int rows() {
        var rows = lines.stream().mapToInt(Line::rows).sum();
        var last = lines.get(lines.size() - 1);
        return rows - (last.rows() - last.height());
    }

    List<Double> widths() {
        return Collections.nCopies(1 + widest + (explained && beside ? MEANING_COLUMNS : 0), Layout.USUAL_WIDTH);
    }

    private List<Range> cells(Ref origin) {
        var cells = new ArrayList<Range>();
        var row = 0;
        for (var line : lines) {
            cells.add(Range.of(origin.plus(row, 1), line.height(), line.width()));
            row += line.rows();
        }
        return cells;
    }

    void settle(Ref origin, String sheet, Places places) {
        var cells = cells(origin);
        for (var i = 0; i < lines.size(); i++) {
            places.put(lines.get(i).id(), sheet, cells.get(i));
        }
    }

    /** Paints symbols and words, and lets each line's cells be filled. */
    void paint(Ref origin, Canvas canvas, IntFunction<Role> captions, BiConsumer<Integer, Range> filling) {
        var cells = cells(origin);
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var first = cells.get(i).first();
            canvas.put(first.plus(0, -1), line.caption(), captions.apply(i));
            filling.accept(i, cells.get(i));
            canvas.grid()
                    .called(
                            cells.get(i),
                            (place, cell) ->
                                    Symbols.element(line, place.row() - first.row(), place.column() - first.column()));
            if (!line.meaning().isEmpty()) {
                var words = Ref.at(first.row(), origin.column() + 1 + widest);
                var columns = beside
                        ? MEANING_COLUMNS
                        : canvas.columnsOf(words.column(), MEANING_COLUMNS * Layout.USUAL_WIDTH);
                canvas.putAcross(words, columns, INDENT + line.meaning(), Role.TEXT);
            }
        }
    }
}
