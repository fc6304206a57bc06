package io.gradsheet.check;

import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.RowCursor;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a sheet in which something is not as it was planned: what was planned in them, and what is there now. */
final class ChangedRows implements SideBySide.Pair {
    /** Where more was changed, nobody can say in a sentence what happened. */
    private static final int MOST_CELLS = 20_000;

    private final Map<Address, Cell> planned = new HashMap<>();
    private final Map<Address, StoredCell> found = new HashMap<>();
    private final List<Address> gone = new ArrayList<>();
    private final Set<Address> changed = new LinkedHashSet<>();
    private final Set<Integer> rows = new HashSet<>();
    private final Map<Address, Cell> plannedInRow = new HashMap<>();
    private final Map<Address, StoredCell> foundInRow = new HashMap<>();
    private int row = -1;

    private ChangedRows() {}

    /** Looks for them; empty if there are too many to look at. */
    static Optional<ChangedRows> of(SheetPlan plan, RowCursor file) {
        var changes = new ChangedRows();
        SideBySide.walk(plan, file, changes, () -> {});
        changes.enter(-1);
        return changes.areTooMany() ? Optional.empty() : Optional.of(changes);
    }

    private boolean areTooMany() {
        return planned.size() + found.size() > MOST_CELLS;
    }

    @Override
    public void cells(Address address, Cell cell, StoredCell now) {
        enter(address.row());
        if (!hasContent(cell)) {
            stray(address, now);
            return;
        }
        plannedInRow.put(address, cell);
        if (hasContent(now)) {
            foundInRow.put(address, now);
            if (!isAsPlanned(cell, now)) {
                note(address, changed);
            }
        } else {
            note(address, gone);
        }
    }

    @Override
    public void stray(Address address, StoredCell now) {
        enter(address.row());
        if (hasContent(now)) {
            foundInRow.put(address, now);
            note(address, changed);
        }
    }

    private void note(Address address, Collection<Address> list) {
        list.add(address);
        rows.add(row);
    }

    private void enter(int next) {
        if (next == row) {
            return;
        }
        if (rows.contains(row) && !areTooMany()) {
            planned.putAll(plannedInRow);
            found.putAll(foundInRow);
        }
        plannedInRow.clear();
        foundInRow.clear();
        row = next;
    }

    /** Some labels are there for their colour only, and some inputs are to be filled in. */
    private static boolean hasContent(Cell planned) {
        return planned instanceof Cell.Computed
                || !(Cell.value(planned) instanceof Value.Nothing
                        || (Cell.value(planned) instanceof Value.Text text
                                && text.text().isBlank()));
    }

    private static boolean hasContent(StoredCell found) {
        return found.hasFormula() || !(found.value() instanceof Value.Nothing);
    }

    private static boolean isAsPlanned(Cell planned, StoredCell found) {
        if (planned instanceof Cell.Computed computed) {
            return FormulaText.sameFormula(computed.text(), found.formula());
        }
        return !found.hasFormula() && Agreement.agree(Cell.value(planned), found.value(), Agreement.USUAL_TOLERANCE);
    }

    /** Whether a row is among these. */
    boolean contains(int row) {
        return rows.contains(row);
    }

    /** The cells that were planned in these rows. */
    Map<Address, Cell> planned() {
        return planned;
    }

    /** Where something was planned and nothing is, from the top, left to right. */
    List<Address> gone() {
        return gone;
    }

    /** Where something else is than was planned, or anything where nothing was, in the same order. */
    Set<Address> changed() {
        return changed;
    }

    /** Whether nothing is in a place now. */
    boolean isEmpty(Address place) {
        return !found.containsKey(place);
    }

    /** The formula that is in a place now; empty if there is none. */
    String formula(Address place) {
        return isEmpty(place) ? "" : found.get(place).formula();
    }

    /** Whether what was planned in one place is in another now. */
    boolean isPlanned(Address from, Address to) {
        return planned.containsKey(from) && found.containsKey(to) && isAsPlanned(planned.get(from), found.get(to));
    }
}
