package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.TypedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/**
 * A workbook of formulas, one a row beside the point that it is computed at, and Java's values for them, which the file does not
 * contain.
 */
final class FormulaSheet {
    private static final String NAME = "Formulas";
    private static final double TOLERANCE = 1e-9;
    private static final int FORMULA_COLUMN = 2;

    private final Grid grid = new Grid();
    private final List<String> formulas = new ArrayList<>();
    private final List<Double> expected = new ArrayList<>();

    /** Makes a formula of what the names x and y stand for. */
    @FunctionalInterface
    interface Text {
        String of(String x, String y);
    }

    /** Adds a formula and the value that Java has for it. */
    void add(Text text, double x, double y, double java) {
        var row = formulas.size();
        var formula = text.of(Ref.at(row, 0).toString(), Ref.at(row, 1).toString());
        grid.put(row, 0, Cell.input(x)).put(row, 1, Cell.input(y));
        grid.put(row, FORMULA_COLUMN, TypedCells.computed(formula, java + 1 + Math.abs(java), Role.COST));
        formulas.add(formula);
        expected.add(java);
    }

    /** Adds the formula of an expression of x and y. */
    void add(Expression expression, double x, double y) {
        add(
                (a, b) -> expression
                        .formula(name -> Formula.named(name.equals("x") ? a : b))
                        .text(),
                x,
                y,
                expression.evaluate(x, y));
    }

    int size() {
        return formulas.size();
    }

    /** Writes the workbook. */
    Path write(Path file) {
        var sheet = SheetPlan.named(NAME).head(grid.rows()).build();
        return Workbooks.write(new Plan("Formulas", "formulas", "en", List.of(sheet), List.of()), file);
    }

    /** Every formula comes to Java's value. */
    void assertComputedBy(Engine engine, Path file) {
        var values = EngineValues.of(engine, file, NAME);
        var softly = new SoftAssertions();
        for (var row = 0; row < formulas.size(); row++) {
            var value = values.get(new Address(NAME, row, FORMULA_COLUMN));
            var java = expected.get(row);
            var said = "%s: =%s at %s, %s"
                    .formatted(engine.name(), formulas.get(row), point(values, row, 0), point(values, row, 1));
            softly.assertThat(value).as(said).isInstanceOf(Value.Figure.class);
            if (value instanceof Value.Figure figure) {
                softly.assertThat(figure.number())
                        .as(said)
                        .isCloseTo(java, within(TOLERANCE * Math.max(1, Math.abs(java))));
            }
        }
        softly.assertAll();
        assertThat(values).hasSize(3 * formulas.size());
    }

    private static Value point(Map<Address, Value> values, int row, int column) {
        return values.get(new Address(NAME, row, column));
    }
}
