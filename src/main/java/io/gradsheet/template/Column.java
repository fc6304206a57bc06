package io.gradsheet.template;

import java.util.List;

/**
 * A column of a worksheet's table, or several that are a vector together.
 *
 * @param id the table's name and the column's, {@code table.symbol}
 * @param captions the symbol of each column, in markup
 * @param meaning words below the caption; may be empty
 */
public record Column(String id, List<String> captions, String meaning, Definition.Kind kind, Content content) {
    /** What is in the cells. */
    public sealed interface Content {}

    /** Numbers that are there to be read: what the table has a row for. */
    public record Figures(Matrix values) implements Content {}

    /** Numbers that the learner changes, a row of the matrix for each row of the table. */
    public record Givens(Matrix values, Input.Bounds bounds) implements Content {}

    /** The ends of an interval in equal steps; one of the ends at least is a formula. */
    public record Steps(WorksheetFormula from, WorksheetFormula to, int steps) implements Content {}

    /**
     * A formula for each row.
     *
     * @param formulas one for each column
     * @param first those of the first rows instead; only of a single column
     * @param gaps whether a cell stays empty where its formula has no value
     */
    public record Formulas(List<WorksheetFormula> formulas, List<WorksheetFormula> first, boolean gaps)
            implements Content {
        public Formulas {
            formulas = List.copyOf(formulas);
            first = List.copyOf(first);
        }
    }

    public Column {
        captions = List.copyOf(captions);
    }

    public int width() {
        return captions.size();
    }

    /** Its name within the table. */
    String symbol() {
        return id.substring(id.indexOf('.') + 1);
    }
}
