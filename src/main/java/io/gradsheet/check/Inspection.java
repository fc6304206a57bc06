package io.gradsheet.check;

import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.OneLine;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a workbook beside the plan it was made from: what its inputs are now, and which cells are not as they were made. It looks
 * at formulas and inputs only; values of formulas are the engines' business.
 */
final class Inspection {
    /** A stranger's formula has up to 8,192 characters, and stands in the workbook as a whole. */
    private static final int LONGEST_FORMULA = 1000;

    private final Map<Address, Value> inputs = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long count;
    private boolean damaged;
    private boolean suspicious;

    private Inspection() {}

    /**
     * Reads the workbook.
     *
     * @throws CheckException if a sheet is gone, or its rows are not where they were
     */
    static Inspection of(Path file, StoredWorkbook workbook, Plan plan, Progress progress) {
        var inspection = new Inspection();
        var done = new long[1];
        for (var sheet : plan.sheets()) {
            if (!workbook.sheetNames().contains(sheet.name())) {
                throw new CheckException(file + ": " + whatBecameOf(sheet.name(), plan, workbook.sheetNames()));
            }
            inspection.suspicious = false;
            try (var rows = workbook.rows(sheet.name())) {
                SideBySide.walk(sheet, rows, inspection::look, () -> progress.rows(++done[0]));
            }
            if (inspection.suspicious) {
                refuseMoved(file, workbook, sheet);
            }
        }
        return inspection;
    }

    /** Where cells are not as they were made, they may be only in another place. */
    private static void refuseMoved(Path file, StoredWorkbook workbook, SheetPlan sheet) {
        try (var rows = workbook.rows(sheet.name());
                var again = workbook.rows(sheet.name())) {
            RowOrder.complaint(sheet, rows)
                    .or(() -> MovedBlock.complaint(sheet, again))
                    .ifPresent(complaint -> {
                        throw new CheckException(file + ": on sheet " + sheet.name() + ", " + complaint);
                    });
        }
    }

    /** A sheet that was renamed stays in its place; one that was deleted leaves none behind that the plan does not know. */
    static String whatBecameOf(String missing, Plan plan, List<String> found) {
        var planned = plan.sheets().stream().map(SheetPlan::name).toList();
        var strangers = found.stream().filter(name -> !planned.contains(name)).toList();
        if (strangers.isEmpty()) {
            return "sheet " + missing + " was deleted: bring it back, or generate the workbook again";
        }
        if (strangers.size() == 1 && found.indexOf(strangers.get(0)) == planned.indexOf(missing)) {
            return "sheet " + missing + " was renamed to " + strangers.get(0) + ": give it its old name back";
        }
        return "sheet " + missing + " was deleted or renamed: bring it back under that name, or generate the workbook"
                + " again";
    }

    private void look(Address address, Cell planned, StoredCell found) {
        if (planned instanceof Cell.Input) {
            inputs.put(address, found.value());
            suspicious |= found.value() instanceof Value.Nothing;
        } else if (planned instanceof Cell.Computed computed) {
            if (computed.role() == Role.ROUNDS) {
                inputs.put(address, found.value());
            }
            lookAtFormula(address, computed, found);
        } else if (planned instanceof Cell.Figure figure) {
            lookAtFigure(address, figure, found);
        }
    }

    private void lookAtFormula(Address address, Cell.Computed planned, StoredCell found) {
        if (found.hasFormula()) {
            if (!FormulaText.sameFormula(planned.text(), found.formula())) {
                add(
                        address,
                        Finding.Kind.FORMULA_CHANGED,
                        "the formula was changed to " + OneLine.of("=" + found.formula(), LONGEST_FORMULA)
                                + "; it was written as =" + planned.formula());
            }
        } else if (found.value() instanceof Value.Nothing) {
            add(address, Finding.Kind.EMPTIED, "the cell is empty; it was written as =" + planned.formula());
        } else {
            add(
                    address,
                    Finding.Kind.OVERWRITTEN,
                    "the formula was overwritten by " + found.value() + "; it was written as =" + planned.formula());
        }
    }

    private void lookAtFigure(Address address, Cell.Figure planned, StoredCell found) {
        if (found.value() instanceof Value.Nothing) {
            add(address, Finding.Kind.EMPTIED, "the cell is empty; it was written as " + Value.of(planned.value()));
        } else if (!Agreement.agree(Value.of(planned.value()), found.value(), Agreement.USUAL_TOLERANCE)) {
            add(
                    address,
                    Finding.Kind.FIGURE_CHANGED,
                    "the cell holds " + found.value() + "; it was written as " + Value.of(planned.value()));
        }
    }

    private void add(Address address, Finding.Kind kind, String what) {
        count++;
        suspicious = true;
        damaged |= kind.isDamage();
        // A workbook of another template differs in every cell: nobody reads a million sentences.
        if (findings.size() < Verification.MOST_FINDINGS) {
            findings.add(new Finding(address, kind, OneLine.of(address + ": " + what)));
        }
    }

    Inputs inputs() {
        return new Inputs(inputs);
    }

    /** The first of what was found. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** How much was found. */
    long count() {
        return count;
    }

    /** Whether anything that was found is damage, see {@link Finding.Kind#isDamage}. */
    boolean isDamaged() {
        return damaged;
    }
}
