package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a workbook is: what it says, what the platform says, and last of all dates. */
class WhoseTest {
    private static final Exercise EXERCISE = Exercise.of(Template.builtIn("and"), List.of());

    @TempDir
    private Path place;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("returned"));
    }

    private Marks marks(Path returned) {
        try (var graded = GradedClass.gather(returned, place)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    private void put(String name, Learner learner, String date) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        learner.saves(Edition.PRACTICE, file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(date + "T12:00:00Z")));
    }

    private static Learner ann() {
        return new Learner(EXERCISE, "007", "Ann Example");
    }

    private static Learner bob() {
        return new Learner(EXERCISE, "008", "Bob Sample");
    }

    private static Learner empty(Learner learner) {
        Learner.blanks(EXERCISE).forEach(learner::leaves);
        return learner;
    }

    private static List<String> names(Marks marks) {
        return marks.marked().stream().map(one -> one.file().name()).toList();
    }

    @Test
    void theEmptyWorkbookThatAnotherHandsInLaterReplacesNothing() throws IOException {
        put("Ann Example_101_assignsubmission_file/work.xlsx", ann(), "2026-01-01");
        put("Bob Sample_102_assignsubmission_file/work.xlsx", empty(ann()), "2026-02-01");
        var marks = marks(folder);
        assertThat(names(marks)).containsExactly("Ann Example_101_assignsubmission_file/work.xlsx");
        assertThat(marks.total(marks.marked().get(0))).isEqualTo(marks.most());
        assertThat(marks.refusals())
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.sentence()).contains("handed in under a name that fits", "here 0 of"));
        assertThat(marks.facts())
                .extracting(Fact::student, Fact::kind, Fact::other)
                .contains(tuple("007", Fact.Kind.SEVERAL_FILES, "Bob Sample_102_assignsubmission_file/work.xlsx"));
    }

    @Test
    void whereNoPlatformDecidesTheOneThatIsFilledInCountsAndBothAreShown() throws IOException {
        put("a.xlsx", ann(), "2026-01-01");
        put("b.xlsx", empty(ann()), "2026-02-01");
        var marks = marks(folder);
        assertThat(names(marks)).containsExactly("a.xlsx");
        assertThat(marks.facts())
                .extracting(Fact::kind, Fact::other)
                .contains(tuple(Fact.Kind.SEVERAL_FILES, "b.xlsx"));
    }

    @Test
    void theNameThatAWorkbookWasHandedOutUnderSpeaksForIt() throws IOException {
        put("007_Ann-Example.xlsx", ann().types(Learner.blanks(EXERCISE).get(0), 99), "2026-01-01");
        put("008_Bob-Sample.xlsx", bob(), "2026-01-01");
        put("008_Bob-Sample (1).xlsx", ann(), "2026-03-01");
        assertThat(names(marks(folder))).containsExactly("007_Ann-Example.xlsx", "008_Bob-Sample.xlsx");
    }

    @Test
    void ofOneSubmittersFilesTheLaterCountsWithoutAWord() throws IOException {
        put("Ann Example_101_assignsubmission_file_a.xlsx", ann(), "2026-01-01");
        put("Ann Example_101_assignsubmission_file_b.xlsx", empty(ann()), "2026-02-01");
        var marks = marks(folder);
        assertThat(names(marks)).containsExactly("Ann Example_101_assignsubmission_file_b.xlsx");
        assertThat(marks.facts()).isEmpty();
        assertThat(marks.refusals().get(0).sentence()).endsWith("that is the later one");
    }

    @Test
    void aDateInTheFutureIsNone() throws IOException {
        put("Ann Example_101_assignsubmission_file_a.xlsx", empty(ann()), "2107-01-01");
        put("Ann Example_101_assignsubmission_file_b.xlsx", ann(), "2026-02-01");
        assertThat(names(marks(folder))).containsExactly("Ann Example_101_assignsubmission_file_b.xlsx");
    }

    @Test
    void equalDatesAreSaidToBeEqual() throws IOException {
        put("Ann Example_101_assignsubmission_file_a.xlsx", ann(), "2026-01-01");
        put("Ann Example_101_assignsubmission_file_b.xlsx", ann(), "2026-01-01");
        var marks = marks(folder);
        assertThat(marks.refusals().get(0).sentence()).contains("both have the same date");
        assertThat(marks.facts()).extracting(Fact::kind).contains(Fact.Kind.SEVERAL_FILES);
    }

    @Test
    void workbooksInEachOthersFoldersOfMoodleAreAFactEach() {
        var marks = marks(Path.of("src", "test", "resources", "marking", "moodle-4-folders-swapped.zip"));
        assertThat(marks.facts())
                .filteredOn(fact -> fact.kind() == Fact.Kind.OTHER_NAME)
                .extracting(Fact::student, Fact::other)
                .containsExactlyInAnyOrder(tuple("11", "12"), tuple("12", "11"));
    }

    @Test
    void aDateInANameAndANameOfOursAreNoNamesOfAPlatform() throws IOException {
        Files.copy(
                Path.of("src", "test", "resources", "marking", "homework_12_05_2024.xlsx"),
                folder.resolve("homework_12_05_2024.xlsx"));
        assertThat(marks(folder).marked().get(0).file().submitter()).isEmpty();
        put("homework_13_05_2024.xlsx", bob(), "2026-01-01");
        assertThat(marks(folder).marked())
                .allSatisfy(one -> assertThat(one.file().submitter()).isEmpty());
        put("CS_101_23_Name.xlsx", new Learner(EXERCISE, "CS_101_23", "Name"), "2026-01-01");
        assertThat(marks(folder).marked())
                .allSatisfy(one -> assertThat(one.file().submitter()).isEmpty());
    }

    @Test
    void aNameOfCanvasCountsWhereItIsOfTheClassOrAllFilesHaveOne() throws IOException {
        put("exampleann_11_500_work.xlsx", ann(), "2026-01-01");
        put("notes_12_05_2024.xlsx", bob(), "2026-01-01");
        put("own.xlsx", new Learner(EXERCISE, "009", "Cy Fox"), "2026-01-01");
        assertThat(marks(folder).marked())
                .extracting(Marked::id, one -> one.file().submitter().map(Submitter::number))
                .containsExactly(
                        tuple("007", Optional.of("11")),
                        tuple("008", Optional.empty()),
                        tuple("009", Optional.empty()));
        Files.delete(folder.resolve("own.xlsx"));
        assertThat(marks(folder).marked())
                .extracting(one -> one.file().submitter().map(Submitter::number))
                .containsExactly(Optional.of("11"), Optional.of("12"));
    }
}
