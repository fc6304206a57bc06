package io.gradsheet.classroom.paper;

import io.gradsheet.expression.Expression;

/** Functions that templates hold, as they are written on paper. */
final class Formulas {
    private Formulas() {}

    /** An expression in markup: x^{2} for x^2, and a dot for each product. */
    static String written(Expression expression) {
        return expression
                .toString()
                .replaceAll("\\^(\\d+)", "^{$1}")
                .replace("*", " · ")
                .replaceAll("(?<=[\\w)}])\\+", " + ")
                .replaceAll("(?<=[\\w)}])-", " − ")
                .replace('-', '−')
                .replace("EXP", "exp")
                .replace("LN", "ln")
                .replace("SIN", "sin")
                .replace("COS", "cos")
                .replace("SQRT", "√")
                .replace("PI()", "π");
    }
}
