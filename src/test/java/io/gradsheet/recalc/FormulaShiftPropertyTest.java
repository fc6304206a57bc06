package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Ref;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FormulaShiftPropertyTest {
    private static final int ROWS = 1 << 20;
    private static final int COLUMNS = 1 << 14;

    @Property
    void movedThereAndBackAFormulaIsItself(
            @ForAll("formulas") String formula,
            @ForAll @IntRange(min = -ROWS, max = ROWS) int rows,
            @ForAll @IntRange(min = -COLUMNS, max = COLUMNS) int columns) {
        var there = FormulaText.parse(formula).shifted(rows, columns);
        assertThat(FormulaText.parse(there).shifted(-rows, -columns)).isEqualTo(formula);
    }

    @Property
    void movedInTwoStepsAFormulaIsWhereOneStepTakesIt(
            @ForAll("formulas") String formula,
            @ForAll @IntRange(min = -500, max = 500) int first,
            @ForAll @IntRange(min = -500, max = 500) int second) {
        var inSteps = FormulaText.parse(FormulaText.parse(formula).shifted(first, second))
                .shifted(second, first);
        assertThat(FormulaText.parse(formula).shifted(first + second, first + second))
                .isEqualTo(inSteps);
    }

    @Property
    void tokensJoinedAreTheFormula(@ForAll String formula) {
        assertThat(FormulaLexer.tokens(formula).stream().map(FormulaToken::text).collect(Collectors.joining()))
                .isEqualTo(formula);
        assertThat(FormulaText.sameFormula(formula, formula)).isTrue();
        assertThat(FormulaText.dangerousFunction(formula)).isNotNull();
    }

    @Provide
    Arbitrary<String> formulas() {
        var reference = Combinators.combine(
                        Arbitraries.integers().between(0, ROWS - 1),
                        Arbitraries.integers().between(0, COLUMNS - 1),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((row, column, fixedRow, fixedColumn) -> new Ref(row, column, fixedRow, fixedColumn).toString());
        var piece = Arbitraries.oneOf(
                reference,
                reference,
                Arbitraries.of(
                        "LOG10(1)",
                        "\"A1\"",
                        "\"a\"\"B2\"",
                        "'A1'!",
                        "eta",
                        "1.5E-3",
                        "A:B",
                        "$A:C",
                        "1:2",
                        "#N/A",
                        "Data!",
                        "(",
                        ")"));
        return piece.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> String.join("+", pieces).replace("!+", "!"));
    }
}
