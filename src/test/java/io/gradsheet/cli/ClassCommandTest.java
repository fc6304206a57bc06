package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher makes the workbooks of a class. */
class ClassCommandTest {
    private static final String HOSTILE = "=cmd|' /C calc'!A0 &P";

    @TempDir
    private Path folder;

    private Path roster(int students) throws IOException {
        var lines = IntStream.rangeClosed(1, students)
                .mapToObj(i -> "s" + i + "," + (i == 2 ? HOSTILE : "Student " + i))
                .collect(Collectors.joining("\n", "id,name\n", "\n"));
        return Files.writeString(folder.resolve("class.csv"), lines);
    }

    private static Shell.Result make(Path roster, Path out, String... more) {
        var arguments = Stream.concat(
                        Stream.of(
                                "class",
                                roster.toString(),
                                "--template",
                                "and",
                                "--seed",
                                "secret",
                                "-o",
                                out.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return Shell.run((Object[]) arguments);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyStudentGetsAWorkbook() throws IOException {
        var out = folder.resolve("out");
        var result = make(roster(3), out);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("3 workbooks in " + out + "\n");
        assertThat(names(out)).containsExactly("s1_Student-1.xlsx", "s2_-cmd-C-calc-A0-P.xlsx", "s3_Student-3.xlsx");
        var again = folder.resolve("again");
        assertThat(make(roster(3), again).code()).isZero();
        for (var name : names(out)) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
        }
    }

    @Test
    void aNameStaysATextWhereverItStands() throws IOException {
        var out = folder.resolve("out");
        make(roster(2), out, "--edition", "exam");
        try (var workbook = new XSSFWorkbook(Files.newInputStream(out.resolve("s2_-cmd-C-calc-A0-P.xlsx")))) {
            var name = workbook.getName("exercise_name");
            assertThat(name.getRefersToFormula()).isEqualTo("Exercise!$B$4");
            var cell = workbook.getSheet("Exercise").getRow(3).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(HOSTILE);
            assertThat(workbook.getSheet("Guide").getRow(1).getCell(1).getStringCellValue())
                    .startsWith("and · exam · ")
                    .endsWith(" · s2 · " + HOSTILE);
            workbook.forEach(
                    sheet -> assertThat(sheet.getFooter().getLeft()).endsWith("· s2 · " + HOSTILE.replace("&", "&&")));
        }
    }

    @Test
    void whatNoDrawKeepsApartIsToldOnceForTheClass() throws IOException {
        var delta = "sheet: Training, symbols: [δ2_1], samples: [1], epoch: 1";
        var bias = "sheet: Training, roles: [gradient], symbols: [b2_1], samples: [1], epoch: 1";
        var result = make(roster(2), folder.resolve("out"), "--blank", delta, "--blank", bias);
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .startsWith("gradsheet: and: for 2 students none of 50 draws keeps the answers in Training!")
                .contains("so they may be right without work; ask for other cells in exercise.tasks")
                .containsOnlyOnce("\n");
    }

    @Test
    void nothingIsWrittenWhereAFileIsThere() throws IOException {
        var out = Files.createDirectory(folder.resolve("out"));
        var mine = Files.writeString(out.resolve("s3_Student-3.xlsx"), "mine");
        var refused = make(roster(3), out);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(mine + " exists already");
        assertThat(names(out)).hasSize(1);
        assertThat(make(roster(3), out, "--force").code()).isZero();
        assertThat(names(out)).hasSize(3);
    }

    @Test
    void editionsAreNotForVerify() {
        Shell.run("generate", "and", "--edition", "practice", "-o", folder);
        Shell.run("generate", "and", "--edition", "exam", "-o", folder);
        var practice = Shell.run("verify", folder.resolve("and-practice.xlsx"));
        assertThat(practice.code()).isEqualTo(2);
        assertThat(practice.err())
                .endsWith(" is a workbook to practise in, whose sheet Exercise marks the answers: verify the teacher's"
                        + " workbook\n");
        var exam = Shell.run("verify", folder.resolve("and-exam.xlsx"));
        assertThat(exam.code()).isEqualTo(2);
        assertThat(exam.err()).endsWith(" is an exam, which holds no answers: verify the teacher's workbook\n");
    }

    @Test
    void aLessonWithoutAnExerciseSaysSo() {
        assertThat(Shell.run("generate", "4.3-live", "--edition", "exam", "-o", folder)
                        .err())
                .isEqualTo("gradsheet: 4.3-live: this lesson has no exercise of its own; say in exercise.tasks, or with"
                        + " --blank, which cells are left blank\n");
        assertThat(Shell.run("generate", "and", "--blank", "roles: [error]").err())
                .startsWith("gradsheet: --blank leaves cells blank in a practice or an exam: add --edition practice");
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        var roster = roster(1);
        assertThat(make(roster, folder.resolve("no/out")).err())
                .endsWith("cannot be made: choose one in a folder that is there\n");
        assertThat(make(roster, folder.resolve("out"), "--edition", "teacher").err())
                .startsWith("gradsheet: a class gets the practice or the exam edition;");
        assertThat(make(roster, folder.resolve("out"), "--blank", "roles: [nothing]")
                        .err())
                .contains("--blank", "cannot be 'nothing'");
        assertThat(make(folder.resolve("none.csv"), folder.resolve("out")).code())
                .isEqualTo(2);
    }
}
