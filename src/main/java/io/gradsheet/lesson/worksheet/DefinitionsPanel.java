package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Ref;
import java.util.List;

/** A panel of definitions below one another, which says only what is in their cells. */
interface DefinitionsPanel extends Panel {
    /** The symbols, and where their cells lie. */
    Definitions lines();

    @Override
    default int rows() {
        return lines().rows();
    }

    @Override
    default List<Double> widths() {
        return lines().widths();
    }

    @Override
    default void settle(Ref origin, String sheet, Places places) {
        lines().settle(origin, sheet, places);
    }
}
