package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

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
    private final List<Feature> features = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final Map<Integer, String> words = new HashMap<>();
    private final Map<Integer, Quantity> quantities = new HashMap<>();

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
        var caption = texts.get(key, arguments);
        var how = words instanceof Cell.Label label ? label.text().markup() : "";
        for (var next = 0; next < width; next++) {
            this.words.put(column + next, how.isEmpty() ? caption : caption + ": " + how);
        }
        grid.put(groupRow, column, Cell.label(caption, role));
        grid.put(groupRow + 1, column, words);
        for (var next = 1; next < width; next++) {
            // The hue of a caption runs over all its columns, whether a program merges them or not.
            grid.put(groupRow, column + next, Cell.label("", role));
        }
        if (texts.has("message." + key)) {
            // On the symbols alone: the words over them say the same in short.
            var heads = Range.of(Ref.at(groupRow + 2, column), 1, width);
            features.add(new Feature.Message(
                    heads, texts.rich("message." + key, arguments).text()));
        }
        var span = width > WIDE ? BEGINNING : width;
        for (var next = span; next < width; next++) {
            groups.add(column + next);
        }
        if (span > 1) {
            features.add(new Feature.Merge(Range.of(Ref.at(groupRow, column), 1, span)));
            features.add(new Feature.Merge(Range.of(Ref.at(groupRow + 1, column), 1, span)));
        }
    }

    /** The symbol of one column, in markup. */
    public void symbol(Role role, int column, String markup) {
        grid.put(groupRow + 2, column, Cell.label(markup, role));
        quantities.put(column, Quantity.of(markup, words.getOrDefault(column, "")));
    }

    /** What stands in a row below, each as its column says it. */
    public List<Cell> named(List<Cell> row, List<Quantity.Place> places) {
        return named(row, (role, quantity) -> quantity.at(places));
    }

    /**
     * What stands in a row below, each as its column and its row say it.
     *
     * @param row from the first column on
     * @param rule what a cell of a role is in a column of that quantity
     */
    public List<Cell> named(List<Cell> row, BiFunction<Role, Quantity, Quantity> rule) {
        var named = new ArrayList<Cell>(row.size());
        for (var column = 0; column < row.size(); column++) {
            var cell = row.get(column);
            named.add(cell.quantity().isNone() ? cell.as(quantity(column, cell, rule)) : cell);
        }
        return named;
    }

    /** The same row, each of its cells as its column and the row say it. */
    public Row named(Row row, BiFunction<Role, Quantity, Quantity> rule) {
        return new Row(row.index(), named(row.cells(), rule), row.look());
    }

    /** Says of a row of the same sheet what its cells are, each as its column and its row say it. */
    public void call(int row, BiFunction<Role, Quantity, Quantity> rule) {
        grid.called(
                Range.of(Ref.at(row, 0), 1, Plan.MAX_COLUMNS), (place, cell) -> quantity(place.column(), cell, rule));
    }

    private Quantity quantity(int column, Cell cell, BiFunction<Role, Quantity, Quantity> rule) {
        var known = quantities.get(column);
        if (known == null) {
            return Quantity.NONE;
        }
        if (cell instanceof Cell.Computed computed) {
            return rule.apply(computed.role(), known);
        }
        if (cell instanceof Cell.Figure figure) {
            return rule.apply(figure.role(), known);
        }
        return cell instanceof Cell.Input input ? rule.apply(input.role(), known) : Quantity.NONE;
    }

    /** Columns at which a page may begin: the first ones of the groups, and those after the caption of a wide one. */
    public List<Integer> groups() {
        return Collections.unmodifiableList(groups);
    }

    /** What joins the cells of the groups, and what is said of a column whose symbol is chosen. */
    public List<Feature> features() {
        return Collections.unmodifiableList(features);
    }
}
