package io.gradsheet.expression;

import io.gradsheet.expression.Lexer.Kind;
import io.gradsheet.expression.Lexer.Token;
import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Variable;

/** Makes of a name what it means, and of the name of a column with an index the row above. */
final class Reading {
    private final Names names;
    private final Token name;
    private final Tokens tokens;

    Reading(Names names, Token name, Tokens tokens) {
        this.names = names;
        this.name = name;
        this.tokens = tokens;
    }

    /** What stands in the formula for a name of that meaning; never that of a function. */
    Term term(Meaning meaning) {
        var text = name.text();
        if (meaning instanceof Meaning.Fixed fixed) {
            return new Constant(fixed.value());
        } else if (meaning instanceof Meaning.Truth) {
            return new Truths.Cell(variable());
        } else if (meaning instanceof Meaning.Choice choice) {
            return new Choice(variable(), choice.options());
        } else if (meaning instanceof Meaning.Array array) {
            return Cells.of(text, names.indexOf(text), array.rows(), array.columns());
        } else if (meaning instanceof Meaning.Column column) {
            return tokens.peek().isSign('[')
                    ? above(column.rowVariable(), column.step(), column.reach(), true)
                    : variable();
        } else if (meaning instanceof Meaning.ColumnAbove column) {
            if (!tokens.peek().isSign('[')) {
                throw complaint("has no value in this row yet: write %s for the row above"
                        .formatted(rowAbove(column.rowVariable(), column.step())));
            }
            return above(column.rowVariable(), column.step(), column.reach(), false);
        } else if (meaning instanceof Meaning.Barred barred) {
            throw ExpressionException.at(
                    name.column(), "%s at column %d: %s".formatted(text, name.column(), barred.reason()));
        }
        return variable();
    }

    private Variable variable() {
        return new Variable(name.text(), names.indexOf(name.text()));
    }

    private Node above(String rowVariable, int step, int reach, boolean hasThisRow) {
        tokens.take();
        var rows = -offset(rowVariable, step) * step;
        if (rows < 0) {
            throw complaint("is asked for a row below, and only rows above can be read: write %s"
                    .formatted(rowAbove(rowVariable, step)));
        }
        if (rows == 0) {
            if (!hasThisRow) {
                throw complaint("has no value in this row yet: write %s for the row above"
                        .formatted(rowAbove(rowVariable, step)));
            }
            return variable();
        }
        if (rows > reach) {
            throw complaint(
                    reach == 0
                            ? "has nothing in the row above the first: say with first what stands there"
                            : "is asked for %d rows above, and first says what stands in %d".formatted(rows, reach));
        }
        var written = name.text() + "[" + rowVariable + (step > 0 ? "-" : "+") + rows + "]";
        return new Variable(written, names.indexOf(written), new Operand.Single(name.text(), rows));
    }

    /** The rest of {@code [n-1]}: −1. */
    private int offset(String rowVariable, int step) {
        var variable = tokens.take();
        var sign = tokens.peek();
        var offset = 0;
        if (variable.text().equals(rowVariable) && (sign.isSign('+') || sign.isSign('-'))) {
            tokens.take();
            var number = tokens.take();
            if (number.kind() != Kind.NUMBER || !number.text().matches("[0-9]{1,6}")) {
                throw notAbove(rowVariable, step);
            }
            offset = Integer.parseInt(number.text()) * (sign.isSign('-') ? -1 : 1);
        }
        if (!variable.text().equals(rowVariable) || !tokens.take().isSign(']')) {
            throw notAbove(rowVariable, step);
        }
        return offset;
    }

    private ExpressionException notAbove(String rowVariable, int step) {
        return complaint("is a column, and in its own table only rows above can be read: write %s"
                .formatted(rowAbove(rowVariable, step)));
    }

    private String rowAbove(String rowVariable, int step) {
        return name.text() + "[" + rowVariable + (step > 0 ? "-1]" : "+1]");
    }

    private ExpressionException complaint(String rest) {
        return ExpressionException.at(name.column(), name.text() + " at column " + name.column() + " " + rest);
    }
}
