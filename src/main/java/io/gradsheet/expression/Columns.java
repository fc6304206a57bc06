package io.gradsheet.expression;

import java.util.IdentityHashMap;
import java.util.OptionalInt;

/**
 * Where the nodes of a tree start in a text, counted from 1. Nodes that are written alike are equal but stand in different places,
 * so they are told apart by identity. What a function of the user's is made of has no place in the text: the call has.
 */
final class Columns {
    private final IdentityHashMap<Term, Integer> columns = new IdentityHashMap<>();

    /** Notes where a node starts. A node can stand in a derivative more than once; the first place will do. */
    void place(Term term, int column) {
        columns.putIfAbsent(term, column);
    }

    OptionalInt of(Term term) {
        var column = columns.get(term);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
