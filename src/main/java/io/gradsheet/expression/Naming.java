package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Variable;
import io.gradsheet.sheet.Formula;
import java.util.function.Function;

/** What is written for what a formula reads. */
sealed interface Naming {
    Formula of(Variable variable);

    Formula of(Cells cells);

    /** The words of the user, for whom an index stands in brackets. */
    record Names() implements Naming {
        @Override
        public Formula of(Variable variable) {
            return Formula.named(variable.name());
        }

        @Override
        public Formula of(Cells cells) {
            return Formula.named(cells.text());
        }
    }

    /** The addresses of a sheet, such as {@code $B$5}, and {@code $B$5:$D$5} for a block. */
    record Addresses(Function<Operand, ? extends Formula> addressOf) implements Naming {
        @Override
        public Formula of(Variable variable) {
            return addressOf.apply(variable.operand());
        }

        @Override
        public Formula of(Cells cells) {
            return addressOf.apply(cells.block());
        }
    }
}
