package io.gradsheet.template;

import io.gradsheet.expression.Expression;
import io.gradsheet.expression.ExpressionException;
import io.gradsheet.expression.Type;
import java.util.ArrayList;
import java.util.List;

/** Reads formulas, and says in the words of the template what is wrong with them. */
final class FormulaReader {
    /** Room for what a formula's reader quotes of it. */
    private static final int LONGEST_FAULT = 400;

    private static final int MOST_ELEMENTS = 10_000;

    private FormulaReader() {}

    /** A formula of any type. */
    static WorksheetFormula any(Entry entry, Names.View view) {
        return any(entry, entry.text(), view);
    }

    private static WorksheetFormula any(Entry entry, String text, Names.View view) {
        try {
            var expression = Expression.parse(text, view);
            return new WorksheetFormula(text, entry.place().toString(), expression, view.used());
        } catch (ExpressionException e) {
            throw complaint(entry, e);
        }
    }

    /** A formula that gives a number. */
    static WorksheetFormula number(Entry entry, Names.View view) {
        var formula = any(entry, view);
        if (formula.expression().type() instanceof Type.Array array) {
            throw entry.complaint("gives " + shape(array) + ", but must give a number; take one element, such as a[1]");
        }
        if (formula.expression().type() == Type.TRUTH) {
            throw entry.complaint("gives TRUE or FALSE, but must give a number; write IF(…, 1, 0)");
        }
        return formula;
    }

    /** A formula that gives a number, or TRUE or FALSE. */
    static WorksheetFormula single(Entry entry, Names.View view) {
        var formula = any(entry, view);
        if (formula.expression().type() instanceof Type.Array array) {
            throw entry.complaint(
                    "gives " + shape(array) + ", but must give one value; take one element, such as a[1]");
        }
        return formula;
    }

    /** A formula that gives TRUE or FALSE. */
    static WorksheetFormula condition(Entry entry, Names.View view) {
        var formula = any(entry, view);
        if (formula.expression().type() != Type.TRUTH) {
            throw entry.complaint("gives a number, but must be true or false; write a comparison such as x>0");
        }
        return formula;
    }

    /** The formulas of all elements of what a formula gives, row by row; a single one if it gives one value. */
    static List<List<WorksheetFormula>> elements(Entry entry, Names.View view) {
        var formula = any(entry, view);
        if (!(formula.expression().type() instanceof Type.Array array)) {
            return List.of(List.of(formula));
        }
        if ((long) array.rows() * array.columns() > MOST_ELEMENTS) {
            throw entry.complaint("gives " + shape(array) + ", too many cells to show; take part of it");
        }
        var rows = new ArrayList<List<WorksheetFormula>>();
        for (var i = 1; i <= array.rows(); i++) {
            var row = new ArrayList<WorksheetFormula>();
            for (var j = 1; j <= array.columns(); j++) {
                row.add(formula.element(i, j));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The cells that a name or a part of it stands for: {@code z}, {@code a[,2]}, {@code W[1,]}. */
    static WorksheetFormula.Reading cells(Entry entry, Names.View view) {
        return cells(entry, entry.text(), view);
    }

    /** The same for a text that stands for what is written. */
    static WorksheetFormula.Reading cells(Entry entry, String text, Names.View view) {
        var formula = any(entry, text, view);
        return formula.cells()
                .orElseThrow(() ->
                        entry.complaint("must be the name of cells, such as z, a[,2] or table.z, and not a formula"));
    }

    private static String shape(Type.Array array) {
        return array.rows() + " × " + array.columns() + " values";
    }

    static TemplateException complaint(Entry entry, ExpressionException e) {
        var fault = entry.name() + ": " + Wording.shown(e.getMessage(), LONGEST_FAULT);
        return e.column().isPresent()
                ? entry.complaintAt(e.column().getAsInt(), "in " + fault)
                : entry.place().complaint("in " + fault);
    }
}
