package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.expression.Digits;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment.Zoom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final String MAIN = "4.3-backpropagation";

    @TempDir
    private Path folder;

    @Test
    void mainLessonStartsFromTheReference() throws IOException {
        JsonNode reference;
        try (var in = TemplateTest.class.getResourceAsStream("/reference/digits01-12-3-2-sigmoid-squared.json")) {
            reference = new ObjectMapper().readTree(in);
        }

        var experiment = (NetworkExperiment) Template.builtIn(MAIN).read(List.of());

        assertThat(experiment.network().sizes()).containsExactly(12, 3, 2);
        assertThat(experiment.learningRate()).isEqualTo(reference.get("eta").doubleValue());
        assertThat(experiment.epochs()).isEqualTo(reference.get("epochs").intValue());
        assertThat(experiment.initial()).usingRecursiveComparison().isEqualTo(parameters(reference.get("initial")));
    }

    private static Parameters parameters(JsonNode node) throws IOException {
        var json = new ObjectMapper();
        return Parameters.of(
                json.treeToValue(node.get("weights"), double[][][].class),
                json.treeToValue(node.get("biases"), double[][].class));
    }

    @Test
    void mainLessonHasItsImagesInOrder() {
        var experiment = (NetworkExperiment) Template.builtIn(MAIN).read(List.of());

        assertThat(experiment.samples()).hasSize(64);
        assertThat(experiment.samples().get(0))
                .usingRecursiveComparison()
                .isEqualTo(new Sample(new double[] {1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1}, new double[] {1, 0}));
        assertThat(experiment.samples().get(1).answer()).isEqualTo(2);
        assertThat(experiment.image()).isEqualTo(new ImageShape(4, 3));
        assertThat(experiment.classes()).containsExactly("0", "1");
        assertThat(experiment.zoom()).isEqualTo(new Zoom(1, 1));
        assertThat(experiment.heading())
                .isEqualTo(new Heading(
                        MAIN,
                        Optional.of("Backpropagation in a 12-3-2 network"),
                        Optional.of(
                                "A 12-3-2 network learns to tell 4×3-pixel images of 0 from 1: 64 samples, 50 epochs,"
                                        + " every gradient of every sample."),
                        Language.ENGLISH));
    }

    @Test
    void everyBuiltInCanBeRead() {
        assertThat(Template.builtIns())
                .contains(MAIN)
                .allSatisfy(name -> Template.builtIn(name).read(List.of()));
    }

    @Test
    void builtInsAreListedFromAJarInTheOrderOfTheirSections() throws IOException {
        var jar = folder.resolve("gradsheet.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var name : List.of("templates/2.10-b.yaml", "templates/2.9-a.yaml", "templates/data/x.csv")) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }

        assertThat(BuiltIns.names(jar)).containsExactly("2.9-a", "2.10-b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "data",
                "4.3",
                "template.schema",
                "../templates/and",
                "data/../and",
                "..\\and",
                "and\0",
                "and?",
                "%61nd"
            })
    void nothingElseIsTheNameOfABuiltIn(String name) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.builtIn(name))
                .withMessageContaining("there are: 1.2-neuron, 1.3-activations");
    }

    @Test
    void experimentReadsAgainFromItsOwnTexts() {
        var first = Template.builtIn(MAIN).read(List.of(new Provenance.Setting("eta", "0.1")));

        var second = Template.of(first.provenance()).read(List.of());

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(((NetworkExperiment) second).learningRate()).isEqualTo(0.1);
    }

    @Test
    void dataCountsFromTheTemplatesFolder() throws IOException {
        Files.createDirectories(folder.resolve("class/data"));
        var template = folder.resolve("class/mine.yaml");
        Files.writeString(template, RIGHT.yaml("points.csv", "data/points.csv").yaml());
        Files.writeString(folder.resolve("class/data/points.csv"), RIGHT.csv());

        var experiment = Template.find(template.toString()).read(List.of());

        assertThat(((NetworkExperiment) experiment).samples()).hasSize(2);
        assertThat(experiment.provenance().name()).isEqualTo("mine");
        assertThat(experiment.provenance().files()).containsOnlyKeys("data/points.csv");
    }

    @Test
    void builtInNameComesBeforePath() {
        assertThat(Template.find(MAIN).read(List.of()).provenance().name()).isEqualTo(MAIN);
    }

    @Test
    void unknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.find("4.3-backpropagatoin"))
                .withMessageStartingWith("there is no template or lesson called '4.3-backpropagatoin'; "
                        + "did you mean '4.3-backpropagation'? there are: ")
                .withMessageContaining(MAIN);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.find("cooking"))
                .withMessageStartingWith("there is no template or lesson called 'cooking'; there are: ");
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> Template.find("a\0b"));
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> Template.find("/"));
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        var missing = folder.resolve("none.yaml");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.find(missing.toString()).read(List.of()))
                .withMessage(missing + ": there is no such file; check its name and folder");

        var template = Files.writeString(folder.resolve("mine.yaml"), RIGHT.yaml());
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.file(template).read(List.of()))
                .withMessage(template + ":7:9: there is no data file " + folder.resolve("points.csv")
                        + "; its name counts from the template's folder");
    }

    @Test
    void foldersAreNoFiles() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.file(folder).read(List.of()))
                .withMessageStartingWith(folder + ": cannot be read");
    }

    @Test
    void textsOfAWorkbookNeverTouchTheDisk() throws IOException {
        var data = Files.writeString(folder.resolve("points.csv"), RIGHT.csv());
        var yaml = RIGHT.yaml("points.csv", data.toString());

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(yaml::read)
                .withMessageContaining("the workbook holds no data file called");
    }

    @Test
    void onlyUtf8IsRead() throws IOException {
        var template = folder.resolve("mine.yaml");
        Files.write(template, "lesson: x\ntitle: Überblick".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.file(template).read(List.of()))
                .withMessage(template + ":2:8: this is not UTF-8 text; save the file as UTF-8");

        Files.write(template, "lesson: Ü".getBytes(StandardCharsets.UTF_8));
        var cut = Arrays.copyOf(Files.readAllBytes(template), 9);
        Files.write(template, cut);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.file(template).read(List.of()))
                .withMessage(template + ":1:9: this is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void hugeTemplatesAreNotRead() throws IOException {
        var template = Files.write(folder.resolve("mine.yaml"), new byte[3 * 1024 * 1024 + 1]);

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.file(template).read(List.of()))
                .withMessage(template + ": is larger than 3 MB; make it smaller");
    }

    @Test
    void byteOrderMarksAndForeignLineEndsChangeNothing() throws IOException {
        var template = folder.resolve("mine.yaml");
        Files.writeString(template, "\uFEFF" + RIGHT.yaml().replace("\n", "\r\n"));
        Files.writeString(folder.resolve("points.csv"), "\uFEFF" + RIGHT.csv().replace("\n", "\r\n"));

        assertThat(Template.file(template).read(List.of()))
                .usingRecursiveComparison()
                .ignoringFields("provenance")
                .isEqualTo(RIGHT.read());
    }

    @Test
    void blankLinesQuotesAndSpacesInDataChangeNothing() {
        assertThat(RIGHT.csv("\nx,y,place\n\n \"0.5\" , +1., in\n-2,30 ,\"out\"\n\n")
                        .read())
                .usingRecursiveComparison()
                .ignoringFields("provenance")
                .isEqualTo(RIGHT.read());
    }

    @Test
    void labelsAreTheSameWhenTheirNumbersAre() {
        var experiment = RIGHT.yaml("[in, out]", "[0, 1]")
                .csv("x,y,label\n1,2,1.0\n3,4,0\n5,6,-0.0\n")
                .read();

        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(2, 1, 1);
    }

    @Test
    void singleOutputTellsTwoClassesApart() {
        var experiment = RIGHT.yaml("sizes: [2, 3, 2]", "sizes: [2, 3, 1]").read("initial={normal: {seed: 1}}");

        assertThat(experiment.samples()).extracting(sample -> sample.target(1)).containsExactly(0.0, 1.0);
        assertThat(experiment.classes()).containsExactly("in", "out");
    }

    @Test
    void startValuesCanBeDrawn() {
        var experiment = RIGHT.read("initial={normal: {mean: 2, deviation: 0.5, seed: -3}}");

        assertThat(experiment.initial())
                .usingRecursiveComparison()
                .isEqualTo(new Initialization.Normal(2, 0.5)
                        .draw(experiment.network(), -3)
                        .map(Digits::kept));
    }

    @Test
    void whatIsLeftOutHasADefault() {
        var experiment = RIGHT.yaml("zoom: {epoch: 3, sample: 2}\n", "").read();

        assertThat(experiment.zoom()).isEqualTo(new Zoom(1, 1));
        assertThat(experiment.image()).isEqualTo(new ImageShape(1, 2));
        assertThat(experiment.heading().title()).isEmpty();
        assertThat(experiment.heading().language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void hostileLabelsAreOnlyText() {
        var names = List.of("=HYPERLINK(\"http://x\")", "'); DROP");
        var experiment = RIGHT.yaml("[in, out]", "['=HYPERLINK(\"http://x\")', \"'); DROP\"]")
                .csv("x,y,label\n1,2,\"=HYPERLINK(\"\"http://x\"\")\"\n3,4,'); DROP\n")
                .read();

        assertThat(experiment.classes()).isEqualTo(names);
        assertThat(IntStream.of(0, 1).map(i -> experiment.samples().get(i).answer()))
                .containsExactly(1, 2);
    }
}
