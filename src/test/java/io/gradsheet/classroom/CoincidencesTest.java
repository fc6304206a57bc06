package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Coincidences.Kind;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.template.WorksheetExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for has to be worked out: no answer is another number that stands there, nor what a usual slip gives. */
class CoincidencesTest {
    /** How many students of each lesson; 200 with {@code -Dgradsheet.seeds=200}. */
    private static final int STUDENTS = Integer.getInteger("gradsheet.seeds", 4);

    /** In the second epoch its neuron has learned nothing but a bias: all four patterns have one answer until numbers are drawn. */
    private static final Set<String> THE_SAME_FOR_ALL_SAMPLES = Set.of("and");

    private static Exercise exercise(String template, String... settings) {
        return Exercise.of(
                Template.find(template),
                List.of(settings).stream().map(Setting::parse).toList());
    }

    private static List<Kind> kinds(Exercise exercise) {
        return Coincidences.of(exercise).stream()
                .map(Coincidences.Coincidence::kind)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.classroom.Filled#lessons")
    void noAnswerOfALessonCanBeTakenForAnotherNumber(String template) {
        if (!THE_SAME_FOR_ALL_SAMPLES.contains(template)) {
            assertThat(Coincidences.of(exercise(template))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.classroom.Filled#lessons")
    void everyStudentIsAskedForTheSameCellsAndNoAnswerCanBeTakenForAnotherNumber(String template) {
        var variants = new Variants(Template.find(template), List.of(), "coincidences");
        var places = places(exercise(template));
        for (var student = 0; student < STUDENTS; student++) {
            var exercise = variants.of("s" + student).exercise();
            assertThat(places(exercise)).isEqualTo(places);
            assertThat(Coincidences.of(exercise)).as("s" + student).isEmpty();
            assertThat(shownBesideTheGivens(exercise)).as("exam of s" + student).isEmpty();
        }
    }

    private static List<Address> places(Exercise exercise) {
        return exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .map(Blank::place)
                .toList();
    }

    /** Numbers in an exam that are an answer, and that this answer is not worked out from: looked for in the exam itself. */
    private static List<String> shownBesideTheGivens(Exercise exercise) {
        var exam = EditionPlan.of(exercise, new Identity("lesson", Edition.EXAM, Optional.empty(), ""));
        var flow = new Flow(exercise);
        var answers = exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .filter(blank -> !blank.isChoice())
                .filter(blank -> Math.abs(blank.value() * 100 - Math.rint(blank.value() * 100)) > 1e-6)
                .toList();
        var found = new ArrayList<String>();
        exam.sheets()
                .forEach(sheet -> sheet.pushTo(row -> {
                    for (var column = 0; column < row.cells().size(); column++) {
                        var place = new Address(sheet.name(), row.index(), column);
                        var number = number(row.cells().get(column));
                        answers.stream()
                                .filter(blank -> Math.abs(number - blank.value()) <= 1e-6 * Math.abs(blank.value()))
                                .filter(blank -> !flow.dependsOn(blank.place(), place))
                                .forEach(blank -> found.add(place + " is " + blank));
                    }
                }));
        return found;
    }

    private static double number(Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            return figure.value();
        }
        return cell instanceof Cell.Input input && input.value() instanceof Value.Figure figure
                ? figure.number()
                : Double.NaN;
    }

    @Test
    void aGradientThatRepeatsAnErrorIsSeen() {
        var exercise = exercise(
                "4.3-backpropagation",
                "exercise.tasks=[{sheet: Training, symbols: [δ2_1], samples: [1], epoch: 1},"
                        + " {sheet: Training, roles: [gradient], symbols: [b2_1], samples: [1], epoch: 1}]");
        assertThat(kinds(exercise)).contains(Kind.BLANK);
    }

    @Test
    void theGradientOfAPixelThatIsPaperIsSeen() {
        var exercise = exercise(
                "4.3-backpropagation",
                "exercise.tasks=[{sheet: Training, roles: [gradient], symbols: [w2_11], samples: [2], epoch: 1}]",
                "exercise.pick={first: 2}");
        assertThat(kinds(exercise)).contains(Kind.NOUGHT);
    }

    @Test
    void aStepThatIsTooShortIsSeen() {
        var exercise =
                exercise("mazur", "exercise.tasks=[{sheet: Training, roles: [update], symbols: [w2_11], epoch: 1}]");
        assertThat(kinds(exercise)).contains(Kind.GIVEN);
    }

    @Test
    void anActivationThatIsOneHalfIsSeen() {
        var exercise = exercise("and", "exercise.tasks=[{sheet: Training, symbols: [a2_1], samples: [1], epoch: 1}]");
        assertThat(kinds(exercise)).contains(Kind.SLIP);
    }

    @Test
    void aDifferenceQuotientBesideItsDerivativeIsSeen() {
        var exercise = exercise(
                "2.10-gradient-descent",
                "exercise.tasks=[{sheet: Steps, symbols: [∂f/∂x, ≈∂f/∂x], steps: [1]}]",
                "start=[0.123, 2]");
        assertThat(kinds(exercise)).containsAnyOf(Kind.BLANK, Kind.REPEATED);
    }

    @Test
    void anAnswerThatIsAChoiceMayBeAnother() {
        var tasks = "exercise.tasks=[{symbols: [neuron.y], rows: [1, 2, 3]%s}]";
        assertThat(kinds(exercise("1.2-neuron", tasks.formatted("")))).contains(Kind.NOUGHT);
        assertThat(kinds(exercise("1.2-neuron", tasks.formatted(", choose: true"))))
                .isEmpty();
    }

    @Test
    void aNumberThatIsNotedForComparisonIsLeftOut() {
        var exercise = exercise("1.6-learning");
        var best = new Address("Line", 5, 1);
        var flow = new Flow(exercise);
        assertThat(flow.numbers().get(best)).isEqualTo(5.175);
        assertThat(flow.isEcho(best)).isTrue();
        for (var edition : List.of(Edition.PRACTICE, Edition.EXAM)) {
            var plan = EditionPlan.of(exercise, new Identity("lesson", edition, Optional.empty(), ""));
            assertThat(plan.sheets().stream()
                            .filter(sheet -> sheet.name().equals(best.sheet()))
                            .flatMap(sheet -> sheet.head().stream())
                            .filter(row -> row.index() == best.row())
                            .map(row -> ((Cell.Input) row.cells().get(best.column())).value()))
                    .containsExactly(Value.NOTHING);
        }
    }

    @Test
    void stepsOfDifferenceQuotientsAreNeverDrawn() {
        var steps = Set.of("h", "ε", "Δ", "best", "wide");
        for (var template :
                List.of("1.6-learning", "2.1-functions", "2.2-sequences", "2.6-derivatives", "2.8-chain-rule")) {
            var variants = new Variants(Template.find(template), List.of(), "steps");
            IntStream.range(0, 3).forEach(student -> {
                var drawn = (WorksheetExperiment)
                        variants.of("s" + student).exercise().experiment();
                assertThat(drawn.changed().keySet()).isNotEmpty().doesNotContainAnyElementsOf(steps);
            });
        }
    }
}
