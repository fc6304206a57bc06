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
    private static final int NAME_COLUMNS = 2;
    private static final int COLUMNS = 6;

    @Override
    public int rows() {
        return written.lines().size();
    }

    @Override
    public List<Double> widths() {
        return Collections.nCopies(NAME_COLUMNS + COLUMNS, Layout.USUAL_WIDTH);
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        for (var i = 0; i < written.lines().size(); i++) {
            var line = written.lines().get(i);
            canvas.put(
                    origin.plus(i, 0),
                    new Cell.Label(RichText.plain(line.name().replace("'", "′") + " ="), Role.CAPTION));
            canvas.add(new Feature.Merge(Range.of(origin.plus(i, 0), 1, NAME_COLUMNS)));
            var formula = origin.plus(i, NAME_COLUMNS);
            canvas.put(formula, new Cell.Label(RichText.plain(line.formula()), Role.TEXT));
            canvas.add(new Feature.Merge(Range.of(formula, 1, COLUMNS)));
        }
    }
}
