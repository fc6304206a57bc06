package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Negate;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Subtract;
import io.gradsheet.expression.Node.Variable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes a tree as a spreadsheet reads it. Parentheses stand where the tree needs them and, beyond that, where a reader who learnt
 * other rules would go wrong: {@code (-x)^2}, {@code (x^y)^z}, {@code x*(-2)}.
 */
final class FormulaWriter {
    /** How tightly an operator holds its operands. */
    private enum Binding {
        COMPARISON,
        SUM,
        PRODUCT,
        POWER,
        SIGN,
        WHOLE
    }

    private static final double LONGEST_PLAIN = 1e15;
    private static final int FEWEST_DIGITS = 15;
    private static final int ENOUGH_DIGITS = 17;

    private final StringBuilder text = new StringBuilder();
    private final Columns columns = new Columns();
    private final Naming naming;

    private FormulaWriter(Naming naming) {
        this.naming = naming;
    }

    /** A text and the place of each node in it. */
    record Written(String text, Columns columns) {}

    /** Writes a tree. */
    static Written write(Node root, Naming naming) {
        var writer = new FormulaWriter(naming);
        writer.write(root);
        return new Written(writer.text.toString(), writer.columns);
    }

    /** Writes a tree with what {@code cellOf} gives for the name of each variable. */
    static Written write(Node root, UnaryOperator<String> cellOf) {
        return write(root, new Naming.Addresses(operand -> cellOf.apply(operand.name())));
    }

    private void write(Node node) {
        columns.place(node, text.length() + 1);
        if (node instanceof Constant constant) {
            text.append(number(constant.value()));
        } else if (node instanceof Variable variable) {
            text.append(naming.of(variable));
        } else if (node instanceof Negate negate) {
            text.append('-');
            writeAfterSign(negate.operand(), Binding.SIGN);
        } else if (node instanceof Add add) {
            writeBinary(add.left(), "+", add.right(), Binding.SUM, Binding.PRODUCT);
        } else if (node instanceof Subtract subtract) {
            writeBinary(subtract.left(), "-", subtract.right(), Binding.SUM, Binding.PRODUCT);
        } else if (node instanceof Multiply multiply) {
            writeBinary(multiply.left(), "*", multiply.right(), Binding.PRODUCT, Binding.POWER);
        } else if (node instanceof Divide divide) {
            writeBinary(divide.left(), "/", divide.right(), Binding.PRODUCT, Binding.POWER);
        } else if (node instanceof Power power) {
            writeAfterSign(power.base(), Binding.WHOLE);
            text.append('^');
            writeAfterSign(power.exponent(), Binding.SIGN);
        } else if (node instanceof Compare compare) {
            write(compare.left(), bindsLess(compare.left(), Binding.SUM));
            text.append(compare.comparison());
            writeAfterSign(compare.right(), Binding.SUM);
        } else {
            writeWhole(node);
        }
    }

    /** What needs no parentheses around it. */
    private void writeWhole(Node node) {
        if (node instanceof Call call) {
            writeCall(call.function(), call.operands());
        } else if (node instanceof CallOfTwo call) {
            writeCall(call.function(), call.operands());
        } else if (node instanceof Choose choose) {
            writeCall("IF", choose.operands());
        } else if (node instanceof Connected connected) {
            writeCall(connected.connective(), connected.operands());
        } else if (node instanceof Aggregate aggregate) {
            writeCall(aggregate.kind(), aggregate.parts());
        } else if (node instanceof InnerProduct product) {
            writeCall(product.isRowTimesColumn() && !isForReaders() ? "MMULT" : "SUMPRODUCT", product.parts());
        } else if (node instanceof ProductElement element) {
            writeElement("MMULT", element.parts(), element.isWhole(), element.row(), element.column());
        } else if (node instanceof InverseElement element) {
            writeElement("MINVERSE", element.parts(), element.isWhole(), element.row(), element.column());
        } else if (node instanceof Determinant determinant) {
            writeCall("MDETERM", determinant.parts());
        } else if (node instanceof LineFit fit) {
            writeCall(fit.kind(), fit.parts());
        } else if (node instanceof Lookup lookup) {
            writeLookup(lookup);
        } else if (node instanceof CountIfs count) {
            writeCount(count);
        } else if (node instanceof Truths.Cell cell) {
            write(cell.variable());
        } else if (node instanceof Choice choice) {
            write(choice.variable());
        } else if (node instanceof Truths.Picked picked) {
            var option = picked.choice().options().get(picked.option());
            write(picked.choice());
            text.append(picked.comparison()).append(quoted(option));
        } else {
            text.append(Parser.PI).append("()");
        }
    }

    private boolean isForReaders() {
        return naming instanceof Naming.Names;
    }

    private static String quoted(String option) {
        return '"' + option.replace("\"", "\"\"") + '"';
    }

    private void writeCall(Object function, List<? extends Term> arguments) {
        text.append(function).append('(');
        var separator = "";
        for (var argument : arguments) {
            text.append(separator);
            writeArgument(argument);
            separator = ",";
        }
        text.append(')');
    }

    private void writeArgument(Term argument) {
        if (argument instanceof Node node) {
            write(node);
        } else if (argument instanceof Cells cells) {
            text.append(naming.of(cells));
        } else {
            var separator = "";
            for (var element : ((Matrix) argument).elements()) {
                text.append(separator);
                write(element);
                separator = ",";
            }
        }
    }

    /** Of what a function gives, one element. Apache POI has no INDEX of a product with one element. */
    private void writeElement(String function, List<? extends Term> parts, boolean whole, int row, int column) {
        if (isForReaders()) {
            writeCall(function, parts);
            text.append('[').append(row).append(',').append(column).append(']');
        } else if (whole) {
            writeCall(function, parts);
        } else {
            text.append("INDEX(");
            writeCall(function, parts);
            text.append(',').append(row).append(',').append(column).append(')');
        }
    }

    /** Gnumeric has no INDEX of one cell, and wants the row of the row vector. */
    private void writeLookup(Lookup lookup) {
        var cells = lookup.cells();
        if (isForReaders()) {
            text.append(naming.of(cells)).append('[');
            writeIndices(lookup, cells.rows() != 1, cells.columns() != 1);
            text.append(']');
        } else if (cells.size() == 1) {
            text.append(naming.of(cells));
        } else {
            text.append("INDEX(").append(naming.of(cells)).append(',');
            writeIndices(lookup, true, cells.columns() != 1);
            text.append(')');
        }
    }

    private void writeIndices(Lookup lookup, boolean row, boolean column) {
        if (row) {
            write(lookup.row());
        }
        if (row && column) {
            text.append(',');
        }
        if (column || !row) {
            write(lookup.column());
        }
    }

    private void writeCount(CountIfs count) {
        text.append("COUNTIFS(");
        var separator = "";
        for (var criterion : count.criteria()) {
            text.append(separator)
                    .append(naming.of(criterion.cells()))
                    .append(",\"")
                    .append(criterion.comparison());
            if (criterion.bound() instanceof Constant constant) {
                text.append(number(constant.value())).append('"');
            } else {
                text.append("\"&");
                writeAfterSign(criterion.bound(), Binding.SUM);
            }
            separator = ",";
        }
        text.append(')');
    }

    /** An operator that groups to the left: the right operand has to bind tighter than the left one. */
    private void writeBinary(Node left, String operator, Node right, Binding own, Binding tighter) {
        write(left, bindsLess(left, own));
        text.append(operator);
        writeAfterSign(right, tighter);
    }

    private void writeAfterSign(Node node, Binding least) {
        write(node, bindsLess(node, least) || startsWithMinus(node));
    }

    private static boolean bindsLess(Node node, Binding least) {
        return bindingOf(node).compareTo(least) < 0;
    }

    private void write(Node node, boolean parenthesised) {
        if (parenthesised) {
            text.append('(');
            write(node);
            text.append(')');
        } else {
            write(node);
        }
    }

    private static boolean startsWithMinus(Node node) {
        if (node instanceof Multiply multiply) {
            return bindingOf(multiply.left()) != Binding.SUM && startsWithMinus(multiply.left());
        }
        if (node instanceof Divide divide) {
            return bindingOf(divide.left()) != Binding.SUM && startsWithMinus(divide.left());
        }
        return bindingOf(node) == Binding.SIGN;
    }

    private static Binding bindingOf(Node node) {
        if (node instanceof Compare || node instanceof Truths.Picked) {
            return Binding.COMPARISON;
        }
        if (node instanceof Add || node instanceof Subtract) {
            return Binding.SUM;
        }
        if (node instanceof Multiply || node instanceof Divide) {
            return Binding.PRODUCT;
        }
        if (node instanceof Power) {
            return Binding.POWER;
        }
        var negative = node instanceof Negate || (node instanceof Constant constant && constant.value() < 0);
        return negative ? Binding.SIGN : Binding.WHOLE;
    }

    /**
     * A number in full precision, as every spreadsheet reads it: {@code 2}, {@code 0.1}, {@code 1E-10}. The shortest decimal that gives the
     * same double, which {@link Double#toString} does not promise before Java 19.
     */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LONGEST_PLAIN) {
            return Long.toString((long) value);
        }
        var exact = new BigDecimal(value);
        var decimal = exact.round(new MathContext(ENOUGH_DIGITS));
        for (var digits = FEWEST_DIGITS; digits < ENOUGH_DIGITS; digits++) {
            var shorter = exact.round(new MathContext(digits));
            if (shorter.doubleValue() == value) {
                decimal = shorter;
                break;
            }
        }
        return decimal.stripTrailingZeros().toString();
    }
}
