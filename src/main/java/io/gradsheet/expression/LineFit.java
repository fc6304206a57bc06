package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Of the straight line through points that has the least sum of squared errors: its slope, or its height at 0. */
record LineFit(Kind kind, Cells y, Cells x) implements OfCells {
    /** Which number; the names are those of the functions. */
    enum Kind {
        SLOPE,
        INTERCEPT;

        static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /** Where all x are the same there is no such line; where they differ by rounding alone, programs differ. */
    @Override
    public double value(Point point) {
        var xs = numbers(x, point);
        var ys = numbers(y, point);
        if (!vary(xs)) {
            return Double.NaN;
        }
        var meanX = Arrays.stream(xs).sum() / xs.length;
        var meanY = Arrays.stream(ys).sum() / ys.length;
        var products = 0.0;
        var squares = 0.0;
        for (var k = 0; k < xs.length; k++) {
            products += (xs[k] - meanX) * (ys[k] - meanY);
            squares += (xs[k] - meanX) * (xs[k] - meanX);
        }
        var slope = products / squares;
        return Node.finite(kind == Kind.SLOPE ? slope : meanY - slope * meanX);
    }

    /** Why there is no such line. */
    String needs(Point point) {
        var xs = numbers(x, point);
        if (vary(xs)) {
            return "the result is too large for a spreadsheet";
        }
        return xs.length == 1
                ? "there is only one point, and a line needs two"
                : Arrays.stream(xs).allMatch(number -> number == xs[0])
                        ? "all x are equal, %s, and points above each other have no %s"
                                .formatted(FormulaTree.shown(xs[0]), kind)
                        : "the x differ by rounding alone, and %s needs x that differ by more".formatted(kind);
    }

    private static double[] numbers(Cells cells, Point point) {
        return cells.elements().stream()
                .mapToDouble(element -> element.value(point))
                .toArray();
    }

    private static boolean vary(double[] numbers) {
        var least = Arrays.stream(numbers).min().orElseThrow();
        var greatest = Arrays.stream(numbers).max().orElseThrow();
        return greatest > least && !Nearness.isBlurred(greatest - least, Math.max(Math.abs(least), Math.abs(greatest)));
    }

    @Override
    public List<Cells> parts() {
        return List.of(y, x);
    }
}
