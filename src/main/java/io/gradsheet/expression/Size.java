package io.gradsheet.expression;

/** How large a tree is when it is written out. Parts that are shared are written, and counted, wherever they stand. */
final class Size {
    /** More than fits into the 8,192 characters of a cell, but for the shortest of addresses. */
    private static final int MOST_NODES = 4000;

    /** Enough for the longest sum that is typed, and few enough for the stack. */
    private static final int MOST_STOREYS = 700;

    private int nodes;

    private Size() {}

    /** Whether a tree is small enough to be written into a cell. */
    static boolean isModerate(Term term) {
        if (term instanceof Matrix matrix) {
            return matrix instanceof Matrix.Cells || matrix.elements().stream().allMatch(Size::isModerate);
        }
        return new Size().admits(term, 0);
    }

    private boolean admits(Term term, int storey) {
        if (++nodes > MOST_NODES || storey > MOST_STOREYS) {
            return false;
        }
        for (var part : term.parts()) {
            if (!admits(part, storey + 1)) {
                return false;
            }
        }
        return true;
    }
}
