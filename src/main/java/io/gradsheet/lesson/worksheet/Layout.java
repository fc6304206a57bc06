package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of a sheet's panels: below one another from the left, those beside one another from left to right; pixels in narrow
 * columns to the right of all else, so that they are square.
 */
final class Layout {
    /** The width of a column for which nothing else is wanted, in characters. */
    static final double USUAL_WIDTH = 10.5;

    private static final double GAP = 2;

    /** As far as a text or a chart reaches, in characters. */
    private static final double WIDEST = 250;

    /** From here on signs are as wide as two digits: Chinese, Japanese and Korean. */
    private static final int WIDE = 0x2E80;

    /** How wide a letter is beside a digit, on average, with what a line loses at its end. */
    private static final double LETTER = 0.98;

    private final List<Placed> panels = new ArrayList<>();
    private final List<Pending> pixels = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private int row;

    /** A panel and its top left cell. */
    record Placed(Panel panel, Ref origin) {}

    private record Pending(Panel panel, int row, int offset) {}

    /** Begins below a title. */
    Layout(int firstRow) {
        this.row = firstRow;
    }

    /** Puts a panel below what is there. */
    void below(Panel panel, int gap) {
        beside(List.of(panel), gap);
    }

    /** Puts panels next to one another below what is there, and leaves a gap of so many rows. */
    void beside(List<Panel> next, int gap) {
        var column = 0;
        var offset = 0;
        var height = 0;
        for (var panel : next) {
            if (panel.isPixels()) {
                pixels.add(new Pending(panel, row, offset));
                offset += panel.widths().size() + 1;
            } else {
                panels.add(new Placed(panel, Ref.at(row, column)));
                for (var i = 0; i < panel.widths().size(); i++) {
                    want(column + i, panel.widths().get(i));
                }
                column += panel.widths().size() + 1;
            }
            height = Math.max(height, panel.rows());
        }
        row += height + gap;
    }

    private void want(int column, double width) {
        while (widths.size() <= column) {
            widths.add(GAP);
        }
        widths.set(column, Math.max(widths.get(column), width));
    }

    /** Gives the pixels their place, once all else has one. */
    Layout finished() {
        var first = widths.isEmpty() ? 0 : widths.size() + 1;
        for (var pending : pixels) {
            var panel = pending.panel();
            panels.add(new Placed(panel, Ref.at(pending.row(), first + pending.offset())));
            for (var i = 0; i < panel.widths().size(); i++) {
                want(first + pending.offset() + i, panel.widths().get(i));
            }
        }
        pixels.clear();
        // Texts and charts may reach further than cells; there, too, a column is as wide as they reckon.
        while (widths.stream().mapToDouble(width -> width).sum() < WIDEST) {
            widths.add(USUAL_WIDTH);
        }
        return this;
    }

    /** How many rows there are, the gaps after the last panel among them. */
    int rows() {
        return row;
    }

    List<Placed> panels() {
        return panels;
    }

    /** The widths of all columns, in characters. */
    List<Double> widths() {
        return List.copyOf(widths);
    }

    /** How many lines a text takes in so many characters' width. */
    static int lines(String text, double width) {
        return text.lines()
                .mapToInt(line -> (int) Math.max(
                        1,
                        Math.ceil(line.codePoints()
                                        .mapToDouble(c -> c >= WIDE ? 2 : LETTER)
                                        .sum()
                                / Math.max(1, width - 2))))
                .sum();
    }
}
