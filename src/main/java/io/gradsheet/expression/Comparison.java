package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Kind;
import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.sheet.Formula;
import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. */
enum Comparison {
    EQUAL("="),
    NOT_EQUAL("<>"),
    AT_MOST("<="),
    AT_LEAST(">="),
    BELOW("<"),
    ABOVE(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The comparison of a cell. */
    Formula of(Formula left, Formula right) {
        return switch (this) {
            case EQUAL -> left.isEqualTo(right);
            case NOT_EQUAL -> left.isNot(right);
            case AT_MOST -> left.isAtMost(right);
            case AT_LEAST -> left.isAtLeast(right);
            case BELOW -> left.isLess(right);
            case ABOVE -> left.isGreater(right);
        };
    }

    /** The comparison that is written with a sign. */
    static Optional<Comparison> written(String sign) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.sign.equals(sign))
                .findFirst();
    }

    /** The comparison that a token is. */
    static Optional<Comparison> at(Token token) {
        return token.kind() == Kind.SIGN ? written(token.text()) : Optional.empty();
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case AT_MOST -> left <= right;
            case AT_LEAST -> left >= right;
            case BELOW -> left < right;
            case ABOVE -> left > right;
        };
    }

    @Override
    public String toString() {
        return sign;
    }
}
