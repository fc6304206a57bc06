package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.ExerciseSheet;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.Variants.Variant;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Template;
import io.gradsheet.testing.EngineValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Variants filled in at random, right and wrong, with gaps and texts: the marks are those of a second marker, and the practice sheet shows the
 * same. The property {@code papers} says how many variants of each lesson there are; a release is held to 200.
 */
class RandomPapersTest {
    private static final String SEED = "papers";
    private static final int PAPERS = Integer.getInteger("papers", 1);

    /** The column of marks on the sheet Exercise, and the cell of the points. */
    private static final int MARK_COLUMN = 5;

    private static final Address SCORE = new Address(ExerciseSheet.NAME, 3, 4);

    @TempDir
    private Path folder;

    static Stream<String> lessons() {
        return Template.builtIns().stream().filter(name -> !name.equals("4.3-live"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void marksAreThoseOfASecondMarkerAndOfTheScreen(String lesson) throws IOException {
        var variants = new Variants(Template.builtIn(lesson), List.of(), SEED);
        for (var paper = 0; paper < PAPERS; paper++) {
            var id = "p" + paper;
            var variant = variants.of(id);
            var random = new Random(lesson.hashCode() * 31L + paper);
            var handedOut =
                    HandedOut.toClass(Template.builtIn(lesson), List.of(), List.of(new Student(id, "Student")), SEED);
            check(lesson + " " + id, variant, id, handedOut, random, false);
            check(lesson + " " + id + " with texts", variant, id, handedOut, random, true);
        }
    }

    private void check(String what, Variant variant, String id, HandedOut handedOut, Random random, boolean withTexts)
            throws IOException {
        var exercise = variant.exercise();
        var returned = folder.resolve("returned");
        returned.toFile().mkdir();
        var file = returned.resolve("paper.xlsx");
        try (var second = new SecondMarker(exercise, folder.resolve("teacher.xlsx"))) {
            var learner = new Learner(exercise, id, "Student", variant.code());
            for (var blank : Learner.blanks(exercise)) {
                fill(learner, second, blank, exercise, random, withTexts);
            }
            learner.saves(Edition.PRACTICE, file);
            var marks = marks(returned, handedOut);
            assertThat(marks.refusals()).as(what).isEmpty();
            var marked = marks.marked().get(0);
            compare(what, marked, second);
            if (!withTexts) {
                compareScreen(what, marks, marked, file);
            }
        }
    }

    private Marks marks(Path returned, HandedOut handedOut) {
        try (var graded = GradedClass.gather(returned, folder)) {
            graded.mark(handedOut, Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    private static void fill(
            Learner learner, SecondMarker second, Blank blank, Exercise exercise, Random random, boolean withTexts) {
        var ways = withTexts ? 10 : 7;
        switch (random.nextInt(ways)) {
            case 0 -> type(learner, second, blank, blank.value());
            case 1, 2 -> type(learner, second, blank, second.following(blank).orElse(blank.value()));
            case 3 ->
                type(
                        learner,
                        second,
                        blank,
                        blank.value() + (random.nextBoolean() ? 1 : -1) * (0.3 + 3 * random.nextDouble()));
            case 4 -> {
                var all = Learner.blanks(exercise);
                type(learner, second, blank, all.get(random.nextInt(all.size())).value());
            }
            case 5 -> type(learner, second, blank, random.nextBoolean() ? 0 : 7);
            case 6 -> learner.leaves(blank);
            case 7, 8 -> write(learner, second, blank, second.following(blank).orElse(blank.value()), random);
            default -> {
                learner.types(blank, "do not know");
                second.hasText(blank);
            }
        }
    }

    private static void type(Learner learner, SecondMarker second, Blank blank, double number) {
        learner.types(blank, number);
        second.has(blank, number);
    }

    /** As somebody types it for whose program it is a text; what it means is known. */
    private static void write(Learner learner, SecondMarker second, Blank blank, double number, Random random) {
        var plain = new BigDecimal(Double.toString(number)).toPlainString();
        var text = switch (random.nextInt(4)) {
            case 0 -> plain.replace('.', ',');
            case 1 -> "ca. " + plain.replace('.', ',').replace('-', '−');
            case 2 -> "\u00a0" + plain + "\u202f";
            default ->
                plain.chars()
                        .map(sign -> sign >= '0' && sign <= '9' ? sign - '0' + '０' : sign)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
        learner.types(blank, text);
        second.has(blank, number);
    }

    private static void compare(String what, Marked marked, SecondMarker second) {
        var clear = new ArrayList<Answer>();
        for (var answer : marked.answers()) {
            var expected = second.verdict(answer.task(), answer.blank());
            expected.ifPresent(verdict -> {
                clear.add(answer);
                assertThat(answer.verdict() == Verdict.UNCOUNTED ? Verdict.FOLLOWS : answer.verdict())
                        .as("%s: %s", what, answer)
                        .isEqualTo(verdict);
            });
        }
        assertThat(clear).as(what).hasSizeGreaterThan(marked.answers().size() * 2 / 3);
        compareCounted(what, marked, second);
    }

    /** Of those that follow, the last ones do not count where more is wrong than right; nor does what repeats what is wrong twice. */
    private static void compareCounted(String what, Marked marked, SecondMarker second) {
        var following = marked.answers().stream()
                .filter(answer -> answer.verdict() == Verdict.FOLLOWS || answer.verdict() == Verdict.UNCOUNTED)
                .toList();
        var wrong = count(marked, Verdict.WRONG);
        var free = following.stream()
                .filter(answer -> !second.repeats(answer.blank())
                        || marked.answers().stream()
                                        .filter(other -> other.verdict() == Verdict.WRONG
                                                && second.number(other.blank()) == second.number(answer.blank()))
                                        .count()
                                < 2)
                .toList();
        var lost = Math.max(0, wrong - 1 - count(marked, Verdict.RIGHT) - count(marked, Verdict.TYPED));
        var counted = free.subList(0, (int) Math.max(0, free.size() - lost));
        assertThat(following)
                .as(what)
                .allSatisfy(answer -> assertThat(answer.verdict())
                        .isEqualTo(counted.contains(answer) ? Verdict.FOLLOWS : Verdict.UNCOUNTED));
    }

    private static long count(Marked marked, Verdict verdict) {
        return marked.answers().stream()
                .filter(answer -> answer.verdict() == verdict)
                .count();
    }

    /** Every mark on the screen, and the points, are those of the marker. */
    private static void compareScreen(String what, Marks marks, Marked marked, Path file) {
        var shown = EngineValues.of(Engine.named("poi").orElseThrow(), file, ExerciseSheet.NAME);
        var row = ExerciseSheet.FIRST_ROW;
        for (var task : marked.tasks()) {
            var rows = IntStream.range(row + 1, row + 1 + task.blanks().size()).iterator();
            for (var answer : marked.answers(task)) {
                var mark = shown.get(new Address(ExerciseSheet.NAME, rows.nextInt(), MARK_COLUMN));
                assertThat(mark instanceof Value.Text text ? text.text() : String.valueOf(mark))
                        .as("%s: %s", what, answer)
                        .isIn(signs(answer.verdict()));
            }
            row += task.blanks().size() + 1;
        }
        if (marked.tasks().stream().noneMatch(task -> task.formula())) {
            assertThat(((Value.Figure) shown.get(SCORE)).number())
                    .as(what)
                    .isCloseTo(marks.total(marked), within(1e-9));
        }
    }

    /** A wrong answer is not told so before everything is there that it may follow from. */
    private static List<String> signs(Verdict verdict) {
        return switch (verdict) {
            case RIGHT, FOLLOWS, UNCOUNTED, TYPED -> List.of("✓");
            case WRONG -> List.of("✗", "");
            case EMPTY -> List.of("");
        };
    }
}
