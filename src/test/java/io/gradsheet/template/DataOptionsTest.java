package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gradsheet.network.Sample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThat(experiment.data().inputs()).containsExactly("height", "age");
        assertThat(experiment.classes()).containsExactly("cat", "cow", "dog");
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(1, 3, 1, 3, 2, 3, 1, 2);
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
        assertThat(experiment.data().inputs()).isEmpty();
        assertThat(experiment.samples()).extracting(Sample::answer).containsExactly(1, 2);
    }

    @Test
    void targetsMayBeNumbers() {
        var experiment = animals("inputs: [height, age], targets: [weight]", "[2, 3, 1]");

        assertThat(experiment.data().hasClasses()).isFalse();
        assertThat(experiment.data().targets()).containsExactly("weight");
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
        assertThat(rest.data().inputs()).containsExactly("a", "c");
    }

    @Test
    void namesThatOnlyNumberTheColumnsAreNone() {
        assertThat(RIGHT.csv("x1,X2,label\n1,2,in\n3,4,out\n").read().data().inputs())
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
                .withMessage("points.csv:3:5: t must be a finite number, but is 'NaN'");
    }
}
