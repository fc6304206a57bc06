package io.gradsheet.expression;

/**
 * The part of a formula that has no value.
 *
 * @param column where it starts in the text, or else the innermost part around it that stands there
 */
record Culprit(Node node, int column) {
    static Culprit whole(Node root, Columns columns) {
        return new Culprit(root, columns.of(root).orElse(1));
    }

    Culprit narrowed(Node part, Columns columns) {
        return new Culprit(part, columns.of(part).orElse(column));
    }
}
