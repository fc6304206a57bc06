package io.gradsheet.classroom;

import io.gradsheet.classroom.Lines.Line;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How tasks of a kind of lesson are called. */
final class LessonWords {
    /** Of more, the first and the last stand for all. */
    private static final int MOST_NAMED = 6;

    private final Experiment experiment;
    private final Texts texts;

    LessonWords(Experiment experiment, Texts texts) {
        this.experiment = experiment;
        this.texts = texts;
    }

    String next(String symbol) {
        return texts.get("task.next", symbol);
    }

    /** A task that is a row. */
    String title(List<String> symbols, Role role, Line line) {
        if (experiment instanceof NetworkExperiment network) {
            if (line.number().isEmpty()) {
                var what = role == Role.UPDATE ? what(symbols, role) : texts.get("task.summed", what(symbols, role));
                return network.epochs() == 1 ? what : texts.get("task.epoch", what, line.epoch());
            }
            var what = ofLayer(network, symbols, what(symbols, role));
            return network.epochs() == 1
                    ? texts.get("task.sample", what, line.number().get())
                    : texts.get("task.sample.epoch", what, line.number().get(), line.epoch());
        }
        return line.number()
                .map(step -> texts.get("task.step", what(symbols, role), step))
                .orElseGet(() -> texts.get("task.row", what(symbols, role), line.caption()));
    }

    /** What is asked for in words, and its symbols: "Weighted inputs z²₁, z²₂". */
    private String what(List<String> symbols, Role role) {
        var isTraining = experiment instanceof NetworkExperiment;
        var kind = switch (role) {
            case UPDATE -> isTraining ? "NEXT" : "UPDATE";
            case WEIGHTED_INPUT, ACTIVATION, COST, ERROR, GRADIENT, PARAMETER, SHARE -> role.name();
            default -> "VALUE";
        };
        return texts.get("task.what." + kind + (symbols.size() == 1 ? ".one" : ""), span(symbols));
    }

    /** Which neurons they are of, where all are of one layer. */
    private String ofLayer(NetworkExperiment experiment, List<String> symbols, String what) {
        var network = experiment.network();
        for (var layer = 2; layer <= network.layers(); layer++) {
            var units = units(layer, network.size(layer));
            if (units.containsAll(symbols)) {
                var size = network.size(layer);
                var key = layer == network.layers() ? "output" : network.layers() == 3 ? "hidden" : "layer";
                return symbols.size() == 1
                        ? size == 1
                                ? texts.get("task.of." + key + ".only", what, layer)
                                : texts.get("task.of." + key + ".one", what, number(layer, symbols.get(0), size), layer)
                        : texts.get("task.of." + key, what, layer);
            }
        }
        return what;
    }

    private static List<String> units(int layer, int size) {
        return IntStream.rangeClosed(1, size)
                .boxed()
                .flatMap(j -> symbols(layer, j))
                .toList();
    }

    private static int number(int layer, String symbol, int size) {
        return IntStream.rangeClosed(1, size)
                .filter(j -> symbols(layer, j).anyMatch(symbol::equals))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> symbols(int layer, int neuron) {
        return Stream.of(
                Notation.weightedInput(layer, neuron),
                Notation.activation(layer, neuron),
                Notation.delta(layer, neuron));
    }

    /** A task that is a column, or one of its own. */
    String title(List<String> symbols, Role role, List<Integer> rows, String sheet) {
        var what = what(symbols, role);
        if (rows.size() == 1) {
            return texts.get("task.value", what, sheet);
        }
        var first = rows.get(0);
        var last = rows.get(rows.size() - 1);
        return last - first == rows.size() - 1
                ? texts.get("task.rows", what, first, last, sheet)
                : texts.get("task.rows.some", what, listed(rows), sheet);
    }

    private String listed(List<Integer> numbers) {
        return numbers.stream()
                .map(String::valueOf)
                .reduce((before, next) -> texts.get("task.further", before, next))
                .orElse("");
    }

    private static String span(List<String> symbols) {
        return symbols.size() <= MOST_NAMED
                ? String.join(", ", symbols)
                : symbols.get(0) + " … " + symbols.get(symbols.size() - 1);
    }
}
