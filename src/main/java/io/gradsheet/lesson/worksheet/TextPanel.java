package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A heading, a paragraph or a link, over the width of the sheet or, beside other blocks, over a few columns and as many rows as it
 * needs.
 *
 * @param link the sheet that it leads to
 * @param narrow whether it stands beside other blocks
 */
record TextPanel(String text, Role role, Optional<String> link, boolean narrow) implements Panel {
    /** A line that is longer is tiring to read. */
    private static final double LINE = 105;

    private static final int NARROW_COLUMNS = 5;

    static TextPanel of(String text, Role role, boolean narrow) {
        return new TextPanel(text, role, Optional.empty(), narrow);
    }

    @Override
    public int rows() {
        return narrow ? Layout.lines(text, NARROW_COLUMNS * Layout.USUAL_WIDTH) : 1;
    }

    @Override
    public List<Double> widths() {
        return narrow ? Collections.nCopies(NARROW_COLUMNS, Layout.USUAL_WIDTH) : List.of();
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        if (narrow) {
            canvas.put(origin, text, role);
            canvas.add(new Feature.Merge(Range.of(origin, rows(), NARROW_COLUMNS)));
        } else if (link.isPresent()) {
            canvas.putAcross(origin, 3, text, Role.LINK);
        } else {
            canvas.putAcross(origin, canvas.columnsOf(origin.column(), LINE), text, role);
        }
        link.ifPresent(sheet -> canvas.add(new Feature.Link(origin, new Address(sheet, 0, 0))));
    }
}
