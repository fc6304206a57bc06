package io.gradsheet.classroom.marking;

import static io.gradsheet.classroom.marking.Learner.blanks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.WholeEpoch;
import io.gradsheet.recalc.SavedByProgram;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Template;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A class works in its workbooks: every mark is as foreseen. */
class MarkingTest {
    private static final Exercise NETWORK = Exercise.of(Template.builtIn("4.3-backpropagation"), WholeEpoch.SETTINGS);
    private static final Exercise DESCENT = Exercise.of(Template.builtIn("2.10-gradient-descent"), List.of());

    @TempDir
    private Path folder;

    private Learner learner(Exercise exercise, int number) {
        return new Learner(exercise, String.format("s%02d", number), "Student " + number);
    }

    private Path file(int number) {
        return folder.resolve(String.format("s%02d.xlsx", number));
    }

    private Marks marks(HandedOut handouts) {
        try (var graded = GradedClass.gather(folder, folder)) {
            graded.mark(handouts, Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    private static HandedOut practice() {
        return HandedOut.practice();
    }

    /** The first blank of that name. */
    static Blank blank(Exercise exercise, String symbol) {
        return blanks(exercise).stream()
                .filter(blank -> blank.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new AssertionError(symbol + " is not among "
                        + blanks(exercise).stream()
                                .map(Blank::symbol)
                                .distinct()
                                .toList()));
    }

    static Answer answer(Marked marked, Blank blank) {
        return marked.answers().stream()
                .filter(answer -> answer.blank().place().equals(blank.place()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExamIsMarkedByItsTemplate() {
        learner(NETWORK, 1).saves(Edition.EXAM, file(1));
        var slip = SlipsTest.NETWORK_SLIPS.get(0);
        slip.made(learner(NETWORK, 2), NETWORK).saves(Edition.EXAM, file(2));
        var marks = marks(HandedOut.from(Template.builtIn("4.3-backpropagation"), WholeEpoch.SETTINGS));
        assertThat(marks.total(marks.marked().get(0))).isEqualTo(marks.most());
        SlipsTest.assertSlips(marks, marks.marked().get(1), NETWORK, List.of(slip));
    }

    @Test
    void anExamNeedsItsTemplate() {
        learner(NETWORK, 1).saves(Edition.EXAM, file(1));
        assertThatThrownBy(() -> marks(practice()))
                .isInstanceOf(MarkingException.class)
                .hasMessageContaining("s01.xlsx")
                .hasMessageContaining("--template");
    }

    @Test
    void everyStudentOfAClassIsMarkedByNumbersOfTheirOwn() {
        var template = Template.builtIn("2.10-gradient-descent");
        var students = List.of(
                new Student("s1", "Ann Example"), new Student("s2", "Bob Sample"), new Student("s3", "Cy Missing"));
        var variants = new Variants(template, List.of(), "secret");
        for (var student : students.subList(0, 2)) {
            var variant = variants.of(student.id());
            new Learner(variant.exercise(), student.id(), student.name(), variant.code())
                    .saves(Edition.EXAM, folder.resolve(student.id() + ".xlsx"));
        }
        var others = variants.of("s2");
        new Learner(others.exercise(), "s1", "Ann Example", others.code())
                .saves(Edition.EXAM, folder.resolve("swapped.xlsx"));
        var marks = marks(HandedOut.toClass(template, List.of(), students, "secret"));
        assertThat(marks.marked())
                .extracting(Marked::id, marks::total)
                .containsExactly(tuple("s1", marks.most()), tuple("s2", marks.most()));
        assertThat(marks.missing()).containsExactly(new Marks.Missing("s3", "Cy Missing"));
        assertThat(marks.refusals())
                .extracting(Refusal::file, Refusal::reason)
                .containsExactly(tuple("swapped.xlsx", Refusal.Reason.OTHER_EDITION));
        assertThatThrownBy(() -> marks(HandedOut.toClass(template, List.of(), students, "another")))
                .isInstanceOf(MarkingException.class)
                .hasMessageContaining("another seed or template");
    }

    @Test
    void answersMayBeTypedHalfEmptyOrText() {
        learner(DESCENT, 1).typesAll(value -> Math.rint(value * 1e4) / 1e4).saves(Edition.PRACTICE, file(1));
        learner(DESCENT, 2).typesAll(value -> 0).saves(Edition.PRACTICE, file(2));
        var half = learner(DESCENT, 3);
        var all = blanks(DESCENT);
        all.subList(all.size() / 2, all.size()).forEach(half::leaves);
        half.saves(Edition.PRACTICE, file(3));
        var first = all.get(0);
        learner(DESCENT, 4)
                .types(first, String.valueOf(first.value()).replace('.', ',') + " ")
                .saves(Edition.PRACTICE, file(4));
        learner(DESCENT, 5).types(first, "thirteen").saves(Edition.PRACTICE, file(5));
        learner(DESCENT, 6).writes(first, "1/0").saves(Edition.PRACTICE, file(6));
        var marked = marks(practice()).marked();
        assertThat(marked.get(0).answers()).allMatch(answer -> answer.verdict() == Verdict.RIGHT && !answer.isLive());
        assertThat(marked.get(1).answers())
                .as("noughts that follow from noughts")
                .noneMatch(answer -> answer.verdict() == Verdict.RIGHT);
        assertThat(marked.get(2).answers())
                .filteredOn(answer -> answer.verdict() == Verdict.EMPTY)
                .hasSize(all.size() - all.size() / 2);
        assertThat(answer(marked.get(3), first).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(answer(marked.get(4), first).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(answer(marked.get(5), first).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void factsAreToldWithTheirCells() {
        var all = blanks(DESCENT);
        var given = new Address("Steps", all.get(0).place().row(), 1);
        learner(DESCENT, 1)
                .types(all.get(0), 0.123456789)
                .saves(Edition.PRACTICE, folder.resolve("Student 2_77_assignsubmission_file_x.xlsx"));
        learner(DESCENT, 2).types(all.get(0), 0.123456789).saves(Edition.PRACTICE, file(2));
        learner(DESCENT, 3).puts(given, new Cell.Input(Value.of(5), Role.INPUT)).saves(Edition.PRACTICE, file(3));
        learner(DESCENT, 4).typesAll(value -> value * (1 + 1e-14) + 1e-13 / 3).saves(Edition.PRACTICE, file(4));
        var below = new Address("Steps", given.row() + 1, 1);
        learner(DESCENT, 5)
                .puts(below, new Cell.Input(Value.of(2.4), Role.INPUT))
                .saves(Edition.PRACTICE, file(5));
        var facts = marks(practice()).facts();
        assertThat(facts)
                .extracting(Fact::student, Fact::kind, Fact::other, Fact::where)
                .contains(
                        tuple("s01", Fact.Kind.OTHER_NAME, "s02", ""),
                        tuple(
                                "s01",
                                Fact.Kind.SAME_WRONG,
                                "s02",
                                all.get(0).place().toString()),
                        tuple(
                                "s02",
                                Fact.Kind.SAME_WRONG,
                                "s01",
                                all.get(0).place().toString()),
                        tuple("s03", Fact.Kind.CHANGED_GIVENS, "", given.toString()),
                        tuple("s05", Fact.Kind.PASTED, "", below.toString()));
        assertThat(facts)
                .as("a calculator gives many figures")
                .noneMatch(fact -> fact.student().equals("s04"));
    }

    @Test
    void marksFollowVerdictsAndWeightsByFormula() {
        for (var i = 0; i <= 10; i++) {
            var learner = learner(DESCENT, i);
            var all = blanks(DESCENT);
            all.subList(0, Math.min(all.size(), 2 * i)).forEach(blank -> learner.types(blank, blank.value() + 1));
            learner.saves(Edition.PRACTICE, file(i));
        }
        var marks = marks(practice());
        var plan = MarksBook.of(marks);
        var book = folder.resolve("marks.xlsx");
        new WorkbookFile(book, false).write(plan, done -> {});
        var compared = TrialWorkbook.use(book, Duration.ofMinutes(1), workbook -> {
            var cells = new int[1];
            plan.sheets()
                    .forEach(sheet -> sheet.pushTo(row -> {
                        for (var column = 0; column < row.cells().size(); column++) {
                            if (row.cells().get(column) instanceof Cell.Computed computed) {
                                var place = new Address(sheet.name(), row.index(), column);
                                assertThat(((Value.Figure) workbook.cell(place)
                                                        .orElseThrow()
                                                        .value())
                                                .number())
                                        .as("%s =%s", place, computed.formula())
                                        .isCloseTo(((Value.Figure) computed.value()).number(), within(1e-9));
                                cells[0]++;
                            }
                        }
                    }));
            return cells[0];
        });
        assertThat(compared).isGreaterThan(350);
    }

    @Test
    void rowsInsertedAndSheetsRenamedAreSeenThrough() throws IOException {
        learner(DESCENT, 1).saves(Edition.PRACTICE, file(1));
        var row = blanks(DESCENT).get(0).place().row();
        change(file(1), workbook -> {
            var steps = workbook.getSheet("Steps");
            steps.shiftRows(row, steps.getLastRowNum(), 2);
            workbook.setSheetName(workbook.getSheetIndex("Steps"), "My steps");
        });
        var marks = marks(practice());
        assertThat(marks.total(marks.marked().get(0))).isEqualTo(marks.most());
        assertThat(marks.remarks())
                .contains("s01.xlsx: sheet Steps is now called My steps; 2 rows were inserted on sheet Steps;"
                        + " marked as it is");
    }

    @Test
    void cellsThatAreElsewhereAreNotMarked() throws IOException {
        learner(DESCENT, 1).saves(Edition.PRACTICE, file(1));
        learner(DESCENT, 2).saves(Edition.PRACTICE, file(2));
        change(file(1), workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Steps")));
        var marks = marks(practice());
        assertThat(marks.marked()).hasSize(1);
        assertThat(marks.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.MOVED);
        assertThat(marks.refusals().get(0).sentence()).contains("sheet Steps was deleted");
    }

    static void change(Path file, Consumer<XSSFWorkbook> change) throws IOException {
        try (var in = Files.newInputStream(file);
                var workbook = new XSSFWorkbook(in)) {
            change.accept(workbook);
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    /** Half of the answers are formulas, and one of them slipped. */
    @ParameterizedTest
    @EnumSource(SavedByProgram.class)
    void filesThatAProgramSavedAreMarkedAlike(SavedByProgram program) {
        var slip = SlipsTest.NETWORK_SLIPS.get(0);
        slip.made(learner(NETWORK, 1), NETWORK).saves(Edition.PRACTICE, file(1));
        program.save(file(1), file(1));
        var marks = marks(practice());
        SlipsTest.assertSlips(marks, marks.marked().get(0), NETWORK, List.of(slip));
    }
}
