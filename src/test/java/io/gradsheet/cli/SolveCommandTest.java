package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolveCommandTest {
    private static final String LESSON = "4.3-backpropagation";

    @TempDir
    private Path folder;

    @Test
    void saysHowFarDownItCameAndHowLongGradientDescentTakes() {
        var result = Shell.run("solve", LESSON, "--target", "1e-3");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().replaceAll("\\d+\\.\\d s", "TIME")).isEqualTo("""
                cost of 47 unknowns, by conjugate-gradient
                at the start: 16.5389
                after 20 iterations: cost 0.000835344, accuracy 1
                    236 evaluations of cost, 20 of its derivatives, TIME; that is the target
                gradient descent with eta 0.2 needs 9,620 epochs to come as low
                """);
    }

    @Test
    void aTargetThatIsMissedIsADifference() {
        var result = Shell.run("solve", LESSON, "--target", "1e-3", "--max-evaluations", 30, "--compare", 100);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("not at an end yet: --max-evaluations allows more; the target 0.00100000 is not reached\n")
                .contains("\ngradient descent with eta 0.2 comes to ")
                .contains(" in 100 epochs, not as low\n");
    }

    @Test
    void aDescentsFunctionIsSolvedForItsVariables() {
        var result = Shell.run("solve", "2.10-three-variables", "--compare", 0);
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("f of 3 unknowns, by conjugate-gradient\nat the start: 0\n")
                .contains(": f -16.0000, x 1.00000, y 2.00000, z -1.00000\n")
                .doesNotContain("gradient descent");
        assertThat(Shell.run("solve", "2.10-three-variables", "-q").out()).hasLineCount(1);
    }

    @Test
    void gradientDescentThatDivergesIsToldAsSuch() {
        var result = Shell.run("solve", "2.10-gradient-descent", "--eta", 2);
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains(" steps and stops: the descent cannot go on in step ");
    }

    @Test
    void jsonHasEveryUnknown() throws IOException {
        var result = Shell.run("solve", "curve", "--json", "--max-evaluations", 200);
        assertThat(result.code()).isZero();
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("method").asText()).isEqualTo("levenberg-marquardt");
        assertThat(json.get("ending").asText()).isEqualTo("evaluations");
        assertThat(json.get("evaluations").asInt()).isLessThanOrEqualTo(200);
        assertThat(json.get("point").fieldNames()).toIterable().hasSize(16).contains("w2_11", "b3_1");
        var descent = json.get("descent");
        assertThat(descent.get(0).get("value").asDouble())
                .isEqualTo(json.get("start").asDouble());
        assertThat(descent.get(descent.size() - 1).get("value").asDouble())
                .isEqualTo(json.get("value").asDouble());
        assertThat(json.get("gradientDescent").get("reached").asBoolean()).isFalse();
        var again = (ObjectNode) new ObjectMapper()
                .readTree(Shell.run("solve", "curve", "--json", "--max-evaluations", 200)
                        .out());
        assertThat(again.without("seconds").toString())
                .isEqualTo(((ObjectNode) json).without("seconds").toString());
    }

    @Test
    void bothWaysDownAreAPicture() throws IOException {
        var chart = folder.resolve("solver.png");
        assertThat(Shell.run("solve", "xor", "--chart", chart, "-q").code()).isZero();
        assertThat(ImageIO.read(chart.toFile()).getWidth()).isEqualTo(960);
        var refused = Shell.run("solve", "xor", "--chart", chart);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("exists already");
    }

    @Test
    void frozenParametersAreNoUnknowns() throws IOException {
        var json = new ObjectMapper()
                .readTree(Shell.run("solve", "mazur", "--json", "--compare", 0).out());
        assertThat(json.get("point").fieldNames()).toIterable().hasSize(8).noneMatch(name -> name.startsWith("b"));
        assertThat(json.get("value").asDouble()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2-neuron |  |  | has nothing to minimise; take a template with the key f, or a network that can be trained",
                "3.2-forward | --set | network.activations=step | has nothing to minimise",
                "xor | --set | train.decay=0.1 | set train.decay to 0",
                "xor | --method | levenberg-marquardt | take --method conjugate-gradient",
                "xor | --method | simplex | there are: levenberg-marquardt, conjugate-gradient",
                "xor | --max-evaluations | 0 | must be 1 or more",
                "xor | --target | NaN | must be a number",
                "xor | --compare | -1 | must be 0 or more"
            })
    void wrongUsageIsSaid(String template, String option, String value, String complaint) {
        var result = option == null ? Shell.run("solve", template) : Shell.run("solve", template, option, value);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("gradsheet: ").contains(complaint).hasLineCount(1);
    }
}
