package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Student;
import io.gradsheet.template.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of somebody else's variant are seen, whether that student has handed anything in or not. */
class NeighboursTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final List<Student> STUDENTS = List.of(
            new Student("0012345", "O'Connor, Siobhán"),
            new Student("0012346", "Müller-Lüdenscheidt, Jürgen"),
            new Student("0012356", "Åse Øvergård"));

    @TempDir
    private Path folder;

    private List<Fact> facts(String... files) throws IOException {
        return marks(files).facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.OTHERS_NUMBERS)
                .toList();
    }

    private Marks marks(String... files) throws IOException {
        for (var file : files) {
            Files.copy(RESOURCES.resolve("marking/neighbour").resolve(file), folder.resolve(file));
        }
        try (var graded = GradedClass.gather(folder, folder)) {
            graded.mark(
                    HandedOut.toClass(Template.builtIn("mazur"), List.of(), STUDENTS, "our secret"),
                    Optional.empty(),
                    done -> {});
            return graded.marks();
        }
    }

    private static void assertNeighbour(List<Fact> facts) {
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.student()).isEqualTo("0012356");
            assertThat(fact.other()).isEqualTo("0012345");
            assertThat(fact.cells()).hasSize(15);
        });
    }

    @Test
    void theNumbersOfAStudentWhoseWorkbookIsThereAreSeen() throws IOException {
        assertNeighbour(facts("L_neighbour.xlsx", "neighbour_right.xlsx"));
    }

    @Test
    void theNumbersOfAStudentWhoHasHandedNothingInAreSeen() throws IOException {
        assertNeighbour(facts("L_neighbour.xlsx"));
    }

    @Test
    void numbersThatAreRightAreNobodyElses() throws IOException {
        assertThat(facts("neighbour_right.xlsx")).isEmpty();
    }

    @Test
    void aFeedbackCopyShowsMarksPointsAndTheWorkingAndNoColourOfTheScreen() throws IOException {
        var marks = marks("L_neighbour.xlsx");
        var copy = new Feedback(marks).copy(marks.marked().get(0)).bytes();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(copy))) {
            var exercise = workbook.getSheet("Exercise");
            assertThat(exercise.getRow(3).getCell(4).getNumericCellValue())
                    .isEqualTo(marks.total(marks.marked().get(0)));
            assertThat(exercise.getRow(11).getCell(6).getNumericCellValue()).isZero();
            assertThat(exercise.getRow(12).getCell(5).getStringCellValue()).isEqualTo("✗");
            assertThat(exercise.getRow(15).getCell(5).getStringCellValue()).isEqualTo("(✓)");
            var training = workbook.getSheet("Training");
            var blank = new CellAddress("F9");
            assertThat(training.getCellComment(blank).getString().getString())
                    .contains("Right: -0.7105")
                    .contains("Worked out: = (0.05·(−0.79) + 0.1·(−0.31))+(−0.64)");
            var rules = training.getSheetConditionalFormatting();
            assertThat(IntStream.range(0, rules.getNumConditionalFormattings())
                            .mapToObj(rules::getConditionalFormattingAt)
                            .flatMap(rule -> Stream.of(rule.getFormattingRanges())))
                    .noneMatch(range -> range.isInRange(blank.getRow(), blank.getColumn()));
        }
    }
}
