package io.gradsheet.expression;

/** What an expression comes to: a number, a truth value, or numbers in a rectangle. */
public sealed interface Type {
    /** One number. */
    Type NUMBER = Scalar.NUMBER;

    /** True or false. */
    Type TRUTH = Scalar.TRUTH;

    /** What fills one cell. */
    enum Scalar implements Type {
        NUMBER,
        TRUTH
    }

    /** What fills a rectangle of cells. */
    record Array(int rows, int columns) implements Type {
        @Override
        public String toString() {
            return rows + " x " + columns;
        }
    }
}
