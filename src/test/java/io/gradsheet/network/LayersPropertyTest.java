package io.gradsheet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** Small networks of layers of every kind, one upon the other by chance. */
class LayersPropertyTest {
    private static final double STEP = 1e-5;

    @Provide
    Arbitrary<Network> networks() {
        return Arbitraries.longs().map(seed -> SmallNetworks.any(new Random(seed)));
    }

    private static Parameters parameters(Network network, Random random) {
        return new Initialization.Normal(0, 0.8).draw(network, random.nextLong());
    }

    private static Sample sample(Network network, Random random) {
        var targets = random.doubles(network.outputs()).toArray();
        var sum = network.outputActivation().isForOutput()
                ? DoubleStream.of(targets).sum()
                : 1;
        return new Sample(
                random.doubles(network.inputs(), -2, 2).toArray(),
                DoubleStream.of(targets).map(target -> target / sum).toArray());
    }

    private static List<Sample> samples(Network network, int count, Random random) {
        return IntStream.range(0, count).mapToObj(k -> sample(network, random)).toList();
    }

    private static Offset<Double> within12(double number) {
        return within(1e-12 * Math.max(1, Math.abs(number)));
    }

    @Property(tries = 300)
    void everyNumberIsWhatDirectLoopsGive(
            @ForAll("networks") Network network, @ForAll @IntRange(min = 1, max = 5) int count, @ForAll long seed) {
        var random = new Random(seed);
        var parameters = parameters(network, random);
        var samples = samples(network, count, random);
        var pass = new Pass(network, parameters, samples);
        var sums = new double[network.parameterCount()];
        for (var k = 0; k < count; k++) {
            var trace = pass.traces().get(k);
            var direct = new DirectNetwork(network, parameters, samples.get(k));
            for (var layer = 2; layer <= network.layers(); layer++) {
                for (var unit = 1; unit <= network.size(layer); unit++) {
                    var z = direct.z(layer, unit);
                    assertThat(trace.weightedInput(layer, unit)).isCloseTo(z, within12(z));
                    assertThat(trace.activation(layer, unit)).isCloseTo(direct.a(layer, unit), within12(1));
                    var delta = direct.delta(layer, unit);
                    assertThat(trace.delta(layer, unit)).isCloseTo(delta, within12(delta));
                }
            }
            for (var parameter : network.parameters()) {
                var expected = direct.gradient()[parameter.place()];
                assertThat(trace.gradient(parameter)).as("%s", parameter).isCloseTo(expected, within12(expected));
                sums[parameter.place()] += expected;
            }
        }
        for (var parameter : network.parameters()) {
            var sum = sums[parameter.place()];
            assertThat(pass.gradient().value(parameter)).as("%s", parameter).isCloseTo(sum, within12(10 * sum));
        }
    }

    @Property(tries = 200)
    void theGradientIsTheCentralDifferenceOfTheTotalCost(@ForAll("networks") Network network, @ForAll long seed) {
        var random = new Random(seed);
        var samples = samples(network, 3, random);
        var parameters = parameters(network, random);
        var gradient = new Pass(network, parameters, samples).gradient();
        var total = new TotalCost(network, samples);
        for (var parameter : network.parameters()) {
            var up = total.at(moved(parameters, parameter, STEP));
            var down = total.at(moved(parameters, parameter, -STEP));
            // Across a kink, or another maximum, the difference is no derivative.
            if (up.pieces().equals(down.pieces())) {
                var found = gradient.value(parameter);
                assertThat(found)
                        .as("%s", parameter)
                        .isCloseTo((up.cost() - down.cost()) / (2 * STEP), within(1e-6 * Math.max(1, Math.abs(found))));
            }
        }
    }

    private static Parameters moved(Parameters parameters, Parameter parameter, double distance) {
        var values = parameters.toArray();
        values[parameter.place()] += distance;
        return parameters.with(values);
    }

    @Property(tries = 200)
    void termsUsesAndReadersSayTheSame(@ForAll("networks") Network network) {
        for (var number = 2; number <= network.layers(); number++) {
            var layer = network.layer(number);
            var flows = new ArrayList<List<Object>>();
            var used = new ArrayList<List<Object>>();
            var read = new ArrayList<List<Object>>();
            for (var unit = 1; unit <= layer.size(); unit++) {
                for (var term : layer.terms(unit)) {
                    flows.add(List.of(unit, layer.groups() == 0 ? 0 : layer.group(unit), term.weight(), term.source()));
                }
            }
            for (var group = 1; group <= layer.groups(); group++) {
                for (var weight = 1; weight <= layer.weights(); weight++) {
                    for (var use : layer.uses(group, weight)) {
                        used.add(List.of(use.unit(), group, weight, use.source()));
                    }
                }
            }
            for (var source : sources(network, number)) {
                for (var reader : layer.readers(source)) {
                    var group = layer.groups() == 0 ? 0 : layer.group(reader.unit());
                    read.add(List.of(reader.unit(), group, reader.weight(), source));
                }
            }
            assertThat(read).containsExactlyInAnyOrderElementsOf(flows);
            if (layer.groups() > 0) {
                assertThat(used).containsExactlyInAnyOrderElementsOf(flows);
                var biased = IntStream.rangeClosed(1, layer.groups())
                        .boxed()
                        .flatMap(group -> layer.biased(group).stream())
                        .toList();
                assertThat(biased)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.rangeClosed(1, layer.size()).boxed().toList());
            }
        }
    }

    private static List<Layer.Source> sources(Network network, int layer) {
        var before = IntStream.rangeClosed(1, network.size(layer - 1)).mapToObj(Layer.Source::before);
        var own = IntStream.rangeClosed(1, network.size(layer)).mapToObj(Layer.Source::own);
        return Stream.concat(before, own).toList();
    }

    @Property(tries = 100)
    void weightedInputsAreTheSumsOfTheTermsAndTheBias(@ForAll("networks") Network network, @ForAll long seed) {
        var random = new Random(seed);
        var parameters = parameters(network, random);
        var trace = network.trace(parameters, sample(network, random));
        for (var number = 2; number <= network.layers(); number++) {
            var layer = network.layer(number);
            for (var unit = 1; unit <= layer.size() && layer.groups() > 0; unit++) {
                var group = layer.group(unit);
                var z = parameters.bias(number, group);
                for (var term : layer.terms(unit)) {
                    z += parameters.weight(number, group, term.weight()) * trace.activation(number, term.source());
                }
                assertThat(trace.weightedInput(number, unit)).isCloseTo(z, within12(z));
            }
        }
    }

    @Property(tries = 100)
    void aTeamOfAnySizeComesToTheSameBits(
            @ForAll("networks") Network network, @ForAll @IntRange(min = 2, max = 5) int size, @ForAll long seed) {
        var random = new Random(seed);
        var parameters = parameters(network, random);
        var samples = samples(network, 6, random);
        assertThat(gradient(network, parameters, samples, new InTurn(size)))
                .containsExactly(gradient(network, parameters, samples, Team.ALONE));
        assertThat(gradient(network, parameters, samples, Team.ALONE))
                .containsExactly(
                        new Pass(network, parameters, samples).gradient().toArray());
    }

    private static double[] gradient(Network network, Parameters parameters, List<Sample> samples, Team team) {
        var gradient = new double[network.parameterCount()];
        new BatchGradient(network, samples.size(), team)
                .visit(
                        1,
                        i -> Block.of(network, samples),
                        parameters.toArray(),
                        (sums, from, to) -> System.arraycopy(sums, 0, gradient, from, to - from));
        return gradient;
    }

    /** A team whose members work one after the other. */
    private record InTurn(int size) implements Team {
        @Override
        public void run(IntConsumer part) {
            IntStream.range(0, size).forEach(part);
        }
    }
}
