package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Negate;
import io.gradsheet.expression.Node.Pi;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Subtract;
import io.gradsheet.expression.Node.Variable;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Function;
import java.util.ArrayList;
import java.util.List;

/** A tree as a spreadsheet computes it, or as it is shown to those who wrote it. */
final class FormulaTree {
    private final Naming naming;

    private FormulaTree(Naming naming) {
        this.naming = naming;
    }

    static Formula of(Node root, Naming naming) {
        return new FormulaTree(naming).of(root);
    }

    /** As it is shown to those who wrote it. */
    static String shown(Node root) {
        return of(root, new Naming.Names()).text();
    }

    /** A number as it is shown. */
    static String shown(double number) {
        return Formula.number(number).text();
    }

    private Formula of(Node node) {
        if (node instanceof Constant constant) {
            return Formula.number(constant.value());
        } else if (node instanceof Pi) {
            return Function.PI.of();
        } else if (node instanceof Variable variable) {
            return naming.of(variable);
        } else if (node instanceof Negate negate) {
            return of(negate.operand()).negative();
        } else if (node instanceof Add add) {
            return of(add.left()).plus(of(add.right()));
        } else if (node instanceof Subtract subtract) {
            return of(subtract.left()).minus(of(subtract.right()));
        } else if (node instanceof Multiply multiply) {
            return of(multiply.left()).times(of(multiply.right()));
        } else if (node instanceof Divide divide) {
            return of(divide.left()).over(of(divide.right()));
        } else if (node instanceof Power power) {
            return of(power.base()).toPower(of(power.exponent()));
        } else if (node instanceof Compare compare) {
            return compare.comparison().of(of(compare.left()), of(compare.right()));
        }
        return ofCall(node);
    }

    private Formula ofCall(Node node) {
        if (node instanceof Call call) {
            return call(call.function(), call.operands());
        } else if (node instanceof CallOfTwo call) {
            return call(call.function(), call.operands());
        } else if (node instanceof Choose choose) {
            return Function.IF.of(arguments(choose.operands()));
        } else if (node instanceof Connected connected) {
            return call(connected.connective(), connected.operands());
        } else if (node instanceof Aggregate aggregate) {
            return call(aggregate.kind(), aggregate.parts());
        } else if (node instanceof InnerProduct product) {
            var function = product.isRowTimesColumn() && !isForReaders() ? Function.MMULT : Function.SUMPRODUCT;
            return function.of(arguments(product.parts()));
        } else if (node instanceof ProductElement element) {
            var product = Function.MMULT.of(arguments(element.parts()));
            return element(product, element.isWhole(), element.row(), element.column());
        } else if (node instanceof InverseElement element) {
            var inverse = Function.MINVERSE.of(arguments(element.parts()));
            return element(inverse, element.isWhole(), element.row(), element.column());
        } else if (node instanceof Determinant determinant) {
            return Function.MDETERM.of(arguments(determinant.parts()));
        } else if (node instanceof LineFit fit) {
            return call(fit.kind(), fit.parts());
        } else if (node instanceof Lookup lookup) {
            return of(lookup);
        } else if (node instanceof CountIfs count) {
            return of(count);
        }
        return ofChoice(node);
    }

    private Formula ofChoice(Node node) {
        if (node instanceof Truths.Cell cell) {
            return of(cell.variable());
        } else if (node instanceof Choice choice) {
            return of(choice.variable());
        } else if (node instanceof Truths.Picked picked) {
            var option = picked.choice().options().get(picked.option());
            return picked.comparison().of(of(picked.choice()), Formula.quoted(option));
        }
        throw new IllegalArgumentException("no formula for " + node);
    }

    private boolean isForReaders() {
        return naming instanceof Naming.Names;
    }

    /** What a tree calls as a spreadsheet does. */
    private Formula call(Enum<?> function, List<? extends Term> arguments) {
        return Function.valueOf(function.name()).of(arguments(arguments));
    }

    private List<Formula> arguments(List<? extends Term> terms) {
        var arguments = new ArrayList<Formula>();
        for (var term : terms) {
            if (term instanceof Node node) {
                arguments.add(of(node));
            } else if (term instanceof Cells cells) {
                arguments.add(naming.of(cells));
            } else {
                ((Matrix) term).elements().forEach(element -> arguments.add(of(element)));
            }
        }
        return arguments;
    }

    /** Of what a function gives, one element. Apache POI has no INDEX of a product with one element. */
    private Formula element(Formula product, boolean whole, int row, int column) {
        if (isForReaders()) {
            return Formula.named(product.text() + "[" + row + "," + column + "]");
        }
        return whole ? product : Function.INDEX.of(product, Formula.number(row), Formula.number(column));
    }

    /** Gnumeric has no INDEX of one cell, and wants the row of the row vector. */
    private Formula of(Lookup lookup) {
        var cells = lookup.cells();
        if (isForReaders()) {
            var indices = indices(lookup, cells.rows() != 1, cells.columns() != 1).stream()
                    .map(Formula::text)
                    .toList();
            return Formula.named(naming.of(cells).text() + "[" + String.join(",", indices) + "]");
        } else if (cells.size() == 1) {
            return naming.of(cells);
        }
        var arguments = new ArrayList<Formula>();
        arguments.add(naming.of(cells));
        arguments.addAll(indices(lookup, true, cells.columns() != 1));
        return Function.INDEX.of(arguments);
    }

    private List<Formula> indices(Lookup lookup, boolean row, boolean column) {
        var indices = new ArrayList<Formula>();
        if (row) {
            indices.add(of(lookup.row()));
        }
        if (column || !row) {
            indices.add(of(lookup.column()));
        }
        return indices;
    }

    private Formula of(CountIfs count) {
        var arguments = new ArrayList<Formula>();
        for (var criterion : count.criteria()) {
            arguments.add(naming.of(criterion.cells()));
            var comparison = criterion.comparison().toString();
            arguments.add(
                    criterion.bound() instanceof Constant constant
                            ? Formula.quoted(comparison + shown(constant.value()))
                            : Formula.quoted(comparison).joined(of(criterion.bound())));
        }
        return Function.COUNTIFS.of(arguments);
    }
}
