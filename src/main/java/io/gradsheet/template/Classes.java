package io.gradsheet.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the labels of the data stand for: one class for each output neuron, or two for a single one, of which the second is t = 1.
 * Labels are the same if their texts are, whatever the case of their letters, or their numbers: a spreadsheet compares so too.
 */
final class Classes {
    /** Numbers by their size before texts by their letters. */
    static final Comparator<String> ORDER = Comparator.comparingDouble(Classes::number)
            .thenComparing(String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Comparator.naturalOrder());

    private final List<String> names = new ArrayList<>();
    private final Map<Object, Integer> indexes = new HashMap<>();
    private final int outputs;

    private Classes(int outputs) {
        this.outputs = outputs;
    }

    /** Those that a template lists. */
    static Classes listed(Entry entry, int outputs) {
        var classes = new Classes(outputs);
        var reason = outputs == 1 ? "that of t = 0 and that of t = 1" : "one for each neuron of the last layer";
        for (var item : entry.items("class", 1, needed(outputs), reason)) {
            var name = item.text().strip();
            if (!classes.add(name)) {
                throw item.complaint("is " + Wording.quoted(name) + " again; give every class its own label");
            }
        }
        return classes;
    }

    /** The labels that there are, numbers by their size before texts by their letters. */
    static Classes found(Collection<String> labels, int outputs, Place place) {
        var classes = new Classes(outputs);
        labels.stream().distinct().sorted(ORDER).forEach(classes::add);
        if (classes.names.size() != needed(outputs)) {
            throw place.complaint("there are " + Wording.count(classes.names.size(), "label") + ": "
                    + Wording.shown(String.join(", ", classes.names)) + "; a network of "
                    + Wording.count(outputs, "output") + " tells " + needed(outputs)
                    + " apart: change network.sizes, or list the classes in data.classes");
        }
        return classes;
    }

    /** Those that the outputs are named by, each of which answers 0 or 1 in the data. */
    static Classes named(List<String> names) {
        var classes = new Classes(names.size());
        names.forEach(classes::add);
        return classes;
    }

    private static int needed(int outputs) {
        return Math.max(2, outputs);
    }

    private boolean add(String name) {
        if (indexes.putIfAbsent(key(name), names.size()) != null) {
            return false;
        }
        names.add(name);
        return true;
    }

    List<String> names() {
        return names;
    }

    /** Whether a label is that of a class. */
    boolean has(String label) {
        return indexes.containsKey(key(label));
    }

    /** t of a sample with this label, if it is that of a class. */
    Optional<double[]> targets(String label) {
        return Optional.ofNullable(indexes.get(key(label))).map(this::targets);
    }

    private double[] targets(int index) {
        var targets = new double[outputs];
        if (outputs == 1) {
            targets[0] = index;
        } else {
            Arrays.setAll(targets, j -> j == index ? 1 : 0);
        }
        return targets;
    }

    /** What the labels of one class have in common. */
    static Object key(String label) {
        var number = number(label);
        // Zero is added because -0 would be another key.
        return Double.isFinite(number) ? (Object) (number + 0.0) : label.toLowerCase(Locale.ROOT);
    }

    /** The number that a label is; NaN, which is sorted after all numbers, if it is none. */
    private static double number(String label) {
        return NumberText.parse(label).orElse(Double.NaN);
    }
}
