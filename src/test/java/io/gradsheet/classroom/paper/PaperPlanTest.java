package io.gradsheet.classroom.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.calculation.Numbers;
import io.gradsheet.classroom.CellNames;
import io.gradsheet.classroom.Digits;
import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Language;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of every lesson's exercise. */
class PaperPlanTest {
    private static final double POINTS_OF_MILLIMETRE = 72 / 25.4;
    private static final Texts TEXTS = new Texts("io/gradsheet/classroom/Classroom", Language.ENGLISH);

    private static final Map<String, Exercise> EXERCISES = new HashMap<>();
    private static final Map<String, Paper> PAPERS = new HashMap<>();

    static Stream<String> lessons() {
        return Template.all().stream().map(Template::name).filter(name -> !name.equals("4.3-live"));
    }

    private static Exercise exercise(String lesson) {
        return EXERCISES.computeIfAbsent(lesson, name -> Exercise.of(Template.find(name), List.of()));
    }

    private static Paper paper(String lesson, Edition edition) {
        return PAPERS.computeIfAbsent(
                lesson + edition,
                key -> new Paper(exercise(lesson), new Identity(lesson, edition, Optional.empty(), "")));
    }

    private static List<Cell.Label> labels(SheetPlan page) {
        var labels = new ArrayList<Cell.Label>();
        page.pushTo(row -> row.cells().forEach(cell -> {
            if (cell instanceof Cell.Label label) {
                labels.add(label);
            }
        }));
        return labels;
    }

    private static List<String> texts(Plan plan) {
        return plan.sheets().stream()
                .flatMap(page -> labels(page).stream())
                .map(label -> label.text().text().replace('\u00a0', ' '))
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static long count(Plan plan, Role role) {
        return plan.sheets().stream()
                .flatMap(page -> labels(page).stream())
                .filter(label -> label.role() == role)
                .count();
    }

    private static String plain(String markup) {
        return RichText.of(markup).text();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyTaskStandsWithItsPointsOnceInHandoutAndSolutions(String lesson) {
        var exercise = paper(lesson, Edition.PRACTICE).exercise();
        var handout = texts(paper(lesson, Edition.PRACTICE).handout());
        var solutions = texts(paper(lesson, Edition.PRACTICE).solutions());
        var sum = 0.0;
        for (var task : exercise.tasks()) {
            var digits = Digits.of(task);
            assertThat(handout)
                    .containsOnlyOnce(plain(digits.isUsual() ? task.title() : digits.added(task.title(), TEXTS)));
            assertThat(solutions).containsOnlyOnce(plain(task.title()));
            sum += task.points();
        }
        assertThat(sum).isEqualTo(exercise.points());
        assertThat(handout).anyMatch(text -> text.contains(" of " + Head.points(exercise.points()) + " point"));
        assertThat(handout.stream().filter(text -> text.startsWith("____ of ")))
                .hasSize(exercise.tasks().size() + 1);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyAnswerHasAFrameAtLeastTwelveMillimetresHigh(String lesson) {
        var handout = paper(lesson, Edition.EXAM).handout();
        assertThat(count(handout, Role.ANSWER_BOX))
                .isEqualTo(paper(lesson, Edition.EXAM).exercise().cells());
        for (var page : handout.sheets()) {
            page.head().forEach(row -> {
                for (var column = 0; column < row.cells().size(); column++) {
                    if (row.cells().get(column) instanceof Cell.Label label && label.role() == Role.ANSWER_BOX) {
                        var frame = merged(page, Ref.at(row.index(), column));
                        assertThat(frame.rows() * row.look().height())
                                .isGreaterThanOrEqualTo(12 * POINTS_OF_MILLIMETRE - 1e-9);
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void nothingSendsTheReaderToASheetOfTheWorkbook(String lesson) {
        var sheets = exercise(lesson).plan().sheets();
        assertThat(texts(paper(lesson, Edition.PRACTICE).handout()))
                .noneMatch(text ->
                        sheets.stream().anyMatch(sheet -> (text + " ").contains(" on " + sheet.name() + " ")));
    }

    @Test
    void aTaskThatOnlyLooksSomethingUpInTheWorkbookIsLeftOut() {
        assertThat(exercise("3.1-parameters").tasks()).hasSize(6);
        assertThat(texts(paper("3.1-parameters", Edition.PRACTICE).handout()))
                .contains("____ of 16 points")
                .noneMatch(text -> text.contains("read off"));
    }

    @Test
    void anIndexIsNotTakenForThatOfTheLastOfSeveralSymbols() {
        assertThat(texts(paper("2.5-matrices", Edition.PRACTICE).handout())).contains("(A ⊙ B)11 =", "(P Q)12 =");
        assertThat(texts(paper("2.12-regression", Edition.PRACTICE).solutions()))
                .anyMatch(text -> text.contains("x1 · (y − ŷ)1 + x2 · (y − ŷ)2"));
        assertThat(texts(paper("2.6-derivatives", Edition.PRACTICE).solutions()))
                .anyMatch(text -> text.startsWith("a(1 − a) = a · (1 − a) ≈ "));
    }

    @Test
    void whatOnlyKeepsRoundOffFromDecidingIsNotWritten() {
        assertThat(texts(paper("1.5-hidden-layer", Edition.PRACTICE).solutions()))
                .anyMatch(text -> text.contains("answer = 1, since y1 < y2: 0.0709 < 0.9291"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noNameBeginsWithTheSignOfItsCalculation(String lesson) {
        assertThat(texts(paper(lesson, Edition.PRACTICE).handout())).noneMatch(text -> text.matches("[=+·] .*"));
    }

    @Test
    void theErrorOfAnotherSampleIsNotOfferedUnderTheNameOfAnAnswer() {
        assertThat(texts(paper("4.2-neuron-error", Edition.PRACTICE).handout()))
                .noneMatch(text -> text.matches("δ\\S* = −?\\d.*"));
    }

    @Test
    void aNameThatIsReadFromRightToLeftStandsLast() {
        var student = new Student("0012345", "محمد علي");
        var identity = new Identity("and", Edition.PRACTICE, Optional.of(student), "2K3Q-7PDX");
        assertThat(new Paper(exercise("and"), identity).handout().subject())
                .endsWith(" · 2K3Q-7PDX · 0012345 · محمد علي");
    }

    private static Range merged(SheetPlan page, Ref first) {
        return page.features().stream()
                .map(merge -> ((Feature.Merge) merge).range())
                .filter(range -> range.first().equals(first))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void nothingIsLeftOverAndNothingRunsOffThePage(String lesson) {
        var paper = paper(lesson, Edition.PRACTICE);
        for (var plan : List.of(paper.handout(), paper.solutions())) {
            assertThat(count(plan, Role.LINK)).isZero();
            for (var page : plan.sheets()) {
                assertThat(page.rows()).isLessThanOrEqualTo(Canvas.ROWS);
                assertThat(page.columns()).isLessThanOrEqualTo(Canvas.COLUMNS);
                assertThat(page.features()).allMatch(Feature.Merge.class::isInstance);
                var covered = new HashSet<Ref>();
                for (var feature : page.features()) {
                    var range = ((Feature.Merge) feature).range();
                    assertThat(range.last().column()).isLessThan(Canvas.COLUMNS);
                    assertThat(range.last().row()).isLessThan(Canvas.ROWS);
                    range.cells()
                            .forEach(cell -> assertThat(covered.add(cell))
                                    .as(cell.toString())
                                    .isTrue());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void solutionsSayJavasNumbersAndHowTheyAreWorkedOut(String lesson) {
        var exercise = paper(lesson, Edition.EXAM).exercise();
        var solutions = texts(paper(lesson, Edition.EXAM).solutions());
        var workings = new Workings(exercise, new CellNames(exercise));
        for (var task : exercise.tasks()) {
            for (var blank : task.blanks()) {
                var number = plain(Numbers.of(blank.value(), Numbers.DECIMALS));
                assertThat(solutions).as(blank.place().toString()).anyMatch(text -> text.contains(number));
                assertThat(workings.of(blank).term()).as(blank.answer().text()).isPresent();
            }
        }
        assertThat(solutions.stream().filter(text -> text.contains(" = ")))
                .hasSizeGreaterThanOrEqualTo(exercise.cells());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void anExamSaysNoRuleAndNoAnswer(String lesson) {
        var exercise = exercise(lesson);
        var exam = paper(lesson, Edition.EXAM).handout();
        assertThat(count(exam, Role.NOTE)).isZero();
        var names = new CellNames(exercise);
        var workings = new Workings(exercise, names);
        var blanks = exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .toList();
        var givens = new HashSet<String>();
        for (var blank : blanks) {
            workings.of(blank).reads().stream()
                    .map(workings::number)
                    .filter(Double::isFinite)
                    .forEach(given -> givens.add(plain(Numbers.of(given, 4))));
        }
        var texts = String.join(" ", texts(exam));
        for (var blank : blanks) {
            var number = plain(Numbers.of(blank.value(), Numbers.DECIMALS));
            // A number with four decimals is there by no chance, unless it is a given of another kind.
            if (number.matches("−?\\d+\\.\\d{4}") && !givens.contains(number)) {
                assertThat(texts).as(blank.place().toString()).doesNotContainPattern("(?<!−)" + Pattern.quote(number));
            }
            for (var place : workings.of(blank).reads()) {
                if (workings.cell(place) instanceof Cell.Computed given) {
                    assertThat(workings.repeated(place))
                            .as(place + " " + given.role())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void practiceSaysTheRulesThatAnExamAsksFor() {
        var rules = exercise("4.3-backpropagation").tasks().stream()
                .map(Task::words)
                .map(PaperPlanTest::plain)
                .toList();
        assertThat(texts(paper("4.3-backpropagation", Edition.PRACTICE).handout()))
                .containsAll(rules);
        assertThat(texts(paper("4.3-backpropagation", Edition.EXAM).handout())).doesNotContainAnyElementsOf(rules);
        assertThat(texts(paper("2.10-gradient-descent", Edition.PRACTICE).handout()))
                .contains("f(x, y) = x2 + y2")
                .anyMatch(text -> text.contains("∂f/∂x = 2 · x"));
        assertThat(texts(paper("2.10-gradient-descent", Edition.EXAM).handout()))
                .contains("f(x, y) = x2 + y2")
                .noneMatch(text -> text.contains("∂f/∂x = 2"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonTakesThreePagesAtMost(String lesson) {
        for (var edition : List.of(Edition.PRACTICE, Edition.EXAM)) {
            assertThat(paper(lesson, edition).handout().sheets().size()).isBetween(1, 3);
            assertThat(paper(lesson, edition).solutions().sheets().size()).isBetween(1, 2);
        }
    }

    @Test
    void theMainLessonTakesTwoPagesInEveryEditionAndLanguage() {
        for (var language : List.of("en", "zh")) {
            var exercise =
                    Exercise.of(Template.find("4.3-backpropagation"), List.of(new Setting("language", language)));
            for (var edition : List.of(Edition.PRACTICE, Edition.EXAM)) {
                var student = Optional.of(new Student("0012345", "Ann Lee"));
                var paper = new Paper(exercise, new Identity("4.3-backpropagation", edition, student, "7K3Q-X2PD"));
                assertThat(paper.handout().sheets().size()).isEqualTo(2);
                assertThat(paper.solutions().sheets().size()).isEqualTo(2);
                for (var page : paper.handout().sheets()) {
                    assertThat(labels(page))
                            .extracting(label -> label.text().text())
                            .contains("Ann Lee", "0012345");
                }
                assertThat(paper.handout().subject()).isEqualTo("4.3-backpropagation · 7K3Q-X2PD · 0012345 · Ann Lee");
            }
        }
    }

    @Test
    void weightsStandAsAnImageBesideTheNeuronThatTheyLeadTo() {
        var page = paper("4.3-backpropagation", Edition.EXAM).handout().sheets().get(0);
        var weights = List.of("1.624", "−0.612", "−0.528", "−1.073", "0.865", "−2.302");
        var places = new HashMap<String, Ref>();
        page.pushTo(row -> {
            for (var column = 0; column < row.cells().size(); column++) {
                if (row.cells().get(column) instanceof Cell.Label label) {
                    places.putIfAbsent(label.text().text().strip(), Ref.at(row.index(), column));
                }
            }
        });
        for (var i = 0; i < weights.size(); i++) {
            assertThat(places.get(weights.get(i)).row())
                    .isEqualTo(places.get("1.624").row() + i / 3);
        }
        assertThat(places.get("z21 =").row()).isEqualTo(places.get("1.624").row());
        assertThat(places).containsKeys("w21i =", "b21 = −1.117", "z22 =", "z23 =");
    }

    @Test
    void theWorkingIsFormulaNumbersAndResult() {
        var solutions = texts(paper("4.3-backpropagation", Edition.EXAM).solutions());
        assertThat(solutions)
                .contains("C = ((t1 − a31)2 + (t2 − a32)2) / 2 ≈ ((1 − 0.2989)2 + (0 − 0.7458)2) / 2 ≈ 0.5239")
                .anyMatch(text -> text.endsWith(" = w311 − η · ∂CT/∂w311 ≈ 0.742 − 0.2 · 0.0217 ≈ 0.7377"));
        assertThat(texts(paper("flowers", Edition.EXAM).solutions()))
                .anyMatch(text -> text.startsWith("C = −(t1 · ln(a31) + t2 · ln(a32) + t3 · ln(a33)) ≈ "));
        assertThat(texts(paper("1.2-neuron", Edition.EXAM).solutions()))
                .contains("0 1 1:  y = 0, since s < θ: 0.25 < 1");
    }
}
