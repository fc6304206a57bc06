package io.gradsheet.classroom.marking;

import io.gradsheet.check.Displacement;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a returned workbook holds beside the answers, held against what was handed out: on the sheets that answers stand on, and those
 * that they depend on. Other sheets are there to be played with.
 */
final class Givens {
    /** Programs do not keep every digit when they save. */
    private static final double PRECISION = 1e-9;

    private final TrialWorkbook workbook;
    private final Displacement places;
    private final List<Address> pasted = new ArrayList<>();
    private final List<Address> changed = new ArrayList<>();

    private Givens(TrialWorkbook workbook, Displacement places) {
        this.workbook = workbook;
        this.places = places;
    }

    static Givens of(Handout handout, TrialWorkbook workbook, Displacement places) {
        var givens = new Givens(workbook, places);
        var blanks = new HashSet<>(handout.places());
        var sheets = sheets(handout);
        handout.plan().sheets().stream()
                .filter(sheet -> sheets.contains(sheet.name()))
                .forEach(sheet -> sheet.pushTo(row -> {
                    for (var column = 0; column < row.cells().size(); column++) {
                        var place = new Address(sheet.name(), row.index(), column);
                        if (!blanks.contains(place)) {
                            givens.look(place, row.cells().get(column));
                        }
                    }
                }));
        return givens;
    }

    private static Set<String> sheets(Handout handout) {
        var sheets = new HashSet<String>();
        handout.places().forEach(place -> sheets.add(place.sheet()));
        for (var before = 0; before < sheets.size(); ) {
            before = sheets.size();
            for (var sheet : handout.exercise().plan().sheets()) {
                if (sheets.contains(sheet.name())) {
                    addNamed(handout.exercise().plan(), sheet, sheets);
                }
            }
        }
        return sheets;
    }

    private static void addNamed(Plan plan, SheetPlan sheet, Set<String> sheets) {
        plan.names().forEach(name -> sheets.add(name.cell().sheet()));
        sheet.pushTo(row -> row.cells().forEach(cell -> {
            if (cell instanceof Cell.Computed computed) {
                computed.formula().references().forEach(read -> read.sheet().ifPresent(sheets::add));
            }
        }));
    }

    private void look(Address place, Cell planned) {
        if (planned instanceof Cell.Input input) {
            var found = workbook.stored(places.now(place));
            if (!isSame(input.value(), found.map(StoredCell::value).orElse(Value.NOTHING))) {
                changed.add(place);
            }
        } else if (planned instanceof Cell.Computed) {
            workbook.stored(places.now(place))
                    .filter(found -> !found.hasFormula() && !(found.value() instanceof Value.Nothing))
                    .ifPresent(found -> pasted.add(place));
        }
    }

    private static boolean isSame(Value planned, Value found) {
        if (planned instanceof Value.Figure one && found instanceof Value.Figure other) {
            return Math.abs(one.number() - other.number()) <= PRECISION * Math.max(1, Math.abs(one.number()));
        }
        return planned.equals(found);
    }

    /** Cells that had a formula and hold a number or a text now. */
    List<Address> pasted() {
        return pasted;
    }

    /** Givens that are no longer what they were. */
    List<Address> changed() {
        return changed;
    }
}
