package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * How many elements meet every one of some criteria. A criterion is a text to a spreadsheet, in which a number has 15 digits; Gnumeric's
 * has all of them.
 */
record CountIfs(List<Criterion> criteria) implements Node {
    /** What an element is asked: {@code >=} a bound. */
    record Criterion(Cells cells, Comparison comparison, Node bound) {}

    CountIfs {
        criteria = List.copyOf(criteria);
    }

    @Override
    public double value(Point point) {
        var bounds = criteria.stream()
                .mapToDouble(criterion -> criterion.bound().value(point))
                .toArray();
        var first = criteria.get(0).cells();
        var count = 0;
        for (var row = 1; row <= first.rows(); row++) {
            for (var column = 1; column <= first.columns(); column++) {
                var meets = meets(row, column, bounds, point);
                if (Double.isNaN(meets)) {
                    return meets;
                }
                count += (int) meets;
            }
        }
        return count;
    }

    /** 1 or 0, or NaN where programs may disagree. */
    private double meets(int row, int column, double[] bounds, Point point) {
        var all = 1;
        for (var i = 0; i < bounds.length; i++) {
            var criterion = criteria.get(i);
            var number = criterion.cells().element(row, column).value(point);
            if (Double.isNaN(bounds[i]) || isBlurred(number, bounds[i])) {
                return Double.NaN;
            }
            // A gap is not equal to any number, and neither above nor below it.
            all &= criterion.comparison().holds(number, bounds[i]) ? 1 : 0;
        }
        return all;
    }

    private static boolean isBlurred(double number, double bound) {
        return number == bound
                ? Digits.kept(bound) != bound
                : Nearness.isBlurred(number - bound, Math.max(Math.abs(number), Math.abs(bound)));
    }

    @Override
    public List<Node> operands() {
        return criteria.stream().map(Criterion::bound).toList();
    }

    @Override
    public List<Term> parts() {
        var parts = new ArrayList<Term>();
        criteria.forEach(criterion -> {
            parts.add(criterion.cells());
            parts.add(criterion.bound());
        });
        return parts;
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        var changed = new ArrayList<Criterion>();
        for (var i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i);
            changed.add(new Criterion(criterion.cells(), criterion.comparison(), (Node) parts.get(2 * i + 1)));
        }
        return new CountIfs(changed);
    }

    @Override
    public Node differentiated(Variable variable) {
        throw Underivable.of(this);
    }
}
