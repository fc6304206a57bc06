package io.gradsheet.sheet;

import java.util.List;
import java.util.Optional;

/** Cells that a formula reads. */
public sealed interface Reference extends Formula permits Ref, Range, Formula.Elsewhere {
    /** The same as a formula reads it that was filled so many rows down and columns to the right: what is fixed stays. */
    Reference filled(int rows, int columns);

    /** The same cells, rows and columns held. */
    Reference fix();

    /** The same cells as a formula of another sheet reads them, {@code Data!$A$1}. */
    default Elsewhere on(String sheet) {
        return new Elsewhere(sheet, this);
    }

    /** The sheet that is named, if one is. */
    default Optional<String> sheet() {
        return this instanceof Elsewhere elsewhere ? Optional.of(elsewhere.name()) : Optional.empty();
    }

    /**
     * The cells that are read, row by row.
     *
     * @param home the sheet of the formula, where no other is named
     */
    default List<Address> cells(String home) {
        var on = sheet().orElse(home);
        return range().cells().stream().map(cell -> cell.address(on)).toList();
    }

    /** The rectangle that is read, on whatever sheet. */
    default Range range() {
        if (this instanceof Ref cell) {
            return cell.to(cell);
        }
        return this instanceof Elsewhere elsewhere ? elsewhere.cells().range() : (Range) this;
    }
}
