package io.gradsheet.classroom;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Captions and headings of a sheet that name nothing once what would tell answers is taken away: those of a run of cells in a row that
 * lost all that it computes, and those of a block, whose cells touch one another, that has no given and no blank left.
 */
final class Leftovers {
    private final Map<Ref, Ref> parents = new HashMap<>();
    private final List<Ref> names = new ArrayList<>();
    private final List<Ref> taken = new ArrayList<>();
    private final List<Ref> alive = new ArrayList<>();
    private final Set<Ref> found = new HashSet<>();
    private final List<Range> merged;

    private Leftovers(SheetPlan sheet) {
        merged = sheet.features().stream()
                .filter(Feature.Merge.class::isInstance)
                .map(merge -> ((Feature.Merge) merge).range())
                .toList();
    }

    /**
     * The cells to leave out.
     *
     * @param changed a row without what the edition takes away
     */
    static Set<Ref> of(SheetPlan sheet, UnaryOperator<Row> changed) {
        var leftovers = new Leftovers(sheet);
        sheet.pushTo(row -> leftovers.look(row, changed.apply(row)));
        leftovers.findBlocks();
        return leftovers.found;
    }

    private void look(Row row, Row changed) {
        var run = new ArrayList<Integer>();
        for (var column = 0; column <= row.cells().size(); column++) {
            if (column < row.cells().size() && isCovered(row, column)) {
                run.add(column);
                add(row, changed, column);
            } else {
                findRun(row, changed, run);
                run.clear();
            }
        }
    }

    private boolean isCovered(Row row, int column) {
        var place = Ref.at(row.index(), column);
        return !(row.cells().get(column) instanceof Cell.Empty)
                || merged.stream().anyMatch(range -> range.contains(place));
    }

    private void add(Row row, Row changed, int column) {
        var place = Ref.at(row.index(), column);
        var cell = row.cells().get(column);
        parents.put(place, place);
        if (column > 0) {
            join(place, row.index(), column - 1);
        }
        for (var beside = Math.max(0, column - 1); row.index() > 0 && beside <= column + 1; beside++) {
            join(place, row.index() - 1, beside);
        }
        if (isName(cell)) {
            names.add(place);
        }
        if (!(cell instanceof Cell.Empty) && isGone(changed, column)) {
            taken.add(place);
        }
        if (isAlive(row, changed, column)) {
            alive.add(place);
        }
    }

    private static boolean isAlive(Row row, Row changed, int column) {
        return !isGone(changed, column)
                && (row.cells().get(column) instanceof Cell.Computed
                        || row.cells().get(column) instanceof Cell.Input);
    }

    /** Whether a cell only names others: a caption, a number of a row or on an axis. */
    private static boolean isName(Cell cell) {
        return cell instanceof Cell.Figure || (cell instanceof Cell.Label label && label.role() != Role.TITLE);
    }

    private void join(Ref place, int row, int column) {
        var other = Ref.at(row, column);
        if (parents.containsKey(other)) {
            parents.put(root(place), root(other));
        }
    }

    private Ref root(Ref place) {
        var root = place;
        while (!parents.get(root).equals(root)) {
            root = parents.get(root);
        }
        parents.put(place, root);
        return root;
    }

    /** A run that something was taken from, and that has nothing left but names. */
    private void findRun(Row row, Row changed, List<Integer> run) {
        if (run.stream().anyMatch(column -> row.cells().get(column) instanceof Cell.Computed)
                && run.stream().noneMatch(column -> isAlive(row, changed, column))) {
            run.stream()
                    .filter(column -> isName(row.cells().get(column)))
                    .forEach(column -> found.add(Ref.at(row.index(), column)));
        }
    }

    private static boolean isGone(Row changed, int column) {
        return column >= changed.cells().size() || changed.cells().get(column) instanceof Cell.Empty;
    }

    private void findBlocks() {
        var had = new HashSet<Ref>();
        taken.forEach(place -> had.add(root(place)));
        alive.forEach(place -> had.remove(root(place)));
        names.stream().filter(name -> had.contains(root(name))).forEach(found::add);
    }
}
