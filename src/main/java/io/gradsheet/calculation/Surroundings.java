package io.gradsheet.calculation;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;
import java.util.List;
import java.util.Optional;

/** The workbook around a formula that is read as a calculation. */
public interface Surroundings {
    /** The cell in a place. */
    Cell cell(Address place);

    /** What the cell holds. */
    default Value value(Address place) {
        return Cell.value(cell(place));
    }

    /** The number in a cell; of anything else not a number. */
    default double number(Address place) {
        return value(place) instanceof Value.Figure figure ? figure.number() : Double.NaN;
    }

    /** The cell that a defined name stands for. */
    Optional<Address> named(String name);

    /** Whether a cell only leads to others, so that what stands behind it is read in its place. */
    default boolean leadsOn(Address place) {
        return false;
    }

    /** The cell that a number comes from, if another only repeats it; else itself. */
    default Address source(Address place) {
        return place;
    }

    /** Whether the number of a cell is asked for. */
    default boolean isAsked(Address place) {
        return false;
    }

    /** Whether each of several cells has a name of its own. */
    default boolean areToldApart(List<Address> places) {
        return false;
    }
}
