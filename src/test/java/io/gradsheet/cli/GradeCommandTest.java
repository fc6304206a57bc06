package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeCommandTest {
    private static final String LESSON = "2.10-gradient-descent";

    @TempDir
    private Path folder;

    private Path roster;
    private Path returned;

    @BeforeEach
    void handOut() throws IOException {
        roster = Files.writeString(folder.resolve("class.csv"), "id,name\n007,Ann Example\n008,=Bob()\n");
        returned = folder.resolve("returned");
        assertThat(Shell.run("class", roster, "--template", LESSON, "--seed", "secret", "-o", returned, "-q")
                        .code())
                .isZero();
    }

    private Shell.Result grade(Object... more) {
        var arguments = new ArrayList<Object>(List.of("grade", returned));
        arguments.addAll(List.of(more));
        return Shell.run(arguments.toArray());
    }

    @Test
    void marksAClassWithFeedback() throws IOException {
        Files.writeString(returned.resolve("notes.txt"), "hello");
        var feedback = Files.createDirectory(folder.resolve("feedback"));
        var marks = folder.resolve("marks.xlsx");
        var result = grade(
                "-o", marks, "--feedback", feedback, "--template", LESSON, "--roster", roster, "--seed", "secret");
        assertThat(result.code()).isEqualTo(ExitCode.DIFFERENCE);
        assertThat(result.err())
                .isEqualTo(
                        "gradsheet: not marked: notes.txt is not an .xlsx workbook: it looks like a" + " text file\n");
        assertThat(result.out()).contains("marked 2, files not marked 1, students without a workbook 0");
        assertThat(marks).isNotEmptyFile();
        try (var copies = Files.list(feedback)) {
            assertThat(copies).hasSize(2);
        }
        assertThat(grade("-o", marks).err()).contains("exists already");
    }

    @Test
    void writesTheTableThatAPlatformImports() throws IOException {
        var table = folder.resolve("marks.csv");
        assertThat(grade("-o", table, "--csv-for", "moodle").code()).isZero();
        assertThat(Files.readString(table))
                .startsWith("ID number,Full name,")
                .contains("\n007,Ann Example,0,")
                .as("a name that would be a formula")
                .contains("\n008,'=Bob(),0,");
        assertThat(grade("-o", table, "--csv-for", "canvas", "--force").code()).isZero();
        assertThat(Files.readString(table)).contains("Points Possible", "Ann Example,,007,,,0");
    }

    @Test
    void printsJson() throws IOException {
        var result = grade("-o", folder.resolve("marks.csv"), "--json");
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("students")).hasSize(2);
        assertThat(json.get("students")
                        .get(0)
                        .get("answers")
                        .get(0)
                        .get("verdict")
                        .asText())
                .isEqualTo("EMPTY");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(grade("-o", folder.resolve("marks.pdf")).err()).contains("must end in .xlsx or .csv");
        assertThat(grade("-o", folder.resolve("marks.xlsx"), "--csv-for", "moodle")
                        .err())
                .contains(".csv");
        assertThat(grade("-o", folder.resolve("m.csv"), "--roster", roster).err())
                .contains("--roster, --seed and --template belong together");
        assertThat(grade("-o", folder.resolve("m.csv"), "--feedback", folder.resolve("none"))
                        .err())
                .contains("is not a folder");
        assertThat(grade("-o", folder.resolve("m.csv"), "--template", LESSON, "--roster", roster, "--seed", "other")
                        .err())
                .contains("no file is a workbook that was handed out", "another seed or template");
    }

    @Test
    void writesNothingAmongWhatWasReturned() throws IOException {
        var file = returned.resolve("007_Ann-Example.xlsx");
        var before = Files.readAllBytes(file);
        assertThat(grade("-o", file, "--force").err()).contains("nothing that was returned is ever changed");
        assertThat(grade("-o", returned.resolve("marks.csv")).code()).isEqualTo(ExitCode.INPUT);
        assertThat(grade("-o", folder.resolve("marks.csv"), "--feedback", returned, "--force")
                        .code())
                .isEqualTo(ExitCode.INPUT);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void theSeedAloneProvesWhatWasHandedOut() throws IOException {
        var result = grade("-o", folder.resolve("marks.csv"), "--seed", "secret", "--json");
        assertThat(result.code()).isZero();
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("remarks")).isEmpty();
        assertThat(json.get("counts").get("files").asInt()).isEqualTo(2);
        assertThat(json.get("counts").get("marked").asInt()).isEqualTo(2);
        var other = grade("-o", folder.resolve("m.csv"), "--seed", "other");
        assertThat(other.code()).isEqualTo(ExitCode.INPUT);
        assertThat(other.err()).contains("gradsheet: not marked: 007_Ann-Example.xlsx", "not marked: 008_");
    }

    @Test
    void saysOnceThatNothingIsProvedWithoutASeed() {
        var result = grade("-o", folder.resolve("marks.csv"));
        assertThat(result.code()).isZero();
        assertThat(result.err()).containsOnlyOnce("could not be proved");
        assertThat(grade("-o", folder.resolve("m.csv"), "--timeout", "0").err()).contains("--timeout must be");
    }

    @Test
    void writesATableAndFeedbackFromTheWorkbookOfMarks() throws IOException {
        var marks = folder.resolve("marks.xlsx");
        var fromReturns = folder.resolve("one.csv");
        var fromMarks = folder.resolve("two.csv");
        assertThat(grade("-o", marks, "-q").code()).isZero();
        assertThat(grade("-o", fromReturns, "-q").code()).isZero();
        assertThat(Shell.run("grade", "--from", marks, "-o", fromMarks).out()).contains("marked 2");
        assertThat(fromMarks).hasSameTextualContentAs(fromReturns);
        var feedback = Files.createDirectory(folder.resolve("feedback"));
        assertThat(grade("--from", marks, "--feedback", feedback).code()).isZero();
        try (var copies = Files.list(feedback)) {
            assertThat(copies).hasSize(2);
        }
        assertThat(Shell.run("grade", "--from", marks, "-o", marks, "--force").err())
                .as("the workbook itself")
                .contains("marks.xlsx");
        assertThat(Shell.run("grade", "--from", marks, "--feedback", feedback).err())
                .contains("name the folder that it is in as well");
        assertThat(grade("--from", marks, "-o", fromMarks).err()).contains("for --feedback alone: leave it out");
        assertThat(Shell.run("grade", "--from", marks).err()).contains("say with -o where the marks go");
        assertThat(Shell.run("grade", "-o", marks).err())
                .contains("name the folder that the returned workbooks are in");
        assertThat(Shell.run("grade", "--from", roster, "-o", fromMarks, "--force")
                        .err())
                .contains("class.csv cannot be read as a workbook of marks");
    }

    @Test
    void aClassInPartsIsTheWholeClass() throws IOException {
        var parts = Files.createDirectory(folder.resolve("parts"));
        for (var part : List.of("1/2", "2/2")) {
            var result =
                    Shell.run("class", roster, "--template", LESSON, "--seed", "secret", "-o", parts, "--part", part);
            assertThat(result.out()).endsWith(", part " + part + " of a class of 2\n");
        }
        try (var files = Files.list(returned)) {
            for (var file : files.toList()) {
                assertThat(parts.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        assertThat(Shell.run("class", roster, "--template", LESSON, "--seed", "secret", "-o", parts, "--part", "3/2")
                        .err())
                .contains("a part is written as 3/16");
    }

    private static String out(Object... arguments) {
        var result = Shell.run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }

    @Test
    void marksInPartsAreJoined() throws IOException {
        var options = List.of("--template", LESSON, "--roster", roster, "--seed", "secret");
        var command = new ArrayList<Object>(List.of("grade", "--join"));
        for (var number = 1; number <= 3; number++) {
            var part = folder.resolve("part" + number + ".json");
            var arguments = new ArrayList<Object>(List.of("--part", number + "/3", "-o", part));
            arguments.addAll(options);
            assertThat(grade(arguments.toArray()).code()).isZero();
            command.add(part);
        }
        for (var name : List.of("marks.xlsx", "marks.csv")) {
            var whole = folder.resolve("whole-" + name);
            var joined = folder.resolve("joined-" + name);
            var arguments = new ArrayList<Object>(List.of("grade", returned, "--json", "-o", whole));
            arguments.addAll(options);
            var joining = new ArrayList<>(command);
            joining.addAll(List.of("--json", "-o", joined));
            assertThat(out(joining.toArray())).isEqualTo(out(arguments.toArray()));
            assertThat(joined).hasSameBinaryContentAs(whole);
        }
    }

    @Test
    void saysHowPartsAreAskedFor() {
        assertThat(grade("-o", folder.resolve("m.csv"), "--part", "1/2").err()).contains("write -o part.json");
        assertThat(grade("-o", folder.resolve("m.json")).err())
                .contains("a .json file takes the marks of a part alone");
        assertThat(grade("-o", folder.resolve("m.json"), "--part", "1/2").err()).contains("add --template");
        assertThat(Shell.run("grade", "--join", roster, "-o", folder.resolve("m.csv"))
                        .err())
                .contains("class.csv is no part of marks, or is damaged");
        assertThat(Shell.run("grade", "--join", roster, "--part", "1/2", "-o", folder.resolve("m.json"))
                        .err())
                .contains("--join puts parts together");
    }
}
