package io.gradsheet.expression;

import java.util.List;

/** A part of a formula: a {@link Node}, which has one value, or a {@link Matrix}, which has many. */
sealed interface Term permits Node, Matrix {
    /** What this is made of, arrays as wholes. */
    List<? extends Term> parts();

    /** The same of other parts. */
    Term withParts(List<? extends Term> parts);

    /** The same with a node in place of a variable. */
    default Term replaced(Node.Variable variable, Node by) {
        if (equals(variable)) {
            return by;
        }
        var parts = parts();
        var changed = parts.stream().map(part -> part.replaced(variable, by)).toList();
        for (var i = 0; i < changed.size(); i++) {
            if (changed.get(i) != parts.get(i)) {
                return withParts(changed);
            }
        }
        return this;
    }
}
