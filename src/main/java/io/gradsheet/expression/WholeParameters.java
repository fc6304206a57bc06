package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Kind;
import io.gradsheet.expression.Lexer.Token;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which parameters of a function stand for an array as a whole: those inside SUM and the like, and those with an index. Given an array
 * for any other, the function is applied to each of its elements.
 */
final class WholeParameters {
    private static final Set<String> OF_ARRAYS = Set.of(
            "SUM",
            "SUMSQ",
            "AVERAGE",
            "COUNT",
            "COUNTIFS",
            "SUMPRODUCT",
            "MMULT",
            "TRANSPOSE",
            "MINVERSE",
            "MDETERM",
            "SLOPE",
            "INTERCEPT");

    private final Scope scope;
    private final Set<String> visited = new HashSet<>();

    WholeParameters(Scope scope) {
        this.scope = scope;
    }

    /** An opening parenthesis: what is called, how many commas came since, and whether its arguments are arrays. */
    private static final class Call {
        private final String name;
        private int argument;

        Call(String name) {
            this.name = name;
        }
    }

    /** The names of those parameters. */
    Set<String> of(String name, Meaning.Function function) {
        var whole = new HashSet<String>();
        if (!visited.add(name)) {
            return whole;
        }
        var tokens = Lexer.tokens(function.body());
        var calls = new ArrayDeque<Call>();
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isSign('(')) {
                calls.push(new Call(
                        i > 0 && tokens.get(i - 1).kind() == Kind.NAME
                                ? tokens.get(i - 1).text()
                                : ""));
            } else if (token.isSign(')') && !calls.isEmpty()) {
                calls.pop();
            } else if ((token.isSign(',') || token.isSign(';')) && !calls.isEmpty()) {
                calls.peek().argument++;
            } else if (function.parameters().contains(token.text())
                    && (tokens.get(i + 1).isSign('[')
                            || calls.stream().anyMatch(this::takesArrays)
                            || isAllOfExtreme(tokens, i))) {
                whole.add(token.text());
            }
        }
        visited.remove(name);
        return whole;
    }

    private boolean takesArrays(Call call) {
        if (OF_ARRAYS.contains(call.name.toUpperCase(Locale.ROOT))) {
            return true;
        }
        return scope.meaning(call.name)
                .filter(Meaning.Function.class::isInstance)
                .map(Meaning.Function.class::cast)
                .filter(inner -> call.argument < inner.parameters().size())
                .map(inner -> of(call.name, inner).contains(inner.parameters().get(call.argument)))
                .orElse(false);
    }

    /** MAX(v) is the greatest element, MAX(z, 0) is applied to each. */
    private static boolean isAllOfExtreme(List<Token> tokens, int i) {
        return i >= 2
                && tokens.get(i - 1).isSign('(')
                && tokens.get(i + 1).isSign(')')
                && Set.of("MIN", "MAX").contains(tokens.get(i - 2).text().toUpperCase(Locale.ROOT));
    }
}
