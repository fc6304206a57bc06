package io.gradsheet.xlsx;

import static io.gradsheet.sheet.Function.ABS;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Chart.Axis;
import io.gradsheet.sheet.Chart.Mark;
import io.gradsheet.sheet.Chart.Series;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Feature.Palette;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSource;
import io.gradsheet.sheet.Shape;
import io.gradsheet.sheet.Shape.Hue;
import io.gradsheet.sheet.Shape.Point;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.SheetPlan.Page;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.TypedCells;
import java.util.ArrayList;
import java.util.List;

/** A plan with every kind of cell, every role and every feature. */
final class EverythingPlan {
    static final int EPOCHS = 12;

    private EverythingPlan() {}

    static Plan plan() {
        var plan = new Plan(
                "Backpropagation & friends",
                "4.3-backpropagation",
                "en",
                List.of(guide(), training(), cost(), EveryChart.sheet(), looks(), pictures(), hidden()),
                List.of(new Plan.Name("eta", new Address("Training", 0, 2))));
        return plan.with(Plan.Iteration.AT_REST);
    }

    static SheetPlan guide() {
        var grid = new Grid()
                .put(0, 0, Cell.label("Backpropagation in a 3-3-2 network", Role.TITLE))
                .put(
                        1,
                        0,
                        Cell.label(
                                "Every weighted input z^{l}_{j}, activation a^{l}_{j} and error δ^{l}_{j} of this"
                                        + " workbook is a **live formula**. Change a blue figure on pale yellow and watch what follows"
                                        + " from it, all the way to the cost. Nothing else needs to be touched.",
                                Role.TEXT))
                .put(2, 0, Cell.label("The layers are counted from 1, the input layer.", Role.NOTE))
                .put(3, 0, Cell.label("Sheets", Role.HEADING))
                .put(4, 0, Cell.label("Training", Role.LINK))
                .put(4, 1, Cell.label("one row per sample, one column per quantity", Role.TEXT))
                .put(5, 0, Cell.label("Cost", Role.LINK))
                .put(5, 1, Cell.label("C_{T} of every epoch, and its curve", Role.TEXT))
                .put(6, 0, Cell.label("The network", Role.HEADING));
        return SheetPlan.named("Guide")
                .widths(14, 12, 12, 12, 12, 12, 12)
                .head(grid.rows())
                .page(Page.portrait())
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, 7)))
                .with(new Feature.Merge(Range.of(Ref.at(2, 0), 1, 7)))
                .with(new Feature.Merge(Range.of(Ref.at(4, 1), 1, 6)))
                .with(new Feature.Merge(Range.of(Ref.at(5, 1), 1, 6)))
                .with(new Feature.Link(Ref.at(4, 0), new Address("Training", 0, 0)))
                .with(new Feature.Link(Ref.at(5, 0), new Address("Cost", 2, 1)))
                .with(network())
                .build();
    }

    private static Feature.Drawing network() {
        var shapes = new ArrayList<Shape>();
        for (var from = 0; from < 3; from++) {
            for (var to = 0; to < 3; to++) {
                var start = at(1.45, 9.5 + 4 * from);
                shapes.add(new Shape.Line(start, at(3.05, 9.5 + 4 * to), Hue.FORWARD, true, 0.75));
            }
            for (var to = 0; to < 2; to++) {
                var end = at(5.05, 11.5 + 4 * to);
                shapes.add(new Shape.Line(at(3.95, 9.5 + 4 * from), end, Hue.NEUTRAL, false, 1.5));
            }
        }
        shapes.add(new Shape.Line(at(5.5, 17.4), at(1.0, 20.2), Hue.BACKWARD, true, 3));
        for (var i = 0; i < 3; i++) {
            shapes.add(node(0.55, 8.3 + 4 * i, "x_{" + (i + 1) + "}", Hue.INPUT, false));
            shapes.add(node(3.05, 8.3 + 4 * i, "a^{2}_{" + (i + 1) + "}", Hue.FORWARD, true));
        }
        shapes.add(node(5.05, 10.3, "δ^{3}_{1}", Hue.BACKWARD, true));
        shapes.add(node(5.05, 14.3, "**a^{3}_{2}**", Hue.NEUTRAL, true));
        shapes.add(new Shape.Caption(at(2, 19), at(5, 20.5), RichText.of("errors δ^{l} flow back"), Hue.BACKWARD));
        return new Feature.Drawing(Ref.at(0, 0), shapes);
    }

    /** A point in cells of the usual size. */
    private static Point at(double column, double row) {
        return new Point(column * 48, row * 15);
    }

    private static Shape.Node node(double column, double row, String markup, Hue hue, boolean round) {
        var bottomRight = at(column + 0.9, row + 2.4);
        return new Shape.Node(at(column, row), bottomRight, RichText.of(markup), hue, round);
    }

    static SheetPlan training() {
        var head = new Grid()
                .put(0, 0, Cell.label("Training", Role.TITLE))
                .put(0, 1, Cell.label("η", Role.CAPTION))
                .put(0, 2, Cell.input(0.2))
                .put(1, 0, Cell.label("k", Role.INDEX))
                .put(1, 1, Cell.label("x_{1}", Role.DATA))
                .put(1, 2, Cell.label("w^{2}_{11}", Role.PARAMETER))
                .put(1, 3, Cell.label("z^{2}_{1}", Role.WEIGHTED_INPUT))
                .put(1, 4, Cell.label("a^{2}_{1}", Role.ACTIVATION))
                .put(1, 5, Cell.label("C", Role.COST))
                .put(1, 6, Cell.label("δ^{2}_{1}", Role.ERROR))
                .put(1, 7, Cell.label("∂C/∂w^{2}_{11}", Role.GRADIENT))
                .put(1, 8, Cell.label("next w^{2}_{11}", Role.UPDATE))
                .put(1, 9, Cell.label("remark", Role.TEXT));
        RowSource body = sink -> {
            for (var epoch = 0; epoch < EPOCHS; epoch++) {
                var row = 2 + epoch;
                var shown = row + 1;
                var first = epoch == 0 || epoch == EPOCHS - 1;
                sink.row(new Row(
                        row,
                        List.of(
                                new Cell.Figure(epoch + 1, Role.INDEX),
                                Cell.input(0.5 * epoch),
                                TypedCells.computed("eta*" + shown, 0.2 * shown, Role.PARAMETER),
                                TypedCells.computed(
                                        "B" + shown + "*C" + shown, 0.1 * epoch * shown, Role.WEIGHTED_INPUT),
                                TypedCells.computed(
                                        "1/(1+EXP(-D" + shown + "))", sigmoid(0.1 * epoch * shown), Role.ACTIVATION),
                                TypedCells.computed("(1-E" + shown + ")^2/2", 0.125, Role.COST),
                                TypedCells.computed("E" + shown + "-1", -0.5, Role.ERROR),
                                TypedCells.computed("G" + shown + "*B" + shown, -0.25, Role.GRADIENT),
                                TypedCells.computed("C" + shown + "-eta*H" + shown, 0.01, Role.UPDATE),
                                Cell.label("plain <text> & more", Role.NOTE),
                                TypedCells.computed("IF(B" + shown + ">9,\"big\",\"\")", Value.of(""), Role.TEXT),
                                TypedCells.computed("LN(-1)", new Value.Failure("#NUM!"), Role.CHECK)),
                        first ? Row.Look.PLAIN : new Row.Look(0, 1, true, false)));
            }
        };
        return SheetPlan.named("Training")
                .widths(12)
                .widths(8, 9)
                .widths(20, 9, 9)
                .head(head.rows())
                .body(body, 2 + EPOCHS - 1, 12)
                .bodyOutline(1)
                .freeze(2, 1)
                .page(Page.landscape().tall(2))
                .with(new Feature.Bounds(Range.of(Ref.at(0, 2), 1, 1), 0, 10, "η is a number from 0 to 10."))
                .with(new Feature.Bounds(Range.of(Ref.at(0, 3), 1, 1), 1, 12, true, "This is a whole number."))
                .build();
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    static SheetPlan cost() {
        var grid = new Grid()
                .put(0, 0, Cell.label("Cost", Role.TITLE))
                .put(1, 0, Cell.label("epoch", Role.CAPTION))
                .put(1, 1, Cell.label("C_{T}", Role.COST))
                .put(1, 2, Cell.label("C_{T} of Java", Role.CHECK))
                .put(1, 3, Cell.label("difference", Role.DIFFERENCE))
                .put(1, 4, Cell.label("path x", Role.CAPTION))
                .put(1, 5, Cell.label("path y", Role.CAPTION));
        for (var i = 0; i < 30; i++) {
            var shown = i + 3;
            var value = 9 * Math.exp(-0.15 * i) + 0.3;
            grid.put(i + 2, 0, new Cell.Figure(i + 1, Role.INDEX))
                    .put(i + 2, 1, TypedCells.computed("9*EXP(-0.15*" + i + ")+0.3", value, Role.COST))
                    .put(i + 2, 2, new Cell.Figure(value * 0.9, Role.CHECK))
                    .put(
                            i + 2,
                            3,
                            TypedCells.computed("ABS(B" + shown + "-C" + shown + ")", value * 0.1, Role.DIFFERENCE))
                    .put(i + 2, 4, new Cell.Figure(3 * Math.pow(0.8, i) * Math.cos(i), Role.ACTIVATION))
                    .put(i + 2, 5, new Cell.Figure(2 * Math.pow(0.8, i), Role.ACTIVATION));
        }
        var epochs = Range.of(Ref.at(2, 0), 30, 1);
        return SheetPlan.named("Cost")
                .widths(6, 10)
                .widths(6, 10)
                .head(grid.rows())
                .freeze(2, 0)
                .page(Page.landscape().tall(2).across(2).inGroups(List.of(0, 1, 4)))
                .with(new Chart(
                        Range.of(Ref.at(1, 7), 14, 8),
                        "Cost by epoch",
                        new Chart.Categories("epoch", Axis.fixed("cost", 0, 20), false),
                        List.of(
                                series("sheet", epochs, Range.of(Ref.at(2, 1), 30, 1), Mark.LINE),
                                series("Java", epochs, Range.of(Ref.at(2, 2), 30, 1), Mark.DOTS)),
                        true))
                .with(Chart.of(
                        Range.of(Ref.at(17, 7), 16, 8),
                        "Gradient descent",
                        new Chart.Plane(Axis.fitting("x"), Axis.fitting("y")),
                        List.of(
                                series("path", Range.of(Ref.at(2, 4), 30, 1), Range.of(Ref.at(2, 5), 30, 1), Mark.DOTS),
                                series("start", Range.of(Ref.at(2, 4), 1, 1), Range.of(Ref.at(2, 5), 1, 1), Mark.START),
                                series("end", Range.of(Ref.at(31, 4), 1, 1), Range.of(Ref.at(31, 5), 1, 1), Mark.END))))
                .build();
    }

    private static Series series(String name, Range x, Range y, Mark mark) {
        return Series.of(name, "Cost", x, y, mark);
    }

    /** Every role as every kind of cell. */
    static SheetPlan looks() {
        var grid = new Grid();
        var row = 0;
        for (var role : Role.values()) {
            var value = role == Role.SWITCH ? 1 : 0.123456789;
            grid.put(row, 0, Cell.label(role.name().toLowerCase(java.util.Locale.ROOT), Role.INDEX))
                    .put(row, 1, Cell.label("label", role))
                    .put(row, 2, Cell.label("rich w^{2}_{11}", role))
                    .put(row, 3, new Cell.Figure(value, role))
                    .put(row, 4, TypedCells.computed("1*" + value, value, role))
                    .put(row, 5, new Cell.Input(Value.of(value), role))
                    .put(row, 6, new Cell.Input(Value.of("text"), role))
                    .put(row, 7, new Cell.Input(Value.NOTHING, role));
            row++;
        }
        return SheetPlan.named("Looks")
                .widths(18)
                .widths(7, 14)
                .head(grid.rows())
                .page(Page.portrait())
                .with(new Feature.Choice(
                        Range.of(Ref.at(9, 6), 1, 1), List.of("sigmoid", "tanh"), "Choose sigmoid or tanh."))
                .build();
    }

    static SheetPlan pictures() {
        var grid = new Grid()
                .put(0, 0, Cell.label("→", Role.FORWARD))
                .put(0, 5, Cell.label("←", Role.BACKWARD))
                .put(0, 10, Cell.label("All values agree", Role.VERDICT))
                .put(1, 10, TypedCells.computed("1+1", 2, Role.VERDICT))
                .put(2, 10, Cell.input(1));
        for (var row = 0; row < 4; row++) {
            for (var column = 0; column < 3; column++) {
                grid.put(row + 2, column, new Cell.Input(Value.of((row + column) % 2), Role.PIXEL));
                var weight = (row - 1.5) * (column - 1) * 1.3;
                grid.put(row + 2, column + 4, TypedCells.computed("1*" + weight, weight, Role.PIXEL));
                grid.put(row + 2, column + 14, new Cell.Figure(row * column, Role.PIXEL));
            }
            grid.height(row + 2, 26);
        }
        return SheetPlan.named("Pictures")
                .widths(10, 4.2)
                .widths(16)
                .widths(10, 4.2)
                .head(grid.rows())
                .with(new Feature.Colours(Range.of(Ref.at(2, 0), 4, 3), Palette.INK, 1))
                .with(new Feature.Colours(Range.of(Ref.at(2, 4), 4, 3), Palette.DIVERGING, 2))
                .with(new Feature.Colours(Range.of(Ref.at(2, 14), 4, 3), Palette.DEPTH, 1))
                .with(new Feature.Merge(Range.of(Ref.at(0, 10), 1, 4)))
                .with(new Feature.Signal(
                        Range.of(Ref.at(0, 10), 1, 4), Ref.at(1, 10).fix().isEqualTo(2), Feature.Tone.GOOD))
                .with(new Feature.Signal(
                        Range.of(Ref.at(1, 10), 1, 1), Ref.at(1, 10).fix().isEqualTo(2), Feature.Tone.BAD))
                .with(new Feature.Signal(
                        Range.of(Ref.at(3, 10), 1, 1), ABS.of(Ref.at(3, 10)).isAtLeast(1000), Feature.Tone.LARGE))
                .with(new Feature.Solver(
                        Ref.at(1, 10), List.of(Range.of(Ref.at(2, 0), 1, 3), Range.of(Ref.at(4, 0), 2, 3))))
                .with(new Feature.ChoiceFrom(
                        Range.of(Ref.at(2, 10), 1, 1), "Store", Range.of(Ref.at(0, 0), 3, 1), "Choose from the list."))
                .build();
    }

    static SheetPlan hidden() {
        var grid = new Grid()
                .put(0, 0, new Cell.Figure(1, Role.INDEX))
                .put(1, 0, new Cell.Figure(2, Role.INDEX))
                .put(2, 0, new Cell.Figure(3, Role.INDEX));
        return SheetPlan.named("Store").head(grid.rows()).hide().build();
    }
}
