package io.gradsheet.expression;

import java.util.IdentityHashMap;

/**
 * Where the nodes of a tree start in a text, counted from 1. Nodes that are written alike are equal but stand in different places,
 * so they are told apart by identity.
 */
final class Columns {
    private final IdentityHashMap<Node, Integer> columns = new IdentityHashMap<>();

    /** Notes where a node starts. A node can stand in a derivative more than once; the first place will do. */
    void place(Node node, int column) {
        columns.putIfAbsent(node, column);
    }

    int of(Node node) {
        return columns.get(node);
    }
}
