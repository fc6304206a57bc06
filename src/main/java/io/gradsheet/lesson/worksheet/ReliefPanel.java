package io.gradsheet.lesson.worksheet;

import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.AND;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Block;
import io.gradsheet.template.WorksheetFormula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A function of two variables from above: a cell of the formula for every point of a grid, coloured by its value. */
final class ReliefPanel implements Panel {
    /** As wide as a row is high. */
    private static final double CELL_WIDTH = 2.14;

    private static final double LABEL_WIDTH = 7;
    private static final int LABEL_CELLS = 5;

    /** Above the map: the title, and the abscissae that the formulas use. */
    private static final int HEAD = 2;

    private final Block.Relief relief;
    private final int last;

    ReliefPanel(Block.Relief relief) {
        this.relief = relief;
        this.last = relief.cells() - 1;
    }

    @Override
    public int rows() {
        return HEAD + relief.cells() + 2;
    }

    @Override
    public List<Double> widths() {
        var widths = new ArrayList<Double>();
        widths.add(LABEL_WIDTH);
        widths.addAll(Collections.nCopies(relief.cells(), CELL_WIDTH));
        return widths;
    }

    @Override
    public boolean isPixels() {
        return true;
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        canvas.putAcross(origin, relief.cells() + 1, relief.title(), Role.HEADING);
        new Painting(origin, canvas).paint();
    }

    /** The map at a place. */
    private final class Painting {
        private final Ref origin;
        private final Canvas canvas;
        private final double left;
        private final double right;
        private final double bottom;
        private final double top;

        Painting(Ref origin, Canvas canvas) {
            this.origin = origin;
            this.canvas = canvas;
            this.left = value(relief.horizontal().from());
            this.right = value(relief.horizontal().to());
            this.bottom = value(relief.vertical().from());
            this.top = value(relief.vertical().to());
        }

        private double value(WorksheetFormula formula) {
            return canvas.evaluation().value(formula, 0);
        }

        private Formula written(WorksheetFormula formula) {
            return canvas.places().formula(formula, canvas.sheet(), 0);
        }

        private Ref across(int j) {
            return origin.plus(HEAD - 1, 1 + j);
        }

        private Ref down(int i) {
            return origin.plus(HEAD + i, 0);
        }

        private Range map() {
            return Range.of(origin.plus(HEAD, 1), relief.cells(), relief.cells());
        }

        private double x(int j) {
            return left + j * (right - left) / last;
        }

        /** The topmost row has the largest y, as on paper. */
        private double y(int i) {
            return top + i * (bottom - top) / last;
        }

        void paint() {
            putAxes();
            putCells();
            putMarks();
            canvas.grid().called(map(), (place, cell) -> Quantity.inMap(relief.title(), map(), place));
            canvas.grid()
                    .called(
                            Range.of(down(0), relief.cells(), 1),
                            (place, cell) -> Quantity.of(relief.vertical().caption(), ""));
            canvas.grid()
                    .called(
                            Range.of(origin, rows(), 1 + relief.cells()),
                            (place, cell) -> Quantity.of(relief.horizontal().caption(), ""));
            canvas.add(new Feature.Colours(
                    map(), relief.diverging() ? Feature.Palette.DIVERGING : Feature.Palette.DEPTH, relief.span()));
        }

        private void putAxes() {
            canvas.put(origin.plus(HEAD - 1, 0), relief.vertical().caption(), Role.CAPTION);
            for (var j = 0; j <= last; j++) {
                canvas.put(
                        across(j),
                        end(relief.horizontal().from(), relief.horizontal().to(), j, x(j), Role.MAP));
            }
            for (var i = 0; i <= last; i++) {
                // The figures that are shown are a few; the others only serve the formulas.
                var role = isLabelled(i) ? Role.INDEX : Role.MAP;
                canvas.put(
                        down(i), end(relief.vertical().to(), relief.vertical().from(), i, y(i), role));
            }
            var row = HEAD + relief.cells();
            // Two of them fit even under a small map.
            var width = Math.min(LABEL_CELLS, relief.cells() / 2);
            for (var j = 0; j <= last; j += labelEvery()) {
                var place = origin.plus(row, 1 + Math.min(Math.max(j - width / 2, 0), last + 1 - width));
                canvas.put(place, Cell.computed(across(j), x(j), Role.INDEX));
                canvas.add(new Feature.Merge(Range.of(place, 1, width)));
            }
            var middle = origin.plus(row + 1, 1 + Math.max(0, last / 2 - LABEL_CELLS / 2));
            canvas.putAcross(middle, LABEL_CELLS, relief.horizontal().caption(), Role.CAPTION);
        }

        private boolean isLabelled(int i) {
            return i % labelEvery() == 0;
        }

        /** Quarters or halves of the side, if they fall on cells and there is room; else its ends alone. */
        private int labelEvery() {
            for (var parts : List.of(4, 2)) {
                // The labels at the ends lie inside the map, and nearer to the others.
                if (last % parts == 0 && last / parts >= LABEL_CELLS + LABEL_CELLS / 2) {
                    return last / parts;
                }
            }
            return last;
        }

        private Cell end(WorksheetFormula from, WorksheetFormula to, int step, double value, Role role) {
            return from.isFixed() && to.isFixed()
                    ? new Cell.Figure(value, role)
                    : Cell.computed(TablePanel.stepFormula(written(from), written(to), step, last), value, role);
        }

        private void putCells() {
            for (var i = 0; i <= last; i++) {
                for (var j = 0; j <= last; j++) {
                    var cells = Map.of(
                            Block.Relief.HORIZONTAL, across(j).fixRow(),
                            Block.Relief.VERTICAL, down(i).fixColumn());
                    var height = relief.formula(i, j);
                    var formula = FormulaCell.orNothing(
                            canvas.places().formula(height, canvas.sheet(), cells),
                            canvas.places().conditions(height, canvas.sheet(), cells));
                    var value = canvas.evaluation().at(height, x(j), y(i));
                    canvas.put(
                            origin.plus(HEAD + i, 1 + j),
                            new Cell.Computed(
                                    formula,
                                    value.isPresent() ? Value.of(value.getAsDouble()) : Value.of(""),
                                    Role.MAP));
                }
            }
        }

        private void putMarks() {
            var spots = relief.spots();
            for (var i = 0; i < spots.size(); i++) {
                var tone = i == spots.size() - 1 ? Feature.Tone.END : i == 0 ? Feature.Tone.START : Feature.Tone.PATH;
                canvas.add(new Feature.Signal(map(), isNear(spots.get(i)), tone));
            }
        }

        /** Whether a point lies in the cell: nearer to its middle than half a cell. */
        private Formula isNear(Block.Spot spot) {
            var x = across(0).fixRow();
            var y = down(0).fixColumn();
            var halfWidth = across(1).fix().minus(across(0).fix()).over(2);
            var halfHeight = down(0).fix().minus(down(1).fix()).over(2);
            return AND.of(
                    ABS.of(written(spot.x()).minus(x)).isAtMost(halfWidth),
                    ABS.of(written(spot.y()).minus(y)).isAtMost(halfHeight));
        }
    }
}
