package io.gradsheet.classroom.marking;

import static io.gradsheet.classroom.marking.Learner.blanks;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.marking.SlipsTest.Slipped;
import io.gradsheet.classroom.marking.SlipsTest.Work;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thirty students, who make every kind of slip among them, several each. What every answer is worth is said by where the slips were made, and
 * by a second marker.
 */
class ClassOfThirtyTest {
    private static final Template TEMPLATE = Template.builtIn("4.3-backpropagation");

    /** Answers that variants keep apart from other numbers: to draw what nothing keeps apart takes fifty attempts. */
    private static final List<Setting> SETTINGS = List.of(Setting.parse("exercise.tasks=[{sheet: Training, epoch: 1,"
            + " roles: [weighted input, activation, cost, error], samples: [1]},"
            + " {sheet: Training, epoch: 1, roles: [gradient],"
            + " symbols: [w3_11, w3_12, w3_13, w3_21, w3_22, w3_23], samples: [1]},"
            + " {sheet: Training, epoch: 1, roles: [gradient], symbols: [w3_11, w3_12, w3_13, w3_21, w3_22], total: true},"
            + " {sheet: Training, epoch: 1, roles: [update], symbols: [w3_11, w3_12, w3_13, w3_21, w3_22]}]"));

    private static final String SEED = "thirty";

    /** Who make slips in the training, with numbers of their own; then come those who work in other ways. */
    private static final List<List<Slipped>> IN_TRAINING = dealt(SlipsTest.NETWORK_SLIPS, 11);

    private static final int OTHER_WAYS = 6;

    @TempDir
    private Path folder;

    @TempDir
    private Path desk;

    /** Some who work in one exercise. */
    private record Group(String name, Exercise exercise, List<List<Slipped>> slips) {
        Group(Work work, int students) {
            this(work.name(), work.exercise(), dealt(work.slips(), students));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Dealt out in turn, but for a second one in the same blank. */
    private static List<List<Slipped>> dealt(List<Slipped> slips, int students) {
        var dealt = new ArrayList<List<Slipped>>();
        for (var student = 0; student < students; student++) {
            var own = new LinkedHashMap<String, Slipped>();
            for (var i = student; i < slips.size(); i += students) {
                own.putIfAbsent(slips.get(i).symbol(), slips.get(i));
            }
            dealt.add(List.copyOf(own.values()));
        }
        return dealt;
    }

    private static List<Group> groups() {
        var students = List.of(5, 3, 1, 1, 1, 2);
        var works = SlipsTest.works().subList(1, SlipsTest.works().size());
        assertThat(works).hasSameSizeAs(students);
        return IntStream.range(0, works.size())
                .mapToObj(i -> new Group(works.get(i), students.get(i)))
                .toList();
    }

    @Test
    void thirtyStudentsMakeEveryKindOfSlip() {
        var all = Stream.concat(IN_TRAINING.stream(), groups().stream().flatMap(group -> group.slips().stream()))
                .toList();
        assertThat(all.size() + OTHER_WAYS).isEqualTo(30);
        assertThat(all).flatExtracting(slips -> slips).extracting(Slipped::kind).contains(Kind.values());
    }

    private Marks marks(HandedOut handedOut) {
        try (var graded = GradedClass.gather(folder, folder)) {
            graded.mark(handedOut, Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    /** Slips are named where they were made; elsewhere it is as the second marker has it, who knows no slips. */
    private void assertForeseen(Marks marks, Marked marked, Exercise exercise, Learner learner, List<Slipped> slips)
            throws IOException {
        SlipsTest.assertSlips(marks, marked, exercise, slips);
        try (var second = new SecondMarker(exercise, desk.resolve(marked.id() + ".xlsx"))) {
            second.has(learner);
            var told = new ArrayList<Verdict>();
            for (var answer : marked.answers()) {
                second.verdict(answer.task(), answer.blank()).ifPresent(verdict -> {
                    told.add(verdict);
                    assertThat(answer.verdict())
                            .as("%s: %s", marked.id(), answer)
                            .isEqualTo(verdict);
                });
            }
            assertThat(told).hasSizeGreaterThan(marked.answers().size() / 2);
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void everyAnswerIsAsForeseen(Group group) throws IOException {
        var learners = new ArrayList<Learner>();
        for (var slips : group.slips()) {
            var id = "s" + learners.size();
            var learner = new Learner(group.exercise(), id, "Student " + learners.size());
            slips.forEach(slip -> slip.made(learner, group.exercise()));
            learner.saves(Edition.PRACTICE, folder.resolve(id + ".xlsx"));
            learners.add(learner);
        }
        var marks = marks(HandedOut.practice());
        assertThat(marks.marked()).hasSameSizeAs(learners);
        for (var i = 0; i < learners.size(); i++) {
            assertForeseen(
                    marks,
                    marks.marked().get(i),
                    group.exercise(),
                    learners.get(i),
                    group.slips().get(i));
        }
    }

    @Test
    void everyAnswerIsAsForeseenWhereEverybodyHasNumbersOfTheirOwn() throws IOException {
        var students = IntStream.range(0, IN_TRAINING.size() + OTHER_WAYS)
                .mapToObj(number -> new Student(String.format("s%02d", number), "Student " + number))
                .toList();
        var variants = new Variants(TEMPLATE, SETTINGS, SEED);
        var exercises = new ArrayList<Exercise>();
        var learners = new ArrayList<Learner>();
        for (var student : students) {
            var variant = variants.of(student.id());
            exercises.add(variant.exercise());
            learners.add(new Learner(variant.exercise(), student.id(), student.name(), variant.code()));
        }
        var first = IN_TRAINING.size();
        for (var i = 0; i < first; i++) {
            for (var slip : IN_TRAINING.get(i)) {
                slip.made(learners.get(i), exercises.get(i));
            }
        }
        // One works everything out, one rounds, one stops half way, one does nothing, one inserts rows.
        var all = blanks(exercises.get(first));
        learners.get(first + 1).typesAll(value -> Math.rint(value * 1e4) / 1e4);
        all.subList(all.size() / 2, all.size()).forEach(learners.get(first + 2)::leaves);
        all.forEach(learners.get(first + 3)::leaves);
        for (var i = 0; i < first + 5; i++) {
            learners.get(i).saves(Edition.EXAM, folder.resolve(students.get(i).id() + ".xlsx"));
        }
        MarkingTest.change(folder.resolve(students.get(first + 4).id() + ".xlsx"), workbook -> {
            var training = workbook.getSheet("Training");
            training.shiftRows(all.get(0).place().row(), training.getLastRowNum(), 3);
            workbook.setSheetName(workbook.getSheetIndex("Training"), "Mine");
        });
        // The last hands in another's workbook under a name of their own.
        var last = students.get(first + 5);
        var others = variants.of(students.get(first).id());
        new Learner(others.exercise(), last.id(), last.name(), others.code())
                .saves(Edition.EXAM, folder.resolve(last.id() + ".xlsx"));

        var marks = marks(HandedOut.toClass(TEMPLATE, SETTINGS, students, SEED));
        assertThat(marks.marked())
                .extracting(Marked::id)
                .containsExactlyElementsOf(
                        students.subList(0, first + 5).stream().map(Student::id).toList());
        for (var i = 0; i < first; i++) {
            assertForeseen(marks, marks.marked().get(i), exercises.get(i), learners.get(i), IN_TRAINING.get(i));
        }
        assertThat(marks.total(marks.marked().get(first))).isEqualTo(marks.most());
        assertThat(marks.total(marks.marked().get(first + 1))).isEqualTo(marks.most());
        assertThat(marks.marked().get(first + 2).answers())
                .filteredOn(answer -> answer.verdict() == Verdict.EMPTY)
                .hasSize(all.size() - all.size() / 2);
        assertThat(marks.total(marks.marked().get(first + 3))).isZero();
        assertThat(marks.total(marks.marked().get(first + 4))).isEqualTo(marks.most());
        assertThat(marks.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.OTHER_EDITION);
        assertThat(marks.missing()).extracting(Marks.Missing::id).containsExactly(last.id());
    }
}
