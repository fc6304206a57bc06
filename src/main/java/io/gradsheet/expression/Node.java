package io.gradsheet.expression;

import java.util.List;

/**
 * The tree of an expression. Nodes are immutable and equal when they are written alike; where they stand in a text is kept
 * beside the tree (see {@link Expression}), so that a derivative can share nodes with what it is the derivative of.
 */
sealed interface Node extends Term
        permits Node.Constant,
                Node.Pi,
                Node.Variable,
                Node.Negate,
                Node.Add,
                Node.Subtract,
                Node.Multiply,
                Node.Divide,
                Node.Power,
                Node.Call,
                CallOfTwo,
                Truths,
                Choice,
                Choose,
                Aggregate,
                InnerProduct,
                OfCells,
                Lookup,
                CountIfs {
    /**
     * The value at a point, or NaN where a spreadsheet shows an error. Infinity is such an error as well: passed on, it could
     * vanish again, as in 1/Infinity.
     */
    double value(Point point);

    /** The value at the point with these coordinates. */
    default double value(double... coordinates) {
        return value(Point.of(coordinates));
    }

    /** The operands, from left to right. */
    List<Node> operands();

    /** The operands that have to have a value at a point for this to have one. */
    default List<Node> operandsAt(Point point) {
        return operands();
    }

    @Override
    default List<? extends Term> parts() {
        return operands();
    }

    @Override
    Node withParts(List<? extends Term> parts);

    /** Whether this is true or false, and not a number. */
    default boolean isTruth() {
        return false;
    }

    /** The derivative of a node that depends on the variable; {@link #derivative} is the one to call. */
    Node differentiated(Variable variable);

    /** The derivative by a variable, simplified. */
    default Node derivative(Variable variable) {
        return dependsOn(variable) ? differentiated(variable).simplified() : Constant.ZERO;
    }

    default boolean dependsOn(Variable variable) {
        // A loop and not a stream: a long sum is a deep tree, and frames are what it costs.
        for (var operand : operands()) {
            if (operand.dependsOn(variable)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is no variable in it. */
    default boolean isConstant() {
        if (this instanceof Variable || this instanceof Lookup || this instanceof CountIfs) {
            return false;
        }
        for (var operand : operands()) {
            if (!operand.isConstant()) {
                return false;
            }
        }
        return true;
    }

    /** The same value in a form that is easier to read: numbers gathered, like factors and like terms joined. */
    default Node simplified() {
        try {
            return Sum.of(this).node();
        } catch (ArithmeticException tooLarge) {
            // Gathering the numbers would leave the range of a double; as written, the factors may still balance each
            // other.
            return this;
        }
    }

    /** The node with its sign changed; of a number, the negative number. */
    static Node minus(Node operand) {
        return operand instanceof Constant constant ? new Constant(-constant.value()) : new Negate(operand);
    }

    static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** A number as written, its sign included: {@code -2} is one constant. */
    record Constant(double value) implements Node {
        static final Constant ZERO = new Constant(0);
        static final Constant ONE = new Constant(1);
        static final Constant TWO = new Constant(2);

        public Constant {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("no constant can be " + value);
            }
            value += 0.0; // -0 becomes 0, which is how a spreadsheet shows it
        }

        @Override
        public double value(Point point) {
            return value;
        }

        @Override
        public List<Node> operands() {
            return List.of();
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return this;
        }

        @Override
        public Node differentiated(Variable variable) {
            return ZERO;
        }
    }

    /** The number π. */
    record Pi() implements Node {
        @Override
        public double value(Point point) {
            return Math.PI;
        }

        @Override
        public List<Node> operands() {
            return List.of();
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return this;
        }

        @Override
        public Node differentiated(Variable variable) {
            return Constant.ZERO;
        }
    }

    /**
     * A variable.
     *
     * @param name as the user writes it
     * @param index its place among all, and in the coordinates of a point
     * @param operand the cell that holds it
     */
    record Variable(String name, int index, Operand operand) implements Node {
        Variable(String name, int index) {
            this(name, index, new Operand.Single(name, 0));
        }

        /** Whether this is a cell of many under one name. */
        boolean isElement() {
            return !(operand instanceof Operand.Single single) || single.rowsAbove() > 0;
        }

        @Override
        public double value(Point point) {
            return finite(point.at(this));
        }

        @Override
        public List<Node> operands() {
            return List.of();
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return this;
        }

        @Override
        public boolean dependsOn(Variable variable) {
            return equals(variable);
        }

        @Override
        public Node differentiated(Variable variable) {
            return Constant.ONE;
        }
    }

    /** Unary minus, of anything but a constant. */
    record Negate(Node operand) implements Node {
        public Negate {
            if (operand instanceof Constant) {
                throw new IllegalArgumentException("a negative number is a constant");
            }
        }

        @Override
        public double value(Point point) {
            return -operand.value(point);
        }

        @Override
        public List<Node> operands() {
            return List.of(operand);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return minus((Node) parts.get(0));
        }

        @Override
        public Node differentiated(Variable variable) {
            return new Multiply(new Constant(-1), operand.derivative(variable));
        }
    }

    record Add(Node left, Node right) implements Node {
        @Override
        public double value(Point point) {
            return finite(left.value(point) + right.value(point));
        }

        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return new Add((Node) parts.get(0), (Node) parts.get(1));
        }

        @Override
        public Node differentiated(Variable variable) {
            return new Add(left.derivative(variable), right.derivative(variable));
        }
    }

    record Subtract(Node left, Node right) implements Node {
        @Override
        public double value(Point point) {
            return finite(left.value(point) - right.value(point));
        }

        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return new Subtract((Node) parts.get(0), (Node) parts.get(1));
        }

        @Override
        public Node differentiated(Variable variable) {
            return new Subtract(left.derivative(variable), right.derivative(variable));
        }
    }

    record Multiply(Node left, Node right) implements Node {
        @Override
        public double value(Point point) {
            return finite(left.value(point) * right.value(point));
        }

        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return new Multiply((Node) parts.get(0), (Node) parts.get(1));
        }

        @Override
        public Node differentiated(Variable variable) {
            if (!left.dependsOn(variable)) {
                return new Multiply(left, right.derivative(variable));
            }
            if (!right.dependsOn(variable)) {
                return new Multiply(left.derivative(variable), right);
            }
            return new Add(
                    new Multiply(left.derivative(variable), right), new Multiply(left, right.derivative(variable)));
        }
    }

    record Divide(Node left, Node right) implements Node {
        @Override
        public double value(Point point) {
            return finite(left.value(point) / right.value(point));
        }

        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return new Divide((Node) parts.get(0), (Node) parts.get(1));
        }

        @Override
        public Node differentiated(Variable variable) {
            if (!right.dependsOn(variable)) {
                return new Divide(left.derivative(variable), right);
            }
            var numerator = new Subtract(
                    new Multiply(left.derivative(variable), right), new Multiply(left, right.derivative(variable)));
            return new Divide(numerator.simplified(), new Power(right, Constant.TWO));
        }
    }

    record Power(Node base, Node exponent) implements Node {
        @Override
        public double value(Point point) {
            var b = base.value(point);
            var e = exponent.value(point);
            // Java's pow(NaN, 0) and pow(0, 0) are 1; a spreadsheet passes the error on, and Excel has no 0^0.
            // LibreOffice
            // shows an error where a power vanishes.
            if (Double.isNaN(b) || Double.isNaN(e) || (b == 0 && e <= 0)) {
                return Double.NaN;
            }
            var power = Math.pow(b, e);
            return b != 0 && Math.abs(power) < Double.MIN_NORMAL ? Double.NaN : finite(power);
        }

        @Override
        public List<Node> operands() {
            return List.of(base, exponent);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return new Power((Node) parts.get(0), (Node) parts.get(1));
        }

        @Override
        public Node differentiated(Variable variable) {
            if (!exponent.dependsOn(variable)) {
                var lowered = new Power(base, new Subtract(exponent, Constant.ONE).simplified());
                return new Multiply(new Multiply(exponent, base.derivative(variable)), lowered);
            }
            var logarithm = new Call(Function.LN, base);
            var growth = new Multiply(exponent.derivative(variable), logarithm);
            if (!base.dependsOn(variable)) {
                return new Multiply(this, growth);
            }
            var shift = new Divide(new Multiply(exponent, base.derivative(variable)), base);
            return new Multiply(this, new Add(growth, shift).simplified());
        }
    }

    record Call(Function function, Node argument) implements Node {
        @Override
        public double value(Point point) {
            var u = argument.value(point);
            if (function == Function.SIGN && Nearness.isBlurred(u, Nearness.size(argument, point))) {
                return Double.NaN;
            }
            return function.accepts(u) ? finite(function.of(u)) : Double.NaN;
        }

        @Override
        public List<Node> operands() {
            return List.of(argument);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return new Call(function, (Node) parts.get(0));
        }

        @Override
        public Node differentiated(Variable variable) {
            return new Multiply(argument.derivative(variable), function.derivativeAt(argument));
        }
    }
}
