package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks and feedback that are handed on to somebody who is not to know whose they are. */
class AnonymousMarksTest {
    private static final String LESSON = "2.10-gradient-descent";
    private static final List<String> TELLING = List.of("Zebulon", "Quagmire", "Yvonne", "0071234", "0071299");

    @TempDir
    private Path folder;

    private Path roster;
    private Path returned;
    private Path feedback;
    private Path key;

    @BeforeEach
    void handOut() throws IOException {
        roster = Files.writeString(
                folder.resolve("class.csv"),
                "id,name\n0071234,Zebulon Quagmire\n0071299,Yvonne Abbott\n0071300,Mia Missing\n");
        returned = folder.resolve("returned");
        feedback = Files.createDirectory(folder.resolve("feedback"));
        key = folder.resolve("key.csv");
        assertThat(Shell.run("class", roster, "--template", LESSON, "--seed", "secret", "-o", returned, "-q")
                        .code())
                .isZero();
        Files.delete(returned.resolve("0071300_Mia-Missing.xlsx"));
        Files.writeString(returned.resolve("Zebulon's notes.txt"), "hello");
        // Somebody signs an answer.
        var file = returned.resolve("0071234_Zebulon-Quagmire.xlsx");
        try (var in = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(in)) {
            workbook.getProperties().getCoreProperties().setCreator("Zebulon Quagmire");
            var steps = workbook.getSheet("Steps");
            steps.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.BLANK && cell.getColumnIndex() > 2 && row.getRowNum() > 6) {
                    cell.setCellValue("solved by zebulon, 0071234");
                }
            }));
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private Shell.Result run(Object... more) {
        var arguments = new ArrayList<Object>(List.of("grade"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--template", LESSON, "--roster", roster, "--seed", "secret"));
        return Shell.run(arguments.toArray());
    }

    private static void assertTellsNothing(Path file) throws IOException {
        assertThat(TELLING).noneMatch(file.getFileName().toString()::contains);
        if (file.toString().endsWith(".csv")) {
            assertThat(TELLING).noneMatch(Files.readString(file)::contains);
            return;
        }
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                        .toLowerCase(Locale.ROOT);
                assertThat(TELLING)
                        .as(file + " " + entry.getName())
                        .noneMatch(telling -> text.contains(telling.toLowerCase(Locale.ROOT)));
            }
        }
    }

    @Test
    void nothingThatIsHandedOnTellsWhoseItIs() throws IOException {
        var marks = folder.resolve("marks.xlsx");
        var result = run(returned, "-o", marks, "--feedback", feedback, "--anonymous", key);
        assertThat(result.err()).isEqualTo("gradsheet: not marked: file 1: NO_WORKBOOK\n");
        assertThat(TELLING).noneMatch(result.out()::contains);
        assertTellsNothing(marks);
        try (var pages = Files.list(feedback)) {
            var files = pages.toList();
            assertThat(files).hasSize(2);
            for (var file : files) {
                assertTellsNothing(file);
            }
        }
        var table = folder.resolve("marks.csv");
        assertThat(run(returned, "-o", table, "--anonymous", key, "--force", "--json")
                        .out())
                .doesNotContain(TELLING);
        assertTellsNothing(table);
        assertThat(Files.readString(key))
                .startsWith("code,id,name,file\r\n")
                .containsPattern("[0-9A-F]{8},0071234,Zebulon Quagmire,0071234_Zebulon-Quagmire.xlsx");
    }

    @Test
    void marksFindTheirWayBackByTheKey() throws IOException {
        var marks = folder.resolve("marks.xlsx");
        var direct = folder.resolve("direct.csv");
        var back = folder.resolve("back.csv");
        run(returned, "-o", direct, "-q");
        run(returned, "-o", marks, "--anonymous", key, "-q");
        var first = Files.readAllBytes(marks);
        assertThat(Shell.run("grade", "--from", marks, "--key", key, "-o", back, "-q")
                        .err())
                .contains("file 1");
        assertThat(back).hasSameTextualContentAs(direct);
        run(returned, "-o", marks, "--anonymous", key, "--force", "-q");
        assertThat(marks).as("the same codes again").hasBinaryContent(first);
        assertThat(Shell.run("grade", "--from", marks, "--key", roster, "-o", back, "--force")
                        .err())
                .contains("class.csv is no key");
        Files.writeString(key, "code,id,name,file\n");
        assertThat(Shell.run("grade", "--from", marks, "--key", key, "-o", back, "--force")
                        .err())
                .contains("is not in the key");
    }

    @Test
    void saysWhatAnonymousMarksNeed() {
        assertThat(Shell.run("grade", returned, "-o", folder.resolve("m.csv"), "--anonymous", key)
                        .err())
                .contains("drawn from the seed of the class: add --template, --roster and --seed");
        assertThat(run(returned, "-o", folder.resolve("m.csv"), "--anonymous", key, "--csv-for", "canvas")
                        .err())
                .contains("--anonymous goes with marking a whole class for people");
        assertThat(run(returned, "-o", folder.resolve("m.csv"), "--anonymous", folder.resolve("key.xlsx"))
                        .err())
                .contains("is a .csv file");
        assertThat(run(returned, "-o", folder.resolve("m.csv"), "--key", key).err())
                .contains("add --from MARKS");
    }
}
