package io.gradsheet.lesson.worksheet;

import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.IF;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Block;
import java.util.Collections;
import java.util.List;

/**
 * One of two sentences, whichever is true.
 *
 * @param beside whether it stands beside other blocks, and needs columns of its own
 */
record VerdictPanel(Block.Verdict verdict, boolean beside) implements Panel {
    private static final int COLUMNS = 7;
    private static final double HEIGHT = 30;

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public List<Double> widths() {
        return beside ? Collections.nCopies(COLUMNS, Layout.USUAL_WIDTH) : List.of();
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        var condition = canvas.places().formula(verdict.condition(), canvas.sheet(), 0);
        var holds = canvas.evaluation().value(verdict.condition(), 0) != 0;
        var then = RichText.of(verdict.then()).text();
        var otherwise = RichText.of(verdict.otherwise()).text();
        canvas.put(
                origin,
                new Cell.Computed(
                                IF.of(condition, quoted(then), quoted(otherwise)),
                                Value.of(holds ? then : otherwise),
                                Role.VERDICT)
                        .as(Quantity.of(canvas.texts().get("quantity.verdict"), "")));
        var columns = beside ? COLUMNS : canvas.columnsOf(origin.column(), COLUMNS * Layout.USUAL_WIDTH);
        var cells = Range.of(origin, 1, columns);
        canvas.add(new Feature.Merge(cells));
        // Asked of the words themselves: a rule that looks at another sheet is lost in Google Sheets.
        canvas.add(new Feature.Signal(cells, origin.fix().isEqualTo(then), Feature.Tone.GOOD));
        canvas.height(origin.row(), HEIGHT);
    }
}
