package io.gradsheet.lesson.worksheet;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.SQRT;
import static io.gradsheet.sheet.Function.SUMSQ;
import static io.gradsheet.sheet.Function.SUMXMY2;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Quantity;
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
        canvas.put(
                distance,
                Cell.computed(formula(canvas), canvas.evaluation().distance(same), Role.DIFFERENCE)
                        .as(Quantity.of(texts.get("same.distance"), same.title())));
        var verdict = origin.plus(0, TITLE_COLUMNS + 1);
        var equal = texts.get("same.equal");
        // Theory says what Java has here; a sheet that finds something else disagrees with it.
        canvas.put(
                verdict,
                new Cell.Computed(
                                IF.of(
                                        distance.isAtMost(same.tolerance()),
                                        quoted(equal),
                                        quoted(texts.get("same.different"))),
                                Value.of(equal),
                                Role.CHECK)
                        .as(Quantity.of(texts.get("quantity.verdict"), same.title())));
        var cell = Range.of(verdict, 1, 1);
        canvas.add(new Feature.Signal(cell, verdict.fix().isEqualTo(equal), Feature.Tone.GOOD));
        canvas.add(new Feature.Signal(cell, verdict.fix().isNot(equal), Feature.Tone.BAD));
        canvas.putAcross(
                origin.plus(0, TITLE_COLUMNS + 2), BECAUSE_COLUMNS, Definitions.INDENT + same.because(), Role.TEXT);
    }

    /** The distance as {@link Evaluation#distance} has it, over ranges where both sides are cells. */
    private Formula formula(Canvas canvas) {
        var left = same.left();
        var right = same.right();
        if (left.elements().size() == 1) {
            var one = element(left, 0, canvas);
            var other = element(right, 0, canvas);
            return ABS.of(one.minus(other)).over(MAX.of(number(1), ABS.of(other)));
        }
        if (left.cells().isPresent() && right.cells().isPresent()) {
            var one = canvas.places().range(left.cells().get(), canvas.sheet());
            var other = canvas.places().range(right.cells().get(), canvas.sheet());
            return SQRT.of(SUMXMY2.of(one, other)).over(size(List.of(other)));
        }
        var squares = new ArrayList<Formula>();
        var sizes = new ArrayList<Formula>();
        for (var i = 0; i < left.elements().size(); i++) {
            var one = element(left, i, canvas);
            var other = element(right, i, canvas);
            squares.add(one.minus(other).toPower(2));
            sizes.add(other);
        }
        return SQRT.of(Formula.sum(squares)).over(size(sizes));
    }

    /** Of small numbers, the distance itself is asked for. */
    private static Formula size(List<Formula> numbers) {
        return MAX.of(number(1), SQRT.of(SUMSQ.of(numbers)));
    }

    private static Formula element(Block.Same.Side side, int index, Canvas canvas) {
        return canvas.places().formula(side.elements().get(index), canvas.sheet(), 0);
    }
}
