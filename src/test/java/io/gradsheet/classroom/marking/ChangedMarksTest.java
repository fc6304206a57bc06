package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.recalc.SavedByProgram;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A teacher changes a workbook of marks, and the marks are taken from there. */
class ChangedMarksTest {
    private static final Exercise EXERCISE = Exercise.of(
            Template.builtIn("2.10-gradient-descent"), List.of(Setting.parse("exercise.slips={SIGN: 0.5}")));
    private static final int FIRST_STUDENT = 6;
    private static final int FIRST_ANSWER = 4;
    private static final int VERDICT = 5;

    @TempDir
    private Path folder;

    private Path returned;
    private Path file;
    private Marks marks;

    @BeforeEach
    void mark() throws IOException {
        returned = Files.createDirectory(folder.resolve("returned"));
        file = folder.resolve("marks.xlsx");
        var slope = MarkingTest.blank(EXERCISE, "∂f/∂x");
        new Learner(EXERCISE, "s1", "Ann Example").saves(Edition.PRACTICE, returned.resolve("s1.xlsx"));
        new Learner(EXERCISE, "s2", "Bob Sample")
                .writes(slope, "-(" + slope.answer().formula() + ")")
                .saves(Edition.PRACTICE, returned.resolve("s2.xlsx"));
        try (var graded = graded()) {
            marks = graded.marks();
        }
        new WorkbookFile(file, true).write(MarksBook.of(marks), done -> {});
    }

    private GradedClass graded() {
        var graded = GradedClass.gather(returned, folder);
        graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
        return graded;
    }

    private void change(Consumer<XSSFWorkbook> change) throws IOException {
        MarkingTest.change(file, change);
    }

    private Marks changed() {
        return ChangedMarks.read(file);
    }

    private static double total(Marks marks, int student) {
        return marks.total(marks.marked().get(student));
    }

    /** Apache POI leaves the old text of a cell beside the new one. */
    private static void put(XSSFSheet sheet, int row, int column, String text) {
        sheet.getRow(row).getCell(column).setBlank();
        sheet.getRow(row).getCell(column).setCellValue(text);
    }

    /** The answer that the sign is wrong in. */
    private static int wrongRow(XSSFSheet answers) {
        for (var row = FIRST_ANSWER; ; row++) {
            if (answers.getRow(row).getCell(VERDICT).getStringCellValue().equals("wrong")) {
                return row;
            }
        }
    }

    @Test
    void whatNobodyChangedIsAsItWas() {
        var changed = changed();
        assertThat(changed.marked()).hasSize(2);
        assertThat(MarksJsonTest.json(changed)).isEqualTo(MarksJsonTest.json(marks));
    }

    @Test
    void aChangedVerdictCounts() throws IOException {
        change(workbook -> {
            var answers = workbook.getSheet("Answers");
            put(answers, FIRST_ANSWER, VERDICT, "empty");
            put(answers, wrongRow(answers), VERDICT, "right");
        });
        assertThat(total(changed(), 0)).isLessThan(marks.most());
        assertThat(total(changed(), 1)).isEqualTo(marks.most());
    }

    @Test
    void changedPointsAndWeightsCountAndStaleNumbersDoNot() throws IOException {
        var firstSlip = 7 + marks.tasks().size() + 1 + 3;
        change(workbook -> {
            var tasks = workbook.getSheet("Tasks");
            tasks.getRow(7).getCell(3).setCellValue(10);
            tasks.getRow(3).getCell(2).setCellFormula("1/4");
            tasks.getRow(firstSlip).getCell(3).setCellValue(0);
            // The file keeps the numbers that it had before.
            assertThat(workbook.getSheet("Marks")
                            .getRow(FIRST_STUDENT)
                            .getCell(2 + marks.tasks().size())
                            .getNumericCellValue())
                    .isEqualTo(marks.most());
        });
        var changed = changed();
        assertThat(changed.most()).isEqualTo(marks.most() - marks.tasks().get(0).points() + 10);
        assertThat(total(changed, 0)).isEqualTo(changed.most());
        assertThat(changed.weights().follows()).isEqualTo(0.25);
        assertThat(total(changed, 1)).isLessThan(changed.most() - 1);
    }

    @ParameterizedTest
    @EnumSource(SavedByProgram.class)
    void aWorkbookThatAProgramSavedIsReadAlike(SavedByProgram program) throws IOException {
        change(workbook -> {
            var answers = workbook.getSheet("Answers");
            put(answers, wrongRow(answers), VERDICT, "right");
        });
        program.save(file, file);
        assertThat(total(changed(), 1)).isEqualTo(marks.most());
    }

    @Test
    void insertedRowsAndColumnsAreSeenThrough() throws IOException {
        change(workbook -> {
            workbook.getSheet("Tasks").shiftRows(2, 30, 2);
            workbook.getSheet("Answers").shiftColumns(4, 11, 1);
            put(workbook.getSheet("Answers"), FIRST_ANSWER, VERDICT + 1, "wrong");
        });
        assertThat(total(changed(), 0)).isLessThan(marks.most());
        assertThat(total(changed(), 1)).isEqualTo(total(marks, 1));
    }

    @Test
    void feedbackIsWrittenByTheChangedVerdicts() throws IOException {
        change(workbook -> {
            var answers = workbook.getSheet("Answers");
            put(answers, wrongRow(answers), VERDICT, "right");
        });
        try (var graded = graded()) {
            graded.change(changed());
            assertThat(graded.marks().marked().get(1).answers())
                    .extracting(Answer::verdict)
                    .doesNotContain(Verdict.WRONG);
        }
    }

    @Test
    void otherReturnsThanThoseThatWereMarkedAreRefused() {
        new Learner(EXERCISE, "s2", "Bob Sample").saves(Edition.PRACTICE, returned.resolve("s2.xlsx"));
        try (var graded = graded()) {
            var changed = changed();
            assertThatThrownBy(() -> graded.change(changed))
                    .isInstanceOf(MarkingException.class)
                    .hasMessage("s2.xlsx is not what the marks were made from: mark again, and change the marks then");
        }
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(this::changed).isInstanceOf(MarkingException.class).hasMessageContainingAll(words);
    }

    @Test
    void aMarkThatWasTypedOverItsFormulaIsRefused() throws IOException {
        change(workbook -> {
            var total = workbook.getSheet("Marks")
                    .getRow(FIRST_STUDENT + 1)
                    .getCell(2 + marks.tasks().size());
            total.setBlank();
            total.setCellValue(100);
        });
        assertRefused("marks.xlsx: Marks!", " shows 100, but ", "follows from the yellow cells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tasks", "Answers", "Marks", "Record"})
    void aLostSheetIsRefused(String sheet) throws IOException {
        change(workbook -> workbook.removeSheetAt(workbook.getSheetIndex(sheet)));
        assertRefused("marks.xlsx");
    }

    @Test
    void lostRowsAndColumnsAreRefused() throws IOException {
        var whole = Files.readAllBytes(file);
        change(workbook -> workbook.getSheet("Answers")
                .removeRow(workbook.getSheet("Answers").getRow(FIRST_ANSWER)));
        assertRefused("the sheet Answers has lost the row of s1 with the answer in Steps!");
        Files.write(file, whole);
        change(workbook -> workbook.getSheet("Answers").shiftColumns(VERDICT + 1, 11, -1));
        assertRefused("the sheet Answers has lost its row of captions, or one of the columns id, cell, verdict");
        Files.write(file, whole);
        change(workbook ->
                workbook.getSheet("Tasks").removeRow(workbook.getSheet("Tasks").getRow(7)));
        assertRefused("the sheet Tasks has lost the row of task 1");
        Files.write(file, whole);
        change(workbook ->
                workbook.getSheet("Marks").removeRow(workbook.getSheet("Marks").getRow(FIRST_STUDENT)));
        assertRefused("the sheet Marks has lost the row of s1");
        Files.write(file, whole);
        change(workbook ->
                workbook.getSheet("Tasks").removeRow(workbook.getSheet("Tasks").getRow(4)));
        assertRefused("the sheet Tasks has lost the row \"A typed number where a formula is asked for");
    }

    @Test
    void whatIsNoVerdictAndNoShareIsRefused() throws IOException {
        var whole = Files.readAllBytes(file);
        change(workbook -> put(workbook.getSheet("Answers"), FIRST_ANSWER, VERDICT, "ok"));
        assertRefused(
                "Answers!F5 holds \"ok\", which is no verdict; choose one of right, follows, not counted, typed, wrong, empty");
        Files.write(file, whole);
        change(workbook -> workbook.getSheet("Tasks").getRow(3).getCell(2).setCellValue(2));
        assertRefused("Tasks!C4 must hold a number from 0 to 1, but holds 2");
        Files.write(file, whole);
        change(workbook -> workbook.getSheet("Tasks").getRow(7).getCell(3).setCellType(CellType.BLANK));
        assertRefused("Tasks!D8 must hold a number from 0 to 1000, but holds nothing");
    }

    @Test
    void whatIsNoWorkbookOfMarksIsRefused() throws IOException {
        Files.writeString(file, "id,name\n");
        assertRefused("marks.xlsx cannot be read as a workbook of marks");
        Files.copy(returned.resolve("s1.xlsx"), file, StandardCopyOption.REPLACE_EXISTING);
        assertRefused("is no workbook of marks: name the .xlsx file that grade wrote with -o");
    }

    @Test
    void aRecordThatWasChangedIsRefused() throws IOException {
        change(workbook -> put(workbook.getSheet("Record"), 1, 0, "AAAA"));
        assertRefused("its hidden sheet Record was changed");
    }
}
