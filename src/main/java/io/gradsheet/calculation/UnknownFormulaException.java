package io.gradsheet.calculation;

/** A formula that paper does not know how to write. */
public final class UnknownFormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownFormulaException(String formula) {
        super(formula);
    }
}
