package io.gradsheet.check;

import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.RowCursor;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the cells of a workbook are that somebody has worked in: sheets may have other names, and rows may have been inserted. Whoever
 * reads an answer in the place where it was planned finds what nobody wrote.
 */
public final class Displacement {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, RowOrder.Insertion> insertions = new HashMap<>();

    private Displacement() {}

    /**
     * Looks where the cells of a plan are.
     *
     * @param sheets the names of the workbook's sheets in their order
     * @param rows opens the rows of one of them
     * @throws CheckException if a sheet is gone, or cells of it are in other places than an insertion of rows explains
     */
    public static Displacement of(Plan plan, List<String> sheets, Function<String, RowCursor> rows) {
        var displacement = new Displacement();
        for (var index = 0; index < plan.sheets().size(); index++) {
            var sheet = plan.sheets().get(index);
            if (!sheet.hidden()) {
                var name = displacement.nameNow(plan, index, sheets);
                displacement.names.put(sheet.name(), name);
                displacement.lookAt(sheet, () -> rows.apply(name));
            }
        }
        return displacement;
    }

    /** A sheet that was renamed stays in its place. */
    private String nameNow(Plan plan, int index, List<String> sheets) {
        var name = plan.sheets().get(index).name();
        if (sheets.contains(name)) {
            return name;
        }
        var there = index < sheets.size() ? sheets.get(index) : "";
        if (there.isEmpty()
                || plan.sheets().stream().anyMatch(sheet -> sheet.name().equals(there))) {
            throw new CheckException(Inspection.whatBecameOf(name, plan, sheets));
        }
        return there;
    }

    /** Opens the rows of a sheet. */
    @FunctionalInterface
    private interface Rows {
        RowCursor open();
    }

    private void lookAt(SheetPlan planned, Rows rows) {
        var lost = new Lost();
        try (var file = rows.open()) {
            SideBySide.walk(planned, file, lost, () -> {});
        }
        if (!lost.any) {
            return;
        }
        try (var file = rows.open()) {
            RowOrder.insertion(planned, file).ifPresent(inserted -> insertions.put(planned.name(), inserted));
        }
        if (!insertions.containsKey(planned.name())) {
            refuse(planned, rows);
        }
    }

    private static void refuse(SheetPlan planned, Rows rows) {
        try (var file = rows.open();
                var again = rows.open()) {
            RowOrder.complaint(planned, file)
                    .or(() -> MovedBlock.complaint(planned, again))
                    .ifPresent(complaint -> {
                        throw new CheckException("on sheet " + planned.name() + ", " + complaint);
                    });
        }
    }

    /** Whether anything that was planned is no longer where it was. */
    private static final class Lost implements SideBySide.Pair {
        private boolean any;

        @Override
        public void cells(Address address, Cell planned, StoredCell found) {
            if (planned instanceof Cell.Label label) {
                any |= !label.text().text().isBlank() && !(found.value() instanceof Value.Text);
            } else if (planned instanceof Cell.Computed || planned instanceof Cell.Figure) {
                any |= !found.hasFormula() && found.value() instanceof Value.Nothing;
            }
        }
    }

    /** Where a cell is now that was planned in a place. */
    public Address now(Address planned) {
        var inserted = insertions.getOrDefault(planned.sheet(), new RowOrder.Insertion(0, 0));
        return new Address(
                names.getOrDefault(planned.sheet(), planned.sheet()),
                planned.row() + (planned.row() >= inserted.first() ? inserted.count() : 0),
                planned.column());
    }

    /** A formula of the plan as it reads now. */
    public String now(String formula, String sheet) {
        return FormulaText.moved(formula, sheet, this::now);
    }

    /** What happened, in words; empty if nothing did. */
    public Optional<String> words() {
        var renamed = names.entrySet().stream()
                .filter(name -> !name.getKey().equals(name.getValue()))
                .map(name -> "sheet " + name.getKey() + " is now called " + name.getValue())
                .sorted();
        var inserted = insertions.entrySet().stream()
                .map(entry -> (entry.getValue().count() == 1
                                ? "a row was"
                                : entry.getValue().count() + " rows were") + " inserted on sheet " + entry.getKey())
                .sorted();
        return Stream.concat(renamed, inserted).reduce((one, other) -> one + "; " + other);
    }
}
