package io.gradsheet.template;

import io.gradsheet.expression.Expression;
import io.gradsheet.expression.ExpressionException;
import java.util.List;

/** Reads what a worksheet says of its numbers: what must be the same, a verdict, a function written out. */
final class ClaimReader {
    static final List<String> SAME = List.of("because", "tolerance");
    static final List<String> VERDICT = List.of("then", "else");

    private static final double TOLERANCE = 1e-9;

    /** A text in a formula ends at 255 characters. */
    private static final int LONGEST_SENTENCE = 250;

    private static final int MOST_LINES = 50;
    private static final int MOST_CALCULATED = 30;

    private final Names names;
    private final WorksheetTexts texts;

    ClaimReader(Names names, WorksheetTexts texts) {
        this.names = names;
        this.texts = texts;
    }

    Block.Same same(Section section) {
        var entry = section.entry("same").called("same");
        var formulas = entry.items("formula", 1, 2, "two that must give the same");
        var left = FormulaReader.any(formulas.get(0), names.view());
        var right = FormulaReader.any(formulas.get(1), names.view());
        if (!left.expression().type().equals(right.expression().type())) {
            throw entry.complaint("compares " + left.expression().type() + " with "
                    + right.expression().type() + "; make them alike");
        }
        return new Block.Same(
                names.shown(left.text()) + " = " + names.shown(right.text()),
                side(formulas.get(0), left),
                side(formulas.get(1), right),
                texts.of(section.entry("because")),
                section.optional("tolerance").map(Entry::positive).orElse(TOLERANCE),
                entry.place().toString());
    }

    private Block.Same.Side side(Entry entry, WorksheetFormula formula) {
        var elements = FormulaReader.elements(entry, names.view()).stream()
                .flatMap(List::stream)
                .toList();
        var cells = formula.cells();
        if (cells.isEmpty() && elements.size() > MOST_CALCULATED) {
            throw entry.complaint("calculates " + Wording.count(elements.size(), "value")
                    + ", too many for one cell; give them a symbol under 'values' or a column, and name it here");
        }
        return new Block.Same.Side(cells, elements);
    }

    Block.Verdict verdict(Section section) {
        return new Block.Verdict(
                FormulaReader.condition(section.entry("verdict").called("verdict"), names.view()),
                texts.of(section.entry("then"), LONGEST_SENTENCE),
                texts.of(section.entry("else"), LONGEST_SENTENCE));
    }

    Block.Written written(Entry list) {
        return new Block.Written(list.items("function", 1, 1, MOST_LINES).stream()
                .map(this::line)
                .toList());
    }

    private Block.Written.Line line(Entry entry) {
        try {
            return new Block.Written.Line(
                    entry.text(), Expression.written(entry.text(), names.view()).toString());
        } catch (ExpressionException e) {
            throw FormulaReader.complaint(entry, e);
        }
    }
}
