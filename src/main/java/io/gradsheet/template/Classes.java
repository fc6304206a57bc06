package io.gradsheet.template;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the labels of the data stand for: one class for each output neuron, or two for a single one, of which the second is t = 1.
 *
 * @param names as complaints and sheets show them, in order
 * @param outputs how many output neurons there are
 */
record Classes(List<String> names, int outputs) {
    static Classes read(Entry entry, int outputs) {
        var reason = outputs == 1 ? "the one of t = 0 and the one of t = 1" : "one for each neuron of the last layer";
        var items = entry.items("class", 1, Math.max(2, outputs), reason);
        var classes =
                new Classes(items.stream().map(item -> item.text().strip()).toList(), outputs);
        for (var i = 0; i < items.size(); i++) {
            if (classes.index(classes.names.get(i)).orElseThrow() != i) {
                throw items.get(i)
                        .complaint("is " + Wording.quoted(classes.names.get(i))
                                + " again; every class needs its own label");
            }
        }
        return classes;
    }

    /** The class of a label: its text is the same, or it is the same number. */
    OptionalInt index(String label) {
        var exact = names.indexOf(label);
        return exact >= 0
                ? OptionalInt.of(exact)
                : IntStream.range(0, names.size())
                        .filter(i -> sameNumber(names.get(i), label))
                        .findFirst();
    }

    /** t of a sample of the class at {@code index}. */
    double[] targets(int index) {
        var targets = new double[outputs];
        if (outputs == 1) {
            targets[0] = index;
        } else {
            Arrays.setAll(targets, j -> j == index ? 1 : 0);
        }
        return targets;
    }

    private static boolean sameNumber(String name, String label) {
        var number = NumberText.parse(name);
        // NaN, which stands for all that is not finite, equals nothing.
        return number.isPresent()
                && number.getAsDouble() == NumberText.parse(label).orElse(Double.NaN);
    }
}
