package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.EngineException;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.NumbersData;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.GradientDescent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that trains itself: at rest every engine computes what Java does, and n rounds are n epochs. */
class LiveTrainingTest {
    private static final Address SWITCH = new Address("Live", 3, 1);

    @TempDir
    private Path folder;

    private static NetworkExperiment live(String... settings) {
        return (NetworkExperiment) Template.builtIn("4.3-live")
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    private Path file() {
        return folder.resolve("live.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void everyEngineAgreesOnTheBeginning(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);

        assertAgrees(Workbooks.write(live(), file()), engine);
    }

    /** What Excel does with Maximum Iterations at 1: the cells of the block once, from the top down, with what was below before. */
    @Test
    void aRoundOfTheBlockIsAnEpoch() throws IOException {
        var experiment = live();
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var values = planned.computed("Live", Role.PARAMETER);
        var next = planned.computed("Live", Role.UPDATE);
        Workbooks.write(experiment, file());
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file()))) {
            var sheet = workbook.getSheet("Live");
            for (var round = 1; round <= 12; round++) {
                var left = round(workbook, sheet, next);
                var trained = descent.next().next().toArray();
                for (var i = 0; i < left.length; i++) {
                    assertThat(left[i]).isCloseTo(trained[i], within(1e-12));
                    var cell = values.get(i);
                    sheet.getRow(cell.row()).getCell(cell.column()).setCellFormula(null);
                    sheet.getRow(cell.row()).getCell(cell.column()).setCellValue(left[i]);
                }
            }
        }
    }

    /** In what order a program goes through cells that depend on themselves. */
    enum Order {
        /** From the top row to the last, whatever follows from what. */
        ROWS,
        /** What is shown above the block after the block that it follows from. */
        DEPENDENCIES
    }

    @ParameterizedTest
    @EnumSource
    void theNumbersAboveTheBlockAreOfOneEpochInWhateverOrderItIsGoneThrough(Order order) throws IOException {
        var experiment = live("data.pick={first: 4}");
        var plan = Lessons.of(experiment).plan();
        var planned = PlannedCells.of(plan);
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        Workbooks.write(plan, file());
        try (var workbook = new XSSFWorkbook(Files.newInputStream(file()))) {
            var block = new SelfReferringBlock(workbook.getSheet("Live"), order == Order.DEPENDENCIES);
            block.put(SWITCH, 1);
            var shown = planned.computed("Live", Role.ROUNDS).get(0);
            for (var round = 1; round <= 4; round++) {
                block.goThrough();
                assertThat(block.number(shown)).isEqualTo(order == Order.ROWS ? round - 1 : round);
                if (order == Order.DEPENDENCIES && round == 1) {
                    descent.next();
                }
                var cost = descent.next().cost();
                assertThat(block.number(below(shown, 1))).as("C_T").isCloseTo(cost, within(1e-12));
                assertThat(block.number(below(shown, 2))).as("Java's").isCloseTo(cost, within(1e-12));
            }
        }
    }

    private static Address below(Address cell, int rows) {
        return new Address(cell.sheet(), cell.row() + rows, cell.column());
    }

    private static double[] round(XSSFWorkbook workbook, Sheet sheet, List<Address> next) {
        var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        return next.stream()
                .mapToDouble(cell -> evaluator
                        .evaluate(sheet.getRow(cell.row()).getCell(cell.column()))
                        .getNumberValue())
                .toArray();
    }

    /** A file that Excel saved after 7 rounds is compared with 7 epochs of Java. */
    @Test
    void whatExcelSavedOnTheWayIsComparedWithAsManyEpochs() {
        var file = Workbooks.asSavedBy("Microsoft Excel", Workbooks.write(planAfter(7), file()));

        assertAgrees(file, Engine.named("saved").orElseThrow());
        for (var name : List.of("poi", "libreoffice", "gnumeric")) {
            var verification = Verification.of(file, Progress.SILENT);
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> verification.compare(
                            Engine.named(name).orElseThrow(), Agreement.USUAL_TOLERANCE, Progress.SILENT))
                    .withMessage("the formulas go on from the values that they had, which the " + name
                            + " engine does not know: set the switch that starts them to 0, or verify what Excel saved with"
                            + " --engine saved");
        }
    }

    /** Rounding grows from epoch to epoch; so Excel may come further from Java the longer it has trained. */
    @Test
    void numbersMayDifferAsFarAsRoundingHasGrownOnTheWay() {
        var growing = NumbersData.read(
                "stairs", "lesson=4.3-live", "train={biases: true}", "eta=0.01", "epochs=24", "data.pick={first: 10}");
        assertThat(allowances(planAfter(growing, 24))).allMatch(allowance -> allowance > 1e-9);
        assertThat(allowances(Lessons.of(growing).plan())).as("at rest").containsOnly(0.0);
        assertThat(allowances(planAfter(live(), 24))).as("where all is well").containsOnly(0.0);
        assertThat(Lessons.of(growing).cautions())
                .anySatisfy(caution -> assertThat(caution).startsWith("rounding grows from epoch to epoch: "));
        assertThat(Lessons.of(live()).cautions()).isEmpty();
    }

    private static List<Double> allowances(Plan plan) {
        var planned = PlannedCells.of(plan);
        return planned.computed("Live", Role.PARAMETER).stream()
                .map(cell -> ((Cell.Computed) planned.at(cell)).allowance())
                .toList();
    }

    private static Plan planAfter(int epochs) {
        return planAfter(live(), epochs);
    }

    private static Plan planAfter(NetworkExperiment experiment, int epochs) {
        var lesson = Lessons.of(experiment);
        var planned = PlannedCells.of(lesson.plan());
        var inputs = new HashMap<Address, Value>();
        for (var sheet : List.of("Data", "Live")) {
            for (var cell : planned.inputs(sheet)) {
                inputs.put(cell, ((Cell.Input) planned.at(cell)).value());
            }
        }
        inputs.put(SWITCH, Value.of(1));
        planned.computed("Live", Role.ROUNDS).forEach(count -> inputs.put(count, Value.of(epochs)));
        return lesson.with(new Inputs(inputs)).plan();
    }

    @Test
    void aSwitchAtRestStartsFromTheInputsAgain() {
        var file = Workbooks.write(planAfter(7), file());
        Workbooks.edit(file, SWITCH, cell -> cell.setCellValue(0));

        assertThat(CheckAssertions.compare(file, Engine.named("poi").orElseThrow())
                        .differing())
                .isZero();
    }

    @Test
    void onlyPlainStepsTrainInOneBlock() {
        assertThatExceptionOfType(UnrepresentableException.class)
                .isThrownBy(
                        () -> Lessons.of(live("train={optimiser: momentum}")).plan())
                .withMessage("sheet Live goes one plain step over all samples in each epoch: leave train out of the"
                        + " template, but for biases and frozen");
    }
}
