package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call of a function of the user's, or of a derivative of it: its body, written out. */
final class OwnFunction {
    private final Token name;
    private final Meaning.Function function;
    private final Names names;

    OwnFunction(Token name, Meaning.Function function, Names names) {
        this.name = name;
        this.function = function;
        this.names = names;
    }

    /**
     * The body with the arguments in place of the parameters.
     *
     * @param by what is differentiated by, one after another: parameters, or an apostrophe for the only one
     */
    Term call(List<Token> by, List<Calls.Argument> given) {
        var arguments = given.stream().map(argument -> argument.piece(name)).toList();
        var parameters = function.parameters();
        if (arguments.size() != parameters.size()) {
            throw Calls.wrongCount(
                    name, parameters.size() + (parameters.size() == 1 ? " argument" : " arguments"), arguments.size());
        }
        if (names.functions().contains(name.text())) {
            throw complaint(
                    "is circular: it is used in its own definition, by way of " + String.join(", ", names.functions()));
        }
        var free = new HashMap<String, Variable>();
        var stand = bound(arguments, free);
        Term body = body(stand);
        for (var variable : by) {
            body = derivative(body, parameter(variable, free));
        }
        return inserted(body, arguments, free);
    }

    /** What stands for each parameter while the body is read: a free variable, or an array as a whole. */
    private Map<String, Term> bound(List<Piece> arguments, Map<String, Variable> free) {
        var whole = names.wholeParameters(name.text(), function);
        var bound = new HashMap<String, Term>();
        for (var i = 0; i < arguments.size(); i++) {
            var parameter = function.parameters().get(i);
            var argument = arguments.get(i);
            var isWhole = argument.term() instanceof Matrix && whole.contains(parameter);
            if (argument.isNumber() && !isWhole) {
                free.put(parameter, names.free(parameter));
                bound.put(parameter, free.get(parameter));
            } else {
                bound.put(parameter, argument.term());
            }
        }
        return bound;
    }

    private Term body(Map<String, Term> bound) {
        try {
            return Parser.parse(function.body(), names.inBody(name.text(), bound))
                    .whole()
                    .term();
        } catch (ExpressionException e) {
            throw ExpressionException.at(name.column(), "in %s, %s".formatted(definition(), e.getMessage()));
        }
    }

    private String definition() {
        return "%s(%s)".formatted(name.text(), String.join(", ", function.parameters()));
    }

    private Variable parameter(Token by, Map<String, Variable> free) {
        if (by.isSign('\'') && function.parameters().size() != 1) {
            throw complaint("has %d parameters: write its derivative by one of them as %s_%s(…)"
                    .formatted(
                            function.parameters().size(),
                            name.text(),
                            function.parameters().isEmpty()
                                    ? "x"
                                    : function.parameters().get(0)));
        }
        var parameter = by.isSign('\'') ? function.parameters().get(0) : by.text();
        if (!function.parameters().contains(parameter)) {
            throw complaint("has no parameter %s: it is %s".formatted(parameter, definition()));
        }
        if (!free.containsKey(parameter)) {
            throw complaint("cannot be differentiated by %s, which is no number".formatted(parameter));
        }
        return free.get(parameter);
    }

    private Term derivative(Term body, Variable variable) {
        if (body instanceof Matrix matrix) {
            return matrix.map(element -> derivative(element, variable));
        }
        return derivative((Node) body, variable);
    }

    private Node derivative(Node body, Variable variable) {
        if (body.isTruth()) {
            throw complaint("is true or false, and has no derivative");
        }
        try {
            return moderate(body.derivative(variable));
        } catch (ExpressionException e) {
            throw ExpressionException.at(
                    name.column(),
                    "the derivative of %s at column %d cannot be taken: %s"
                            .formatted(name.text(), name.column(), e.getMessage()));
        }
    }

    /** The body with arguments in place of free variables, element by element where these are arrays. */
    private Term inserted(Term body, List<Piece> arguments, Map<String, Variable> free) {
        var parameters = function.parameters();
        var variables = new ArrayList<Variable>();
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < arguments.size(); i++) {
            if (free.containsKey(parameters.get(i))) {
                variables.add(free.get(parameters.get(i)));
                pieces.add(arguments.get(i));
            }
        }
        var byElement = pieces.stream().anyMatch(piece -> piece.term() instanceof Matrix);
        if (body instanceof Node node) {
            return new Elementwise(new Columns())
                    .apply(name.text(), name.column(), pieces, operands -> inserted(node, variables, operands));
        }
        if (byElement) {
            throw complaint("gives an array, and cannot be applied to each element of another");
        }
        return ((Matrix) body)
                .map(element -> inserted(
                        element,
                        variables,
                        pieces.stream().map(piece -> (Node) piece.term()).toList()));
    }

    private Node inserted(Node body, List<Variable> variables, List<Node> operands) {
        Term node = body;
        for (var i = 0; i < variables.size(); i++) {
            node = node.replaced(variables.get(i), operands.get(i));
        }
        return moderate((Node) node);
    }

    private Node moderate(Node node) {
        if (!Size.isModerate(node)) {
            throw complaint("is too long for a cell when it is written out: give a part of it a name of its own");
        }
        return node;
    }

    private ExpressionException complaint(String rest) {
        return ExpressionException.at(name.column(), name.text() + " at column " + name.column() + " " + rest);
    }
}
