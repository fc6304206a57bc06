package io.gradsheet.expression;

import java.util.List;

/** What a name in a formula means. */
public sealed interface Meaning {
    /** One number in a cell. */
    @SuppressWarnings("JavaLangClash")
    record Number() implements Meaning {}

    /** One truth value in a cell. */
    record Truth() implements Meaning {}

    /** A whole number that is known when the formula is read, a number and an index alike. */
    record Fixed(int value) implements Meaning {}

    /** A cell that holds one of these texts; it can only be compared with one of them, as in {@code f="tanh"}. */
    record Choice(List<String> options) implements Meaning {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Numbers in a rectangle; one row or one column is a vector. */
    record Array(int rows, int columns) implements Meaning {}

    /**
     * A column, used in a row of its table: the name is the value in this row, {@code a[n-1]} that in the row above.
     *
     * @param rowVariable n
     * @param step by how much n grows from row to row: where it is −1, the row above is {@code a[n+1]}
     * @param reach how many rows above may be read
     */
    record Column(String rowVariable, int step, int reach) implements Meaning {}

    /** As {@link Column}, but without a value in this row yet: only rows above can be read. */
    record ColumnAbove(String rowVariable, int step, int reach) implements Meaning {}

    /** A function of the user's; its body is read where the function is used, with its parameters besides. */
    record Function(List<String> parameters, String body) implements Meaning {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** A name that is known but cannot be used here; the complaint is <i>a at column 3: reason</i>. */
    record Barred(String reason) implements Meaning {}
}
