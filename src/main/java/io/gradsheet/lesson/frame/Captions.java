package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The three rows over a table: what a group of columns holds, how its cells are computed, and the symbol of each column.
 */
public final class Captions {
    /** The middle of more columns than this is out of sight where they begin, and on another page. */
    private static final int WIDE = 20;

    /** So many of them hold the caption. */
    private static final int BEGINNING = 12;

    private final Grid grid;
    private final Texts texts;
    private final int groupRow;
    private final List<Feature> merges = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    /**
     * Begins the captions.
     *
     * @param groupRow the first of the three rows
     */
    public Captions(Grid grid, Texts texts, int groupRow) {
        this.grid = grid;
        this.texts = texts;
        this.groupRow = groupRow;
    }

    /** A caption over several columns, and below it how their cells are computed. */
    public void group(Role role, int column, int width, String key, String words, Object... arguments) {
        group(role, column, width, key, texts.label(Role.NOTE, words), arguments);
    }

    /** The same where it says by itself how the cells are computed. */
    public void group(Role role, int column, int width, String key, Cell words, Object... arguments) {
        groups.add(column);
        grid.put(groupRow, column, texts.label(role, key, arguments));
        grid.put(groupRow + 1, column, words);
        for (var next = 1; next < width; next++) {
            // The hue of a caption runs over all its columns, whether a program merges them or not.
            grid.put(groupRow, column + next, Cell.label("", role));
        }
        var span = width > WIDE ? BEGINNING : width;
        for (var next = span; next < width; next++) {
            groups.add(column + next);
        }
        if (span > 1) {
            merges.add(new Feature.Merge(Range.of(Ref.at(groupRow, column), 1, span)));
            merges.add(new Feature.Merge(Range.of(Ref.at(groupRow + 1, column), 1, span)));
        }
    }

    /** The symbol of one column, in markup. */
    public void symbol(Role role, int column, String markup) {
        grid.put(groupRow + 2, column, Cell.label(markup, role));
    }

    /** Columns at which a page may begin: the first ones of the groups, and those after the caption of a wide one. */
    public List<Integer> groups() {
        return Collections.unmodifiableList(groups);
    }

    /** What joins the cells of the groups. */
    public List<Feature> merges() {
        return Collections.unmodifiableList(merges);
    }
}
