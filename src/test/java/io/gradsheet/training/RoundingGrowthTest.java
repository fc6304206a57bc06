package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.NumbersData;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundingGrowthTest {
    @Test
    void runsOfAnOrdinaryTrainingStayTogether() {
        var growth = growth(Experiments.builtIn());
        assertThat(growth.epochs())
                .hasSize(50)
                .allSatisfy(apart -> assertThat(apart.largest()).isBetween(1e-17, 1e-13));
        assertThat(growth.after().largest()).isLessThan(1e-13);
    }

    @Test
    void runsOfATrainingWithLargeInputsComeApartFromEpochToEpoch() {
        var growth = growth(NumbersData.read("stairs", "epochs=40"));
        assertThat(growth.epochs().get(0).largest()).isLessThan(1e-13);
        assertThat(growth.epochs().get(15).weightedInput()).isBetween(1e-11, 1e-9);
        assertThat(growth.epochs().get(39).weightedInput()).isGreaterThan(1e-3);
        assertThat(growth.after().weightedInput()).isGreaterThan(1e-3);
    }

    @Test
    void parametersThatAreFrozenAreTheSameInEveryRun() {
        var frozen = Experiments.builtIn(
                "epochs=2",
                "network={sizes: [12, 2], activations: sigmoid}",
                "initial={normal: {seed: 1}}",
                "train={frozen: [w2_11, b2_1]}");
        var descent = new GradientDescent(
                frozen.network(),
                frozen.samples(),
                frozen.initial(),
                frozen.hyperparameters(),
                new Disturbance.LastPlace(1));
        descent.next();
        var last = descent.next().next();
        assertThat(last.weight(2, 1, 1)).isEqualTo(frozen.initial().weight(2, 1, 1));
        assertThat(last.bias(2, 1)).isEqualTo(frozen.initial().bias(2, 1));
    }

    private static RoundingGrowth growth(NetworkExperiment experiment) {
        return RoundingGrowth.of(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters(),
                epoch -> List.of());
    }
}
