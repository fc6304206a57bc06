package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Kind;
import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Pi;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Subtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Recursive descent over a spreadsheet's grammar, each rule binding tighter than the one before and, but for the signs, to the
 * left:
 *
 * <pre>
 * formula  = sum [ ("=" | "<>" | "<" | "<=" | ">" | ">=") sum ]
 * sum      = product { ("+" | "-") product }
 * product  = power { ("*" | "/") power }
 * power    = signed { "^" signed }
 * signed   = { "+" | "-" } element
 * element  = primary { "[" [ sum ] [ "," [ sum ] ] "]" }
 * primary  = number | name | "PI" [ "(" ")" ] | name { "'" | "_" name } "(" arguments ")" | "(" formula ")"
 * argument = formula | text [ "&" sum ]
 * </pre>
 *
 * A text in quotation marks stands beside a choice that it is compared with, too.
 */
final class Parser {
    /** Enough for any formula that is typed by hand, and few enough for the stack. */
    static final int MOST_CHARACTERS = 1000;

    /** Signs, powers, parentheses and functions within one another; Excel stops at 64. */
    static final int MOST_LEVELS = 50;

    static final String PI = "PI";

    private final Tokens tokens;
    private final Names names;
    private final Misplaced misplaced;
    private final Columns columns = new Columns();
    private final Elementwise elementwise = new Elementwise(columns);
    private int level;

    private Parser(String text, Names names) {
        requireLength(text);
        this.tokens = new Tokens(text);
        this.misplaced = new Misplaced(tokens);
        this.names = names;
    }

    /** What a text means, and where its parts start. */
    record Parsed(Piece whole, Columns columns) {
        /** The tree of a formula that comes to one value. */
        Node root() {
            return (Node) whole.term();
        }
    }

    static Parsed parse(String text, List<String> variables) {
        return parse(text, Names.of(variables));
    }

    static Parsed parse(String text, Names names) {
        var parser = new Parser(text, names);
        if (parser.peek().kind() == Kind.END) {
            throw ExpressionException.at(1, "the expression is empty: write something like x^2+1");
        }
        var whole = parser.formula();
        parser.expectEnd();
        if (whole.isChoice()) {
            whole.number("a formula");
        }
        return new Parsed(whole, parser.columns);
    }

    /** The names in a text that can only be those of variables, in the order in which they first appear. */
    static List<String> variables(String text) {
        requireLength(text);
        var tokens = Lexer.tokens(text);
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
        return name.equalsIgnoreCase(PI) || Calls.isFunction(name);
    }

    private static void requireLength(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw ExpressionException.at(
                    MOST_CHARACTERS + 1,
                    "the expression has %d characters, and may have %d".formatted(text.length(), MOST_CHARACTERS));
        }
    }

    private Piece formula() {
        var start = peek();
        var asked = quotation();
        if (asked.isPresent()) {
            var comparison = expectComparison(start);
            return picked(start, sum(), comparison, asked.get());
        }
        var left = sum();
        var comparison = Comparison.at(peek());
        if (comparison.isEmpty()) {
            return left;
        }
        take();
        var option = quotation();
        var answer = option.isPresent()
                ? picked(start, left, comparison.get(), option.get())
                : compared(start, left, comparison.get(), sum());
        if (Comparison.at(peek()).isPresent()) {
            throw ExpressionException.at(
                    peek().column(),
                    "a second comparison at column %d: join two with AND(…, …)".formatted(peek().column()));
        }
        return answer;
    }

    private Comparison expectComparison(Token quotation) {
        var comparison = Comparison.at(peek());
        if (comparison.isEmpty()) {
            throw ExpressionException.at(
                    quotation.column(),
                    "the text %s at column %d can only be compared with a choice, as in f=%1$s"
                            .formatted(quotation.text(), quotation.column()));
        }
        take();
        return comparison.get();
    }

    /** A text in quotation marks, if there is one here. */
    private Optional<Token> quotation() {
        return peek().kind() == Kind.TEXT ? Optional.of(take()) : Optional.empty();
    }

    private Piece picked(Token start, Piece choice, Comparison comparison, Token option) {
        if (!(choice.term() instanceof Choice cell)) {
            throw choice.complaint("is not a choice, and cannot be compared with the text " + option.text());
        }
        var place = cell.options().indexOf(option.quoted());
        if (place < 0) {
            throw ExpressionException.at(
                    option.column(),
                    "%s has no option %s at column %d: there are %s"
                            .formatted(
                                    choice.text(), option.text(), option.column(), String.join(", ", cell.options())));
        }
        if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
            throw ExpressionException.at(
                    option.column(),
                    "the text %s at column %d has no order: compare it with = or <>"
                            .formatted(option.text(), option.column()));
        }
        return placed(start, new Truths.Picked(cell, comparison, place));
    }

    private Piece compared(Token start, Piece left, Comparison comparison, Piece right) {
        var user = comparison.toString();
        if (left.isTruth() && right.isTruth()) {
            if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
                left.number(user);
            }
        } else {
            left.number(user);
            right.number(user);
        }
        return applied(start, user, List.of(left, right), o -> new Compare(comparison, o.get(0), o.get(1)));
    }

    private Piece sum() {
        var start = peek();
        var piece = product();
        while (peek().isSign('+') || peek().isSign('-')) {
            var sign = take();
            piece = calculated(start, piece, sign, product(), sign.isSign('+') ? Add::new : Subtract::new);
        }
        return piece;
    }

    private Piece product() {
        var start = peek();
        var piece = power();
        while (peek().isSign('*') || peek().isSign('/')) {
            var sign = take();
            piece = calculated(start, piece, sign, power(), sign.isSign('*') ? Multiply::new : Divide::new);
        }
        return piece;
    }

    private Piece power() {
        var start = peek();
        var outside = level;
        var piece = signed();
        while (peek().isSign('^')) {
            // The derivative of a tower of powers grows with every storey, so a storey counts as a level.
            var sign = take();
            descend(sign);
            piece = calculated(start, piece, sign, signed(), Power::new);
        }
        level = outside;
        return piece;
    }

    private Piece calculated(Token start, Piece left, Token sign, Piece right, BinaryOperator<Node> operator) {
        var user = sign.text();
        return applied(
                start,
                user,
                List.of(left.number(user), right.number(user)),
                operands -> operator.apply(operands.get(0), operands.get(1)));
    }

    private Piece signed() {
        var start = peek();
        if (!start.isSign('+') && !start.isSign('-')) {
            return element();
        }
        take();
        descend(start);
        var operand = signed().number(start.text());
        level--;
        return start.isSign('+')
                ? piece(start, operand.term())
                : applied(start, "-", List.of(operand), operands -> Node.minus(operands.get(0)));
    }

    private Piece element() {
        var start = peek();
        var piece = primary();
        while (peek().isSign('[')) {
            var bracket = take();
            descend(bracket);
            var indices = new Indices(piece, tokens, this::sum);
            piece = placed(start, indices.element());
            level--;
        }
        return piece;
    }

    private Piece primary() {
        var token = peek();
        if (!token.startsValue()) {
            throw misplaced.missingValue();
        }
        take();
        return switch (token.kind()) {
            case NUMBER -> placed(token, new Constant(number(token)));
            case NAME -> named(token);
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

    private Piece named(Token name) {
        var parameter = names.parameter(name.text());
        if (parameter.isPresent()) {
            return placed(name, parameter.get());
        }
        var meaning = names.meaning(name.text());
        if (meaning.isPresent()) {
            return meaning.get() instanceof Meaning.Function function
                    ? ownFunction(name, function)
                    : placed(name, new Reading(names, name, tokens).term(meaning.get()));
        }
        if (name.text().equalsIgnoreCase(PI)) {
            if (peek().isSign('(')) {
                requireCount(name, 0, arguments());
            }
            return placed(name, new Pi());
        }
        if (!Calls.isFunction(name.text())) {
            throw peek().isSign('(') ? names.unknownFunction(name) : names.unknown(name);
        }
        if (!peek().isSign('(')) {
            throw ExpressionException.at(
                    name.column(),
                    "the function %s at column %d has no argument: write it as %1$s(…)"
                            .formatted(name.text().toUpperCase(Locale.ROOT), name.column()));
        }
        var arguments = arguments();
        return placed(name, new Calls(name, arguments, elementwise).term());
    }

    /** A function of the user's, or a derivative of it. */
    private Piece ownFunction(Token name, Meaning.Function function) {
        var by = new ArrayList<Token>();
        while (peek().isSign('\'') || peek().isSign('_')) {
            var sign = take();
            by.add(sign.isSign('_') && peek().kind() == Kind.NAME ? take() : sign);
        }
        if (!peek().isSign('(')) {
            throw ExpressionException.at(
                    name.column(),
                    "%s at column %d is a function: write it as %1$s(%s)"
                            .formatted(name.text(), name.column(), String.join(", ", function.parameters())));
        }
        return placed(name, new OwnFunction(name, function, names).call(by, arguments()));
    }

    private static void requireCount(Token name, int wanted, List<Calls.Argument> arguments) {
        if (arguments.size() != wanted) {
            throw Calls.wrongCount(name, wanted == 0 ? "no argument" : wanted + " argument", arguments.size());
        }
    }

    /** The arguments between parentheses. */
    private List<Calls.Argument> arguments() {
        var opening = take();
        descend(opening);
        var arguments = new ArrayList<Calls.Argument>();
        if (!peek().isSign(')')) {
            arguments.add(argument());
            while (peek().isSign(',') || peek().isSign(';')) {
                take();
                arguments.add(argument());
            }
        }
        close(opening);
        return arguments;
    }

    /** A formula, or a criterion such as {@code ">="&p} or {@code "<3"}. */
    private Calls.Argument argument() {
        var start = peek();
        if (start.kind() != Kind.TEXT || Comparison.at(tokens.peekBehind()).isPresent()) {
            return new Calls.Argument(formula(), Optional.empty());
        }
        take();
        if (peek().isSign('&')) {
            take();
            return new Calls.Argument(sum(), Optional.of(start));
        }
        return Counting.criterion(start);
    }

    private Piece parenthesised(Token opening) {
        descend(opening);
        var inner = formula();
        close(opening);
        return piece(opening, inner.term());
    }

    private void close(Token opening) {
        if (peek().kind() == Kind.END) {
            throw Misplaced.unclosed(opening);
        }
        if (!peek().isSign(')')) {
            throw misplaced.stray();
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
            throw misplaced.stray();
        }
    }

    private Piece applied(Token start, String user, List<Piece> pieces, Function<List<Node>, Node> operation) {
        return placed(start, elementwise.apply(user, start.column(), pieces, operation));
    }

    private Piece placed(Token start, Term term) {
        columns.place(term, start.column());
        return piece(start, term);
    }

    /** What has been read since a token, and what it means. */
    private Piece piece(Token start, Term term) {
        return new Piece(term, tokens.textSince(start), start.column());
    }

    private Token peek() {
        return tokens.peek();
    }

    private Token take() {
        return tokens.take();
    }
}
