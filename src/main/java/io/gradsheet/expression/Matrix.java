package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Numbers, or truth values, in a rectangle. Rows and columns are counted from 1. */
sealed interface Matrix extends Term {
    int rows();

    int columns();

    Node element(int row, int column);

    /** A rectangle of this one. */
    Matrix part(int row, int column, int rows, int columns);

    default int size() {
        return rows() * columns();
    }

    default boolean isVector() {
        return rows() == 1 || columns() == 1;
    }

    /** An element of a vector. */
    default Node element(int number) {
        return rows() == 1 ? element(1, number) : element(number, 1);
    }

    default boolean hasShapeOf(Matrix other) {
        return rows() == other.rows() && columns() == other.columns();
    }

    /** The size, as it is said. */
    default String shape() {
        return rows() + " x " + columns();
    }

    /** All elements, row by row. */
    default List<Node> elements() {
        var elements = new ArrayList<Node>(size());
        for (var row = 1; row <= rows(); row++) {
            for (var column = 1; column <= columns(); column++) {
                elements.add(element(row, column));
            }
        }
        return elements;
    }

    default Matrix map(UnaryOperator<Node> change) {
        return new Elements(rows(), columns(), elements().stream().map(change).toList());
    }

    default Matrix transposed() {
        var elements = new ArrayList<Node>(size());
        for (var column = 1; column <= columns(); column++) {
            for (var row = 1; row <= rows(); row++) {
                elements.add(element(row, column));
            }
        }
        return new Elements(columns(), rows(), elements);
    }

    /**
     * A rectangle of cells, which a formula can name as a range.
     *
     * @param text as the user writes it
     * @param index the place of its name among all, see {@link Variable}
     * @param vector whether its elements are written with one index
     */
    record Cells(String text, int index, boolean vector, Operand.Block block) implements Matrix {
        /** A whole array. */
        static Cells of(String name, int index, int rows, int columns) {
            return new Cells(name, index, rows == 1 || columns == 1, new Operand.Block(name, 1, 1, rows, columns));
        }

        @Override
        public int rows() {
            return block.rows();
        }

        @Override
        public int columns() {
            return block.columns();
        }

        @Override
        public Node element(int row, int column) {
            var element = block.element(row, column);
            var place =
                    vector ? "" + Math.max(element.row(), element.column()) : element.row() + "," + element.column();
            return new Variable(block.name() + "[" + place + "]", index, element);
        }

        @Override
        public Matrix part(int row, int column, int rows, int columns) {
            var part = block.part(row, column, rows, columns);
            if (part.equals(block)) {
                return this;
            }
            var written = rows == 1 ? part.row() + "," : "," + part.column();
            return new Cells(block.name() + "[" + written + "]", index, vector, part);
        }

        @Override
        public List<Term> parts() {
            return List.of();
        }

        @Override
        public Term withParts(List<? extends Term> parts) {
            return this;
        }
    }

    /** What is computed element by element, given row by row. */
    record Elements(int rows, int columns, List<Node> elements) implements Matrix {
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public Node element(int row, int column) {
            return elements.get((row - 1) * columns + column - 1);
        }

        @Override
        public Matrix part(int row, int column, int partRows, int partColumns) {
            var part = new ArrayList<Node>(partRows * partColumns);
            for (var r = row; r < row + partRows; r++) {
                for (var c = column; c < column + partColumns; c++) {
                    part.add(element(r, c));
                }
            }
            return new Elements(partRows, partColumns, part);
        }

        @Override
        public List<Node> parts() {
            return elements;
        }

        @Override
        public Term withParts(List<? extends Term> parts) {
            return new Elements(
                    rows, columns, parts.stream().map(Node.class::cast).toList());
        }
    }
}
