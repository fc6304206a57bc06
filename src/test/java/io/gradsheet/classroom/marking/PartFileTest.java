package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Part;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.tables.Format;
import io.gradsheet.classroom.tables.ScoreTable;
import io.gradsheet.template.Language;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.xlsx.OutputFile;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class is marked in parts, and the parts are put together. */
class PartFileTest {
    private static final Template TEMPLATE = Template.builtIn("2.10-gradient-descent");
    private static final List<Setting> SETTINGS = List.of(Setting.parse("exercise.slips={SIGN: 0.5}"));
    private static final String SECRET = "secret";
    private static final List<Student> STUDENTS = IntStream.rangeClosed(1, 9)
            .mapToObj(number -> new Student("00" + number, "Student " + number))
            .toList();
    private static final int PARTS = 3;

    @TempDir
    private Path folder;

    private Path returned;

    /** Among them two with the same wrong numbers, two files of one student, a file of nobody, and nothing of the last. */
    @BeforeEach
    void handIn() throws IOException {
        returned = Files.createDirectory(folder.resolve("returned"));
        var variants = new Variants(TEMPLATE, SETTINGS, SECRET);
        for (var i = 0; i < STUDENTS.size() - 1; i++) {
            var student = STUDENTS.get(i);
            var variant = variants.of(student.id());
            var learner = new Learner(variant.exercise(), student.id(), student.name(), variant.code());
            if (i < 4) {
                var blank = Learner.blanks(variant.exercise()).get(2);
                learner.types(blank, 0.123456789);
            } else if (i == 4) {
                var slope = MarkingTest.blank(variant.exercise(), "∂f/∂x");
                learner.writes(slope, "-(" + slope.answer().formula() + ")");
            }
            learner.saves(Edition.EXAM, returned.resolve(student.fileName() + ".xlsx"));
        }
        var again = returned.resolve("my homework.xlsx");
        Files.copy(returned.resolve(STUDENTS.get(6).fileName() + ".xlsx"), again);
        try (var files = Files.list(returned)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-05-01T08:00:00Z")));
            }
        }
        Files.setLastModifiedTime(again, FileTime.from(Instant.parse("2026-05-02T08:00:00Z")));
        Files.writeString(returned.resolve("notes.txt"), "hello");
        Files.writeString(returned.resolve("broken.xlsx"), "PK");
        Files.writeString(returned.resolve(".DS_Store"), "");
    }

    private static HandedOut handouts(String secret) {
        return HandedOut.toClass(TEMPLATE, SETTINGS, STUDENTS, secret);
    }

    private Marks whole() {
        try (var graded = GradedClass.gather(returned, folder)) {
            graded.mark(handouts(SECRET), Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    private Path part(int number, int of, String secret, Optional<Language> language) {
        var file = folder.resolve("part" + number + "-" + of + secret
                + language.map(Language::code).orElse("") + ".json");
        var handouts = handouts(secret);
        try (var graded =
                GradedClass.gather(returned, folder, GradedClass.USUAL_LIMIT, new Part(number, of), handouts)) {
            graded.markPart(handouts, language, MarkingRules.USUAL, new OutputFile(file, true), done -> {});
        }
        return file;
    }

    private Path part(int number, int of) {
        return part(number, of, SECRET, Optional.empty());
    }

    private List<Path> parts() {
        var files = new ArrayList<Path>();
        IntStream.rangeClosed(1, PARTS).forEach(number -> files.add(part(number, PARTS)));
        Collections.reverse(files);
        return files;
    }

    private byte[] workbook(Marks marks) throws IOException {
        var file = folder.resolve("marks.xlsx");
        new WorkbookFile(file, true).write(MarksBook.of(marks), done -> {});
        return Files.readAllBytes(file);
    }

    private String table(Marks marks, Format format) throws IOException {
        var file = folder.resolve("marks.csv");
        new MarksTable(marks)
                .write(new OutputFile(file, true), ScoreTable.of(format, Optional.empty(), Optional.empty()));
        return Files.readString(file);
    }

    @Test
    void partsThatAreJoinedAreOneRun() throws IOException {
        var whole = whole();
        var joined = GradedClass.join(parts());
        assertThat(whole.marked()).hasSize(8);
        assertThat(whole.missing()).hasSize(1);
        assertThat(whole.refusals()).hasSize(3);
        assertThat(whole.facts()).extracting(Fact::kind).contains(Fact.Kind.SAME_WRONG);
        assertThat(MarksJsonTest.json(joined)).isEqualTo(MarksJsonTest.json(whole));
        assertThat(workbook(joined)).isEqualTo(workbook(whole));
        for (var reader : List.of(Format.ANY, Format.MOODLE, Format.CANVAS)) {
            assertThat(table(joined, reader)).isEqualTo(table(whole, reader));
        }
    }

    @Test
    void partsHoldNoneOfTheFilesOfOthers() {
        var sizes = IntStream.rangeClosed(1, PARTS)
                .map(number -> {
                    var handouts = handouts(SECRET);
                    try (var graded = GradedClass.gather(
                            returned, folder, GradedClass.USUAL_LIMIT, new Part(number, PARTS), handouts)) {
                        return graded.files();
                    }
                })
                .toArray();
        assertThat(sizes).doesNotContain(0);
        assertThat(IntStream.of(sizes).sum()).isEqualTo(11);
    }

    @Test
    void aPartMayBeWithoutFiles() throws IOException {
        var files = new ArrayList<Path>();
        IntStream.rangeClosed(1, 40).forEach(number -> files.add(part(number, 40)));
        assertThat(MarksJsonTest.json(GradedClass.join(files))).isEqualTo(MarksJsonTest.json(whole()));
    }

    private static void assertRefused(List<Path> files, String... words) {
        assertThatThrownBy(() -> GradedClass.join(files))
                .isInstanceOf(MarkingException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void partsThatDoNotBelongTogetherAreRefused() throws IOException {
        var one = part(1, 2);
        var two = part(2, 2);
        assertRefused(List.of(one), "parts are missing: 2/2");
        assertRefused(List.of(one, two, one), "are both part 1/2");
        assertRefused(List.of(one, part(2, 3)), "is one of 3 parts, but ", " is one of 2: join parts of one division");
        assertRefused(List.of(one, part(2, 2, SECRET, Language.of("zh"))), "different template");
        Files.writeString(returned.resolve("late.txt"), "hello");
        assertRefused(List.of(one, part(2, 2)), "something came or went between the runs");
    }

    @Test
    void anotherSeedIsNoticed() {
        var one = part(1, 2);
        var handouts = handouts("another");
        var two = folder.resolve("other.json");
        try (var graded = GradedClass.gather(returned, folder, GradedClass.USUAL_LIMIT, new Part(2, 2), handouts)) {
            graded.markPart(handouts, Optional.empty(), MarkingRules.USUAL, new OutputFile(two, true), done -> {});
        }
        assertRefused(List.of(one, two), "different template, settings, roster, seed or version");
    }

    @Test
    void whatIsNoPartIsRefused() throws IOException {
        var file = folder.resolve("x.json");
        for (var text : List.of("", "{", "[]", "{}", "id,name")) {
            Files.writeString(file, text);
            assertRefused(List.of(file), "x.json is no part of marks, or is damaged");
        }
        Files.writeString(file, Files.readString(part(1, 1)).replaceFirst("gradsheet part 1", "gradsheet part 0"));
        assertRefused(List.of(file), "was written by another version");
        assertRefused(List.of(folder.resolve("none.json")), "none.json cannot be read");
    }

    @Test
    void theSeedIsNotInThePart() throws IOException {
        var handouts = HandedOut.toClass(TEMPLATE, SETTINGS, STUDENTS, SECRET);
        assertThat(Files.readString(part(1, 1))).doesNotContain(SECRET);
        assertThat(handouts.digest()).isPresent();
    }

    @Test
    void practiceWithoutATemplateIsNotMarkedInParts() {
        assertThatThrownBy(() -> GradedClass.gather(
                        returned, folder, GradedClass.USUAL_LIMIT, new Part(1, 2), HandedOut.practice()))
                .isInstanceOf(MarkingException.class)
                .hasMessageContaining("add --template");
    }
}
