package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.Engine;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.GradientDescent;
import io.gradsheet.training.QuickDescent;
import io.gradsheet.training.StepTrace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that others have published with all their numbers: Java comes to the last digit of them, and the workbook to Java's. */
class WorkedExamplesTest {
    @TempDir
    private Path folder;

    private static NetworkExperiment read(String data, String yaml) {
        return (NetworkExperiment) Template.of(new Provenance("example", yaml, List.of(), Map.of("example.csv", data)))
                .read(List.of());
    }

    private static StepTrace firstStep(NetworkExperiment experiment) {
        return new GradientDescent(
                        experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters())
                .next()
                .steps()
                .get(0);
    }

    /** Each number, rounded to the digits that are printed, is what is printed. */
    private static void assertPrinted(String printed, double... numbers) {
        var texts = printed.split(" ", -1);
        assertThat(numbers).hasSize(texts.length);
        for (var i = 0; i < texts.length; i++) {
            var decimal = new BigDecimal(texts[i]);
            assertThat(new BigDecimal(numbers[i]).setScale(decimal.scale(), RoundingMode.HALF_UP))
                    .as("number %d of %s", i + 1, printed)
                    .isEqualByComparingTo(decimal);
        }
    }

    private void assertWorkbookAgrees(NetworkExperiment experiment) {
        assertAgrees(
                Workbooks.write(experiment, folder.resolve("example.xlsx")),
                Engine.named("poi").orElseThrow());
    }

    private static NetworkExperiment mazur(int epochs) {
        return (NetworkExperiment) Template.builtIn("mazur")
                .read(Stream.of("epochs=" + epochs).map(Setting::parse).toList());
    }

    /** M. Mazur, "A step by step backpropagation example", mattmazur.com, 17 March 2015. */
    @Test
    void twoTwoTwoOfTheWeb() {
        var step = firstStep(mazur(3));
        var sample = step.samples().get(0);
        assertPrinted("0.3775 1.105905967", sample.weightedInput(2, 1), sample.weightedInput(3, 1));
        assertPrinted("0.593269992 0.596884378", sample.activation(2, 1), sample.activation(2, 2));
        assertPrinted("0.75136507 0.772928465", sample.activation(3, 1), sample.activation(3, 2));
        assertPrinted("0.298371109", step.cost());
        assertPrinted("0.13849856", sample.delta(3, 1));
        assertPrinted("0.082167041 0.000438568", sample.weightGradient(3, 1, 1), sample.weightGradient(2, 1, 1));
        var next = step.next();
        assertPrinted(
                "0.35891648 0.408666186 0.511301270 0.561370121",
                next.weight(3, 1, 1),
                next.weight(3, 1, 2),
                next.weight(3, 2, 1),
                next.weight(3, 2, 2));
        assertPrinted(
                "0.149780716 0.19956143 0.24975114 0.29950229",
                next.weight(2, 1, 1),
                next.weight(2, 1, 2),
                next.weight(2, 2, 1),
                next.weight(2, 2, 2));
        assertWorkbookAgrees(mazur(3));
    }

    /** The same, at its end. What it says of the second round, 0.291027924, is 0.291027774 for whoever calculates it. */
    @Test
    void tenThousandRoundsOfIt() {
        var experiment = mazur(10_000);
        try (var descent = new QuickDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters(), 1)) {
            for (var epoch = 1; epoch <= 10_000; epoch++) {
                descent.next();
            }
            assertPrinted("0.0000351085", descent.cost());
        }
    }

    /** J. Han, M. Kamber and J. Pei, "Data mining: concepts and techniques", 3rd edition, 2012, example 9.1. */
    @Test
    void threeTwoOneOfDataMining() {
        var experiment = read("x1,x2,x3,t\n1,0,1,1\n", """
                lesson: 4.3-backpropagation
                title: Example 9.1
                network: {sizes: [3, 2, 1], activations: sigmoid}
                cost: squared
                data: {file: example.csv, targets: t}
                eta: 0.9
                epochs: 2
                initial:
                  weights: [[[0.2, 0.4, -0.5], [-0.3, 0.1, 0.2]], [[-0.3, -0.2]]]
                  biases: [[-0.4, 0.2], [0.1]]
                """);
        var step = firstStep(experiment);
        var sample = step.samples().get(0);
        assertPrinted(
                "-0.7 0.1 -0.105", sample.weightedInput(2, 1), sample.weightedInput(2, 2), sample.weightedInput(3, 1));
        assertPrinted("0.332 0.525 0.474", sample.activation(2, 1), sample.activation(2, 2), sample.activation(3, 1));
        // Its errors are (t - a) a (1 - a): of the other sign. It has 0.1311, from an output that it rounded to 0.474
        // before.
        assertPrinted("0.131 -0.0065 -0.0087", -sample.delta(3, 1), -sample.delta(2, 2), -sample.delta(2, 1));
        var next = step.next();
        assertPrinted("-0.261 -0.138", next.weight(3, 1, 1), next.weight(3, 1, 2));
        assertPrinted(
                "0.192 -0.306 0.4 0.1 -0.508 0.194",
                next.weight(2, 1, 1),
                next.weight(2, 2, 1),
                next.weight(2, 1, 2),
                next.weight(2, 2, 2),
                next.weight(2, 1, 3),
                next.weight(2, 2, 3));
        assertPrinted("0.218 0.194 -0.408", next.bias(3, 1), next.bias(2, 2), next.bias(2, 1));
        assertWorkbookAgrees(experiment);
    }

    /**
     * M. Negnevitsky, "Artificial intelligence: a guide to intelligent systems", 2nd edition, 2005, section 6.4: exclusive or, its first
     * example. Its thresholds are biases of the other sign.
     */
    @Test
    void twoTwoOneOfExclusiveOr() {
        var experiment = read("x1,x2,t\n1,1,0\n", """
                lesson: 4.3-backpropagation
                title: Exclusive or
                network: {sizes: [2, 2, 1], activations: sigmoid}
                cost: squared
                data: {file: example.csv, targets: t}
                eta: 0.1
                epochs: 2
                initial:
                  weights: [[[0.5, 0.4], [0.9, 1.0]], [[-1.2, 1.1]]]
                  biases: [[-0.8, 0.1], [-0.3]]
                """);
        var step = firstStep(experiment);
        var sample = step.samples().get(0);
        assertPrinted(
                "0.5250 0.8808 0.5097", sample.activation(2, 1), sample.activation(2, 2), sample.activation(3, 1));
        assertPrinted("-0.1274 0.0381 -0.0147", -sample.delta(3, 1), -sample.delta(2, 1), -sample.delta(2, 2));
        var next = step.next();
        assertPrinted(
                "0.5038 0.4038 0.8985 0.9985",
                next.weight(2, 1, 1),
                next.weight(2, 1, 2),
                next.weight(2, 2, 1),
                next.weight(2, 2, 2));
        assertPrinted("-1.2067 1.0888", next.weight(3, 1, 1), next.weight(3, 1, 2));
        assertPrinted("0.7962 -0.0985 0.3127", -next.bias(2, 1), -next.bias(2, 2), -next.bias(3, 1));
        assertWorkbookAgrees(experiment);
    }
}
