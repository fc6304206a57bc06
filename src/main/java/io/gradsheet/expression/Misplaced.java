package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Kind;
import io.gradsheet.expression.Lexer.Token;

/** What to say of a piece of text that cannot stand where it does. */
final class Misplaced {
    private final Tokens tokens;

    Misplaced(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A complaint about what stands where a value should. */
    ExpressionException missingValue() {
        var here = tokens.peek();
        if (here.isSign('[') || here.isSign('_') || here.isSign('\'') || (tokens.isAtStart() && here.isSign('='))) {
            return unexpected(here);
        }
        if (here.kind() == Kind.TEXT) {
            return ExpressionException.at(
                    here.column(), "the text %s at column %d is no number".formatted(here.text(), here.column()));
        }
        if (tokens.isAtStart()) {
            return ExpressionException.at(
                    here.column(), "a value is missing before %s at column %d".formatted(here.text(), here.column()));
        }
        var before = tokens.previous();
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
    ExpressionException stray() {
        var here = tokens.peek();
        var before = tokens.previous();
        if (Comparison.at(here).isPresent() || here.kind() == Kind.TEXT) {
            return ExpressionException.at(
                    here.column(),
                    "%s at column %d stands where no comparison can".formatted(here.text(), here.column()));
        }
        if (here.kind() == Kind.SIGN && "[]&_'".contains(here.text())) {
            return unexpected(here);
        }
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

    /** A complaint about a parenthesis without its counterpart. */
    static ExpressionException unclosed(Token opening) {
        return ExpressionException.at(
                opening.column(), "the parenthesis at column %d is not closed".formatted(opening.column()));
    }

    private static ExpressionException unexpected(Token sign) {
        return ExpressionException.at(sign.column(), Lexer.unexpected(sign.text(), sign.column()));
    }
}
