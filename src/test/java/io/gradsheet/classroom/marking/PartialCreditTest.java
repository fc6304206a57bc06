package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.template.TemplateException;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template says what an answer is worth that a usual mistake leads to. */
class PartialCreditTest {
    private static final Template DESCENT = Template.builtIn("2.10-gradient-descent");

    @TempDir
    private Path folder;

    private static Exercise exercise(String... settings) {
        return Exercise.of(
                DESCENT, List.of(settings).stream().map(Setting::parse).toList());
    }

    /** One learner forgets the root, another turns the sign of a partial derivative. */
    private Marks marks(Exercise exercise) {
        var length = MarkingTest.blank(exercise, "|∇f|");
        new Learner(exercise, "s1", "Ann Example")
                .writes(length, length.answer().text().replaceFirst("SQRT\\((.*)\\)", "$1"))
                .saves(Edition.PRACTICE, folder.resolve("s1.xlsx"));
        var slope = MarkingTest.blank(exercise, "∂f/∂x");
        new Learner(exercise, "s2", "Bob Sample")
                .writes(slope, "-(" + slope.answer().formula() + ")")
                .saves(Edition.PRACTICE, folder.resolve("s2.xlsx"));
        try (var graded = GradedClass.gather(folder, folder)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    private static double lost(Marks marks, int student) {
        return marks.most() - marks.total(marks.marked().get(student));
    }

    @Test
    void aNamedSlipEarnsItsShareOfTheAnswer() {
        var none = marks(exercise());
        var some = marks(exercise("exercise.slips={SIGN: 0.5, root forgotten: 0.25}"));
        assertThat(lost(none, 0)).isPositive();
        assertThat(lost(some, 0)).isCloseTo(0.75 * lost(none, 0), within(0.011));
        assertThat(lost(some, 1)).isCloseTo(0.5 * lost(none, 1), within(0.011));
    }

    @Test
    void aTaskMaySayOtherwise() {
        var exercise = exercise(
                "exercise.slips={SIGN: 0.5, Root-Forgotten: 0.25}",
                "exercise.tasks=[{symbols: [∂f/∂x], slips: {sign: 0}}, {symbols: ['|∇f|']}]");
        var marks = marks(exercise);
        assertThat(exercise.tasks().get(0).slips()).isEqualTo(Map.of(Kind.SIGN, 0.0));
        assertThat(shareOfTheWrongAnswer(marks, 0)).isEqualTo(0.25);
        assertThat(shareOfTheWrongAnswer(marks, 1)).isZero();
    }

    private static double shareOfTheWrongAnswer(Marks marks, int student) {
        var wrong = marks.marked().get(student).answers().stream()
                .filter(answer -> answer.verdict() == Verdict.WRONG)
                .toList();
        assertThat(wrong).hasSize(1);
        return marks.weights().share(marks.task(wrong.get(0)), wrong.get(0));
    }

    @Test
    void theWorkbookOfMarksFollowsWhatASlipIsWorth() throws IOException {
        var marks = marks(exercise("exercise.slips={SIGN: 0.5}"));
        var file = folder.resolve("marks.xlsx");
        new WorkbookFile(file, true).write(MarksBook.of(marks), done -> {});
        var engine = Engine.named("poi").orElseThrow();
        var total = 2 + marks.tasks().size();
        for (var i = 0; i < 2; i++) {
            assertThat(EngineValues.of(engine, file, "Marks").get(new Address("Marks", 6 + i, total)))
                    .as("what Java has, student %d", i)
                    .isEqualTo(Value.of(marks.total(marks.marked().get(i))));
        }
        // The mistakes that the class made are listed, also what nobody has given credit for.
        var row = 7 + marks.tasks().size() + 1 + 3;
        MarkingTest.change(file, workbook -> {
            var tasks = workbook.getSheet("Tasks");
            assertThat(tasks.getRow(row).getCell(1).getStringCellValue()).isEqualTo("the root is forgotten");
            assertThat(tasks.getRow(row).getCell(3).getNumericCellValue()).isZero();
            assertThat(tasks.getRow(row + 1).getCell(1).getStringCellValue()).isEqualTo("the sign");
            assertThat(tasks.getRow(row + 1).getCell(3).getNumericCellValue()).isEqualTo(0.5);
            tasks.getRow(row).getCell(3).setCellValue(1);
        });
        assertThat(EngineValues.of(engine, file, "Marks").get(new Address("Marks", 6, total)))
                .isEqualTo(Value.of(marks.most()));
    }

    @Test
    void anUnknownSlipIsRefusedWithTheListOfThem() {
        assertThatThrownBy(() -> exercise("exercise.slips={SING: 0.5}"))
                .isInstanceOf(ExerciseException.class)
                .hasMessageStartingWith("--set exercise.slips={SING: 0.5}: there is no slip called 'SING'; there are: ")
                .hasMessageContaining("bias forgotten, ")
                .hasMessageContaining(", sign, ");
        assertThatThrownBy(() -> exercise("exercise.slips={SIGN: 0.5, sign: 1}"))
                .isInstanceOf(ExerciseException.class)
                .hasMessageContaining("the slip sign is named twice");
        assertThatThrownBy(() -> exercise("exercise.slips={SIGN: 50}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("must be from 0 to 1");
    }

    @Test
    void theDocumentationNamesEverySlip() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/classroom.md")))
                .contains(Stream.of(Kind.values()).map(kind -> "`" + kind + "`").toList());
    }
}
