package io.gradsheet.sheet;

import io.gradsheet.sheet.Formula.Binding;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes a formula as a spreadsheet reads it. Parentheses stand where the tree needs them and, beyond that, where a reader who learnt
 * other rules would go wrong: {@code (-x)^2}, {@code (x^y)^z}, {@code x*(-2)}.
 */
final class FormulaPrinter {
    private static final double LONGEST_PLAIN = 1e15;
    private static final int FEWEST_DIGITS = 15;
    private static final int ENOUGH_DIGITS = 17;

    private final StringBuilder text = new StringBuilder();
    private int rows;
    private int columns;

    private FormulaPrinter() {}

    static String print(Formula formula) {
        var printer = new FormulaPrinter();
        printer.write(formula);
        return printer.text.toString();
    }

    private void write(Formula formula) {
        if (formula instanceof Ref cell) {
            write(cell);
        } else if (formula instanceof Range cells) {
            write(cells);
        } else if (formula instanceof Formula.Elsewhere elsewhere) {
            text.append(elsewhere.name()).append('!');
            write(elsewhere.cells());
        } else if (formula instanceof Formula.Constant number) {
            text.append(number(number.value()));
        } else if (formula instanceof Formula.Text quoted) {
            text.append('"').append(quoted.value().replace("\"", "\"\"")).append('"');
        } else if (formula instanceof Formula.Name name) {
            text.append(name.name());
        } else if (formula instanceof Formula.Negative negative) {
            text.append('-');
            writeAfterSign(negative.operand(), Binding.SIGN);
        } else if (formula instanceof Formula.Operation operation) {
            write(operation);
        } else if (formula instanceof Formula.Call call) {
            write(call);
        } else if (formula instanceof Formula.Moved moved) {
            rows += moved.rows();
            columns += moved.columns();
            write(moved.formula());
            rows -= moved.rows();
            columns -= moved.columns();
        }
    }

    private void write(Ref cell) {
        if (cell.fixedColumn()) {
            text.append('$');
        }
        Ref.appendColumn(text, cell.fixedColumn() ? cell.column() : cell.column() + columns);
        if (cell.fixedRow()) {
            text.append('$');
        }
        text.append((cell.fixedRow() ? cell.row() : cell.row() + rows) + 1);
    }

    private void write(Range cells) {
        write(cells.first());
        text.append(':');
        write(cells.last());
    }

    private void write(Formula.Operation operation) {
        var operator = operation.operator();
        var own = operator.binding();
        switch (own) {
            case COMPARISON, JOIN -> {
                write(operation.left(), bindsLess(operation.left(), own == Binding.JOIN ? own : Binding.JOIN));
                text.append(operator.sign());
                write(
                        operation.right(),
                        bindsLess(operation.right(), own == Binding.JOIN ? Binding.SUM : Binding.JOIN));
            }
            case POWER -> {
                writeAfterSign(operation.left(), Binding.WHOLE);
                text.append(operator.sign());
                writeAfterSign(operation.right(), Binding.SIGN);
            }
            case WHOLE -> {
                write(operation.left(), bindsLess(operation.left(), own));
                text.append(operator.sign());
                write(operation.right(), bindsLess(operation.right(), own));
            }
            default -> {
                write(operation.left(), bindsLess(operation.left(), own));
                text.append(operator.sign());
                writeAfterSign(operation.right(), own == Binding.SUM ? Binding.PRODUCT : Binding.POWER);
            }
        }
    }

    private void write(Formula.Call call) {
        text.append(call.function().name()).append('(');
        var separator = "";
        for (var argument : call.arguments()) {
            text.append(separator);
            write(argument);
            separator = ",";
        }
        text.append(')');
    }

    private void writeAfterSign(Formula formula, Binding least) {
        write(formula, bindsLess(formula, least) || startsWithMinus(formula));
    }

    private void write(Formula formula, boolean parenthesised) {
        if (parenthesised) {
            text.append('(');
            write(formula);
            text.append(')');
        } else {
            write(formula);
        }
    }

    private static boolean bindsLess(Formula formula, Binding least) {
        return bindingOf(formula).compareTo(least) < 0;
    }

    private static boolean startsWithMinus(Formula formula) {
        if (formula instanceof Formula.Moved moved) {
            return startsWithMinus(moved.formula());
        }
        if (formula instanceof Formula.Operation operation
                && operation.operator().binding() == Binding.PRODUCT) {
            return bindingOf(operation.left()) != Binding.SUM && startsWithMinus(operation.left());
        }
        return bindingOf(formula) == Binding.SIGN;
    }

    private static Binding bindingOf(Formula formula) {
        if (formula instanceof Formula.Moved moved) {
            return bindingOf(moved.formula());
        }
        if (formula instanceof Formula.Operation operation) {
            return operation.operator().binding();
        }
        var negative = formula instanceof Formula.Negative
                || (formula instanceof Formula.Constant number && number.value() < 0);
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
