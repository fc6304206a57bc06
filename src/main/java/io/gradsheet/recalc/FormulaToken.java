package io.gradsheet.recalc;

/** A piece of a formula's text. The texts of all tokens of a formula, joined, are the formula. */
record FormulaToken(Kind kind, String text) {
    enum Kind {
        /** {@code A1}, {@code $A$1}. */
        CELL,
        /** {@code A:B}, {@code $A:$B}. */
        COLUMNS,
        /** {@code 1:2}, {@code $1:$2}. */
        ROWS,
        /** A name that a parenthesis follows. */
        FUNCTION,
        /** A name, or a quoted name, that an exclamation mark follows. */
        SHEET,
        /** A quoted name that no exclamation mark follows: another file, as LibreOffice writes it. */
        FILE,
        /** Any other name, {@code TRUE} included. */
        NAME,
        NUMBER,
        /** A text in double quotes. */
        STRING,
        /** {@code #N/A}. */
        ERROR,
        /** What stands in square brackets: another workbook, or a column of a table. */
        BRACKET,
        SPACE,
        /** One character of anything else. */
        SIGN
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }
}
