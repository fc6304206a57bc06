package io.gradsheet.sheet;

/** What a cell shows: a number, a text, an error of the spreadsheet ({@code #NUM!}), or nothing. */
public sealed interface Value {
    /** An empty cell. */
    Value NOTHING = new Nothing();

    static Value of(double number) {
        return new Figure(number);
    }

    static Value of(String text) {
        return new Text(text);
    }

    /** A number, always finite: a spreadsheet has no NaN or infinity. */
    record Figure(double number) implements Value {
        public Figure {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a cell cannot hold " + number);
            }
        }

        @Override
        public String toString() {
            return Double.toString(number);
        }
    }

    /** A text; never more than a cell can hold. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    /** An error code as the spreadsheet shows it. */
    record Failure(String code) implements Value {
        @Override
        public String toString() {
            return code;
        }
    }

    /** No content at all. */
    record Nothing() implements Value {
        @Override
        public String toString() {
            return "nothing";
        }
    }
}
