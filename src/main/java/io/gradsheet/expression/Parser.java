package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Kind;
import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Pi;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Subtract;
import io.gradsheet.expression.Node.Variable;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Recursive descent over a spreadsheet's grammar, each rule binding tighter than the one before and, but for the signs, to the
 * left:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = power { ("*" | "/") power }
 * power   = signed { "^" signed }
 * signed  = { "+" | "-" } primary
 * primary = number | variable | "PI" [ "(" ")" ] | function "(" sum ")" | "(" sum ")"
 * </pre>
 */
final class Parser {
    /** Enough for any formula that is typed by hand, and few enough for the stack. */
    static final int MOST_CHARACTERS = 1000;

    /** Signs, powers, parentheses and functions within one another; Excel stops at 64. */
    static final int MOST_LEVELS = 50;

    static final String PI = "PI";

    private final List<Token> tokens;
    private final List<String> variables;
    private final Columns columns = new Columns();
    private int next;
    private int level;

    private Parser(List<Token> tokens, List<String> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /** A tree and where its nodes start in the text. */
    record Parsed(Node root, Columns columns) {}

    static Parsed parse(String text, List<String> variables) {
        var parser = new Parser(tokens(text), variables);
        if (parser.peek().kind() == Kind.END) {
            throw ExpressionException.at(1, "the expression is empty: write something like x^2+1");
        }
        var root = parser.sum();
        parser.expectEnd();
        return new Parsed(root, parser.columns);
    }

    /** The names in a text that can only be those of variables, in the order in which they first appear. */
    static List<String> variables(String text) {
        var tokens = tokens(text);
        return IntStream.range(0, tokens.size())
                .filter(i ->
                        tokens.get(i).kind() == Kind.NAME && !tokens.get(i + 1).isSign('('))
                .mapToObj(i -> tokens.get(i).text())
                .filter(name -> !isReserved(name))
                .distinct()
                .toList();
    }

    /** Whether a name means something of its own, and so cannot be that of a variable. */
    static boolean isReserved(String name) {
        return name.equalsIgnoreCase(PI) || Function.named(name).isPresent();
    }

    private static List<Token> tokens(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw ExpressionException.at(
                    MOST_CHARACTERS + 1,
                    "the expression has %d characters, and may have %d".formatted(text.length(), MOST_CHARACTERS));
        }
        return Lexer.tokens(text);
    }

    private Node sum() {
        var start = peek();
        var node = product();
        while (peek().isSign('+') || peek().isSign('-')) {
            BinaryOperator<Node> operator = take().isSign('+') ? Add::new : Subtract::new;
            node = placed(start, operator.apply(node, product()));
        }
        return node;
    }

    private Node product() {
        var start = peek();
        var node = power();
        while (peek().isSign('*') || peek().isSign('/')) {
            BinaryOperator<Node> operator = take().isSign('*') ? Multiply::new : Divide::new;
            node = placed(start, operator.apply(node, power()));
        }
        return node;
    }

    private Node power() {
        var start = peek();
        var outside = level;
        var node = signed();
        while (peek().isSign('^')) {
            // The derivative of a tower of powers grows with every storey, so a storey counts as a level.
            descend(take());
            node = placed(start, new Power(node, signed()));
        }
        level = outside;
        return node;
    }

    private Node signed() {
        var start = peek();
        if (!start.isSign('+') && !start.isSign('-')) {
            return primary();
        }
        take();
        descend(start);
        var operand = signed();
        level--;
        return start.isSign('+') ? operand : placed(start, Node.minus(operand));
    }

    private Node primary() {
        var token = peek();
        if (!token.startsValue()) {
            throw missingValue();
        }
        take();
        return switch (token.kind()) {
            case NUMBER -> placed(token, new Constant(number(token)));
            case NAME -> placed(token, named(token));
            default -> parenthesised(token);
        };
    }

    private static double number(Token token) {
        var value = Digits.kept(Double.parseDouble(token.text()));
        var mantissa = token.text().split("[eE]", 2)[0];
        var vanished = value < Double.MIN_NORMAL && mantissa.chars().anyMatch(c -> c >= '1' && c <= '9');
        if (vanished || Double.isInfinite(value)) {
            throw ExpressionException.at(
                    token.column(),
                    "the number %s at column %d is too %s for a spreadsheet"
                            .formatted(token.text(), token.column(), vanished ? "small" : "large"));
        }
        return value;
    }

    private Node named(Token name) {
        var index = variables.indexOf(name.text());
        if (index >= 0) {
            return new Variable(name.text(), index);
        }
        if (name.text().equalsIgnoreCase(PI)) {
            if (peek().isSign('(')) {
                expectArguments(name, 0);
            }
            return new Pi();
        }
        var function = Function.named(name.text());
        if (function.isEmpty()) {
            throw peek().isSign('(') ? unknownFunction(name) : unknownVariable(name);
        }
        if (!peek().isSign('(')) {
            throw ExpressionException.at(
                    name.column(),
                    "the function %s at column %d has no argument: write it as %1$s(…)"
                            .formatted(function.get(), name.column()));
        }
        return new Call(function.get(), expectArguments(name, 1));
    }

    /** The argument between parentheses; a zero if the function takes none. */
    private Node expectArguments(Token name, int wanted) {
        var opening = take();
        descend(opening);
        var given = 0;
        Node argument = Constant.ZERO;
        if (!peek().isSign(')')) {
            argument = sum();
            given++;
            while (peek().isSign(',') || peek().isSign(';')) {
                take();
                sum();
                given++;
            }
        }
        close(opening);
        if (given != wanted) {
            throw ExpressionException.at(
                    name.column(),
                    "the function %s at column %d takes %s, and has %d"
                            .formatted(name.text(), name.column(), wanted == 0 ? "no argument" : "1 argument", given));
        }
        return argument;
    }

    private Node parenthesised(Token opening) {
        descend(opening);
        var node = sum();
        close(opening);
        return node;
    }

    private void close(Token opening) {
        if (peek().kind() == Kind.END) {
            throw unclosed(opening);
        }
        if (!peek().isSign(')')) {
            throw stray();
        }
        take();
        level--;
    }

    private void descend(Token token) {
        if (++level > MOST_LEVELS) {
            throw ExpressionException.at(
                    token.column(),
                    "the expression is nested too deeply at column %d: at most %d levels are read"
                            .formatted(token.column(), MOST_LEVELS));
        }
    }

    private void expectEnd() {
        if (peek().isSign(')')) {
            throw ExpressionException.at(
                    peek().column(), "the parenthesis at column %d closes nothing".formatted(peek().column()));
        }
        if (peek().kind() != Kind.END) {
            throw stray();
        }
    }

    private ExpressionException missingValue() {
        var here = peek();
        if (next == 0) {
            return ExpressionException.at(
                    here.column(), "a value is missing before %s at column %d".formatted(here.text(), here.column()));
        }
        var before = tokens.get(next - 1);
        if (before.isSign('(') && here.kind() == Kind.END) {
            return unclosed(before);
        }
        if (before.isSign('(') && here.isSign(')')) {
            return ExpressionException.at(
                    before.column(), "the parentheses at column %d are empty".formatted(before.column()));
        }
        return ExpressionException.at(
                before.column(), "a value is missing after %s at column %d".formatted(before.text(), before.column()));
    }

    /** A complaint about a token that cannot follow the value before it. */
    private ExpressionException stray() {
        var here = peek();
        var before = tokens.get(next - 1);
        if (!here.startsValue()) {
            return ExpressionException.at(
                    here.column(),
                    "unexpected %s at column %d: the decimal mark is a point".formatted(here.text(), here.column()));
        }
        return ExpressionException.at(
                here.column(),
                "an operator is missing between %s and %s at column %d: write a product with *"
                        .formatted(before.text(), here.text(), here.column()));
    }

    private static ExpressionException unclosed(Token opening) {
        return ExpressionException.at(
                opening.column(), "the parenthesis at column %d is not closed".formatted(opening.column()));
    }

    private ExpressionException unknownVariable(Token name) {
        var known = switch (variables.size()) {
            case 0 -> "the expression has no variables";
            case 1 -> "the only variable is " + variables.get(0);
            default -> "the variables are " + String.join(", ", variables);
        };
        return ExpressionException.at(
                name.column(), "unknown variable %s at column %d: %s".formatted(name.text(), name.column(), known));
    }

    private static ExpressionException unknownFunction(Token name) {
        var advice = Function.suggestionFor(name.text())
                .map(suggestion -> "did you mean " + suggestion + "?")
                .orElseGet(() -> "the functions are " + Function.names());
        return ExpressionException.at(
                name.column(), "unknown function %s at column %d: %s".formatted(name.text(), name.column(), advice));
    }

    private Node placed(Token start, Node node) {
        columns.place(node, start.column());
        return node;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }
}
