package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.network.Activation;
import io.gradsheet.training.DivergenceException;
import io.gradsheet.training.GradientCheck;
import io.gradsheet.training.GradientDescent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activations that a template writes as formulas of z. */
class ActivationFormulaTest {
    private static Activation.Curve written(String formula) {
        var network =
                RIGHT.read("network.activations=['" + formula + "', sigmoid]").network();
        return ((Activation.Written) network.activation(2)).curve();
    }

    /** Computed with 40 digits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z/(1+EXP(-z)) | 1.5 | 1.2263617142904655 | 1.041294154299143",
                "z/(1+EXP(-z)) | -2 | -0.23840584404423512 | -0.09078424878489548",
                "2/(1+EXP(-z))-1 | 0.5 | 0.24491866240370913 | 0.47000742440318899",
                "IF(z>0,z,0.1*z) | -3 | -0.3 | 0.1",
                "IF(z>0,z,0.1*z) | 0 | 0 | 0.1",
                "MAX(0,z) | 2 | 2 | 1",
                "MAX(0,z) | 0 | 0 | 0",
                "z | -7 | -7 | 1"
            })
    void theValueAndTheDerivativeAreThoseOfTheFormula(String formula, double z, double value, double slope) {
        assertThat(written(formula).value(z)).isCloseTo(value, within(1e-15));
        assertThat(written(formula).slope(z)).isCloseTo(slope, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z/(1+EPX(-z)) | in this formula of z, unknown function EPX at column 6",
                "z*y | in this formula of z, unknown variable y at column 3: the only variable is z",
                "3+4 | activation 1 of network.activations has no z in it; write a formula such as z/(1+EXP(-z))",
                "SIGN(z)*z | SIGN(z) has no derivative, because it jumps",
                "IF(z>=0,1,0) | activation 1 of network.activations cannot be IF(z>=0,1,0): its derivative is 0, so no error flows back",
                "sigmoidal | activation 1 of network.activations cannot be 'sigmoidal'; did you mean 'sigmoid'?"
            })
    void whatIsNoSuchFormulaIsRefusedWithTheReason(String formula, String reason) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read("network.activations=['" + formula + "', sigmoid]"))
                .withMessageContaining(reason);
    }

    @Test
    void aFormulaOfMoreThan200CharactersIsRefused() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read("network.activations='" + "z+".repeat(100) + "z'"))
                .withMessageContaining("is a formula of 201 characters, and may have 200");
    }

    @Test
    void crossEntropyIsNotForOutputsThatMayBeAnyNumber() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read("network.activations=z/(1+EXP(-z))", "cost=cross-entropy"))
                .withMessageContaining("cost cannot be cross-entropy where the last layer is z/(1+EXP(-z))");
    }

    @Test
    void aTrainingStopsWhereTheFormulaHasNoValueAndSaysWhere() {
        var experiment = RIGHT.read("network.activations=[LN(z-10), sigmoid]");
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(descent::next)
                .withMessageMatching(
                        "training diverges: in epoch 1, at sample \\d, the activation LN\\(z-10\\) has no value"
                                + " at z = -?[\\d.E-]+, in layer 2; .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z/(1+EXP(-z))",
                "0.5*z*(1+TANH(SQRT(2/PI())*(z+0.044715*z^3)))",
                "MAX(0,z)+ABS(z-0.1)/2",
                "IF(z>0.25,z^2,z/4)"
            })
    void differencesConfirmTheGradientAwayFromKinks(String formula) {
        var experiment = RIGHT.read("network.activations=['" + formula + "', sigmoid]");
        var check =
                GradientCheck.of(experiment.network(), experiment.samples(), experiment.initial(), 1e-5, done -> {});
        assertThat(check.agrees(1e-6)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'MAX(0,z)', -0.1, 0.1",
        "'ABS(z)', -0.1, 0.1",
        "'IF(z>2,z,2)', 1.9, 2.1",
        "'MIN(1,MAX(-1,z))', 0.9, 1.1"
    })
    void twoSidesOfAKinkAreDifferentPieces(String formula, double below, double above) {
        var curve = written(formula);
        assertThat(curve.piece(below)).isNotEqualTo(curve.piece(above)).isEqualTo(curve.piece(below - 0.05));
    }
}
