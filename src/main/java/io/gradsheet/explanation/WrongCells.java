package io.gradsheet.explanation;

import io.gradsheet.check.Agreement;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All cells of a workbook whose values are not Java's, and what each of them reads. */
final class WrongCells {
    private final Map<Address, Set<Address>> sources = new LinkedHashMap<>();

    /**
     * Goes through a workbook.
     *
     * @param found what stands in a cell of it
     */
    WrongCells(Plan plan, Function<Address, StoredCell> found) {
        var cells = new PlannedCells(plan);
        for (var sheet : plan.sheets()) {
            sheet.pushTo(row -> {
                for (var column = 0; column < row.cells().size(); column++) {
                    if (row.cells().get(column) instanceof Cell.Computed cell) {
                        var place = new Address(sheet.name(), row.index(), column);
                        if (!Agreement.agree(cell, found.apply(place).value(), Agreement.USUAL_TOLERANCE)) {
                            sources.put(place, cells.sources(cell.formula(), sheet.name()));
                        }
                    }
                }
            });
        }
    }

    /** The first of the cells on the way to a wrong one that reads no wrong one. */
    Address origin(Address place) {
        var seen = new HashSet<Address>();
        var at = place;
        while (seen.add(at)) {
            var wrong = sources.getOrDefault(at, Set.of()).stream()
                    .filter(source -> sources.containsKey(source) && !seen.contains(source))
                    .findFirst();
            if (wrong.isEmpty()) {
                return at;
            }
            at = wrong.get();
        }
        return at;
    }
}
