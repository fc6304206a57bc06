package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;

import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Small convolutional networks of any shape, trained in any way: what Java trains, the workbook's formulas compute. */
class RandomMapsTest {
    private static final List<String> FUNCTIONS =
            List.of("sigmoid", "tanh", "relu", "leaky-relu", "softplus", "linear", "\"z/(1+EXP(-z))\"");
    private static final List<String> TRAININGS = List.of(
            "",
            "train: {batch: 2, order: {seed: 1}, optimiser: momentum}\n",
            "train: {gradient: mean, decay: 0.1, biases: false}\n",
            "train: {frozen: [wLAST_11, bLAST_1], optimiser: {adam: {epsilon: 0.01}}}\n",
            "detail: compact\n",
            "detail: compact\ntrain: {batch: 3, gradient: mean}\n");

    @Provide
    Arbitrary<NetworkExperiment> networks() {
        return Arbitraries.longs().map(seed -> any(new Random(seed)));
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static NetworkExperiment any(Random random) {
        var maps = 1 + random.nextInt(2);
        var rows = 2 + random.nextInt(4);
        var columns = 2 + random.nextInt(4);
        var inputs = maps * rows * columns;
        var input = "{rows: %d, columns: %d, maps: %d}".formatted(rows, columns, maps);
        var layers = new ArrayList<String>();
        if (random.nextInt(4) == 0 && rows % 2 == 0) {
            layers.add(pool(2, 1, random));
            rows /= 2;
        }
        for (var more = 1 + random.nextInt(2); more > 0; more--) {
            var high = 1 + random.nextInt(Math.min(3, rows));
            var wide = 1 + random.nextInt(Math.min(3, columns));
            var stride = 1 + random.nextInt(2);
            var isPadded = random.nextBoolean();
            layers.add("{convolution: {filters: %d, size: [%d, %d], stride: %d, padding: %s}, activation: %s}"
                    .formatted(
                            1 + random.nextInt(2),
                            high,
                            wide,
                            stride,
                            isPadded ? "same" : "valid",
                            one(FUNCTIONS, random)));
            rows = isPadded ? (rows + stride - 1) / stride : (rows - high) / stride + 1;
            columns = isPadded ? (columns + stride - 1) / stride : (columns - wide) / stride + 1;
            if (random.nextBoolean()) {
                var down = rows % 2 == 0 ? 2 : 1;
                var right = columns % 2 == 0 ? 2 : 1;
                layers.add(pool(down, right, random));
                rows /= down;
                columns /= right;
            }
        }
        var output = one(List.of("sigmoid", "softmax", "tanh"), random);
        layers.add("{dense: 2, activation: " + output + "}");
        var cost = output.equals("tanh") || random.nextBoolean() ? "squared" : "cross-entropy";
        var yaml = """
                lesson: 4.3-backpropagation
                network: {input: %s, layers: [%s]}
                cost: %s
                data: {file: samples.csv, classes: [a, b]%s}
                eta: 0.05
                epochs: 3
                %sinitial: {normal: {deviation: 0.7, seed: %d}}
                """.formatted(
                        input,
                        String.join(", ", layers),
                        cost,
                        random.nextBoolean() ? ", test: {last: 1}" : "",
                        one(TRAININGS, random).replace("LAST", Integer.toString(layers.size() + 1)),
                        random.nextInt());
        var csv =
                IntStream.rangeClosed(1, inputs).mapToObj(i -> "x" + i).collect(Collectors.joining(",", "", ",label\n"))
                        + IntStream.range(0, 6)
                                .mapToObj(k -> random.ints(inputs, -20, 21)
                                        .mapToObj(number -> Double.toString(number / 10.0))
                                        .collect(Collectors.joining(",", "", k % 2 == 0 ? ",a\n" : ",b\n")))
                                .collect(Collectors.joining());
        return Experiments.of(yaml, csv);
    }

    private static String pool(int rows, int columns, Random random) {
        return "{pool: %s, size: [%d, %d]}".formatted(random.nextBoolean() ? "max" : "average", rows, columns);
    }

    @Property(seed = "1", tries = 30, shrinking = ShrinkingMode.OFF)
    void theEmbeddedEngineAgreesInEveryCell(@ForAll("networks") NetworkExperiment experiment) throws IOException {
        assertEngineAgrees("poi", experiment);
    }

    @Property(seed = "1", tries = 3, shrinking = ShrinkingMode.OFF)
    void libreOfficeAgreesInEveryCell(@ForAll("networks") NetworkExperiment experiment) throws IOException {
        assertEngineAgrees("libreoffice", experiment);
    }

    @Property(seed = "1", tries = 3, shrinking = ShrinkingMode.OFF)
    void gnumericAgreesInEveryCell(@ForAll("networks") NetworkExperiment experiment) throws IOException {
        assertEngineAgrees("gnumeric", experiment);
    }

    private static void assertEngineAgrees(String name, NetworkExperiment experiment) throws IOException {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        var file = Files.createTempFile("gradsheet-maps-", ".xlsx");
        try {
            assertAgrees(Workbooks.write(experiment, file), engine);
        } finally {
            Files.delete(file);
        }
    }
}
