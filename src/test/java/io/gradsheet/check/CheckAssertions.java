package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.testing.PlannedCells;
import java.nio.file.Path;
import java.util.List;

/** What the checks of many workbooks must say. */
final class CheckAssertions {
    private CheckAssertions() {}

    static Comparison compare(Path file, Engine engine) {
        return Verification.of(file, Progress.SILENT).compare(engine, Agreement.USUAL_TOLERANCE, Progress.SILENT);
    }

    /** Nothing in the file is other than it was made, and every cell agrees. */
    static void assertAgrees(Path file, Engine engine) {
        assertAgrees(file, List.of(engine));
    }

    /** The same in each of the engines, with Java's values computed once. */
    static void assertAgrees(Path file, List<Engine> engines) {
        var verification = Verification.of(file, Progress.SILENT);
        assertThat(verification.findings()).isEmpty();
        engines.forEach(engine -> assertValuesAgree(verification, engine));
    }

    /** Every cell agrees with a training from the inputs as they stand in the file. */
    static void assertValuesAgree(Path file, Engine engine) {
        assertValuesAgree(Verification.of(file, Progress.SILENT), engine);
    }

    private static void assertValuesAgree(Verification verification, Engine engine) {
        var comparison = verification.compare(engine, Agreement.USUAL_TOLERANCE, Progress.SILENT);
        assertThat(comparison.examples()).as("differences of %s", engine.name()).isEmpty();
        assertThat(comparison.differing()).isZero();
        assertThat(comparison.cells()).isGreaterThan(20);
    }

    /** The engine finds the cell, and it is among the examples that are shown. */
    static void assertFinds(Path file, Engine engine, Address cell) {
        assertThat(compare(file, engine).examples())
                .extracting(Comparison.Difference::cell)
                .as("differences of %s", engine.name())
                .contains(cell);
    }

    /** The one finding says that this formula was changed, from what and to what. */
    static void assertFormulaChanged(Path file, PlannedCells planned, Address cell) {
        assertThat(Verification.of(file, Progress.SILENT).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.cell()).isEqualTo(cell);
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.FORMULA_CHANGED);
                    assertThat(finding.sentence())
                            .startsWith(cell + ": the formula was changed to =")
                            .endsWith("; it was written as =" + ((Cell.Computed) planned.at(cell)).formula());
                });
    }
}
