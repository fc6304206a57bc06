package io.gradsheet.explanation;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Function;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Reference;
import io.gradsheet.sheet.SheetPlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cells of a plan by their places. A plan is gone through for each lot of them, so that it never stands in memory. */
final class PlannedCells {
    private final Plan plan;
    private final Map<Address, Cell> known = new HashMap<>();

    PlannedCells(Plan plan) {
        this.plan = plan;
    }

    /** Takes a formula that reads one of several cells; it may only look something up among many. */
    @FunctionalInterface
    interface Reader {
        void reads(Address place, Cell.Computed cell, Address read, boolean looksUp);
    }

    Plan plan() {
        return plan;
    }

    /** A cell that was {@linkplain #fetch fetched}; an empty one if there is none. */
    Cell at(Address place) {
        return known.getOrDefault(place, Cell.EMPTY);
    }

    /** Gets cells that are not known yet. */
    void fetch(Collection<Address> places) {
        var missing = new HashSet<>(places);
        missing.removeAll(known.keySet());
        var bySheet = missing.stream().collect(Collectors.groupingBy(Address::sheet, Collectors.toSet()));
        for (var sheet : plan.sheets()) {
            var wanted = bySheet.getOrDefault(sheet.name(), Set.of());
            if (!wanted.isEmpty()) {
                collect(sheet, wanted);
            }
        }
        missing.forEach(place -> known.putIfAbsent(place, Cell.EMPTY));
    }

    private void collect(SheetPlan sheet, Set<Address> wanted) {
        var rows = wanted.stream().map(Address::row).collect(Collectors.toSet());
        sheet.pushTo(row -> {
            if (rows.contains(row.index())) {
                for (var column = 0; column < row.cells().size(); column++) {
                    var place = new Address(sheet.name(), row.index(), column);
                    if (wanted.contains(place)) {
                        known.put(place, row.cells().get(column));
                    }
                }
            }
        });
    }

    /** Finds the formulas that read some cells, in the order of the workbook. */
    void readersOf(Set<Address> places, Reader reader) {
        var names = plan.names().stream()
                .filter(name -> places.stream().anyMatch(place -> isIn(place, name)))
                .collect(Collectors.toMap(Plan.Name::name, Plan.Name::cell, (one, other) -> one));
        for (var sheet : plan.sheets()) {
            sheet.pushTo(row -> {
                for (var column = 0; column < row.cells().size(); column++) {
                    if (row.cells().get(column) instanceof Cell.Computed cell) {
                        var place = new Address(sheet.name(), row.index(), column);
                        var formula = cell.formula().placed();
                        for (var read : places) {
                            if (reads(formula, sheet.name(), read, names, false)) {
                                reader.reads(place, cell, read, false);
                            } else if (reads(formula, sheet.name(), read, names, true)) {
                                reader.reads(place, cell, read, true);
                            }
                        }
                    }
                }
            });
        }
    }

    private static boolean isIn(Address place, Plan.Name name) {
        return name.sheet().equals(place.sheet()) && name.cells().contains(Ref.at(place.row(), place.column()));
    }

    /** Whether a formula reads a cell; what INDEX chooses from counts only if it is asked for. */
    private static boolean reads(
            Formula formula, String sheet, Address place, Map<String, Address> names, boolean lookups) {
        if (formula instanceof Reference cells) {
            return cells.sheet().orElse(sheet).equals(place.sheet())
                    && cells.range().contains(Ref.at(place.row(), place.column()));
        } else if (formula instanceof Formula.Name name) {
            return names.containsKey(name.name());
        }
        var isLookup = formula instanceof Formula.Call call && call.function() == Function.INDEX && !lookups;
        return formula.parts().stream()
                .skip(isLookup ? 1 : 0)
                .anyMatch(part -> reads(part, sheet, place, names, lookups));
    }

    /** The cells that a formula reads, in the order in which it names them; those of a defined name as well. */
    Set<Address> sources(Formula formula, String sheet) {
        var sources = new LinkedHashSet<Address>();
        collect(formula.placed(), sheet, sources);
        return sources;
    }

    private void collect(Formula formula, String sheet, Set<Address> sources) {
        if (formula instanceof Reference cells) {
            sources.addAll(cells.cells(sheet));
        } else if (formula instanceof Formula.Name name) {
            plan.named(name.name()).ifPresent(sources::add);
        } else {
            formula.parts().forEach(part -> collect(part, sheet, sources));
        }
    }
}
