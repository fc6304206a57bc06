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
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.recalc.SavedByProgram;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A class works in its workbooks: every mark is as foreseen, and every slip is named where it was made. */
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

    private static Answer answer(Marked marked, Blank blank) {
        return marked.answers().stream()
                .filter(answer -> answer.blank().place().equals(blank.place()))
                .findFirst()
                .orElseThrow();
    }

    /** What a learner writes in place of the right formula, and the mistake that this is. */
    record Slipped(String symbol, UnaryOperator<String> change, Kind kind) {}

    static final List<Slipped> NETWORK_SLIPS = List.of(
            new Slipped("z^{2}_{1}", formula -> formula.replaceFirst("\\+[^+]+$", ""), Kind.BIAS_FORGOTTEN),
            new Slipped("z^{2}_{2}", formula -> formula.replaceFirst("\\+([^+]+)$", "-$1"), Kind.BIAS_SUBTRACTED),
            new Slipped(
                    "z^{3}_{1}", formula -> blank(NETWORK, "z^{3}_{2}").answer().formula(), Kind.OTHER_NEURON),
            new Slipped(
                    "z^{3}_{2}",
                    formula -> formula.replaceFirst("SUMPRODUCT\\((.*)\\)\\+", "SUMPRODUCT($1)/3+"),
                    Kind.MEAN_INSTEAD_OF_SUM),
            new Slipped("a^{2}_{1}", formula -> z(formula), Kind.ACTIVATION_FORGOTTEN),
            new Slipped("a^{2}_{2}", formula -> "1/(1+EXP(" + z(formula) + "))", Kind.SIGN_IN_EXPONENT),
            new Slipped("a^{2}_{3}", formula -> "TANH(" + z(formula) + ")", Kind.OTHER_ACTIVATION),
            new Slipped("a^{3}_{1}", formula -> "(" + formula + ")*(1-" + formula + ")", Kind.DERIVATIVE_INSTEAD),
            new Slipped("C", formula -> formula.replace("/2", ""), Kind.HALF_FORGOTTEN),
            new Slipped("δ^{3}_{1}", formula -> formula.replaceFirst("\\).*", ")"), Kind.SLOPE_FORGOTTEN),
            new Slipped("δ^{3}_{2}", formula -> "-" + formula, Kind.TARGET_MINUS_ACTIVATION),
            new Slipped("δ^{2}_{1}", formula -> formula.replaceFirst("\\*\\(1-[^)]+\\)$", ""), Kind.HALF_OF_SLOPE),
            new Slipped("δ^{2}_{2}", formula -> formula.replaceAll("\\*[A-Z]+\\$\\d+", ""), Kind.WEIGHTS_FORGOTTEN),
            new Slipped("∂C/∂w^{3}_{11}", formula -> formula.replaceFirst("\\*.*", ""), Kind.ACTIVATION_LEFT_OUT),
            new Slipped("∂C/∂w^{3}_{12}", formula -> formula.replaceFirst(".*\\*", ""), Kind.ERROR_LEFT_OUT),
            new Slipped("∂C_{T}/∂w^{3}_{11}", formula -> formula.replace("SUM", "AVERAGE"), Kind.MEAN_INSTEAD_OF_SUM),
            new Slipped(
                    "∂C_{T}/∂w^{3}_{12}",
                    formula -> formula.replaceFirst(".*\\(([A-Z]+\\d+):.*", "$1"), Kind.TERM_LEFT_OUT),
            new Slipped("next w^{3}_{11}", formula -> formula.replace("-eta", "+eta"), Kind.SIGN_OF_UPDATE),
            new Slipped("next w^{3}_{12}", formula -> formula.replace("eta*", ""), Kind.RATE_FORGOTTEN),
            new Slipped("next w^{3}_{13}", formula -> formula.replaceFirst("^[A-Z]+\\d+", ""), Kind.VALUE_FORGOTTEN),
            new Slipped(
                    "next w^{3}_{21}", formula -> formula.replace("-eta*", "+"), Kind.SIGN_OF_UPDATE_RATE_FORGOTTEN),
            new Slipped("z^{2}_{3}", formula -> formula.replace("$B9:$M9", "$B10:$M10"), Kind.OTHER_SAMPLE),
            new Slipped("δ^{3}_{1}", formula -> "(X9-N9)*V9*(1-V9)", Kind.SLOPE_FROM_WEIGHTED_INPUT),
            new Slipped("δ^{3}_{2}", formula -> "O9-Y9", Kind.TARGET_MINUS_ACTIVATION_SLOPE_FORGOTTEN),
            new Slipped("C", formula -> "(ABS(N9-X9)+ABS(O9-Y9))/2", Kind.SQUARE_FORGOTTEN),
            new Slipped("δ^{2}_{3}", formula -> formula.replaceFirst("\\+[^)]+", ""), Kind.ONE_TERM_ONLY),
            new Slipped("δ^{2}_{2}", formula -> "($AB9*BV$8+$AC9*BX$8)*T9*(1-T9)", Kind.WEIGHT_TRANSPOSED),
            new Slipped("∂C/∂w^{3}_{21}", formula -> "$AC9*P9", Kind.WEIGHTED_INPUT_FOR_ACTIVATION),
            new Slipped("∂C/∂w^{3}_{13}", formula -> formula + "/2", Kind.HALVED),
            new Slipped("∂C/∂w^{3}_{22}", formula -> "2*" + formula, Kind.DOUBLED),
            new Slipped("a^{2}_{2}", formula -> "1/(" + formula + ")", Kind.RECIPROCAL),
            new Slipped("a^{2}_{3}", formula -> "100*" + formula, Kind.PERCENT));

    private static String z(String formula) {
        return formula.replaceFirst(".*MAX\\(([A-Z]+\\d+),.*", "$1");
    }

    @Test
    void everySlipOfANetworkIsNamedWhereItWasMade() {
        for (var i = 0; i < NETWORK_SLIPS.size(); i++) {
            var slip = NETWORK_SLIPS.get(i);
            var blank = blank(NETWORK, slip.symbol());
            var written = slip.change().apply(blank.answer().formula());
            assertThat(written).as(slip.symbol()).isNotEqualTo(blank.answer().formula());
            learner(NETWORK, i).writes(blank, written).saves(Edition.PRACTICE, file(i));
        }
        var marks = marks(practice());
        assertThat(marks.refusals()).isEmpty();
        assertThat(marks.marked()).hasSize(NETWORK_SLIPS.size());
        for (var i = 0; i < NETWORK_SLIPS.size(); i++) {
            assertSlip(marks, i, NETWORK, NETWORK_SLIPS.get(i));
        }
        assertThat(marks.facts()).isEmpty();
    }

    private static Exercise exercise(String template, String... settings) {
        return Exercise.of(
                Template.builtIn(template),
                Stream.of(settings).map(Setting::parse).toList());
    }

    /** Marks a learner for each slip, who makes no other. */
    private void assertSlips(Exercise exercise, List<Slipped> slips) {
        for (var i = 0; i < slips.size(); i++) {
            var blank = blank(exercise, slips.get(i).symbol());
            var right = blank.answer().formula();
            var written = slips.get(i).change().apply(right);
            assertThat(written).as(slips.get(i).symbol()).isNotEqualTo(right);
            learner(exercise, i).writes(blank, written).saves(Edition.PRACTICE, file(i));
        }
        var marks = marks(practice());
        assertThat(marks.marked()).hasSize(slips.size());
        for (var i = 0; i < slips.size(); i++) {
            assertSlip(marks, i, exercise, slips.get(i));
        }
    }

    @Test
    void slipsThatReachIntoAnotherEpochAreNamed() {
        var second = exercise(
                "4.3-backpropagation",
                "eta=2",
                "exercise.tasks=[{sheet: Training, epoch: 2, roles: [weighted input], symbols: [z2_1], samples: [1]},"
                        + " {sheet: Training, epoch: 2, roles: [gradient], symbols: [w3_11], total: true},"
                        + " {sheet: Training, epoch: 2, roles: [update], symbols: [w3_11, b3_1]},"
                        + " {sheet: Training, epoch: 1, roles: [error], symbols: [δ2_2], samples: [1]}]");
        assertSlips(
                second,
                List.of(
                        new Slipped("z^{2}_{1}", formula -> formula.replace("$13", "$8"), Kind.PREVIOUS_EPOCH),
                        new Slipped(
                                "∂C_{T}/∂w^{3}_{11}",
                                formula -> formula.replaceFirst("SUM\\(([A-Z]+)14.*", "$111"), Kind.PREVIOUS_EPOCH),
                        new Slipped("next w^{3}_{11}", formula -> formula.replace("13", "8"), Kind.PREVIOUS_EPOCH),
                        new Slipped("next b^{3}_{1}", formula -> formula.replace("16", "11"), Kind.PREVIOUS_EPOCH),
                        new Slipped("δ^{2}_{2}", formula -> formula.replace("$8", "$12"), Kind.UPDATED_WEIGHTS)));
    }

    @Test
    void aSumForTheMeanIsNamedWhereTheCostIsAMean() {
        var mean = exercise(
                "4.3-backpropagation",
                "train.gradient=mean",
                "exercise.tasks=[{sheet: Training, epoch: 1, roles: [gradient], symbols: [w3_11], total: true},"
                        + " {sheet: Training, epoch: 1, roles: [update], symbols: [w3_11]},"
                        + " {sheet: Training, epoch: 1, roles: [activation], symbols: [a3_1], samples: [1]}]");
        assertSlips(
                mean,
                List.of(
                        new Slipped(
                                "∂C_{T}/∂w^{3}_{11}",
                                formula -> formula.replace("AVERAGE", "SUM"), Kind.SUM_INSTEAD_OF_MEAN),
                        new Slipped(
                                "next w^{3}_{11}",
                                formula -> formula.replace("eta*", "2*eta*"), Kind.SUM_INSTEAD_OF_MEAN)));
    }

    @Test
    void slipsOfAWorksheetAreKnownByTheFormulaOfTheCell() {
        assertSlips(
                exercise("1.4-layers", "exercise.tasks=[{symbols: [hidden.z, hidden.a]}, {symbols: [sight.apart]}]"),
                List.of(
                        new Slipped("z^{2}", formula -> formula.replaceFirst("\\+B13", ""), Kind.BIAS_FORGOTTEN),
                        new Slipped("z^{2}", formula -> formula.replaceFirst("\\+B13", "-B13"), Kind.BIAS_SUBTRACTED),
                        new Slipped("a^{2}", formula -> "1/(1+EXP(C13))", Kind.SIGN_IN_EXPONENT),
                        new Slipped("a^{2}", formula -> "C13", Kind.ACTIVATION_FORGOTTEN),
                        new Slipped("|Δa^{2}|", formula -> "1-" + formula, Kind.COMPLEMENT)));
    }

    @Test
    void slipsWithSumsAndRowsAreKnownByTheFormulaOfTheCell() {
        assertSlips(
                exercise("2.3-sigma"),
                List.of(
                        new Slipped("Σ a_{k}", formula -> formula.replace("SUM", "AVERAGE"), Kind.MEAN_INSTEAD_OF_SUM),
                        new Slipped("Σ a_{k}", formula -> formula.replace("$15", "$14"), Kind.TERM_LEFT_OUT),
                        new Slipped("Σ k", formula -> formula.replace("A25", "A24"), Kind.OTHER_ROW)));
    }

    @Test
    void slipsWithAnglesAndRootsAreKnownByTheFormulaOfTheCell() {
        assertSlips(
                exercise("2.4-vectors"),
                List.of(
                        new Slipped("a", formula -> "$B$4*COS($B$5)", Kind.ANGLE_IN_DEGREES),
                        new Slipped("a", formula -> "$B$4*SIN($B$5*PI()/180)", Kind.OTHER_CELL),
                        new Slipped("|p|", formula -> formula.replace("SQRT", ""), Kind.ROOT_FORGOTTEN)));
    }

    @Test
    void aComplementIsNamedWhereThereCanBeOne() {
        assertThat(Slips.anywhere(0.25)).extracting(Slip::kind).contains(Kind.COMPLEMENT);
        assertThat(Slips.anywhere(-1.5)).extracting(Slip::kind).doesNotContain(Kind.COMPLEMENT);
    }

    /** One answer is wrong, and costs its share of its task; all others are right, or follow. */
    static void assertSlip(Marks marks, int number, Exercise exercise, Slipped slip) {
        var marked = marks.marked().get(number);
        var blank = blank(exercise, slip.symbol());
        var answer = answer(marked, blank);
        assertThat(answer.slip()).as("%s: %s", slip.symbol(), answer).contains(slip.kind());
        assertThat(marked.answers())
                .as("what follows from %s", slip.symbol())
                .filteredOn(other -> !other.blank().equals(answer.blank()))
                .allSatisfy(other -> assertThat(other.verdict()).isIn(Verdict.RIGHT, Verdict.FOLLOWS));
        var task = answer.task();
        var most = exercise.tasks().stream().mapToDouble(each -> each.points()).sum();
        assertThat(marks.total(marked))
                .isCloseTo(most - task.points() / task.blanks().size(), within(0.0051));
    }

    private static final List<Slipped> DESCENT_SLIPS = List.of(
            new Slipped("∂f/∂x", formula -> "-(" + formula + ")", Kind.SIGN),
            new Slipped("∂f/∂y", formula -> blank(DESCENT, "∂f/∂x").answer().formula(), Kind.OTHER_VARIABLE),
            new Slipped("|∇f|", formula -> formula.replaceFirst("SQRT\\((.*)\\)", "$1"), Kind.ROOT_FORGOTTEN),
            new Slipped(
                    "|∇f|",
                    formula -> formula.replaceFirst(".*\\((.*):(.*)\\)\\)", "ABS($1)+ABS($2)"),
                    Kind.ABSOLUTE_VALUES_ADDED),
            new Slipped("Δx", formula -> formula.substring(1), Kind.SIGN_OF_UPDATE),
            new Slipped("Δy", formula -> formula.replace("eta*", ""), Kind.RATE_FORGOTTEN),
            new Slipped("x_{n+1}", formula -> formula.replace('+', '-'), Kind.SIGN_OF_UPDATE),
            new Slipped("y_{n+1}", formula -> formula.replaceFirst(".*\\+", ""), Kind.VALUE_FORGOTTEN));

    @Test
    void everySlipOfADescentIsNamedWhereItWasMade() {
        for (var i = 0; i < DESCENT_SLIPS.size(); i++) {
            var slip = DESCENT_SLIPS.get(i);
            var blank = blank(DESCENT, slip.symbol());
            learner(DESCENT, i)
                    .writes(blank, slip.change().apply(blank.answer().formula()))
                    .saves(Edition.PRACTICE, file(i));
        }
        var marks = marks(practice());
        for (var i = 0; i < DESCENT_SLIPS.size(); i++) {
            assertSlip(marks, i, DESCENT, DESCENT_SLIPS.get(i));
        }
    }

    @Test
    void anExamIsMarkedByItsTemplate() {
        learner(NETWORK, 1).saves(Edition.EXAM, file(1));
        var slip = NETWORK_SLIPS.get(0);
        var blank = blank(NETWORK, slip.symbol());
        learner(NETWORK, 2)
                .writes(blank, slip.change().apply(blank.answer().formula()))
                .saves(Edition.EXAM, file(2));
        var marks = marks(HandedOut.from(Template.builtIn("4.3-backpropagation"), WholeEpoch.SETTINGS));
        assertThat(marks.total(marks.marked().get(0))).isEqualTo(marks.most());
        assertSlip(marks, 1, NETWORK, slip);
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
        var slip = NETWORK_SLIPS.get(0);
        var blank = blank(NETWORK, slip.symbol());
        learner(NETWORK, 1)
                .writes(blank, slip.change().apply(blank.answer().formula()))
                .saves(Edition.PRACTICE, file(1));
        program.save(file(1), file(1));
        assertSlip(marks(practice()), 0, NETWORK, slip);
    }
}
