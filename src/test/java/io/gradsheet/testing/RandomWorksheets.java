package io.gradsheet.testing;

import io.gradsheet.template.WorksheetExperiment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Worksheets of random formulas: inputs of every kind, values, a vector by element, tables over a range with recurrence, patterns and
 * intervals, totals, gaps, a map, and two ways to the same number. All numbers stay moderate, and comparisons keep away from
 * equality, where programs may differ.
 */
public final class RandomWorksheets {
    private static final String FUNCTIONS = "{squash(z): 1/(1+EXP(-z)), bump(z): squash(z)*(1-squash(z))}";

    private RandomWorksheets() {}

    /** Any of them. */
    public static Arbitrary<WorksheetExperiment> any() {
        var numbers = Arbitraries.doubles().between(-2, 2).ofScale(2).list().ofSize(7);
        var scalars = List.of("p", "w[2]", "A[2,1]", "q");
        var inRow = List.of("p", "w[2]", "n/5", "SUM(w)/3", "w[1+MOD(n, 3)]");
        return Combinators.combine(
                        numbers,
                        formulas(scalars),
                        formulas(scalars),
                        formulas(inRow),
                        formulas(inRow),
                        Arbitraries.integers().between(3, 12),
                        Arbitraries.of("one", "two"))
                .as((given, first, second, column, step, rows, option) ->
                        Worksheets.of(FUNCTIONS, content(given, first, second, column, step, rows, option), Map.of()));
    }

    private static String content(
            List<Double> given, String first, String second, String column, String step, int rows, String option) {
        var values = given.stream().map(Object::toString).toList();
        return """
                - inputs:
                    - {symbol: p, value: %s, from: -2, to: 2, meaning: a number}
                    - {symbol: q, value: %s}
                    - {symbol: w, values: [%s], meaning: a vector}
                    - {symbol: A, values: [[%s, 1], [%s, -1]]}
                    - {symbol: o, choice: [one, two], value: %s}
                    - {symbol: r, normal: {seed: 3}, count: 4}
                - values:
                    - {symbol: u, formula: "%s", role: activation}
                    - {symbol: v, formula: "IF(o=\\"one\\", u, %s)", role: cost}
                    - {symbol: B, formula: "MMULT(A, A)+2*TRANSPOSE(A)"}
                    - {symbol: s, count: 4, formula: "r[i]*i+u"}
                    - {symbol: C, rows: 2, columns: 2, formula: "SUMPRODUCT(A[i,], A[,j])"}
                - beside:
                    - table: walk
                      rows: {n: 1..%d}
                      columns:
                        - {symbol: a, formula: "%s", role: weighted input}
                        - {symbol: b, first: p, formula: "TANH(b[n-1]+c[n-1]/2)+a/4"}
                        - {symbol: c, formula: "squash(%s)-bump'(b)", meaning: how it goes}
                        - {symbol: d, gaps: true, formula: "SQRT(b)"}
                        - {symbol: x, count: 2, formula: "c*i"}
                        - {symbol: y, value: 0.25, from: -1, to: 1}
                      totals:
                        - {symbol: total, formula: SUM(c), meaning: all of it}
                        - {symbol: best, formula: "MAX(a, b, d)"}
                        - {symbol: high, formula: 'COUNTIFS(b, ">="&p-5, b, "<"&9)'}
                      remarks: [Begin here.]
                    - chart: Walk
                      lines: [{y: a}, {y: b}]
                      points: [{x: c, y: "x[,2]"}]
                - table: gates
                  rows: {patterns: {g: 2}}
                  above: true
                  totals: [{symbol: fired, formula: SUM(fires)}]
                  columns:
                    - {symbol: fires, formula: "IF(w[1]*g[1]+w[2]*g[2]+0.0001234>=0, 1, 0)"}
                    - {symbol: own, formulas: [p, "g[1]+q", "g[2]-q", "fires/3"]}
                - table: curve
                  rows: {t: {from: p, to: p+2, steps: 5}}
                  columns: [{symbol: f, formula: bump(t)}, {symbol: h, formula: "(squash(t+0.001)-squash(t-0.001))/0.002"}]
                - map: Hill
                  formula: bump(x+p)*COS(y)
                  over: {x: [-2, 2], y: [q-1, q+1]}
                  cells: 6
                  marks: [{x: p, y: q}]
                - image: Pixels
                  of: A
                - same: [f, h]
                  because: The derivative is the limit of the quotient.
                  tolerance: 1e-5
                - same: ["SUM(w+w)", "2*SUM(w)"]
                  because: Sums are linear.
                - verdict: u>v+10
                  then: More.
                  else: Less.
                """.formatted(
                        values.get(0),
                        values.get(1),
                        values.subList(2, 5).stream().collect(Collectors.joining(", ")),
                        values.get(5),
                        values.get(6),
                        option,
                        first,
                        second,
                        rows,
                        column,
                        step);
    }

    /** Formulas of moderate size of these numbers, all of which are small. */
    private static Arbitrary<String> formulas(List<String> names) {
        var leaf = Arbitraries.oneOf(
                Arbitraries.of(names), Arbitraries.integers().between(1, 9).map(n -> "0." + n));
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> joined(leaf),
                () -> grown(leaf).map("TANH(%s)"::formatted),
                () -> grown(leaf).map("squash(%s)"::formatted),
                () -> grown(leaf).map("ABS(SIN(%s))"::formatted));
    }

    private static Arbitrary<String> grown(Arbitrary<String> leaf) {
        return Arbitraries.oneOf(leaf, joined(leaf));
    }

    private static Arbitrary<String> joined(Arbitrary<String> leaf) {
        var operators = Arbitraries.of("(%s)+%s", "(%s)-%s", "(%s)*%s", "MAX(%s, %s+0.37)", "MIN(%s, %s)");
        return Combinators.combine(operators, leaf, leaf).as(String::formatted);
    }
}
