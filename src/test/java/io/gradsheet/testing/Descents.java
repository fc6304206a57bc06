package io.gradsheet.testing;

import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Descents to make workbooks of: those that travel with the program, and polynomials of a few variables. */
public final class Descents {
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    private Descents() {}

    /** The names of the templates of the lesson. */
    public static Stream<String> names() {
        return Template.builtIns().stream().filter(name -> name.startsWith("2.10-"));
    }

    /** A template, with settings such as {@code steps=3}. */
    public static DescentExperiment builtIn(String name, String... settings) {
        return (DescentExperiment) Template.builtIn(name)
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    /** The book's example for another function; it has no window of its own. */
    public static DescentExperiment of(String function, List<Double> start, double eta, int steps, List<Double> rates) {
        var yaml = """
                lesson: 2.10-gradient-descent
                language: en
                f: %s
                start: %s
                eta: %s
                steps: %d
                rates: %s
                """.formatted(function, start, eta, steps, rates);
        return (DescentExperiment) Template.of(new Provenance("descent", yaml, List.of(), Map.of()))
                .read(List.of());
    }

    /** Bowls with bumps: of each variable a square that keeps the descent near, and a few terms of any kind. */
    public static Arbitrary<DescentExperiment> anyPolynomial() {
        var count = Arbitraries.integers().between(1, VARIABLES.size());
        return count.flatMap(n -> {
            var variables = VARIABLES.subList(0, n);
            var coordinates =
                    Arbitraries.doubles().between(-2, 2).ofScale(1).list().ofSize(n);
            var rates = Arbitraries.doubles()
                    .between(0.01, 3)
                    .ofScale(2)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(4);
            return Combinators.combine(
                            terms(variables),
                            coordinates,
                            Arbitraries.integers().between(1, 8),
                            rates)
                    .as((terms, start, steps, some) -> of(bowl(variables) + terms, start, 0.02, steps, some));
        });
    }

    private static String bowl(List<String> variables) {
        return variables.stream().map(variable -> variable + "^2").collect(Collectors.joining("+"));
    }

    private static Arbitrary<String> terms(List<String> variables) {
        var coefficients = Arbitraries.doubles().between(0.1, 1.5).ofScale(1);
        var powers = Arbitraries.integers().between(1, 3);
        var factors = Combinators.combine(Arbitraries.of(variables), powers).as((name, power) -> name + "^" + power);
        var products = factors.list().ofMinSize(1).ofMaxSize(3).map(all -> String.join("*", all));
        return Combinators.combine(Arbitraries.of("+", "-"), coefficients, products)
                .as((sign, number, product) -> sign + number + "*" + product)
                .list()
                .ofMaxSize(3)
                .map(all -> String.join("", all));
    }
}
