package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {
    private static final String LESSON = "4.3-backpropagation";

    @TempDir
    private Path folder;

    @Test
    void printsThePathOfTheFile() {
        var file = folder.resolve("class.xlsx");
        var result = Shell.run("generate", LESSON, "--epochs", 1, "-o", file);
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo(file + "\n");
        assertThat(result.err()).isEmpty();
        try (var workbook = StoredWorkbook.open(file)) {
            assertThat(workbook.sheetNames())
                    .containsExactly("Guide", "Data", "Training", "Cost", "Zoom", "Predict", "Check", "Source");
        }
    }

    @Test
    void aFolderGetsAFileOfTheTemplatesName() {
        var result = Shell.run("generate", LESSON, "--epochs", 1, "-o", folder);
        assertThat(result.out()).isEqualTo(folder.resolve(LESSON + ".xlsx") + "\n");
        assertThat(folder.resolve(LESSON + ".xlsx")).isRegularFile();
    }

    @Test
    void quietPrintsNothing() {
        var result = Shell.run("generate", LESSON, "--epochs", 1, "-o", folder, "--quiet");
        assertThat(result).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void withoutAPathTheFileGoesIntoOutputIfThereIsOneAndElseHere() throws IOException {
        var here = ChildJvm.in(folder).run("generate", LESSON, "--epochs", "1");
        assertThat(here).isEqualTo(new ChildJvm.Result(0, LESSON + ".xlsx\n", ""));
        Files.createDirectory(folder.resolve("output"));
        var there = ChildJvm.in(folder).run("generate", LESSON, "--epochs", "1");
        assertThat(there).isEqualTo(new ChildJvm.Result(0, Path.of("output", LESSON + ".xlsx") + "\n", ""));
        assertThat(folder.resolve("output").resolve(LESSON + ".xlsx"))
                .hasSameBinaryContentAs(folder.resolve(LESSON + ".xlsx"));
    }

    @Test
    void anExistingFileIsReplacedOnlyWhenAsked() throws IOException {
        var file = Files.writeString(folder.resolve("class.xlsx"), "mine");
        var refused = Shell.run("generate", LESSON, "-o", file);
        assertThat(refused)
                .isEqualTo(
                        new Shell.Result(2, "", "gradsheet: " + file + " exists already: use --force to replace it\n"));
        assertThat(file).hasContent("mine");
        assertThat(Shell.run("generate", LESSON, "--epochs", 1, "-o", file, "--force")
                        .code())
                .isZero();
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    @Test
    void aMissingFolderIsNotMade() {
        var missing = folder.resolve("none");
        var result = Shell.run("generate", LESSON, "-o", missing.resolve("class.xlsx"));
        assertThat(result)
                .isEqualTo(new Shell.Result(
                        2, "", "gradsheet: the folder " + missing + " does not exist: create it, or choose another\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs | 1000000 | sheet Training would need 67,000,007 rows, and a workbook can have 1,048,576: take fewer epochs or fewer samples",
                "--eta | 1e308 | training diverges: the step of epoch 1 leads to a parameter that is no longer a finite number; take a smaller eta or other initial parameters"
            })
    void whatAWorkbookCannotHoldIsSaidBeforeAnythingIsWritten(String option, String value, String said) {
        var result = Shell.run("generate", LESSON, option, value, "-o", folder);
        assertThat(result).isEqualTo(new Shell.Result(2, "", "gradsheet: " + said + "\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAFormulaCannotComputeIsSaidWithItsEpochSampleAndCell() {
        var result = Shell.run("generate", LESSON, "--eta", "1e5", "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .matches("gradsheet: training leaves the range of a spreadsheet: in epoch 2, at sample \\d+, a weighted"
                        + " input is -\\d+, and EXP in cell Training![A-Z]+\\d+ cannot go beyond 709; take a smaller eta"
                        + " or other initial parameters\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheAnswerOfTheTrainedNetworkCannotComputeIsSaidToo() {
        var result = Shell.run("generate", LESSON, "--eta", "1e5", "--epochs", 1, "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith(
                        "gradsheet: the trained network leaves the range of a spreadsheet: on sheet Predict, weighted"
                                + " input ")
                .hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"--eta, 0", "--epochs, many", "--lang, english", "--set, cost=cheap"})
    void aWrongSettingLeavesNoFile(String option, String value) {
        var result = Shell.run("generate", LESSON, option, value, "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("gradsheet: " + option).hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownTemplateIsAnsweredWithThoseThereAre() {
        var result = Shell.run("generate", "4.3-backpropagatoin", "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("gradsheet: there is no template or lesson called '4.3-backpropagatoin'; did you mean"
                        + " '4.3-backpropagation'? there are: ");
        var missing = folder.resolve("mine.yaml");
        assertThat(Shell.run("generate", missing, "-o", folder))
                .isEqualTo(new Shell.Result(
                        2, "", "gradsheet: " + missing + ": there is no such file; check its name and folder\n"));
        assertThat(folder).isEmptyDirectory();
    }
}
