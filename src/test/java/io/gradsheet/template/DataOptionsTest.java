package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gradsheet.network.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns and rows of a data file are read, and as what. */
class DataOptionsTest {
    /** Eight animals: a name that is no input, a class, and three numbers. */
    private static final String ANIMALS = """
            name,kind,height,weight,age
            Ada,cat,0.3,4,2
            Bo,dog,0.5,20,3
            Cy,cat,0.25,3.5,9
            Di,dog,0.7,31,1
            Ed,cow,1.4,600,5
            Flo,dog,0.4,12,7
            Gus,cat,0.28,5,4
            Hal,cow,1.3,550,6
            """;

    private static NetworkExperiment animals(String data) {
        return animals(data, "[2, 3, 3]");
    }

    private static NetworkExperiment animals(String data, String sizes) {
        return RIGHT.csv(ANIMALS)
                .read(
                        "zoom={}",
                        "network.sizes=" + sizes,
                        "initial={normal: {seed: 1}}",
                        "data={file: points.csv, " + data + "}");
    }

    private static List<Double> inputs(NetworkExperiment experiment, int i) {
        return experiment.samples().stream().map(sample -> sample.input(i)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inputs: [height, age], label: kind
            inputs: [3, 5], label: 2
            label: kind, inputs: [height, 5], classes: [cat, cow, dog]
            """)
    void columnsAreNamedOrNumbered(String data) {
        var experiment = animals(data);

        assertThat(inputs(experiment, 1)).startsWith(0.3, 0.5);
        assertThat(inputs(experiment, 2)).startsWith(2.0, 3.0);
        assertThat(experiment.data().meaning().inputs()).containsExactly("height", "age");
        assertThat(experiment.classes()).containsExactly("cat", "cow", "dog");
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(1, 3, 1, 3, 2, 3, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x;y;place\n1,5;2;in\n-,5;1,2E1;out\n",
                "\"x\";\"y\";\"place, or not\"\r\n1.5;2;in\r\n-0.5 ; 12 ;out\r\n",
                "\nx\ty\tplace\n1.5\t2\tin\n-0.5\t12\tout\n"
            })
    void semicolonsAndTabsSeparateToo(String csv) {
        var experiment = RIGHT.csv(csv).read();

        assertThat(inputs(experiment, 1)).containsExactly(1.5, -0.5);
        assertThat(inputs(experiment, 2)).containsExactly(2.0, 12.0);
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(1, 2);
        // What travels inside the workbook is read in the same way.
        assertThat(Template.of(experiment.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(experiment);
    }

    @Test
    void classesThatAreNotListedAreTheLabelsInOrder() {
        var experiment = RIGHT.csv("x,y,label\n1,2,10\n1,2,9\n3,4,9.0\n")
                .yaml("  classes: [in, out]\n", "")
                .read();

        assertThat(experiment.classes()).containsExactly("9", "10");
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(2, 1, 1);
    }

    @Test
    void withoutAHeaderColumnsHaveNumbersOnly() {
        var experiment = RIGHT.csv("in,1,2\nout,3,4\n").read("data.header=false", "data.label=1");

        assertThat(experiment.samples()).hasSize(2);
        assertThat(inputs(experiment, 2)).containsExactly(2.0, 4.0);
        assertThat(experiment.data().meaning().inputs()).isEmpty();
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(1, 2);
    }

    @Test
    void targetsMayBeNumbers() {
        var experiment = animals("inputs: [height, age], targets: [weight]", "[2, 3, 1]");

        assertThat(experiment.data().hasClasses()).isFalse();
        assertThat(experiment.data().meaning().targets()).containsExactly("weight");
        assertThat(experiment.samples()).extracting(sample -> sample.target(1)).startsWith(4.0, 20.0, 3.5);
        assertThat(experiment.classes()).isEmpty();

        var two = animals("inputs: [age], targets: [weight, 3]", "[1, 2]");
        assertThat(two.samples().get(1).target(1)).isEqualTo(20);
        assertThat(two.samples().get(1).target(2)).isEqualTo(0.5);

        var rest = RIGHT.csv("a,b,c\n1,2,3\n")
                .read(
                        "data={file: points.csv, targets: b}",
                        "network.sizes=[2,1]",
                        "initial={normal: {seed: 1}}",
                        "zoom={}");
        assertThat(rest.data().meaning().inputs()).containsExactly("a", "c");
    }

    @Test
    void namesThatOnlyNumberTheColumnsAreNone() {
        assertThat(RIGHT.csv("x1,X2,label\n1,2,in\n3,4,out\n")
                        .read()
                        .data()
                        .meaning()
                        .inputs())
                .isEmpty();
    }

    @Test
    void theFirstRowsArePicked() {
        assertThat(inputs(animals("inputs: [age, height], label: kind, pick: {first: 5}"), 1))
                .containsExactly(2.0, 3.0, 9.0, 1.0, 5.0);
    }

    @Test
    void theFirstOfEachClassArePickedInTheOrderOfTheFile() {
        var experiment = animals("inputs: [age, height], label: kind, pick: {each: 2}");

        assertThat(inputs(experiment, 1)).containsExactly(2.0, 3.0, 9.0, 1.0, 5.0, 6.0);
    }

    @Test
    void ofListedClassesAloneArePicked() {
        var experiment = animals("inputs: [age, height], label: kind, classes: [dog, cat], pick: {each: 3}", "[2, 2]");

        assertThat(inputs(experiment, 1)).containsExactly(2.0, 3.0, 9.0, 1.0, 7.0, 4.0);
    }

    @ParameterizedTest
    @CsvSource({"'random: 6'", "'each: 2'"})
    void withASeedRowsAreDrawnAlways(String way) {
        var first = inputs(animals("inputs: [age, height], label: kind, pick: {" + way + ", seed: 1}"), 1);
        var again = inputs(animals("inputs: [age, height], label: kind, pick: {" + way + ", seed: 1}"), 1);
        var others = IntStream.rangeClosed(2, 9)
                .mapToObj(seed -> inputs(
                        animals("inputs: [age, height], label: kind, pick: {" + way + ", seed: " + seed + "}"), 1))
                .toList();

        assertThat(first).hasSize(6).doesNotHaveDuplicates().isEqualTo(again);
        assertThat(others).anySatisfy(other -> assertThat(other).isNotEqualTo(first));
    }

    @Test
    void onlyWhatIsPickedTravels() {
        var first = animals("inputs: [age, height], label: kind, pick: {each: 1, seed: 3}");

        assertThat(first.provenance().files().get("points.csv").lines())
                .hasSize(4)
                .startsWith("name,kind,height,weight,age");
        assertThat(Template.of(first.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(first);
    }

    @Test
    void unpickedRowsMayHoldAnything() {
        var csv = "x,y,label\n1,2,in\n3,\"4\n4\",out\n5,6,up\nseven,8,in\n";
        var experiment = RIGHT.csv(csv).read("data.pick={each: 1}", "data.classes=[up, in]");

        assertThat(inputs(experiment, 1)).containsExactly(1.0, 5.0);
        assertThat(experiment.provenance().files().get("points.csv")).isEqualTo("x,y,label\n1,2,in\n5,6,up\n");
    }

    @Test
    void aShareOfEachClassIsKeptForTheTest() {
        var experiment = animals("inputs: [age, height], label: kind, test: {share: 0.4}");

        assertThat(inputs(experiment, 1)).containsExactly(2.0, 3.0, 9.0, 1.0, 5.0);
        assertThat(experiment.data().test())
                .extracting(sample -> sample.input(1))
                .containsExactly(7.0, 4.0, 6.0);
        assertThat(experiment.data().rows()).hasSize(8);
    }

    @Test
    void theLastRowsAreKeptForTheTest() {
        var experiment = animals("inputs: [age, height], targets: weight, test: {last: 3}", "[2, 1]");

        assertThat(inputs(experiment, 1)).containsExactly(2.0, 3.0, 9.0, 1.0, 5.0);
        assertThat(experiment.data().test())
                .extracting(sample -> sample.input(1))
                .containsExactly(7.0, 4.0, 6.0);
    }

    @Test
    void theTestMayBeDrawnAndIsTheSameWhenReadAgain() {
        var first =
                animals("inputs: [age, height], label: kind, pick: {each: 2, seed: 5}, test: {share: 0.5, seed: 4}");

        assertThat(first.samples()).hasSize(3);
        assertThat(first.data().test()).hasSize(3).extracting(Sample::answer).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(first.provenance().files().get("points.csv").lines()).hasSize(7);
        assertThat(Template.of(first.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(first);
    }

    @Test
    void theTestMayBeAnotherFile() {
        var yaml = RIGHT.yaml("classes: [in, out]", "test: {file: test.csv, pick: {first: 2}}")
                .yaml();
        var files = Map.of("points.csv", RIGHT.csv(), "test.csv", "x,y,place\n5,6,out\n7,8,in\n9,9,out\n");
        var experiment = (NetworkExperiment)
                Template.of(new Provenance("points", yaml, List.of(), files)).read(List.of());

        assertThat(experiment.samples()).hasSize(2);
        assertThat(experiment.data().test())
                .extracting(sample -> sample.input(1))
                .containsExactly(5.0, 7.0);
        assertThat(experiment.provenance().files().get("test.csv")).isEqualTo("x,y,place\n5,6,out\n7,8,in\n");
    }

    @Test
    void columnsAreScaledByWhatIsLearnedFrom() {
        var experiment = animals(
                "inputs: [age, height], targets: weight, scale: {inputs: range, targets: standard}, test: {last: 3}",
                "[2, 1]");

        assertThat(inputs(experiment, 1)).containsExactly(0.125, 0.25, 1.0, 0.0, 0.5);
        assertThat(experiment.data().rows().get(0).input(1)).isEqualTo(2);
        assertThat(experiment.data().test().get(0).input(1)).isEqualTo(0.75);
        var targets = experiment.samples().stream()
                .mapToDouble(sample -> sample.target(1))
                .toArray();
        assertThat(Arrays.stream(targets).sum()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(targets).map(t -> t * t).sum() / 5).isCloseTo(1, within(1e-12));
        assertThat(experiment.data().targetScale(1).back(targets[0])).isCloseTo(4, within(1e-12));
    }

    @Test
    void pixelsAreDividedByWhatStandsForInk() {
        var experiment =
                RIGHT.csv("p,q,label\n0,255,in\n51,102,out\n").read("data.image={rows: 2, columns: 1, ink: 255}");

        assertThat(inputs(experiment, 1)).containsExactly(0.0, 0.2);
        assertThat(inputs(experiment, 2)).containsExactly(1.0, 0.4);
        assertThat(Template.of(experiment.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(experiment);
    }

    @Test
    void aClassMayNotBeInTheTestAlone() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> animals("inputs: [age, height], label: kind, pick: {first: 5}, test: {last: 1}"))
                .withMessageEndingWith("data.test has samples of class 'cow', but there are none to learn from;"
                        + " keep some, or take the class out");
    }

    static List<Arguments> wrongOptions() {
        return List.of(
                arguments(
                        "inputs: [height, agee], label: kind",
                        "item 2 of data.inputs is no column of points.csv; did you mean 'age'? there are: name, kind, height, weight, age"),
                arguments(
                        "inputs: [height, 6], label: kind",
                        "column 2 of data.inputs is no column of points.csv; there are: name, kind, height, weight, age"),
                arguments(
                        "inputs: [height, 3], label: kind",
                        "column 2 of data.inputs is height, which is in use already; take a column once, and none that is the label or a target"),
                arguments(
                        "inputs: [height, kind], label: kind",
                        "column 2 of data.inputs is kind, which is in use already; take a column once, and none that is the label or a target"),
                arguments(
                        "inputs: [height], label: kind",
                        "data.inputs has 1 column, but must have 2, one for each neuron of the first layer"),
                arguments(
                        "inputs: [height, age], label: kind, targets: [weight, 1, 2]",
                        "data.targets cannot go with data.label: targets are numbers, and labels name classes; keep one of them"),
                arguments(
                        "inputs: [height, age], targets: [weight]",
                        "data.targets has 1 column, but must have 3, one for each neuron of the last layer"),
                arguments(
                        "inputs: [height, age], targets: [weight, name, height]",
                        "column 1 of data.inputs is height, which is in use already; take a column once, and none that is the label or a target"),
                arguments(
                        "inputs: [height, age], label: kind, header: maybe",
                        "data.header must be true or false, but is 'maybe'"),
                arguments(
                        "inputs: [height, age], label: kind, test: {}",
                        "data.test must have one of the keys share, last and file"),
                arguments(
                        "inputs: [height, age], label: kind, test: {share: 1}",
                        "data.test.share must be a share between 0 and 1, but is 1"),
                arguments(
                        "inputs: [height, age], label: kind, test: {share: 0.01}",
                        "data.test.share leaves no sample for the test, of 8 samples; take another number"),
                arguments(
                        "inputs: [height, age], label: kind, test: {last: 8}",
                        "data.test.last leaves no sample to learn from, of 8 samples; take another number"),
                arguments(
                        "inputs: [height, age], label: kind, test: {last: 2, seed: 1}",
                        "data.test.seed has no meaning with data.test.last; write share to draw samples"),
                arguments(
                        "inputs: [height, age], label: kind, test: {file: points.csv}",
                        "data.test.file is also what to learn from; keep a part of it for the test with share or last"),
                arguments(
                        "inputs: [height, age], label: kind, test: {file: more.csv, last: 2}",
                        "data.test.last cannot go with files for the test alone; keep one of them"),
                arguments(
                        "inputs: [height, age], label: kind, test: {last: 2, pick: {first: 1}}",
                        "data.test.pick needs files for the test alone; write share or last to keep a part of what there is"),
                arguments(
                        "inputs: [height, age], label: kind, scale: big",
                        "data.scale cannot be 'big'; there are: none, range, standard"),
                arguments(
                        "inputs: [height, age], label: kind, scale: {inputs: range, targets: range}",
                        "data.scale.targets has no meaning where labels name classes; leave it out"),
                arguments(
                        "inputs: [height, age], label: kind, image: {rows: 2, columns: 1}, scale: range",
                        "data.scale would scale each pixel on its own; leave it out, and give pixels from 0 to 1"),
                arguments(
                        "inputs: [height, age], label: kind, pick: {}",
                        "data.pick must have one of the keys first, random and each"),
                arguments(
                        "inputs: [height, age], label: kind, pick: {first: 9}",
                        "data.pick.first asks for 9 samples, but there are only 8"),
                arguments(
                        "inputs: [height, age], label: kind, pick: {random: 3}", "data.pick has no key 'seed'; add it"),
                arguments(
                        "inputs: [height, age], label: kind, pick: {first: 3, seed: 1}",
                        "data.pick.seed has no meaning with data.pick.first; write random: 3 to draw samples"),
                arguments(
                        "inputs: [height, age], label: kind, pick: {each: 3}",
                        "data.pick.each asks for 3 samples of each class, but of 'cow' there are only 2"),
                arguments(
                        "inputs: [height, age], label: kind, classes: [cat, dog, fox], pick: {each: 1}",
                        "data.pick.each asks for 1 sample of each class, but of 'fox' there are only 0"),
                arguments(
                        "inputs: [height, weight], targets: [age, 1, 2], pick: {each: 1}",
                        "data.pick.each needs labels, and these targets are numbers; write first or random"));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void wrongOptionsAreNamed(String data, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> animals(data))
                .withMessageEndingWith(": " + message.replace("item 2", "column 2"));
    }

    @Test
    void labelsThatAreNotAsManyAsTheOutputsAreNamed() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> animals("inputs: [height, age], label: kind", "[2, 1]"))
                .withMessage("points.csv: there are 3 labels: cat, cow, dog; a network of 1 output tells 2 apart:"
                        + " change network.sizes, or list the classes in data.classes");
    }

    @Test
    void targetsMustBeNumbers() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.csv("x,y,t\n1,2,3\n1,2,NaN\n")
                        .read(
                                "data={file: points.csv, targets: t}",
                                "network.sizes=[2,1]",
                                "initial={normal: {seed: 1}}"))
                .withMessage(
                        "points.csv:3:5: t must be a number, but is 'NaN'; write it in, or say data.missing: skip or mean");
    }
}
