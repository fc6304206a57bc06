package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradcheckCommandTest {
    private static final String LESSON = "4.3-backpropagation";

    @Test
    void tellsTheLargestErrorOfEveryLayerAndAVerdict() {
        var result = Shell.run("gradcheck", LESSON);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("""
                parameters: 47, samples: 64, cost 16.5389
                94 evaluations of the cost with step 1.0e-05; backpropagation takes one way forward and one backward
                layer  parameters  largest error  at          backpropagation         difference
                    2          39\s""");
        assertThat(result.out())
                .containsPattern("all agree: largest relative error \\S+e-1\\d at w²₃₄, tolerance 1.0e-06\n$");
    }

    @Test
    void anErrorAboveTheToleranceIsADifference() {
        // A step so large that the difference is no derivative.
        var result = Shell.run("gradcheck", LESSON, "--step", "0.5", "-q");
        assertThat(result.code()).isEqualTo(ExitCode.DIFFERENCE);
        assertThat(result.out())
                .startsWith("they differ: largest relative error ")
                .hasLineCount(1);
    }

    @Test
    void kinksAreNamed() {
        var result =
                Shell.run("gradcheck", "xor", "--set", "network.activations=[relu, sigmoid]", "--set", "initial=zeros");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("a ReLU passes its kink within the step of w²₁₁, w²₁₂, b²₁, w²₂₁, w²₂₂, b²₂: not judged;");
    }

    @Test
    void jsonHasEveryParameter() throws IOException {
        var result = Shell.run("gradcheck", "xor", "--json");
        assertThat(result.code()).isZero();
        var report = new ObjectMapper().readTree(result.out());
        assertThat(report.get("agrees").asBoolean()).isTrue();
        assertThat(report.get("evaluations").asInt()).isEqualTo(18);
        assertThat(report.get("parameters")).hasSize(9);
        assertThat(report.get("parameters").findValuesAsText("symbol")).startsWith("w²₁₁", "w²₁₂", "b²₁");
        assertThat(report.get("worst").get("error").asDouble()).isLessThan(1e-8);
    }

    @ParameterizedTest
    @CsvSource({
        "2.10-gradient-descent, --step, 1e-5, 2.10-gradient-descent is no network",
        "1.2-neuron, --step, 1e-5, 1.2-neuron is no network",
        "3.2-forward, --set, network.activations=step, 3.2-forward has a step in its network",
        "xor, --step, 0, --step must be a number above 0",
        "xor, --step, NaN, --step must be a number above 0",
        "xor, --tolerance, -1, --tolerance must be a number from 0 on",
        "xor, --tolerance, much, Invalid value for option '--tolerance'",
        "nothing, --step, 1e-5, there is no template or lesson called"
    })
    void badInputIsSaidInASentence(String template, String option, String value, String sentence) {
        var result = Shell.run("gradcheck", template, option, value);
        assertThat(result.code()).isEqualTo(ExitCode.INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(sentence);
    }

    @Test
    void parametersTooLargeForACostAreBadInput() {
        var result = Shell.run(
                "gradcheck",
                "curve",
                "--set",
                "network.activations=linear",
                "--set",
                "initial={normal: {deviation: 1e99, seed: 1}}");
        assertThat(result.code()).isEqualTo(ExitCode.INPUT);
        assertThat(result.err()).contains("at sample 1, a value is no longer a finite number");
    }
}
