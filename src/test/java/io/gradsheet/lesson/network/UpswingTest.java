package io.gradsheet.lesson.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Experiments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpswingTest {
    private static final NetworkExperiment EXPERIMENT = Experiments.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2, 1, 0.5",
                "2, 5, 1, 3, 0.9 | a ripple is not worth a word",
                "2, 2.5, 2.1 | nor is one at the end",
                "2 | there is nothing to compare with",
                "0.3, 0.3, 0.3 | nothing moves at a minimum",
                "1e-33, 4e-32, 2e-31 | all of it is rounding",
                "1e100, 1.0000000001e100"
            })
    void saysNothingOfATrainingThatGoesDown(String costs) {
        assertThat(new Upswing(EXPERIMENT).remark(list(costs))).isEmpty();
    }

    @Test
    void saysThatTheCostEndsHigherThanItBegan() {
        assertThat(new Upswing(EXPERIMENT).remark(list("16.54, 3, 1.2346e171")))
                .contains("the cost ends higher than it began, 1.235e+171 in epoch 3 after 16.54 in epoch 1:"
                        + " take a smaller eta than 0.2, or more epochs");
        assertThat(new Upswing(EXPERIMENT).remark(list("16.54, 9, 8, 7, 6, 5, 4, 5, 6, 20, 32")))
                .contains("the cost ends higher than it began, 32 in epoch 11 after 16.54 in epoch 1:"
                        + " take a smaller eta than 0.2");
    }

    @Test
    void saysThatTheCostSwingsUpOnItsWay() {
        assertThat(new Upswing(EXPERIMENT).remark(list("2, 600, 21, 1.5")))
                .contains(
                        "the cost swings up on its way, from 2 in epoch 1 to 600 in epoch 2: take a smaller eta than 0.2");
    }

    /** Smaller weights are worth some of C_T to a descent with decay; how much, the first weights tell. */
    @Test
    void allowsForWhatDecayTrades() {
        var decaying = new Upswing(Experiments.builtIn("train={decay: 0.1}"));
        assertThat(decaying.remark(list("1, 1.2, 1.4"))).isEmpty();
        assertThat(decaying.remark(list("1, 1.2, 100"))).isPresent();
    }

    @Test
    void noBuiltInTemplateIsCautionedAgainst() {
        assertThat(Template.all().stream().map(template -> template.read(List.of())))
                .allSatisfy(experiment -> assertThat(Lessons.of(experiment).cautions())
                        .as(experiment.provenance().name())
                        .isEmpty());
    }

    private static List<Double> list(String costs) {
        return List.of(costs.split(",")).stream().map(Double::valueOf).toList();
    }
}
