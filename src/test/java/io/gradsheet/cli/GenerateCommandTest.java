package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.template.Template;
import io.gradsheet.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {
    private static final String LESSON = "4.3-backpropagation";

    private static final String BOWL = """
            lesson: 2.10-gradient-descent
            f: x^2
            start: [1]
            eta: 0.1
            steps: 3
            """;

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

    /** And so does verify, which trains as well. */
    @Test
    void saysWhenTheCostEndsHigherThanItBegan() {
        var file = folder.resolve("up.xlsx");
        var result = Shell.run("generate", "xor", "--epochs", 2, "--eta", "30", "-o", file);
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo(file + "\n");
        assertThat(result.err())
                .matches("the cost ends higher than it began, [\\d.]+ in epoch 2 after 2.669 in epoch 1:"
                        + " take a smaller eta than 30, or more epochs\n");
        assertThat(Shell.run("verify", file).out()).startsWith(result.err());
        assertThat(Shell.run("generate", "xor", "--eta", "30", "--edition", "exam", "-o", file, "--force")
                        .err())
                .isEmpty();
        assertThat(Shell.run("generate", "xor", "--epochs", 2, "--eta", "30", "-o", file, "--force", "-q")
                        .err())
                .isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"mine.yaml", "mine.csv"})
    void theTemplateAndItsDataAreNeverReplaced(String name) throws IOException {
        var template = Files.writeString(folder.resolve("mine.yaml"), """
                lesson: 4.3-backpropagation
                network: {sizes: [1, 1], activations: sigmoid}
                cost: squared
                data: {file: mine.csv, classes: [a, b]}
                eta: 1
                epochs: 1
                initial: {normal: {seed: 1}}
                """);
        Files.writeString(folder.resolve("mine.csv"), "x1,label\n0,a\n1,b\n");
        var file = folder.resolve(name);
        var before = Files.readString(file);

        var said = new Shell.Result(2, "", "gradsheet: " + file + " is what this run reads: choose another name\n");
        assertThat(Shell.run("generate", template, "-o", file, "--force")).isEqualTo(said);
        assertThat(Shell.run("train", template, "--chart", file, "--force")).isEqualTo(said);
        assertThat(file).hasContent(before);
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
                "--epochs | 1000000 | sheet Training would need 67,000,073 rows, and a workbook can have 1,048,576: take fewer epochs or fewer samples",
                "--eta | 1e308 | --eta 1e308: eta must be 0, or from 1E-100 to 1E+100 in size, but is 1e308"
            })
    void whatAWorkbookCannotHoldIsSaidBeforeAnythingIsWritten(String option, String value, String said) {
        var result = Shell.run("generate", LESSON, option, value, "-o", folder);
        assertThat(result).isEqualTo(new Shell.Result(2, "", "gradsheet: " + said + "\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "--eta, 0, --eta 0",
        "--epochs, many, --epochs many",
        "--lang, english, --lang english",
        "--set, cost=cheap, --set cost=cheap"
    })
    void aWrongSettingLeavesNoFile(String option, String value, String setting) {
        var result = Shell.run("generate", LESSON, option, value, "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("gradsheet: " + setting + ": ").hasLineCount(1);
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

    private static List<String> inSection(String section) {
        return Template.builtIns().stream()
                .filter(name -> name.startsWith(section + "-"))
                .toList();
    }

    private String paths(List<String> names) {
        return names.stream().map(name -> folder.resolve(name + ".xlsx") + "\n").collect(Collectors.joining());
    }

    @Test
    void aNumberStandsForAllTemplatesOfASectionAndNoneIsWrittenTwice() {
        var result = Shell.run("generate", "2.10", "2.10-two-valleys", "--steps", 2, "-o", folder);
        assertThat(result).isEqualTo(new Shell.Result(0, paths(inSection("2.10")), ""));
        assertThat(folder.toFile().list()).hasSameSizeAs(inSection("2.10"));
    }

    @Test
    void aChapterHasAllItsSections() {
        var chapter = Template.builtIns().stream()
                .filter(name -> name.startsWith("2."))
                .toList();
        assertThat(Template.find(List.of("2"))).extracting(Template::name).isEqualTo(chapter);
        assertThat(chapter).containsAll(inSection("2.10"));
    }

    @Test
    void severalTemplatesAreWrittenInTheOrderNamed() throws IOException {
        var mine = Files.writeString(folder.resolve("mine.yaml"), BOWL);
        var result = Shell.run("generate", mine, "2.10-rosenbrock", "--lang", "zh", "-o", folder);
        assertThat(result).isEqualTo(new Shell.Result(0, paths(List.of("mine", "2.10-rosenbrock")), ""));
    }

    @Test
    void oneFileThatExistsKeepsAllFromBeingWritten() throws IOException {
        var last = inSection("2.10").get(inSection("2.10").size() - 1);
        var file = Files.writeString(folder.resolve(last + ".xlsx"), "mine");
        assertThat(Shell.run("generate", "2.10", "-o", folder))
                .isEqualTo(
                        new Shell.Result(2, "", "gradsheet: " + file + " exists already: use --force to replace it\n"));
        assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
        assertThat(file).hasContent("mine");
    }

    @Test
    void aSettingThatOneOfSeveralDoesNotHaveIsRefusedWithTheNameOfTheTemplate() {
        var result = Shell.run("generate", LESSON, "2.10-rosenbrock", "--epochs", 2, "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("gradsheet: 2.10-rosenbrock: --epochs 2: there is no key 'epochs'")
                .hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatGoesWrongWithOneOfSeveralIsSaidWithItsName() {
        var result = Shell.run("generate", "2.10-rosenbrock", LESSON, "--eta", "1e99", "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("gradsheet: 2.10-rosenbrock: ").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderForSeveralIsMade() throws IOException {
        var made = folder.resolve("made");
        assertThat(Shell.run("generate", "2.10", "-o", made, "--steps", "2").code())
                .isZero();
        try (var files = Files.list(made)) {
            assertThat(files).hasSize(inSection("2.10").size());
        }
    }

    @Test
    void aFileIsNoFolderForSeveral() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThat(Shell.run("generate", "2.10", "-o", file))
                .isEqualTo(new Shell.Result(2, "", "gradsheet: " + file + " is not a folder: choose another name\n"));
    }

    @Test
    void noFolderIsMadeForTemplatesThatAreWrong() {
        var made = folder.resolve("made");
        assertThat(Shell.run("generate", "2.10", "-o", made, "--eta", "-1").code())
                .isEqualTo(2);
        assertThat(made).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate | name a template, a chapter, or --all",
                "generate --all 2 | --all is every template: name no others",
                "generate FOLDER/a.yaml FOLDER/a.yml -o FOLDER | two templates are called a and would both be written to FOLDER/a.xlsx: rename one of them"
            })
    void wrongUsageIsSaidWithTheWayToTheHelp(String command, String said) throws IOException {
        for (var name : List.of("a.yaml", "a.yml")) {
            Files.writeString(folder.resolve(name), BOWL);
        }
        var arguments = Stream.of(command.split(" "))
                .map(word -> word.replace("FOLDER", folder.toString()))
                .toArray();
        var expected = said.replace("FOLDER", folder.toString());
        assertThat(Shell.run(arguments))
                .isEqualTo(new Shell.Result(2, "", "gradsheet: " + expected + "; try: gradsheet generate --help\n"));
    }

    @Test
    void aChapterWithoutTemplatesIsSaidToHaveNone() {
        assertThat(Shell.run("generate", "2.1000", "-o", folder))
                .isEqualTo(new Shell.Result(
                        2,
                        "",
                        "gradsheet: there is no template for 2.1000; gradsheet list shows the templates there are\n"));
    }
}
