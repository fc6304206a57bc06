package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names in a text mean: those of a {@link Scope} and, in the body of a function, its parameters. */
final class Names {
    private static final int MOST_LISTED = 20;

    private final Scope scope;
    private final Map<String, Term> parameters;

    /** The order in which names are met, which is that of the factors of a derivative. */
    private final Map<String, Integer> order;

    /** The functions whose bodies are being read, the innermost last. */
    private final List<String> functions;

    private final boolean ofVariables;

    private Names(
            Scope scope,
            Map<String, Term> parameters,
            Map<String, Integer> order,
            List<String> functions,
            boolean ofVariables) {
        this.scope = scope;
        this.parameters = parameters;
        this.order = order;
        this.functions = functions;
        this.ofVariables = ofVariables;
    }

    /** The names of a place in a sheet. */
    static Names of(Scope scope) {
        return new Names(scope, Map.of(), new HashMap<>(), List.of(), false);
    }

    /** Variables, each a number. */
    static Names of(List<String> variables) {
        var order = new HashMap<String, Integer>();
        variables.forEach(name -> order.put(name, order.size()));
        return new Names(new Variables(variables), Map.of(), order, List.of(), true);
    }

    private record Variables(List<String> names) implements Scope {
        @Override
        public Optional<Meaning> meaning(String name) {
            return names.contains(name) ? Optional.of(new Meaning.Number()) : Optional.empty();
        }
    }

    /** The names in the body of a function. */
    Names inBody(String function, Map<String, Term> arguments) {
        var entered = new LinkedHashMap<String, Term>(arguments);
        var deeper = new ArrayList<>(functions);
        deeper.add(function);
        return new Names(scope, entered, order, List.copyOf(deeper), ofVariables);
    }

    /** These names, and besides them the parameters of all functions that a text names, each a number of its own. */
    Names withFreeParameters(String text) {
        var free = new LinkedHashMap<String, Term>();
        for (var token : Lexer.tokens(text)) {
            if (scope.meaning(token.text()).orElse(null) instanceof Meaning.Function function) {
                function.parameters().forEach(name -> free.computeIfAbsent(name, this::free));
            }
        }
        return new Names(scope, free, order, functions, ofVariables);
    }

    /** The functions in whose bodies this is, the innermost last. */
    List<String> functions() {
        return functions;
    }

    /** The parameters of a function that stand for whole arrays. */
    Set<String> wholeParameters(String name, Meaning.Function function) {
        return new WholeParameters(scope).of(name, function);
    }

    /** What stands for a parameter of that name. */
    Optional<Term> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    Optional<Meaning> meaning(String name) {
        return parameters.containsKey(name) ? Optional.empty() : scope.meaning(name);
    }

    boolean isKnown(String name) {
        return parameters.containsKey(name) || scope.meaning(name).isPresent();
    }

    /** The place of a name among all. */
    int indexOf(String name) {
        return order.computeIfAbsent(name, ignored -> order.size());
    }

    /** A variable that is no cell, and no other variable of that name. */
    Variable free(String name) {
        var unique = name + "(" + order.size() + ")";
        return new Variable(name, indexOf(unique), new Operand.Single(unique, 0));
    }

    ExpressionException unknown(Token name) {
        var what = ofVariables ? "variable" : "name";
        return ExpressionException.at(
                name.column(),
                "unknown %s %s at column %d: %s".formatted(what, name.text(), name.column(), advice(name.text())));
    }

    ExpressionException unknownFunction(Token name) {
        var advice = Function.suggestionFor(name.text())
                .map(suggestion -> "did you mean " + suggestion + "?")
                .orElseGet(() -> "the functions are " + (ofVariables ? Function.names() : Calls.names()));
        return ExpressionException.at(
                name.column(), "unknown function %s at column %d: %s".formatted(name.text(), name.column(), advice));
    }

    private String advice(String name) {
        var known = new ArrayList<>(parameters.keySet());
        known.addAll(scope.names());
        if (ofVariables) {
            return switch (known.size()) {
                case 0 -> "the expression has no variables";
                case 1 -> "the only variable is " + known.get(0);
                default -> "the variables are " + String.join(", ", known);
            };
        }
        return known.stream()
                .filter(other -> isNear(name, other))
                .findFirst()
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> known.isEmpty() ? "there are no names here" : "there are " + listed(known));
    }

    private static String listed(List<String> names) {
        var more = names.size() - MOST_LISTED;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_LISTED)) + " and " + more + " more";
    }

    /** Whether one may have been written for the other: in another case, or the column of a table for that name. */
    private static boolean isNear(String name, String other) {
        var a = name.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        return a.equals(b) || b.endsWith("." + a) || a.endsWith("." + b);
    }
}
