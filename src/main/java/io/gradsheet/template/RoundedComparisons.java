package io.gradsheet.template;

import io.gradsheet.expression.Exactness;
import io.gradsheet.expression.Operand;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds formulas of a worksheet that ask for the very same digits of what is computed: every program rounds the last ones otherwise. */
final class RoundedComparisons {
    private final Map<String, Exactness> cells = new HashMap<>();
    private final Set<String> found = new LinkedHashSet<>();

    private RoundedComparisons() {}

    /** A sentence for each formula. */
    static List<String> in(List<WorksheetExperiment.Page> pages) {
        var comparisons = new RoundedComparisons();
        pages.forEach(page -> page.content().forEach(comparisons::look));
        // A verdict may stand above what it judges: only now is everything known.
        comparisons.found.clear();
        pages.forEach(page -> page.content().forEach(comparisons::look));
        return List.copyOf(comparisons.found);
    }

    private void look(Block block) {
        if (block instanceof Block.Beside beside) {
            beside.blocks().forEach(this::look);
        } else if (block instanceof Block.Inputs inputs) {
            inputs.inputs().forEach(input -> cells.put(input.id(), exactness(input.content())));
        } else if (block instanceof Block.Values values) {
            values.values().forEach(this::look);
        } else if (block instanceof Block.Table table) {
            table.columns().forEach(column -> cells.put(column.id(), exactness(column)));
            table.totals().forEach(total -> look(total.quantity()));
        } else if (block instanceof Block.Verdict verdict) {
            exactness(verdict.condition());
        } else if (block instanceof Block.Relief relief) {
            relief.formulas().forEach(row -> row.forEach(this::exactness));
        } else if (block instanceof Block.Same same) {
            Stream.of(same.left(), same.right()).forEach(side -> side.elements().forEach(this::exactness));
        }
    }

    private void look(Definition quantity) {
        cells.put(quantity.id(), quantity.cells().stream().map(this::exactness).reduce(Exactness.WHOLE, Exactness::or));
    }

    private static Exactness exactness(Input.Content content) {
        return content instanceof Input.Numbers numbers && numbers.bounds().whole() ? Exactness.WHOLE : Exactness.GIVEN;
    }

    private Exactness exactness(Column column) {
        if (column.content() instanceof Column.Figures figures) {
            return figures.values().numbers().stream().allMatch(number -> number == Math.rint(number))
                    ? Exactness.WHOLE
                    : Exactness.GIVEN;
        } else if (column.content() instanceof Column.Givens givens) {
            return givens.bounds().whole() ? Exactness.WHOLE : Exactness.GIVEN;
        } else if (column.content() instanceof Column.Formulas formulas) {
            cells.put(column.id(), exactness(formulas.first()));
            // Rows that go on from those above: what the first of them makes of it, the next has to begin with.
            var once = exactness(formulas.formulas()).or(cells.get(column.id()));
            cells.put(column.id(), once);
            return exactness(formulas.formulas()).or(once);
        }
        return Exactness.ROUNDED;
    }

    private Exactness exactness(List<WorksheetFormula> formulas) {
        return formulas.stream().map(this::exactness).reduce(Exactness.WHOLE, Exactness::or);
    }

    private Exactness exactness(WorksheetFormula formula) {
        Function<Operand, Exactness> known =
                operand -> cells.getOrDefault(formula.reading(operand).id(), Exactness.ROUNDED);
        if (formula.expression().comparesRounded(known)) {
            found.add(formula.place() + ": " + Wording.quoted(formula.text())
                    + " asks computed numbers for the very same digits, and every program rounds the last ones in its own way;"
                    + " ask whether they are near, as in ABS(a-b)<0.000000001, or compare ROUND(a, 9)");
        }
        return formula.expression().exactness(known);
    }
}
