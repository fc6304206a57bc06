package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Block;
import java.util.Collections;
import java.util.List;

/** Functions and derivatives written out. */
record WrittenPanel(Block.Written written) implements Panel {
    private static final int COLUMNS = 6;

    @Override
    public int rows() {
        return written.lines().size();
    }

    @Override
    public List<Double> widths() {
        return Collections.nCopies(1 + COLUMNS, Layout.USUAL_WIDTH);
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        for (var i = 0; i < written.lines().size(); i++) {
            var line = written.lines().get(i);
            canvas.put(
                    origin.plus(i, 0),
                    new Cell.Label(RichText.plain(line.name().replace("'", "′") + " ="), Role.CAPTION));
            canvas.put(origin.plus(i, 1), new Cell.Label(RichText.plain(line.formula()), Role.TEXT));
            canvas.add(new Feature.Merge(Range.of(origin.plus(i, 1), 1, COLUMNS)));
        }
    }
}
