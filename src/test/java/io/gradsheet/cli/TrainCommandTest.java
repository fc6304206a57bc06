package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.testing.ChildJvm;
import io.gradsheet.testing.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    private static final String LESSON = "4.3-backpropagation";

    @TempDir
    private Path folder;

    @Test
    void printsEveryEpochAndWhatCameOfIt() {
        var result = Shell.run("train", LESSON);
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("""
                  epoch            cost        accuracy
                      1         16.5389        0.515625
                      2         13.2125        0.796875
                """);
        assertThat(result.out()).endsWith("""
                     50        0.533385               1
                after 50 epochs: cost 0.519602, accuracy 1
                """);
        assertThat(result.out().lines()).hasSize(52);
    }

    @Test
    void quietPrintsTheResultAlone() {
        var result = Shell.run("train", LESSON, "--quiet");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("after 50 epochs: cost 0.519602, accuracy 1\n");
    }

    /** With batches, an epoch's cost is of many parameters, and the result of the last alone. */
    @Test
    void whatIsSaidAfterAnEpochIsOfTheParametersAfterIt() {
        assertThat(Shell.run("train", LESSON, "--set", "train.batch=1", "--epochs", 1, "-q")
                        .out())
                .isEqualTo("after 1 epoch: cost 12.8730, accuracy 0.656250\n");
    }

    @Test
    void anEpochThatWouldDivergeAfterTheLastIsNoFailure() {
        var settings =
                List.of("eta=100", "network.activations=[linear, linear]", "initial={normal: {deviation: 3, seed: 1}}");
        var run = new ArrayList<Object>(List.of("train", LESSON, "-q"));
        settings.forEach(setting -> run.addAll(List.of("--set", setting)));
        var most = 1;
        while (Shell.run(with(run, most + 1)).code() == 0) {
            most++;
        }
        assertThat(Shell.run(with(run, most + 1)).err()).contains("in epoch " + (most + 1) + ",");
        assertThat(Shell.run(with(run, most)).out()).startsWith("after " + most + " epoch");
    }

    private static Object[] with(List<Object> run, int epochs) {
        return Stream.concat(run.stream(), Stream.of("--epochs", epochs)).toArray();
    }

    @Test
    void costsOfLearningAndTestAreOfOneKindAndCalledAlike() throws IOException {
        var result = Shell.run("train", "flowers", "--set", "train.gradient=mean", "--epochs", 1, "--json");
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("columns"))
                .extracting(column -> column.asText())
                .containsExactly("epoch", "mean cost", "accuracy", "mean test cost", "test accuracy");
        assertThat(json.get("rows").get(0).get(1).asDouble())
                .isCloseTo(json.get("rows").get(0).get(3).asDouble(), within(0.1));
        assertThat(json.get("result").get("mean test cost").asDouble()).isCloseTo(1.6, within(0.1));
        assertThat(Shell.run("solve", "flowers", "--set", "train.gradient=mean", "--compare", 0)
                        .out())
                .contains(": mean cost 0.0", ", mean test cost 0.");
        assertThat(Shell.run("gradcheck", "flowers", "--set", "train.gradient=mean")
                        .out())
                .contains("samples: 42, mean cost 1.68208");
    }

    @Test
    void oneEpochIsNotCalledEpochs() {
        assertThat(Shell.run("train", LESSON, "--epochs", 1, "-q").out()).startsWith("after 1 epoch: cost ");
    }

    @Test
    void optionsReplaceWhatTheTemplateSays() {
        var result = Shell.run("train", LESSON, "--epochs", 2, "--eta", "0.1", "-q");
        assertThat(result.out())
                .startsWith("after 2 epochs: cost ")
                .isNotEqualTo(Shell.run("train", LESSON, "--epochs", 2, "-q").out());
        assertThat(Shell.run("train", LESSON, "--set", "epochs=2", "--set", "eta=0.1", "-q"))
                .isEqualTo(result);
    }

    @Test
    void jsonHasEveryNumberInFull() throws IOException {
        var result = Shell.run("train", LESSON, "--json");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        var json = new ObjectMapper().readTree(result.out());
        var reference = Reference.read();
        assertThat(json.get("lesson").asText()).isEqualTo(LESSON);
        assertThat(json.get("template").asText()).isEqualTo(LESSON);
        assertThat(json.get("columns"))
                .extracting(column -> column.asText())
                .containsExactly("epoch", "cost", "accuracy");
        assertThat(json.get("rows")).hasSize(50);
        for (var epoch = 1; epoch <= 50; epoch++) {
            var row = json.get("rows").get(epoch - 1);
            assertThat(row.get(0).asInt()).isEqualTo(epoch);
            assertThat(row.get(1).asDouble()).isCloseTo(reference.costs().get(epoch - 1), within(1e-10));
        }
        assertThat(json.get("result").get("cost").asDouble())
                .isCloseTo(reference.costs().get(50), within(1e-12));
        assertThat(json.get("result").get("accuracy").asDouble()).isEqualTo(1);
        assertThat(json.get("result").get("weights").get(0).get(2).get(11).asDouble())
                .isCloseTo(reference.trained().weight(2, 3, 12), within(1e-12));
        assertThat(json.get("result").get("biases").get(1).get(0).asDouble())
                .isCloseTo(reference.trained().bias(3, 1), within(1e-12));
    }

    @Test
    void saysWhenTheCostEndsHigherThanItBegan() throws IOException {
        var said =
                "the cost ends higher than it began, 32 in epoch 50 after 16.54 in epoch 1: take a smaller eta than 5";
        var result = Shell.run("train", LESSON, "--eta", "5");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEqualTo(said + "\n");
        assertThat(Shell.run("train", LESSON, "--eta", "5", "-q").err()).isEmpty();

        var json = Shell.run("train", LESSON, "--eta", "5", "--json");
        assertThat(json.err()).isEmpty();
        assertThat(new ObjectMapper().readTree(json.out()).get("remarks"))
                .singleElement()
                .extracting(remark -> remark.asText())
                .isEqualTo(said);
    }

    @Test
    void theCurveIsAPicture() throws IOException {
        var chart = folder.resolve("cost.png");
        var result = Shell.run("train", LESSON, "--epochs", 3, "--chart", chart, "-q");
        assertThat(result.code()).isZero();
        var picture = ImageIO.read(chart.toFile());
        assertThat(picture.getWidth()).isEqualTo(960);
        assertThat(picture.getHeight()).isEqualTo(600);
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(chart));
    }

    /** Means of the samples to learn from and of the test, in two curves; every column has its number. */
    @Test
    void aChartNeedsNoFolderForTemporaryFiles() throws IOException {
        var child = ChildJvm.in(folder).with("-Djava.io.tmpdir=" + folder.resolve("nowhere"));
        var result = child.run("train", "and", "--epochs", "2", "--chart", "cost.png", "-q");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(ImageIO.read(folder.resolve("cost.png").toFile()).getWidth()).isEqualTo(960);
    }

    @Test
    void aTestHasACurveOfItsOwn() throws IOException {
        var chart = folder.resolve("cost.png");
        var result = Shell.run("train", "flowers", "--epochs", 2, "--chart", chart);

        assertThat(result.out().lines().limit(2).map(line -> line.strip().split("  +").length))
                .containsExactly(5, 5);
        assertThat(result.out()).contains("test cost 13.4274");
        assertThat(ImageIO.read(chart.toFile()).getWidth()).isEqualTo(960);
    }

    @Test
    void aPictureIsReplacedOnlyWhenAsked() throws IOException {
        var chart = Files.writeString(folder.resolve("cost.png"), "mine");
        var refused = Shell.run("train", LESSON, "--epochs", 3, "--chart", chart);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).as("nothing is trained first").isEmpty();
        assertThat(refused.err()).isEqualTo("gradsheet: " + chart + " exists already: use --force to replace it\n");
        assertThat(chart).hasContent("mine");

        assertThat(Shell.run("train", LESSON, "--epochs", 3, "--chart", chart, "--force")
                        .code())
                .isZero();
        assertThat(ImageIO.read(chart.toFile())).isNotNull();
    }

    @Test
    void aRunThatDivergesLeavesNoPicture() {
        var result =
                Shell.run("train", "2.10-gradient-descent", "--eta", "1e99", "--chart", folder.resolve("cost.png"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "gradsheet: the descent cannot go on in step 2: x^2 at column 1: x is 1.1999999999999999E+199, and the result is too"
                                + " large for a spreadsheet; take another start or a smaller eta\n");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--eta | fast | --eta fast",
                "--eta | '' | --eta: the value is missing; write one after it",
                "--eta | -1 | must be",
                "--epochs | 0 | 1 to 1,000,000",
                "--epochs | 2.5 | epochs",
                "--lang | xx | xx",
                "--set | eta | --set",
                "--set | etta=1 | etta",
                "--set | network.sizes=[12] | two layers",
                "--set | data.file=nowhere.csv | nowhere.csv"
            })
    void aWrongSettingIsNamed(String option, String value, String said) {
        var result = Shell.run("train", LESSON, option, value);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("gradsheet: ").contains(said);
        assertThat(result.err().lines()).as("sentences for people").noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void onlyDebugPrintsAStackTrace() {
        var plain = Shell.run("train", "cooking");
        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.err())
                .startsWith("gradsheet: there is no template or lesson called 'cooking'; there are: ")
                .contains(LESSON)
                .hasLineCount(1);
        var debugged = Shell.run("train", "cooking", "--debug");
        assertThat(debugged.code()).isEqualTo(2);
        assertThat(debugged.err())
                .startsWith(plain.err())
                .contains("TemplateException")
                .contains("\tat io.gradsheet.");
    }
}
