package io.gradsheet.fuzz;

import io.gradsheet.expression.Expression;
import io.gradsheet.expression.ExpressionException;
import io.gradsheet.template.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A formula: of variables, with its derivatives; and in a cell, where it may use numbers, arrays, a choice and functions. */
public final class ExpressionFuzz {
    private static final String WORKSHEET = """
            lesson: worksheet
            title: Fuzz
            about: A formula.
            functions: {g(x): x^3-2*x, h(u, v): SUM(u)*v}
            sheets:
              - name: Fuzz
                title: Fuzz
                about: Small.
                content:
                  - inputs:
                      - {symbol: p, value: 0.5}
                      - {symbol: w, values: [1, -2, 3]}
                      - {symbol: A, values: [[1, 2], [3, 4]]}
                      - {symbol: o, choice: [one, two], value: one}
                  - values: [{symbol: q, formula: "%s"}]
                  - table: t
                    rows: {n: 1..3}
                    columns: [{symbol: a, formula: n/2}, {symbol: b, first: p, formula: "%s"}]
            """;

    private ExpressionFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        derive(text);
        // As YAML quotes it.
        var quoted = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ");
        // One at a time: what is wrong in the first place hides the other.
        for (var worksheet : List.of(WORKSHEET.formatted(quoted, "1"), WORKSHEET.formatted("1", quoted))) {
            Sentence.orResult(() -> Planned.from(new Provenance("fuzz", worksheet, List.of(), Map.of())));
        }
    }

    private static void derive(String text) {
        try {
            var expression = Expression.parse(text);
            var names = expression.variables();
            if (!Expression.parse(expression.toString(), names).equals(expression)) {
                throw new AssertionError("read again, it is another formula: " + expression);
            }
            names.forEach(expression::derivative);
        } catch (ExpressionException e) {
            // Whoever tells it quotes the text as a terminal can show it.
        }
    }
}
