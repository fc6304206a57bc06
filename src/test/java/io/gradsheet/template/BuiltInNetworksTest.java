package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.training.EpochTrace;
import io.gradsheet.training.GradientDescent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small networks that travel with the program do what their titles promise. */
class BuiltInNetworksTest {
    private static NetworkExperiment read(String name) {
        return (NetworkExperiment) Template.builtIn(name).read(List.of());
    }

    /** The last of so many epochs. */
    private static EpochTrace epoch(NetworkExperiment experiment, int number) {
        var descent = new GradientDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters().withEpochs(number));
        var last = descent.next();
        while (descent.hasNext()) {
            last = descent.next();
        }
        return last;
    }

    @Test
    void mazursNumbersAreThoseOfHisPage() {
        var mazur = read("mazur");
        var first = epoch(mazur, 1);
        assertThat(first.cost()).isCloseTo(0.298371109, within(5e-10));
        assertThat(first.next().weight(3, 1, 1)).isCloseTo(0.35891648, within(5e-9));
        assertThat(first.next().weight(2, 1, 1)).isCloseTo(0.149780716, within(5e-10));
        assertThat(first.next().bias(3, 2)).isEqualTo(0.60);
        assertThat(epoch(mazur, 2).cost()).isCloseTo(0.291027774, within(5e-10));
        assertThat(epoch(mazur, 10_001).cost()).isCloseTo(3.51e-5, within(5e-8));
    }

    @Test
    void oneNeuronLearnsAnd() {
        var and = read("and");
        assertThat(epoch(and, 1).hits()).isLessThan(4);
        assertThat(epoch(and, and.epochs() + 1).hits()).isEqualTo(4);
    }

    @Test
    void aHiddenLayerLearnsXor() {
        var xor = read("xor");
        assertThat(epoch(xor, 1).hits()).isLessThan(4);
        var last = epoch(xor, xor.epochs() + 1);
        assertThat(last.hits()).isEqualTo(4);
        assertThat(last.cost()).isLessThan(0.1);
    }

    @Test
    void theCurveIsFollowedAsCloselyAsTheNoiseAllows() {
        var curve = read("curve");
        var last = epoch(curve, curve.epochs() + 1);
        // 25 points with noise of deviation 0.1: C is half the sum of its squares.
        assertThat(last.cost()).isLessThan(0.2);
    }
}
