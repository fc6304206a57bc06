package io.gradsheet.classroom.marking;

import static io.gradsheet.classroom.marking.Learner.blanks;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.WholeEpoch;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole class at once. Everybody has numbers of their own, and a way of working that the marks must tell. */
class ClassOfThirtyTest {
    private static final Template TEMPLATE = Template.builtIn("4.3-backpropagation");
    private static final Variants VARIANTS = new Variants(TEMPLATE, WholeEpoch.SETTINGS, "secret");
    private static final List<Student> STUDENTS = IntStream.rangeClosed(1, 30)
            .mapToObj(number -> new Student(String.format("s%02d", number), "Student " + number))
            .toList();

    /** Drawn once each: to draw one takes up to 50 attempts. */
    private static final List<Variants.Variant> DRAWN =
            STUDENTS.stream().map(student -> VARIANTS.of(student.id())).toList();

    private static final List<SlipsTest.Slipped> NETWORK_SLIPS = SlipsTest.NETWORK_SLIPS.subList(0, 21);

    /** The students after those who make one slip each. */
    private static final int FIRST = NETWORK_SLIPS.size();

    @TempDir
    private Path folder;

    private static Student student(int index) {
        return STUDENTS.get(index);
    }

    private static Learner learner(int index) {
        var variant = DRAWN.get(index);
        return new Learner(
                variant.exercise(), student(index).id(), student(index).name(), variant.code());
    }

    private void handsIn(int index, Learner learner) {
        learner.saves(Edition.EXAM, file(index));
    }

    private Path file(int index) {
        return folder.resolve(student(index).id() + ".xlsx");
    }

    private Marks marks() {
        try (var graded = GradedClass.gather(folder, folder)) {
            graded.mark(
                    HandedOut.toClass(TEMPLATE, WholeEpoch.SETTINGS, STUDENTS, "secret"), Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    @Test
    void everyMarkIsAsForeseen() throws IOException {
        for (var i = 0; i < FIRST; i++) {
            handsIn(i, NETWORK_SLIPS.get(i).made(learner(i), DRAWN.get(i).exercise()));
        }
        handsIn(FIRST, learner(FIRST));
        handsIn(FIRST + 1, learner(FIRST + 1).typesAll(value -> Math.rint(value * 1e4) / 1e4));
        var half = learner(FIRST + 2);
        var all = blanks(DRAWN.get(FIRST + 2).exercise());
        all.subList(all.size() / 2, all.size()).forEach(half::leaves);
        handsIn(FIRST + 2, half);
        var nothing = learner(FIRST + 3);
        all.forEach(nothing::leaves);
        handsIn(FIRST + 3, nothing);
        handsIn(FIRST + 4, learner(FIRST + 4));
        MarkingTest.change(file(FIRST + 4), workbook -> {
            var training = workbook.getSheet("Training");
            training.shiftRows(all.get(0).place().row(), training.getLastRowNum(), 3);
            workbook.setSheetName(workbook.getSheetIndex("Training"), "Mine");
        });
        // One hands in another's workbook under a name of their own; the last three hand in nothing.
        var others = DRAWN.get(FIRST);
        handsIn(
                FIRST + 5,
                new Learner(
                        others.exercise(),
                        student(FIRST + 5).id(),
                        student(FIRST + 5).name(),
                        others.code()));

        var marks = marks();
        assertThat(marks.marked())
                .extracting(Marked::id)
                .containsExactlyElementsOf(
                        STUDENTS.subList(0, FIRST + 5).stream().map(Student::id).toList());
        for (var i = 0; i < FIRST; i++) {
            SlipsTest.assertSlip(marks, i, DRAWN.get(i).exercise(), NETWORK_SLIPS.get(i));
        }
        assertThat(marks.total(marks.marked().get(FIRST))).isEqualTo(marks.most());
        assertThat(marks.total(marks.marked().get(FIRST + 1))).isEqualTo(marks.most());
        assertThat(marks.marked().get(FIRST + 2).answers())
                .filteredOn(answer -> answer.verdict() == Verdict.EMPTY)
                .hasSize(all.size() - all.size() / 2);
        assertThat(marks.total(marks.marked().get(FIRST + 3))).isZero();
        assertThat(marks.total(marks.marked().get(FIRST + 4))).isEqualTo(marks.most());
        assertThat(marks.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.OTHER_EDITION);
        assertThat(marks.missing()).hasSize(STUDENTS.size() - FIRST - 5);
    }
}
