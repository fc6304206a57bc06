package io.gradsheet.sheet;

/** One cell of a plan. */
public sealed interface Cell {
    /** A cell that is not there. */
    Cell EMPTY = new Empty();

    /** The most characters that a formula of an .xlsx file can have. */
    int MAX_FORMULA = 8192;

    /** Nothing, not even a colour. */
    record Empty() implements Cell {
        @Override
        public Quantity quantity() {
            return Quantity.NONE;
        }

        @Override
        public Cell as(Quantity quantity) {
            return this;
        }
    }

    /** A text that is there to be read. */
    record Label(RichText text, Role role) implements Cell {
        @Override
        public Quantity quantity() {
            return Quantity.NONE;
        }

        @Override
        public Cell as(Quantity quantity) {
            return this;
        }
    }

    /** A number that is there to be read: the number of a sample, or Java's result beside the sheet's. */
    record Figure(double value, Role role, Quantity quantity) implements Cell {
        /** A number that is called nothing. */
        public Figure(double value, Role role) {
            this(value, role, Quantity.NONE);
        }

        @Override
        public Figure as(Quantity other) {
            return new Figure(value, role, other);
        }
    }

    /** A value that the learner may change and the formulas follow. */
    record Input(Value value, Role role, Quantity quantity) implements Cell {
        /** An input that is called nothing. */
        public Input(Value value, Role role) {
            this(value, role, Quantity.NONE);
        }

        @Override
        public Input as(Quantity other) {
            return new Input(value, role, other);
        }
    }

    /**
     * A live formula.
     *
     * @param formula as it reads in this cell
     * @param value what Java obtained without the formula; the cell carries it until a spreadsheet program calculates
     * @param allowance how far any two programs may come apart here by rounding alone, as a share of the value, or of 1 if that is
     *     smaller; 0 where no more than usual is to be allowed for. From 1 on, another text is as good as this one
     * @param quantity what it computes
     */
    record Computed(Formula formula, Value value, Role role, double allowance, Quantity quantity) implements Cell {
        /** A formula whose value rounding does not blur. */
        public Computed(Formula formula, Value value, Role role) {
            this(formula, value, role, 0, Quantity.NONE);
        }

        /**
         * The formula as it is typed.
         *
         * @throws PlanTooLargeException if it does not fit into a cell
         */
        public String text() {
            var text = formula.text();
            if (text.length() > MAX_FORMULA) {
                throw PlanTooLargeException.formula(text.length());
            }
            return text;
        }

        @Override
        public Computed as(Quantity other) {
            return new Computed(formula, value, role, allowance, other);
        }

        /** The same with an allowance for rounding. */
        public Computed allowing(double share) {
            return new Computed(formula, value, role, share, quantity);
        }
    }

    /** What it is; nothing of a label. */
    Quantity quantity();

    /** The same as a quantity; what is no number of a computation is none. */
    Cell as(Quantity quantity);

    /** What a cell holds; nothing if it is empty. */
    static Value value(Cell cell) {
        if (cell instanceof Computed computed) {
            return computed.value();
        } else if (cell instanceof Input input) {
            return input.value();
        } else if (cell instanceof Figure figure) {
            return Value.of(figure.value());
        }
        return cell instanceof Label label ? Value.of(label.text().text()) : Value.NOTHING;
    }

    /** A label in markup, see {@link RichText#of}. */
    static Cell label(String markup, Role role) {
        return new Label(RichText.of(markup), role);
    }

    /** An input that holds a number. */
    static Cell input(double value) {
        return new Input(Value.of(value), Role.INPUT);
    }

    /** A formula whose value is a number. */
    static Cell computed(Formula formula, double value, Role role) {
        return new Computed(formula, Value.of(value), role);
    }
}
