package io.gradsheet.classroom.paper;

/** A formula that paper does not know how to write. */
final class UnknownFormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownFormulaException(String formula) {
        super(formula);
    }
}
