package io.gradsheet.expression;

/**
 * An expression has no value at a point: a spreadsheet would show {@code #NUM!} or {@code #DIV/0!}. The message is one sentence
 * such as <i>LN(x) at column 5: x is 0, and LN needs a positive number</i>.
 */
public final class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    DomainException(String message, int column) {
        super(message);
        this.column = column;
    }

    /** Where the sub-expression without a value or a derivative starts, counted from 1, in the text that was parsed. */
    public int column() {
        return column;
    }
}
