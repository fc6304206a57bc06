package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Ref;
import java.util.List;

/** A block of a worksheet on its way to the sheet: it says how much room it needs, is given a place, and paints itself there. */
interface Panel {
    /** How many rows of the sheet it takes. */
    int rows();

    /** The widths that its columns want, in characters; their number is the room that it takes. */
    List<Double> widths();

    /** Whether it is made of pixels, which have narrow columns of their own at the right. */
    default boolean isPixels() {
        return false;
    }

    /** Makes known where its cells are. */
    default void settle(Ref origin, String sheet, Places places) {}

    /** Paints its cells, all of whose places are known now. */
    void paint(Ref origin, Canvas canvas);
}
