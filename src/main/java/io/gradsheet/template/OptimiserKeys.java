package io.gradsheet.template;

import io.gradsheet.training.Optimiser;
import java.util.List;

/** Reads how a step follows from a gradient: the name of an optimiser, or the name with numbers of its own. */
final class OptimiserKeys {
    private static final List<String> NAMES = List.of("plain", "momentum", "nesterov", "rmsprop", "adam");

    /** What keeps RMSProp and Adam from dividing by 0. */
    private static final double EPSILON = 1e-8;

    private OptimiserKeys() {}

    static Optimiser read(Entry entry) {
        if (!entry.isSection()) {
            return of(entry.choice(NAMES, name -> name), 0.9, 0.999, EPSILON, false);
        }
        var kinds = entry.section().only(NAMES.subList(1, NAMES.size()));
        var found = NAMES.stream().filter(kinds::has).toList();
        if (found.size() != 1) {
            throw entry.complaint("must have one of these keys: " + String.join(", ", NAMES.subList(1, NAMES.size())));
        }
        var name = found.get(0);
        var keys = kinds.entry(name).section();
        return switch (name) {
            case "adam" -> {
                keys.only(List.of("beta1", "beta2", "epsilon", "add-epsilon"));
                var isFirst = isSecond(keys, "add-epsilon", "after-correction", "before-correction");
                yield of(name, share(keys, "beta1", 0.9), share(keys, "beta2", 0.999), epsilon(keys), isFirst);
            }
            case "rmsprop" -> {
                keys.only(List.of("rho", "epsilon", "add-epsilon"));
                var isInRoot = isSecond(keys, "add-epsilon", "after-root", "in-root");
                yield of(name, share(keys, "rho", 0.9), 0, epsilon(keys), isInRoot);
            }
            default -> {
                keys.only(List.of("mu", "eta"));
                yield of(name, share(keys, "mu", 0.9), 0, 0, isSecond(keys, "eta", "inside", "outside"));
            }
        };
    }

    /** Where something stands, if not in the first place. */
    private static boolean isSecond(Section keys, String key, String first, String second) {
        return keys.optional(key)
                .map(entry ->
                        entry.choice(List.of(first, second), where -> where).equals(second))
                .orElse(false);
    }

    /** An optimiser; {@code isElsewhere} tells whether η or ε stands where other programs have it. */
    private static Optimiser of(String name, double first, double second, double epsilon, boolean isElsewhere) {
        return switch (name) {
            case "momentum" -> new Optimiser.Momentum(first, isElsewhere);
            case "nesterov" -> new Optimiser.Nesterov(first, isElsewhere);
            case "rmsprop" -> new Optimiser.RmsProp(first, epsilon, isElsewhere);
            case "adam" -> new Optimiser.Adam(first, second, epsilon, isElsewhere);
            default -> new Optimiser.Plain();
        };
    }

    private static double epsilon(Section keys) {
        return keys.optional("epsilon").map(OptimiserKeys::positive).orElse(EPSILON);
    }

    private static double positive(Entry entry) {
        if (entry.number() == 0) {
            throw entry.complaint("must not be 0: where a gradient is 0 the step would be 0/0, which has no value; take"
                    + " a small number such as 1e-8");
        }
        return entry.positive();
    }

    private static double share(Section keys, String key, double otherwise) {
        return keys.optional(key)
                .map(entry -> {
                    var share = entry.number();
                    if (share <= 0 || share >= 1) {
                        throw entry.complaint("must lie between 0 and 1, but is " + entry.text());
                    }
                    return share;
                })
                .orElse(otherwise);
    }
}
