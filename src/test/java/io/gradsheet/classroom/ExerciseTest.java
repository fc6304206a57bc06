package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.template.Assignment.Tolerance;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which cells of a lesson an exercise asks for. */
class ExerciseTest {
    private static Exercise exercise(String template, String... settings) {
        return Exercise.of(
                Template.find(template), Stream.of(settings).map(Setting::parse).toList());
    }

    private static List<String> places(Task task) {
        return task.blanks().stream().map(blank -> blank.place().toString()).toList();
    }

    @Test
    void theMainLessonAsksForASampleFromWeightedInputsToTheStep() {
        var exercise = exercise("4.3-backpropagation");
        assertThat(((NetworkExperiment) exercise.experiment()).samples()).hasSize(2);
        assertThat(exercise.title()).isEqualTo("Backpropagation in a 12-3-2 network");
        var first = exercise.tasks().get(0);
        assertThat(first.title())
                .isEqualTo("Weighted inputs z^{2}_{1}, z^{2}_{2}, z^{2}_{3} of the hidden neurons: sample 1, epoch 1");
        assertThat(places(first)).containsExactly("Training!P9", "Training!Q9", "Training!R9");
        assertThat(first.words()).isEqualTo("Σ w · (what flows in) + b");
        assertThat(first.blanks().get(0).value()).isEqualTo(-2.791, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(exercise.points()).isEqualTo(20);
        var last = exercise.tasks().get(9);
        assertThat(last.title()).isEqualTo("After the step: next w^{3}_{11}, next b^{3}_{1}, next w^{3}_{22}: epoch 1");
        assertThat(last.blanks()).hasSize(3);
    }

    @Test
    void anyTrainingAsksForSomeParametersOfEveryLayer() {
        var exercise = exercise("xor", "exercise={}");
        assertThat(exercise.tasks()).hasSize(9);
        assertThat(exercise.tasks().get(7).title())
                .isEqualTo("Gradients ∂C_{T}/∂w^{2}_{11}, ∂C_{T}/∂w^{2}_{12}, ∂C_{T}/∂b^{2}_{1}, ∂C_{T}/∂w^{3}_{11},"
                        + " ∂C_{T}/∂w^{3}_{12}, ∂C_{T}/∂b^{3}_{1}, summed over the samples: epoch 1");
        // The other sample's gradients are given: they follow from nothing that is asked for.
        assertThat(exercise.tasks().stream().flatMap(task -> task.blanks().stream()))
                .noneMatch(blank -> blank.place().row() == 9);
    }

    @Test
    void whatIsAskedForInALessonIsNotAskedForInAnotherOfItsTemplate() {
        assertThat(exercise("3.1-parameters", "lesson=3.2-forward").tasks())
                .extracting(Task::title)
                .contains("Activation a^{2}_{1}: on Sums");
        assertThat(exercise("3.1-parameters", "lesson=3.2-forward", "exercise.tasks=[{sheet: Sums, symbols: [z2_1]}]")
                        .cells())
                .isEqualTo(1);
    }

    @Test
    void aTemplateChoosesTasksAndTheirPoints() {
        var exercise = exercise(
                "4.3-backpropagation",
                "exercise={epochs: 1, pick: {first: 3}, tasks: [{roles: [error], samples: [2], points: 4,"
                        + " tolerance: {decimals: 3}, formula: true}, {symbols: [w2_11], roles: [update]},"
                        + " {symbols: [w2_11], roles: [gradient], total: true}]}");
        assertThat(exercise.tasks())
                .extracting(Task::title)
                .containsExactly(
                        "Errors δ^{3}_{1}, δ^{3}_{2} of the output neurons: sample 2",
                        "Errors δ^{2}_{1}, δ^{2}_{2}, δ^{2}_{3} of the hidden neurons: sample 2",
                        "After the step: next w^{2}_{11}",
                        "Gradient ∂C_{T}/∂w^{2}_{11}, summed over the samples");
        var errors = exercise.tasks().get(0);
        assertThat(errors.points()).isEqualTo(4);
        assertThat(errors.formula()).isTrue();
        assertThat(errors.tolerance().accepts(0.1234, 0.1239)).isTrue();
        assertThat(errors.tolerance().accepts(0.1234, 0.1240)).isFalse();
    }

    @Test
    void anEpochIsFoundWhateverTheOrderOfItsSamples() {
        var exercise = exercise(
                "4.3-backpropagation",
                "train={batch: 1, order: {seed: 3}}",
                "exercise={epochs: 3, pick: {first: 3}, tasks: [{roles: [cost], samples: [2], epoch: 3}]}");
        assertThat(exercise.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.title()).isEqualTo("Cost C: sample 2, epoch 3"));
    }

    @Test
    void aDescentAsksForSteps() {
        var exercise = exercise("2.10-gradient-descent", "exercise={tasks: [{steps: [1], roles: [update]}]}");
        assertThat(exercise.tasks())
                .extracting(Task::title)
                .containsExactly("Update Δx, Δy: step 1", "Update x_{n+1}, y_{n+1}: step 1");
        assertThat(exercise.plan().sheets()).anyMatch(sheet -> sheet.name().equals("Steps") && sheet.rows() < 20);
    }

    @Test
    void aWorksheetAsksForRowsOfATableAndValuesOfTheirOwn() {
        var exercise =
                exercise("1.2-neuron", "exercise={tasks: [{symbols: [s, b, Σ y], rows: [1, 3]}]}", "language=zh");
        assertThat(exercise.tasks())
                .extracting(Task::title)
                .containsExactly(
                        "加权输入 s：Patterns 表第 1、3 行", "数值 Σ y：Patterns 表", "参数 b：Bias 表", "加权输入 s：Line 表第 1、3 行");
        assertThat(places(exercise.tasks().get(0))).containsExactly("Patterns!E9", "Patterns!E11");
    }

    @Test
    void aTaskHasWordsOfItsOwnAndTasksComeAsTheyAreAskedFor() {
        var tasks = "exercise={tasks: [{symbols: [gates.f], rows: [2, 3], ask: {en: The gate, zh: 门}, points: 2},"
                + " {symbols: [neuron.s, neuron.y], rows: [8], ask: Both, hint: {en: Look, zh: 看}},"
                + " {symbols: [neuron.s], rows: [1]}, {symbols: [neuron.s], rows: [2], points: 3}]}";
        var exercise = exercise("1.2-neuron", tasks);
        assertThat(exercise.tasks())
                .extracting(Task::title)
                .containsExactly("The gate", "Both", "Weighted input s: on Patterns", "Weighted input s: on Patterns");
        assertThat(exercise.tasks()).extracting(Task::points).containsExactly(2.0, 1.0, 1.0, 3.0);
        assertThat(exercise.tasks()).extracting(Task::words).containsExactly("1 if s ≥ θ", "Look", "Σ w·x", "Σ w·x");
        assertThat(places(exercise.tasks().get(0))).containsExactly("Line!D11", "Line!D12");
        assertThat(places(exercise.tasks().get(1))).containsExactly("Patterns!E16", "Patterns!F16");
        assertThat(exercise("1.2-neuron", tasks, "language=zh").tasks().get(0).title())
                .isEqualTo("门");
    }

    @Test
    void whatTheTemplateCallsCellsIsNotTakenForACaption() {
        // The product cell by cell, and not the program's beside it, which has the same caption.
        var product = exercise("2.5-matrices", "exercise={tasks: [{symbols: [PQ]}]}");
        assertThat(product.tasks())
                .singleElement()
                .satisfies(task -> assertThat(places(task))
                        .containsExactly("Product!B7", "Product!C7", "Product!B8", "Product!C8"));
        var element = exercise("2.5-matrices", "exercise={tasks: [{symbols: [VTUT], rows: [3]}]}");
        assertThat(places(element.tasks().get(0))).containsExactly("Transpose!F13");
        assertThat(element.tasks().get(0).blanks().get(0).symbol()).isEqualTo("V^{T} U^{T}");
    }

    @Test
    void aLessonWithATestOrBatchesIsMadeSmallAsWell() {
        assertThat(((NetworkExperiment) exercise("flowers", "exercise={}").experiment()).samples())
                .hasSize(2);
        assertThat(((NetworkExperiment) exercise("4.3-backpropagation", "train={batch: 16}")
                                .experiment())
                        .samples())
                .hasSize(2);
    }

    @Test
    void sizesThatAreAskedForCount() {
        var exercise = exercise("4.3-backpropagation", "epochs=3", "data.pick={first: 5}");
        assertThat(((NetworkExperiment) exercise.experiment()).samples()).hasSize(5);
        assertThat(((NetworkExperiment) exercise.experiment()).epochs()).isEqualTo(3);
    }

    @Test
    void whatNoCellIsIsSaid() {
        assertThatThrownBy(() -> exercise("and", "exercise={tasks: [{sheet: Nowhere}]}"))
                .hasMessage(
                        "and: no cell of the workbook is what exercise.tasks asks for; check sheet, roles, symbols and"
                                + " numbers there");
        assertThatThrownBy(() -> exercise("and", "exercise={tasks: [{role: [cost]}]}"))
                .hasMessageContaining("there is no key 'role' in task 1 of exercise.tasks; did you mean 'roles'?");
        assertThatThrownBy(() -> exercise("and", "exercise={tasks: [{samples: [1], ask: {}}]}"))
                .hasMessageContaining("has no text in any language");
        assertThatThrownBy(() -> exercise("and", "exercise={tasks: [{samples: [1]}], steps: 3}"))
                .hasMessageContaining("there is no key 'steps' in exercise");
    }

    @Test
    void anAnswerOfFourDecimalsIsCloseEnough() {
        assertThat(Tolerance.USUAL.accepts(0.0012, 0.00123)).isTrue();
        assertThat(Tolerance.USUAL.accepts(0, 0.00123)).isFalse();
        assertThat(Tolerance.USUAL.accepts(-2.7910, -2.79104)).isTrue();
    }
}
