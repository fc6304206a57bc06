package io.gradsheet.template;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What stands on a worksheet, one block below the other. Texts are in the language of the workbook, and in markup. */
public sealed interface Block {
    /** A heading. */
    record Headline(String text) implements Block {}

    /** A paragraph; a question asks the learner to try something. */
    record Paragraph(String text, boolean question) implements Block {}

    /** A link to another sheet. */
    record Link(String sheet, String text) implements Block {}

    /** Inputs below one another. */
    record Inputs(List<Input> inputs) implements Block {
        public Inputs {
            inputs = List.copyOf(inputs);
        }
    }

    /** Values by formula, below one another. */
    record Values(List<Definition> values) implements Block {
        public Values {
            values = List.copyOf(values);
        }
    }

    /**
     * Rows of figures.
     *
     * @param columns from the left; the first ones say what there is a row for
     * @param totals under the table, or over it
     * @param above whether over it
     * @param remarks beside rows, by number from 0
     */
    record Table(
            String name,
            int rows,
            List<Column> columns,
            List<Total> totals,
            boolean above,
            Map<Integer, String> remarks)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            totals = List.copyOf(totals);
            remarks = Collections.unmodifiableMap(new TreeMap<>(remarks));
        }
    }

    /** A value under or over the column of a table, which counts from 0 over all columns. */
    record Total(Definition quantity, int below) {}

    /**
     * A chart.
     *
     * @param gap whether there is room between the columns of a column chart
     * @param rows how high it is
     * @param columns how wide it is
     */
    record Chart(String title, Axis x, Axis y, List<Series> series, boolean gap, int rows, int columns)
            implements Block {
        public Chart {
            series = List.copyOf(series);
        }
    }

    /** An axis; an end that is not given fits the values. */
    record Axis(String title, OptionalDouble from, OptionalDouble to, boolean logarithmic) {}

    /**
     * Cells that a chart shows, each of them one column, one row or one cell.
     *
     * @param place where the template says so
     */
    record Series(String name, WorksheetFormula.Reading x, WorksheetFormula.Reading y, Mark mark, String place) {}

    /** How a series is drawn. */
    enum Mark {
        LINE,
        POINTS,
        PATH,
        COLUMNS
    }

    /**
     * A function of two variables from above.
     *
     * @param formulas one for all points, or one for each from the top left; they read their variables as {@code Single} operands whose
     *     ids are {@link #HORIZONTAL} and {@link #VERTICAL}
     * @param cells in each direction
     * @param diverging whether colours part at 0; else they show depth
     * @param span the value of full colour, where colours part
     */
    record Relief(
            String title,
            List<List<WorksheetFormula>> formulas,
            Extent horizontal,
            Extent vertical,
            int cells,
            boolean diverging,
            double span,
            List<Spot> spots)
            implements Block {
        /** The id of the variable that runs to the right. */
        public static final String HORIZONTAL = "map.horizontal";

        /** The id of the variable that runs upward. */
        public static final String VERTICAL = "map.vertical";

        public Relief {
            formulas = formulas.stream().map(List::copyOf).toList();
            spots = List.copyOf(spots);
        }

        /** The formula of a point, by its row from the top and its column, from 0. */
        public WorksheetFormula formula(int row, int column) {
            return formulas.size() == 1
                    ? formulas.get(0).get(0)
                    : formulas.get(row).get(column);
        }
    }

    /** A variable of a map and the interval that is shown. */
    record Extent(String caption, WorksheetFormula from, WorksheetFormula to) {}

    /** A point that a map marks. */
    record Spot(WorksheetFormula x, WorksheetFormula y) {}

    /**
     * Cells as pixels.
     *
     * @param of the cells, row by row
     * @param span the value that has the full colour
     */
    record Image(String caption, WorksheetFormula.Reading of, int rows, int columns, boolean diverging, double span)
            implements Block {}

    /** A drawing of a network's layers, by their sizes. */
    record Drawing(List<Integer> sizes) implements Block {
        public Drawing {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * Excel's Solver set up on the sheet.
     *
     * @param objective the cell that it makes small
     * @param changing the inputs that it changes
     * @param place where that is said, {@code file:line:column}
     */
    record Solver(WorksheetFormula.Reading objective, List<WorksheetFormula.Reading> changing, String place)
            implements Block {
        public Solver {
            changing = List.copyOf(changing);
        }
    }

    /**
     * Two ways to one number.
     *
     * @param left the one
     * @param right the other
     * @param tolerance how far they may differ, relative to the larger of 1 and their size
     */
    record Same(String title, Side left, Side right, String because, double tolerance, String place) implements Block {
        /**
         * One of the ways.
         *
         * @param cells where the numbers stand, if they are not calculated anew
         * @param elements the numbers row by row, a single one of a number
         */
        public record Side(Optional<WorksheetFormula.Reading> cells, List<WorksheetFormula> elements) {
            public Side {
                elements = List.copyOf(elements);
            }
        }
    }

    /** One of two sentences. */
    record Verdict(WorksheetFormula condition, String then, String otherwise) implements Block {}

    /** Functions written out: {@code f(x)} and {@code x^2}. */
    record Written(List<Line> lines) implements Block {
        /** What is written, and its formula. */
        public record Line(String name, String formula) {}

        public Written {
            lines = List.copyOf(lines);
        }
    }

    /** Blocks next to one another. */
    record Beside(List<Block> blocks) implements Block {
        public Beside {
            blocks = List.copyOf(blocks);
        }
    }
}
