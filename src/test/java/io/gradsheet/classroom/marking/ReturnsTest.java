package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.WholeEpoch;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes back with the workbooks of a class is named in one line, does no harm, and does not stop the rest. */
class ReturnsTest {
    private static final Exercise EXERCISE = Exercise.of(Template.builtIn("2.10-gradient-descent"), List.of());

    @TempDir
    private Path place;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("returned"));
    }

    private Path workbook(String id, String name) {
        return new Learner(EXERCISE, id, "Ann Example").saves(Edition.PRACTICE, folder.resolve(name));
    }

    private Marks marks(Path returned) {
        try (var graded = GradedClass.gather(returned, place)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    /** A copy in which a part of the workbook reads otherwise. */
    private void spoil(String name, String part, String old, String text) throws IOException {
        var whole = workbook("x", "whole.xlsx");
        try (var in = new ZipFile(whole.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (var entry : in.stream().toList()) {
                var bytes = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replace(old, text)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        Files.delete(whole);
    }

    @Test
    void whatIsNoWorkbookIsNamed() throws IOException {
        workbook("s1", "good.xlsx");
        Files.writeString(folder.resolve("~$good.xlsx"), "Ann");
        Files.writeString(folder.resolve(".DS_Store"), "system");
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.writeString(folder.resolve("empty.xlsx"), "");
        var bytes = Files.readAllBytes(folder.resolve("good.xlsx"));
        Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        zip("sheet.ods", Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        zip("sheet.numbers", Map.of("Index/Document.iwa", "x"));
        try (var old = new HSSFWorkbook();
                var out = Files.newOutputStream(folder.resolve("old.xls"))) {
            old.createSheet("Steps");
            old.write(out);
        }
        Files.createSymbolicLink(folder.resolve("link.xlsx"), place.resolve("elsewhere.xlsx"));
        var marks = marks(folder);
        assertThat(marks.marked()).hasSize(1);
        assertThat(marks.refusals())
                .extracting(Refusal::file, Refusal::reason)
                .containsExactly(
                        tuple("cut.xlsx", Reason.DAMAGED),
                        tuple("empty.xlsx", Reason.NO_WORKBOOK),
                        tuple("link.xlsx", Reason.NO_WORKBOOK),
                        tuple("notes.txt", Reason.NO_WORKBOOK),
                        tuple("old.xls", Reason.OLD_EXCEL),
                        tuple("sheet.numbers", Reason.NUMBERS),
                        tuple("sheet.ods", Reason.OPEN_DOCUMENT),
                        tuple("~$good.xlsx", Reason.LOCK_FILE));
        assertThat(marks.refusals())
                .allSatisfy(refusal -> assertThat(refusal.sentence())
                        .startsWith(refusal.file())
                        .doesNotContain(place.toString() + "/."));
    }

    @Test
    void hostileWorkbooksDoNoHarm() throws IOException {
        workbook("s1", "good.xlsx");
        spoil("dde.xlsx", "xl/worksheets/sheet3.xml", "<f>", "<f>cmd|'/c calc'!A1+");
        spoil(
                "xxe.xlsx",
                "xl/workbook.xml",
                "<workbook ",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><workbook ");
        spoil("bomb.xlsx", "xl/worksheets/sheet3.xml", "<sheetData>", "<sheetData>" + " ".repeat(30_000_000));
        spoil(
                "link.xlsx",
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"x9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "externalLinkPath\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>");
        var marks = marks(folder);
        assertThat(marks.marked()).hasSize(1);
        assertThat(marks.refusals())
                .hasSize(4)
                .allSatisfy(refusal ->
                        assertThat(refusal.reason()).as(refusal.sentence()).isEqualTo(Reason.UNSAFE));
    }

    @Test
    void namesOfFilesWithinAWorkbookAreOnlyNames() throws IOException {
        var secret = Files.writeString(place.resolve("secret.csv"), "1,2,yes\n3,4,no\n");
        var network = Exercise.of(Template.builtIn("4.3-backpropagation"), WholeEpoch.SETTINGS);
        new Learner(network, "s2", "Eve").saves(Edition.PRACTICE, folder.resolve("eve.xlsx"));
        try (var in = Files.newInputStream(folder.resolve("eve.xlsx"));
                var workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook(in)) {
            for (var row : workbook.getSheet("Source")) {
                var cell = row.getCell(1);
                if (row.getCell(0).getStringCellValue().equals("yaml")
                        && cell.getStringCellValue().contains("file:")) {
                    cell.setCellValue(cell.getStringCellValue().replaceFirst("file: *[^,}]+", "file: " + secret));
                }
            }
            try (var out = Files.newOutputStream(folder.resolve("eve.xlsx"))) {
                workbook.write(out);
            }
        }
        assertThatThrownBy(() -> marks(folder))
                .isInstanceOfSatisfying(
                        MarkingException.class,
                        failure -> assertThat(failure.refusals())
                                .singleElement()
                                .satisfies(
                                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.FOREIGN))
                                .satisfies(refusal ->
                                        assertThat(refusal.sentence()).contains("holds no data file")));
    }

    @Test
    void anArchiveIsReadAsAFolderIs() throws IOException {
        var one = Files.readAllBytes(workbook("s1", "a.xlsx"));
        var two = Files.readAllBytes(workbook("s2", "b.xlsx"));
        var own = new ByteArrayOutputStream();
        write(own, Map.of("in/my work.xlsx", two, "deep.zip", archive(archive(one))));
        var all = place.resolve("all.zip");
        try (var out = Files.newOutputStream(all)) {
            write(
                    out,
                    Map.of(
                            "Ann Example_77_assignsubmission_file_/../../a.xlsx",
                            one,
                            "Bob_78_assignsubmission_file_b.zip",
                            own.toByteArray(),
                            "__MACOSX/._a.xlsx",
                            new byte[] {1}));
        }
        var marks = marks(all);
        assertThat(marks.marked())
                .extracting(Marked::id, student -> student.file().submitter().map(Submitter::number))
                .containsExactly(tuple("s1", Optional.of("77")), tuple("s2", Optional.of("78")));
        assertThat(marks.refusals())
                .extracting(Refusal::sentence)
                .containsExactly(
                        "Bob_78_assignsubmission_file_b.zip/deep.zip is an archive within archives; unpack it");
        try (var left = Files.list(place)) {
            assertThat(left).containsExactlyInAnyOrder(folder, all);
        }
    }

    private static byte[] archive(byte[] content) {
        var archive = new ByteArrayOutputStream();
        write(archive, Map.of("a.zip", content));
        return archive.toByteArray();
    }

    private void zip(String name, Map<String, String> entries) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve(name))) {
            var bytes = new java.util.HashMap<String, byte[]>();
            entries.forEach((entry, text) -> bytes.put(entry, text.getBytes(StandardCharsets.UTF_8)));
            write(out, bytes);
        }
    }

    private static void write(java.io.OutputStream out, Map<String, byte[]> entries) {
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofSeveralFilesOfAStudentTheLastOneCounts() throws IOException {
        var first = workbook("s1", "first.xlsx");
        var last = workbook("s1", "again.xlsx");
        Files.setLastModifiedTime(first, java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
        Files.setLastModifiedTime(last, java.nio.file.attribute.FileTime.fromMillis(1_100_000_000_000L));
        var marks = marks(folder);
        assertThat(marks.marked()).extracting(student -> student.file().name()).containsExactly("again.xlsx");
        assertThat(marks.refusals())
                .extracting(Refusal::file, Refusal::reason)
                .containsExactly(tuple("first.xlsx", Reason.DUPLICATE));
    }

    @Test
    void aFolderWithoutWorkbooksIsAMistake() {
        assertThatThrownBy(() -> marks(folder))
                .isInstanceOf(MarkingException.class)
                .hasMessageContaining("no file");
        assertThatThrownBy(() -> marks(place.resolve("nowhere")))
                .isInstanceOf(MarkingException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void platformsSayWhoHandedAFileIn() {
        assertThat(Submitter.of("Ann van Example_12_assignsubmission_file_x.xlsx")
                        .orElseThrow())
                .isEqualTo(new Submitter(Submitter.Platform.MOODLE, "Ann van Example", "12"))
                .matches(submitter -> submitter.mayBe("van Example, Ann"))
                .matches(submitter -> !submitter.mayBe("Ann Other"));
        assertThat(Submitter.of("exampleann_LATE_123_456_x_1-1.xlsx").orElseThrow())
                .isEqualTo(new Submitter(Submitter.Platform.CANVAS, "exampleann", "123"))
                .matches(submitter -> submitter.mayBe("Ann Éxample"));
        assertThat(Submitter.of("my_work_2.xlsx")).isEmpty();
    }

    private static byte[] manyFiles(int count) {
        var archive = new ByteArrayOutputStream();
        var entries = new java.util.HashMap<String, byte[]>();
        for (var i = 0; i < count; i++) {
            entries.put(i + ".txt", new byte[0]);
        }
        write(archive, entries);
        return archive.toByteArray();
    }

    @Test
    void anArchiveOfTooManyFilesIsOneLine() throws IOException {
        workbook("s1", "good.xlsx");
        Files.write(folder.resolve("own.zip"), manyFiles(10_001));
        var marks = marks(folder);
        assertThat(marks.marked()).hasSize(1);
        assertThat(marks.refusals())
                .extracting(Refusal::sentence)
                .containsExactly(
                        "own.zip holds 10001 files, and nothing of" + " it was unpacked; ask for the workbook alone");
        var all = place.resolve("all.zip");
        try (var out = Files.newOutputStream(all)) {
            write(
                    out,
                    Map.of(
                            "own.zip",
                            manyFiles(1_001),
                            "empty.zip",
                            manyFiles(0),
                            "good.xlsx",
                            Files.readAllBytes(folder.resolve("good.xlsx"))));
        }
        assertThat(marks(all).refusals())
                .extracting(Refusal::file, Refusal::reason)
                .containsExactly(tuple("empty.zip", Reason.NO_WORKBOOK), tuple("own.zip", Reason.TOO_LARGE));
    }

    @Test
    void aWorkbookThatIsCalledAnArchiveIsAWorkbook() throws IOException {
        workbook("s1", "work.zip");
        assertThat(marks(folder).marked()).extracting(Marked::id).containsExactly("s1");
    }

    @Test
    void noFileIsPassedOverHoweverManyThereAreAndHoweverDeepTheyLie() throws IOException {
        var deep = folder;
        for (var i = 0; i < 20; i++) {
            deep = Files.createDirectory(deep.resolve("d"));
        }
        Files.copy(workbook("s1", "good.xlsx"), deep.resolve("good.xlsx"));
        for (var i = 0; i < 10_010; i++) {
            Files.createFile(folder.resolve(i + ".txt"));
        }
        try (var returns = Returns.of(folder, place)) {
            assertThat(returns.seen()).isEqualTo(10_012);
            assertThat(returns.files()).extracting(ReturnedFile::name).contains("d/".repeat(20) + "good.xlsx");
        }
    }

    @Test
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        workbook("s1", "good.xlsx");
        var made = new ProcessBuilder("mkfifo", folder.resolve("pipe.xlsx").toString()).start();
        assumeTrue(made.waitFor() == 0);
        assertThat(marks(folder).refusals()).extracting(Refusal::file).containsExactly("pipe.xlsx");
        var alone = folder.resolve("pipe.zip");
        new ProcessBuilder("mkfifo", alone.toString()).start().waitFor();
        assertThatThrownBy(() -> marks(alone)).isInstanceOf(MarkingException.class);
    }

    @Test
    void aFolderThatMayNotBeReadIsOneLine() throws IOException {
        workbook("s1", "good.xlsx");
        var closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "the administrator may read all");
        try {
            var marks = marks(folder);
            assertThat(marks.marked()).hasSize(1);
            assertThat(marks.refusals())
                    .extracting(Refusal::file, Refusal::reason)
                    .containsExactly(tuple("closed", Reason.UNREADABLE));
        } finally {
            assertThat(closed.toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void nothingIsWrittenAmongWhatWasReturned() throws IOException {
        var link = Files.createSymbolicLink(place.resolve("link"), folder);
        var file = workbook("s1", "good.xlsx");
        var linked = Files.createSymbolicLink(place.resolve("marks.xlsx"), file);
        for (var target : List.of(
                folder,
                file,
                folder.resolve("new/deep/marks.xlsx"),
                link,
                link.resolve("marks.xlsx"),
                linked,
                place.resolve("link/../returned/marks.csv"))) {
            assertThatThrownBy(() -> GradedClass.requireApart(folder, target))
                    .as(target.toString())
                    .isInstanceOf(MarkingException.class)
                    .hasMessageContaining("nothing that was returned is ever changed");
        }
        GradedClass.requireApart(folder, place.resolve("returned.csv"));
        // A folder for feedback may be led there by what is in it.
        var feedback = Files.createDirectory(place.resolve("feedback"));
        Files.createSymbolicLink(feedback.resolve("in"), folder);
        Files.createDirectory(folder.resolve("in"));
        Files.move(file, folder.resolve("in/good.xlsx"));
        try (var graded = GradedClass.gather(folder, place)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            assertThatThrownBy(() -> graded.feedback(feedback, true)).isInstanceOf(MarkingException.class);
        }
    }
}
