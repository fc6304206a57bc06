package io.gradsheet.lesson.descent;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.SQRT;
import static io.gradsheet.sheet.Function.SUMSQ;

import io.gradsheet.expression.Expression;
import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Quantity.Place;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.DescentExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The heart of the lesson: a row for each step, from the point over f and its gradient to the next point, with the derivatives by
 * formula and, beside them, by difference.
 */
final class StepsSheet {
    /** Larger inputs are typing errors. */
    private static final double LARGEST = 1e6;

    static final String NAME = "Steps";

    private static final int FUNCTION_ROW = 3;
    private static final int VALUE_COLUMN = 1;

    /** From so much on, a number is shown with an exponent. */
    private static final double LARGE = 1000;

    private final DescentExperiment experiment;
    private final List<String> variables;
    private final Texts texts;
    private final List<String> remarks;

    StepsSheet(DescentExperiment experiment, Texts texts) {
        this.experiment = experiment;
        this.variables = experiment.function().variables();
        this.texts = texts;
        this.remarks = remarks(experiment, texts);
    }

    // Where things are: variables and steps count from 0 ------------------------------------------------------------

    private int count() {
        return variables.size();
    }

    Ref learningRate() {
        return Ref.at(FUNCTION_ROW + 1 + count(), VALUE_COLUMN);
    }

    Ref differenceStep() {
        return learningRate().plus(1, 0);
    }

    private int captionRow() {
        return differenceStep().row() + 2;
    }

    private int row(int step) {
        return captionRow() + 3 + step;
    }

    /** The step that a row is of; below 0 for the rows above the first. */
    int step(int row) {
        return row - row(0);
    }

    Ref coordinate(int step, int variable) {
        return Ref.at(row(step), 1 + variable);
    }

    Ref value(int step) {
        return Ref.at(row(step), 1 + count());
    }

    Ref derivative(int step, int variable) {
        return value(step).plus(0, 1 + variable);
    }

    Ref difference(int step, int variable) {
        return derivative(step, variable).plus(0, count());
    }

    Ref slope(int step) {
        return difference(step, count());
    }

    Ref move(int step, int variable) {
        return slope(step).plus(0, 1 + variable);
    }

    Ref next(int step, int variable) {
        return move(step, variable).plus(0, count());
    }

    /** A narrow column keeps the remarks off the figures. */
    private Ref remark(int step) {
        return next(step, count() + 1);
    }

    /** A coordinate of the points of all steps. */
    Range coordinates(int variable) {
        return coordinate(0, variable)
                .to(coordinate(experiment.steps(), variable))
                .fix();
    }

    /** The start, one cell for each variable. */
    Range start() {
        return coordinate(0, 0).to(coordinate(0, count() - 1));
    }

    // The sheet -----------------------------------------------------------------------------------------------------

    /** The sheet of a descent. */
    SheetPlan sheet(Path path) {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "steps.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "steps.text"));
        putFunctions(grid);
        grid.put(learningRate().plus(0, -1), texts.label(Role.CAPTION, "steps.eta"));
        grid.put(learningRate(), Cell.input(experiment.learningRate()));
        grid.put(differenceStep().plus(0, -1), texts.label(Role.CAPTION, "steps.h"));
        grid.put(differenceStep(), Cell.input(experiment.differenceStep()));
        var captions = new Captions(grid, texts, captionRow());
        putCaptions(captions);
        var columns = remark(0).column() + 1;
        return SheetPlan.named(NAME)
                .widths(16)
                .widths(columns - 3, 11)
                .widths(1.5)
                .widths(64)
                .head(head(grid, path, captions))
                .body(sink -> pushSteps(path, sink, captions), row(experiment.steps()), columns)
                .freeze(captionRow() + 3, 1)
                .page(SheetPlan.Page.landscape().tall(captionRow() + 3))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, columns)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, columns)))
                .with(new Feature.Signal(
                        coordinate(0, 0).to(next(experiment.steps(), count() - 1)),
                        ABS.of(coordinate(0, 0)).isAtLeast(LARGE),
                        Feature.Tone.LARGE))
                .with(new Feature.Bounds(learningRate().to(differenceStep()), 0, LARGEST, texts.get("hint.eta")))
                .with(new Feature.Bounds(start(), -LARGEST, LARGEST, texts.get("hint.number")))
                .with(functionMerges())
                .with(captions.features())
                .build();
    }

    /** f and its derivatives as formulas of the variables. */
    private void putFunctions(Grid grid) {
        grid.put(FUNCTION_ROW, 0, Cell.label("f(" + String.join(", ", variables) + ") =", Role.COST));
        grid.put(FUNCTION_ROW, VALUE_COLUMN, formulaText(experiment.function()));
        for (var i = 0; i < count(); i++) {
            grid.put(FUNCTION_ROW + 1 + i, 0, Cell.label(partial(i) + " =", Role.GRADIENT));
            grid.put(
                    FUNCTION_ROW + 1 + i,
                    VALUE_COLUMN,
                    formulaText(experiment.function().derivative(variables.get(i))));
        }
    }

    private static Cell formulaText(Expression expression) {
        return new Cell.Label(RichText.plain(expression.toString()), Role.TEXT);
    }

    private List<Feature> functionMerges() {
        var merges = new ArrayList<Feature>();
        for (var i = 0; i <= count(); i++) {
            merges.add(new Feature.Merge(Ref.at(FUNCTION_ROW + i, VALUE_COLUMN)
                    .to(Ref.at(FUNCTION_ROW + i, remark(0).column() - 2))));
        }
        return merges;
    }

    /** What stands above the columns that are worked out by hand: not above difference quotients, which repeat the derivatives. */
    List<String> symbols() {
        var symbols = new ArrayList<>(List.of("f", "|∇f|"));
        for (var i = 0; i < count(); i++) {
            symbols.addAll(List.of(partial(i), "Δ" + variables.get(i), variables.get(i) + "_{n+1}"));
        }
        return symbols;
    }

    private String partial(int variable) {
        return "∂f/∂" + variables.get(variable);
    }

    private void putCaptions(Captions captions) {
        captions.group(Role.CAPTION, 0, 1, "steps.step", "steps.how");
        captions.symbol(Role.CAPTION, 0, "n");
        captions.group(Role.PARAMETER, coordinate(0, 0).column(), count(), "steps.point", "words.point");
        captions.group(Role.COST, value(0).column(), 1, "steps.value", "words.value");
        captions.symbol(Role.COST, value(0).column(), "f");
        captions.group(Role.GRADIENT, derivative(0, 0).column(), count(), "steps.derivative", "words.derivative");
        captions.group(Role.GRADIENT, difference(0, 0).column(), count(), "steps.difference", "words.difference");
        captions.group(Role.GRADIENT, slope(0).column(), 1, "steps.slope", "words.slope");
        captions.symbol(Role.GRADIENT, slope(0).column(), "|∇f|");
        captions.group(Role.UPDATE, move(0, 0).column(), count(), "steps.move", "words.move");
        captions.group(Role.UPDATE, next(0, 0).column(), count(), "steps.next", "words.next");
        captions.group(Role.CAPTION, remark(0).column(), 1, "steps.look", "words.look");
        for (var i = 0; i < count(); i++) {
            var variable = variables.get(i);
            captions.symbol(Role.PARAMETER, coordinate(0, i).column(), variable);
            captions.symbol(Role.GRADIENT, derivative(0, i).column(), partial(i));
            captions.symbol(Role.GRADIENT, difference(0, i).column(), "≈ " + partial(i));
            captions.symbol(Role.UPDATE, move(0, i).column(), "Δ" + variable);
            captions.symbol(Role.UPDATE, next(0, i).column(), variable + "_{n+1}");
        }
    }

    /** The captions, and the first steps: those with a remark, which may need several lines. */
    private List<Row> head(Grid grid, Path path, Captions captions) {
        grid.calledBefore(Range.of(learningRate(), 2, 1), learningRate().column() - 1);
        var rows = new ArrayList<>(grid.rows());
        for (var n = 0; n < Math.min(remarks.size(), experiment.steps() + 1); n++) {
            rows.add(stepRow(path, n, captions));
        }
        return rows;
    }

    private void pushSteps(Path path, RowSink sink, Captions captions) {
        for (var n = remarks.size(); n <= experiment.steps(); n++) {
            sink.row(stepRow(path, n, captions));
        }
    }

    private Row stepRow(Path path, int n, Captions captions) {
        var step = path.step(n);
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Figure(n, Role.INDEX));
        for (var i = 0; i < count(); i++) {
            cells.add(
                    n == 0
                            ? Cell.input(step.point().get(i))
                            : Cell.computed(next(n - 1, i), step.point().get(i), Role.PARAMETER));
        }
        cells.add(Cell.computed(at(experiment.function(), n), step.value(), Role.COST));
        for (var i = 0; i < count(); i++) {
            var derivative = experiment.function().derivative(variables.get(i));
            cells.add(Cell.computed(at(derivative, n), step.gradient().get(i), Role.GRADIENT));
        }
        for (var i = 0; i < count(); i++) {
            cells.add(Cell.computed(differenceFormula(n, i), path.differences(n).get(i), Role.GRADIENT));
        }
        var gradient = derivative(n, 0).to(derivative(n, count() - 1));
        cells.add(Cell.computed(SQRT.of(SUMSQ.of(gradient)), step.slope(), Role.GRADIENT));
        for (var i = 0; i < count(); i++) {
            var move = -experiment.learningRate() * step.gradient().get(i);
            cells.add(Cell.computed(named("eta").negative().times(derivative(n, i)), move, Role.UPDATE));
        }
        for (var i = 0; i < count(); i++) {
            cells.add(
                    Cell.computed(coordinate(n, i).plus(move(n, i)), step.next().get(i), Role.UPDATE));
        }
        if (n < remarks.size()) {
            cells.add(Cell.EMPTY);
            cells.add(new Cell.Label(RichText.plain(remarks.get(n)), Role.TEXT));
        }
        return Row.of(row(n), captions.named(cells, List.of(new Place(Kind.STEP, n))));
    }

    /** What to look at in the first steps: what the columns show, then what the template says. */
    private static List<String> remarks(DescentExperiment experiment, Texts texts) {
        var remarks = new ArrayList<String>();
        for (var i = 1; texts.has("steps.look." + i); i++) {
            remarks.add(texts.get("steps.look." + i));
        }
        remarks.addAll(experiment.notes());
        return remarks;
    }

    private Formula at(Expression expression, int n) {
        return expression.formula(
                variable -> coordinate(n, variables.indexOf(variable)).fixColumn());
    }

    /** (f(x + h) − f(x − h)) / 2h, every f written out. */
    private Formula differenceFormula(int n, int variable) {
        var h = named("h");
        var above = beside(n, variable, x -> x.plus(h));
        var below = beside(n, variable, x -> x.minus(h));
        return above.minus(below).over(number(2).times(h));
    }

    private Formula beside(int n, int variable, UnaryOperator<Formula> shift) {
        return experiment.function().formula(name -> {
            var cell = coordinate(n, variables.indexOf(name)).fixColumn();
            return variables.indexOf(name) == variable ? shift.apply(cell) : cell;
        });
    }

    // Back from the file --------------------------------------------------------------------------------------------

    double readLearningRate(Inputs file) {
        return file.number(learningRate().address(NAME));
    }

    double readDifferenceStep(Inputs file) {
        return file.number(differenceStep().address(NAME));
    }

    List<Double> readStart(Inputs file) {
        return IntStream.range(0, count())
                .mapToObj(i -> file.number(coordinate(0, i).address(NAME)))
                .toList();
    }
}
