package io.gradsheet.expression;

/**
 * A part of a text and what it means.
 *
 * @param text as the user wrote it
 * @param column where it starts
 */
record Piece(Term term, String text, int column) {
    private static final int MOST_SHOWN = 40;

    boolean isTruth() {
        return sample().isTruth();
    }

    boolean isChoice() {
        return term instanceof Choice;
    }

    boolean isNumber() {
        return !isTruth() && !isChoice();
    }

    /** A node of this kind: itself, or the first of many. */
    private Node sample() {
        return term instanceof Matrix matrix ? matrix.element(1, 1) : (Node) term;
    }

    /** The text, cut where it would fill a sentence. */
    String shown() {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    /** The text and its place, to begin a sentence with. */
    String placed() {
        return shown() + " at column " + column;
    }

    ExpressionException complaint(String rest) {
        return ExpressionException.at(column, placed() + " " + rest);
    }

    /** This piece, which is to be counted with. */
    Piece number(String user) {
        if (isTruth()) {
            throw complaint("is true or false, and %s needs a number: write IF(%s, 1, 0)".formatted(user, shown()));
        }
        if (term instanceof Choice choice) {
            throw complaint("is one of %s, and %s needs a number: ask which one, as in %s=\"%s\""
                    .formatted(
                            String.join(", ", choice.options()),
                            user,
                            text,
                            choice.options().get(0)));
        }
        return this;
    }

    /** This piece, which is to be decided by. */
    Piece truth(String user) {
        if (term instanceof Choice) {
            return number(user);
        }
        if (!isTruth()) {
            throw complaint("is a number, and %s needs a condition: write %s<>0".formatted(user, shown()));
        }
        return this;
    }

    /** The array that this piece is. */
    Matrix array(String user) {
        number(user);
        if (term instanceof Matrix matrix) {
            return matrix;
        }
        throw complaint("is a single number, and %s needs a vector or a matrix".formatted(user));
    }

    /** The one number that this piece is. */
    Node single(String user) {
        number(user);
        if (term instanceof Node node) {
            return node;
        }
        throw complaint("is %s, and %s needs a single number".formatted(((Matrix) term).shape(), user));
    }
}
