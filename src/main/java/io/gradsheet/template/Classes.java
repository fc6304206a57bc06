package io.gradsheet.template;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<String> names = new ArrayList<>();
    private final Map<Object, Integer> indexes = new HashMap<>();
    private final int outputs;

    Classes(Entry entry, int outputs) {
        this.outputs = outputs;
        var reason = outputs == 1 ? "that of t = 0 and that of t = 1" : "one for each neuron of the last layer";
        for (var item : entry.items("class", 1, Math.max(2, outputs), reason)) {
            var name = item.text().strip();
            if (indexes.putIfAbsent(key(name), names.size()) != null) {
                throw item.complaint("is " + Wording.quoted(name) + " again; give every class its own label");
            }
            names.add(name);
        }
    }

    List<String> names() {
        return names;
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

    private static Object key(String label) {
        var number = NumberText.parse(label).orElse(Double.NaN);
        // Zero is added because -0 would be another key.
        return Double.isFinite(number) ? (Object) (number + 0.0) : label.toLowerCase(Locale.ROOT);
    }
}
