package io.gradsheet.lesson.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Worksheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where programs would give a number each of its own, or none, no workbook is made, since its cell can neither have one nor be empty. */
class BesideJumpsTest {
    private static Plan plan(String content) {
        return Lessons.of(Worksheets.of(content)).plan();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IF(0.7+0.1>=0.8, 1, 0)",
                "IF(EXP(LN(5))<5, 1, 0)",
                "INT(4.35*100)",
                "SIGN(0.1+0.2-0.3)",
                "ROUND(1.005*100, 0)",
                "MOD(0.3, 0.1)"
            })
    void aCellThatMayBeEmptyIsNotEmptyBecauseProgramsDisagree(String formula) {
        for (var gaps : new boolean[] {true, false}) {
            assertThatExceptionOfType(UnrepresentableException.class)
                    .isThrownBy(() -> plan("- values: [{symbol: v, formula: '%s', gaps: %s}]".formatted(formula, gaps)))
                    .withMessageContaining("programs do not agree")
                    .withMessageEndingWith("change what it uses");
        }
    }

    @Test
    void theRowIsNamed() {
        assertThatExceptionOfType(UnrepresentableException.class)
                .isThrownBy(() -> plan("""
                        - table: t
                          rows: {n: 1..3}
                          columns: [{symbol: v, formula: 'IF(n*0.1>=0.3, 1, 0)', gaps: true}]
                        """))
                .withMessageContaining("in row 3 of table t, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LN(0)", "1/0", "SQRT(-1)", "MOD(1, 0)", "ROUND(1, 0.5)"})
    void whatHasNoValueAnywhereLeavesItsCellEmpty(String formula) {
        var plan = plan(
                "- values: [{symbol: v, formula: '%s', gaps: true}, {symbol: u, formula: 1+1}]".formatted(formula));
        var cells = PlannedCells.of(plan);
        assertThat(cells.computed("Trial", Role.VALUE))
                .extracting(place -> cells.computedAt(place).value())
                .containsExactly(Value.of(""), Value.of(2));
    }
}
