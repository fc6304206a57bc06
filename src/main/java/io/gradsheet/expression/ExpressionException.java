package io.gradsheet.expression;

import java.util.OptionalInt;

/** A text is not an expression; the message is one sentence that says what is wrong, where, and what to write instead. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int NOWHERE = 0;

    private final int column;

    private ExpressionException(String message, int column) {
        super(message);
        this.column = column;
    }

    /** A fault at a column of the text, which the message names too. */
    static ExpressionException at(int column, String message) {
        return new ExpressionException(message, column);
    }

    /** A fault that no single column of the text is to blame for. */
    static ExpressionException ofWhole(String message) {
        return new ExpressionException(message, NOWHERE);
    }

    /** The column of the text, counted from 1; empty if the text as a whole, or the name of a variable, is at fault. */
    public OptionalInt column() {
        return column == NOWHERE ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
