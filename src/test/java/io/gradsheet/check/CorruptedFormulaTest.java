package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertFinds;
import static io.gradsheet.check.CheckAssertions.assertFormulaChanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.xssf.usermodel.XSSFCell;

/** One formula of a workbook made wrong, any formula in any of three ways: every engine finds it, and the file tells of it. */
class CorruptedFormulaTest {
    private static final Pattern REFERENCE = Pattern.compile("(?<![A-Za-z])(\\$?[A-Z]{1,2}\\$?)(\\d+)(?![\\d(])");

    private static Path folder;
    private static Path sound;
    private static PlannedCells planned;

    /** What a slip of the hand does to a formula. */
    enum Slip {
        SIGN {
            @Override
            String spoil(String formula) {
                return "-(" + formula + ")";
            }
        },
        CONSTANT {
            @Override
            String spoil(String formula) {
                return formula + "+0.001";
            }
        },
        REFERENCE {
            @Override
            String spoil(String formula) {
                return CorruptedFormulaTest.REFERENCE
                        .matcher(formula)
                        .replaceFirst(
                                match -> match.group(1).replace("$", "\\$") + (Integer.parseInt(match.group(2)) + 1));
            }
        };

        abstract String spoil(String formula);
    }

    @BeforeContainer
    static void write() throws IOException {
        var experiment = Experiments.small();
        folder = Files.createTempDirectory("gradsheet-corrupted-");
        sound = Workbooks.write(experiment, folder.resolve("sound.xlsx"));
        planned = PlannedCells.of(Lessons.of(experiment).plan());
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.delete(sound);
        Files.delete(folder);
    }

    @Provide
    Arbitrary<Address> formulas() {
        return Arbitraries.of(planned.computed());
    }

    @Property(seed = "1", tries = 60)
    void theEmbeddedEngineFindsIt(@ForAll("formulas") Address cell, @ForAll Slip slip) throws IOException {
        assertIsFound("poi", cell, slip);
    }

    @Property(seed = "1", tries = 3, shrinking = ShrinkingMode.OFF)
    void libreOfficeFindsIt(@ForAll("formulas") Address cell, @ForAll Slip slip) throws IOException {
        assertIsFound("libreoffice", cell, slip);
    }

    @Property(seed = "1", tries = 5, shrinking = ShrinkingMode.OFF)
    void gnumericFindsIt(@ForAll("formulas") Address cell, @ForAll Slip slip) throws IOException {
        assertIsFound("gnumeric", cell, slip);
    }

    private static void assertIsFound(String name, Address cell, Slip slip) throws IOException {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        var file = Files.copy(sound, folder.resolve(name + ".xlsx"));
        try {
            spoil(file, cell, slip);
            assertFormulaChanged(file, planned, cell);
            assertFinds(file, engine, cell);
        } finally {
            Files.delete(file);
        }
    }

    /** Spoils a formula; slips that change no value by more than rounding does are passed over. */
    private static void spoil(Path file, Address address, Slip slip) {
        var formula = planned.computedAt(address).text();
        var spoiled = slip.spoil(formula);
        Assume.that(!spoiled.equals(formula));
        Workbooks.edit(file, workbook -> {
            var cell = Workbooks.cell(workbook, address);
            cell.setCellFormula(spoiled);
            Assume.that(evaluated(cell)
                    .filter(now -> differs(planned.value(address), now))
                    .isPresent());
        });
    }

    /** Empty where the ranges of SUMPRODUCT no longer fit each other: the evaluator has no answer to that, not even an error. */
    private static Optional<CellValue> evaluated(XSSFCell cell) {
        try {
            return Optional.of(cell.getSheet()
                    .getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluate(cell));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean differs(Value before, CellValue now) {
        if (before instanceof Value.Figure figure && now.getCellType() == CellType.NUMERIC) {
            var tolerance = 2 * Agreement.USUAL_TOLERANCE * Math.max(1, Math.abs(figure.number()));
            return Math.abs(now.getNumberValue() - figure.number()) > tolerance;
        }
        assertThat(now).isNotNull();
        return !(before instanceof Value.Text text
                && now.getCellType() == CellType.STRING
                && now.getStringValue().equals(text.text()));
    }
}
