package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of values that are missing, or say nothing; of words among the inputs, and of columns that name classes. */
class MissingDataTest {
    private static final String GAPS = """
            size,weight,kind
            1,10,cat
            ?,20,dog
            3,NA,cat
            4,40,?
            5,,dog
            8,60,cat
            """;

    private static NetworkExperiment read(String csv, String data, String sizes, String... settings) {
        var all = new ArrayList<>(List.of(
                "zoom={}",
                "network.sizes=" + sizes,
                "initial={normal: {seed: 1}}",
                "data={file: points.csv, " + data + "}"));
        all.addAll(List.of(settings));
        return RIGHT.csv(csv).read(all.toArray(String[]::new));
    }

    private static List<List<Double>> inputs(NetworkExperiment experiment) {
        return experiment.data().rows().stream()
                .map(row -> IntStream.rangeClosed(1, row.inputCount())
                        .mapToObj(row::input)
                        .toList())
                .toList();
    }

    private static void assertCarried(NetworkExperiment experiment) {
        assertThat(Template.of(experiment.provenance()).read(List.of()))
                .usingRecursiveComparison()
                .isEqualTo(experiment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"label: kind", "label: kind, missing: refuse"})
    void missingValuesAreRefusedUnlessSomethingElseIsSaid(String data) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(GAPS.replace(",?", ",cat"), data, "[2, 3, 1]"))
                .withMessage(
                        "points.csv:3:1: size must be a number, but is '?'; write it in, or say data.missing: skip or"
                                + " mean");
    }

    @Test
    void rowsMayBeLeftOut() {
        var read = read(GAPS, "label: kind, missing: skip, classes: [cat, dog]", "[2, 3, 1]");

        assertThat(inputs(read)).containsExactly(List.of(1.0, 10.0), List.of(8.0, 60.0));
        assertThat(read.remarks()).containsExactly("data.missing: 4 rows left out, since a value is missing");
        assertCarried(read);
    }

    @Test
    void rowsThatAreLeftOutAreCountedAgainWhereSomeArePicked() {
        var read = read(
                GAPS, "label: kind, missing: skip, classes: [cat, dog], inputs: [size], pick: {first: 3}", "[1, 1]");

        assertThat(inputs(read)).containsExactly(List.of(1.0), List.of(3.0), List.of(5.0));
        assertThat(read.data().gaps().leftOut()).isEqualTo(2);
        assertCarried(read);
    }

    @Test
    void meansAreThoseOfTheSamplesToLearnFrom() {
        var read = read(GAPS, "label: kind, missing: mean, test: {last: 1}", "[2, 3, 1]");

        assertThat(inputs(read))
                .containsExactly(
                        List.of(1.0, 10.0),
                        List.of(3.0, 20.0),
                        List.of(3.0, 15.0),
                        List.of(5.0, 15.0),
                        List.of(8.0, 60.0));
        assertThat(read.remarks())
                .containsExactly(
                        "data.missing: 1 row left out, since a value is missing",
                        "data.missing: the mean 3 stands for 1 missing value of size",
                        "data.missing: the mean 15 stands for 2 missing values of weight");
        assertCarried(read);
    }

    @Test
    void aColumnOfWhichNothingIsKnownHasNoMean() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("a,b,c\n1,?,x\n2,?,y\n", "missing: mean", "[2, 1]"))
                .withMessageEndingWith(
                        "data.missing cannot be mean: b is missing in all samples to learn from; leave its"
                                + " column out");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("a,b,c\n1,?,x\n2,?,y\n", "missing: skip", "[2, 1]"))
                .withMessageStartingWith("points.csv: a value is missing in every row");
    }

    @Test
    void aColumnWithOneNumberBecomesZeroWhereColumnsAreScaled() {
        var csv = "a,b,c\n0.1,2,x\n0.1,3,y\n0.1,4,y\n";
        for (var scale : List.of("standard", "range")) {
            var read = read(csv, "scale: " + scale, "[2, 1]");

            assertThat(read.samples()).extracting(sample -> sample.input(1)).containsOnly(0.0);
            assertThat(read.samples().get(0).input(2)).isLessThanOrEqualTo(0);
            assertThat(read.remarks())
                    .containsExactly(
                            "data.scale: a is the same in all samples to learn from, and becomes 0 there: nothing"
                                    + " can be learned from it");
        }
    }

    @Test
    void wordsMakeAnInputEachAndTwoWordsMakeOne() {
        var csv = "sky,wind,play\nsun,no,a\nrain,yes,b\nfog,no,a\nsun,yes,b\n";
        var read = read(csv, "label: play", "[4, 1]");

        assertThat(read.data().meaning().inputs()).containsExactly("sky=fog", "sky=rain", "sky=sun", "wind=yes");
        assertThat(inputs(read)).startsWith(List.of(0.0, 0.0, 1.0, 0.0), List.of(0.0, 1.0, 0.0, 1.0));
        assertCarried(read);
        var picked = read(csv, "label: play, pick: {first: 2}", "[4, 1]");
        assertThat(inputs(picked)).containsExactly(List.of(0.0, 0.0, 1.0, 0.0), List.of(0.0, 1.0, 0.0, 1.0));
        assertCarried(picked);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(csv, "label: play, inputs: [sky]", "[2, 1]"))
                .withMessageContaining("data.inputs makes 3 inputs, but the first layer has 2 neurons");
    }

    @Test
    void columnsWithASingleOneNameAClassEach() {
        var csv = "x,y,in,out\n1,2,1,0\n3,4,0,1\n";
        var settings = new String[] {"network.activations=[sigmoid, softmax]", "cost=cross-entropy"};
        var read = read(csv, "targets: [in, out]", "[2, 3, 2]", settings);

        assertThat(read.classes()).containsExactly("in", "out");
        assertThat(read.data().hasClasses()).isTrue();
        assertCarried(read);
        var shares = read(csv.replace("1,0\n", "0.75,0.25\n"), "targets: [in, out]", "[2, 3, 2]", settings);
        assertThat(shares.data().hasClasses()).isFalse();
        assertThat(shares.samples().get(0).target(2)).isEqualTo(0.25);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(csv.replace("1,0\n", "1,1\n"), "targets: [in, out]", "[2, 3, 2]", settings))
                .withMessageContaining("the targets of sample 1 do not");
    }

    @Test
    void columnsOfOneNameAreToldByTheirNumbers() {
        var csv = "x,x,kind\n1,2,a\n3,4,b\n";

        assertThat(read(csv, "label: kind", "[2, 1]").data().meaning().inputs()).containsExactly("x", "x (2)");
        assertThat(inputs(read(csv, "label: kind, inputs: [2]", "[1, 1]"))).startsWith(List.of(2.0));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(csv, "label: kind, inputs: [x]", "[1, 1]"))
                .withMessageEndingWith(
                        "column 1 of data.inputs may be column 1 or column 2 of points.csv, which have the"
                                + " same name; write the number of the column");
    }

    @Test
    void theFormOfAFileMayBeSaid() {
        var read = read(
                "# mine\nx|y|kind\n1,234|2|a b\n# more\n3|4|c\n",
                "separator: bar, comments: \"#\", decimal: comma",
                "[2, 1]");

        assertThat(inputs(read)).containsExactly(List.of(1.234, 2.0), List.of(3.0, 4.0));
        assertCarried(read);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("x,kind\n1,a\n", "comments: ab", "[1, 1]"))
                .withMessageContaining("data.comments must be the one sign that comments begin with");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("x;kind\n0,5;a\n2.345;b\n", "label: kind", "[1, 1]"))
                .withMessage("points.csv:3:1: x may be a number with decimals or with thousands here: '2.345'; say"
                        + " data.decimal: point or comma, or write all numbers of the column alike");
    }

    @Test
    void numbersWithThousandsAreReadAlikeWhereRowsArePicked() {
        var read = read("n;kind\n1.234;a\n1.234,5;b\n2.000;a\n", "label: kind, pick: {random: 2, seed: 3}", "[1, 1]");

        assertThat(inputs(read)).allSatisfy(row -> assertThat(row.get(0)).isGreaterThan(1000));
        assertCarried(read);
    }
}
