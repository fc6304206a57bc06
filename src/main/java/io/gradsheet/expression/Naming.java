package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Variable;
import java.util.function.Function;

/** What is written for what a formula reads. */
sealed interface Naming {
    String of(Variable variable);

    String of(Cells cells);

    /** The words of the user, for whom an index stands in brackets. */
    record Names() implements Naming {
        @Override
        public String of(Variable variable) {
            return variable.name();
        }

        @Override
        public String of(Cells cells) {
            return cells.text();
        }
    }

    /** The addresses of a sheet, such as {@code $B$5}, and {@code $B$5:$D$5} for a block. */
    record Addresses(Function<Operand, String> addressOf) implements Naming {
        @Override
        public String of(Variable variable) {
            return addressOf.apply(variable.operand());
        }

        @Override
        public String of(Cells cells) {
            return addressOf.apply(cells.block());
        }
    }
}
