package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Variable;
import java.util.List;

/** A number of which a spreadsheet needs ranges of cells, all of them with a value. */
sealed interface OfCells extends Node permits ProductElement, InverseElement, Determinant, LineFit {
    @Override
    List<Cells> parts();

    @Override
    default List<Node> operands() {
        return parts().stream().flatMap(cells -> cells.elements().stream()).toList();
    }

    @Override
    default Node withParts(List<? extends Term> parts) {
        return this;
    }

    @Override
    default Node differentiated(Variable variable) {
        throw new IllegalStateException("cells do not depend on a variable");
    }
}
