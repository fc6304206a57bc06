package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two ways to one number: how far they differ, and whether that is round-off. */
record SamePanel(Block.Same same) implements Panel {
    private static final int TITLE_COLUMNS = 3;
    private static final int BECAUSE_COLUMNS = 5;

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public List<Double> widths() {
        return Collections.nCopies(TITLE_COLUMNS + 2 + BECAUSE_COLUMNS, Layout.USUAL_WIDTH);
    }

    @Override
    public void settle(Ref origin, String sheet, Places places) {
        places.put(id(same), sheet, Range.of(origin.plus(0, TITLE_COLUMNS), 1, 1));
    }

    /** What the place of the distance is known by; no symbol is like it. */
    static String id(Block.Same same) {
        return "same " + same.place();
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        var texts = canvas.texts();
        canvas.putAcross(origin, TITLE_COLUMNS, same.title(), Role.CHECK);
        var distance = origin.plus(0, TITLE_COLUMNS);
        canvas.put(distance, Cell.computed(formula(canvas), canvas.evaluation().distance(same), Role.DIFFERENCE));
        var verdict = origin.plus(0, TITLE_COLUMNS + 1);
        var equal = texts.get("same.equal");
        // Theory says what Java has here; a sheet that finds something else disagrees with it.
        canvas.put(
                verdict,
                new Cell.Computed(
                        "IF(" + distance + "<=" + number(same.tolerance()) + ",\"" + equal + "\",\""
                                + texts.get("same.different") + "\")",
                        Value.of(equal),
                        Role.CHECK));
        var cell = Range.of(verdict, 1, 1);
        canvas.add(new Feature.Signal(cell, verdict.fix() + "=\"" + equal + "\"", Feature.Tone.GOOD));
        canvas.add(new Feature.Signal(cell, verdict.fix() + "<>\"" + equal + "\"", Feature.Tone.BAD));
        canvas.putAcross(
                origin.plus(0, TITLE_COLUMNS + 2), BECAUSE_COLUMNS, Definitions.INDENT + same.because(), Role.TEXT);
    }

    private static String number(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toString();
    }

    /** The distance as {@link Evaluation#distance} has it, over ranges where both sides are cells. */
    private String formula(Canvas canvas) {
        var left = same.left();
        var right = same.right();
        if (left.elements().size() == 1) {
            var one = element(left, 0, canvas);
            var other = element(right, 0, canvas);
            return "ABS(" + one + "-(" + other + "))/MAX(1,ABS(" + other + "))";
        }
        if (left.cells().isPresent() && right.cells().isPresent()) {
            var one = canvas.places().range(left.cells().get(), canvas.sheet());
            var other = canvas.places().range(right.cells().get(), canvas.sheet());
            return "SQRT(SUMXMY2(" + one + "," + other + "))/MAX(1,SQRT(SUMSQ(" + other + ")))";
        }
        var squares = new ArrayList<String>();
        var sizes = new ArrayList<String>();
        for (var i = 0; i < left.elements().size(); i++) {
            squares.add("(" + element(left, i, canvas) + "-(" + element(right, i, canvas) + "))^2");
            sizes.add(element(right, i, canvas));
        }
        return "SQRT(" + String.join("+", squares) + ")/MAX(1,SQRT(SUMSQ(" + String.join(",", sizes) + ")))";
    }

    private static String element(Block.Same.Side side, int index, Canvas canvas) {
        return canvas.places().formula(side.elements().get(index), canvas.sheet(), 0);
    }
}
