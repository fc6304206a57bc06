package io.gradsheet.expression;

/** What to say of a part that jumps, and so cannot be differentiated. */
final class Underivable {
    private Underivable() {}

    static ExpressionException of(Node node) {
        return ExpressionException.ofWhole(
                "%s has no derivative, because it jumps: leave it out of what is differentiated"
                        .formatted(Diagnosis.shown(node)));
    }
}
