package io.gradsheet.sheet;

/** What a cell shows: a number, a text, a truth value, an error of the spreadsheet ({@code #NUM!}), or nothing. */
public sealed interface Value {
    /** An empty cell. */
    Value NOTHING = new Nothing();

    static Value of(double number) {
        return new Figure(number);
    }

    static Value of(String text) {
        return new Text(text);
    }

    /** The characters in the cell: a text as it is, nothing as the empty text. {@code toString} is for messages. */
    String content();

    /** A number, always finite: a spreadsheet has no NaN or infinity. */
    record Figure(double number) implements Value {
        /** Whole numbers below are written with all their digits. */
        private static final double MOST_PLAIN = 1e15;

        public Figure {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a cell cannot hold " + number);
            }
        }

        @Override
        public String content() {
            // As a spreadsheet shows it: 7, not 7.0.
            return number == Math.rint(number) && Math.abs(number) < MOST_PLAIN
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }

        @Override
        public String toString() {
            return content();
        }
    }

    /** A text; never more than a cell can hold. */
    record Text(String text) implements Value {
        private static final int LONGEST_SHOWN = 200;

        @Override
        public String content() {
            return text;
        }

        /** Between quotes, on one line, cut where it is long. */
        @Override
        public String toString() {
            return '"' + OneLine.of(text, LONGEST_SHOWN) + '"';
        }
    }

    /** True or false, as the answer to a question. It is not a number, though a spreadsheet may calculate with it. */
    record Truth(boolean truth) implements Value {
        @Override
        public String content() {
            return truth ? "TRUE" : "FALSE";
        }

        @Override
        public String toString() {
            return content();
        }
    }

    /** An error code as the spreadsheet shows it. */
    record Failure(String code) implements Value {
        @Override
        public String content() {
            return code;
        }

        @Override
        public String toString() {
            return code;
        }
    }

    /** No content at all. */
    record Nothing() implements Value {
        @Override
        public String content() {
            return "";
        }

        @Override
        public String toString() {
            return "nothing";
        }
    }
}
