package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.training.Hyperparameters;
import io.gradsheet.training.Optimiser;
import java.util.ArrayList;
import java.util.List;

/** The names of the rows around the samples of a step: each says how its numbers are computed. */
final class UpdateWords {
    private final Hyperparameters hyperparameters;
    private final boolean hasSteps;
    private final Texts texts;

    /**
     * Prepares the names.
     *
     * @param steps how many an epoch has
     */
    UpdateWords(Hyperparameters hyperparameters, int steps, Texts texts) {
        this.hyperparameters = hyperparameters;
        this.hasSteps = steps > 1;
        this.texts = texts;
    }

    String value(int epoch, int step) {
        return hasSteps ? texts.get("training.value.step", epoch, step) : texts.get("training.value", epoch);
    }

    /** The name of the parameters after the last epoch. */
    String valueAfter(int epochs) {
        return texts.get("training.value.after", epochs);
    }

    /** The name of the cost with them. */
    String totalAfter(int epochs) {
        return texts.get(hyperparameters.mean() ? "training.mean.after" : "training.total.after", epochs);
    }

    String total(int epoch, int step) {
        var key = hyperparameters.mean() ? "training.mean" : "training.total";
        return hasSteps ? texts.get(key + ".step", epoch, step) : texts.get(key, epoch);
    }

    String decayed() {
        return texts.get("training.decayed", texts.get(totalSymbol()), number(hyperparameters.decay()));
    }

    private String totalSymbol() {
        return hyperparameters.mean() ? "training.symbol.mean" : "training.symbol.sum";
    }

    /** What the optimiser takes for the gradient. */
    private String gradient() {
        return texts.get(hyperparameters.decay() > 0 ? "training.symbol.gradient" : totalSymbol());
    }

    String memory(int memory) {
        var optimiser = hyperparameters.optimiser();
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return texts.get("training.v", number(momentum.mu()), gradient());
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return texts.get("training.v", number(nesterov.mu()), gradient());
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return texts.get("training.s", number(rmsProp.rho()), gradient());
        } else if (optimiser instanceof Optimiser.Adam adam) {
            return memory == 0
                    ? texts.get("training.m", number(adam.beta1()), gradient())
                    : texts.get("training.s", number(adam.beta2()), gradient());
        }
        throw new IllegalArgumentException("nothing is remembered by " + optimiser);
    }

    String next() {
        var optimiser = hyperparameters.optimiser();
        if (optimiser instanceof Optimiser.Momentum) {
            return texts.get("training.next.momentum");
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return texts.get("training.next.nesterov", number(nesterov.mu()), gradient());
        } else if (optimiser instanceof Optimiser.RmsProp) {
            return texts.get("training.next.rmsprop", gradient());
        } else if (optimiser instanceof Optimiser.Adam) {
            return texts.get("training.next.adam");
        }
        return texts.get("training.next", gradient());
    }

    /** What the next value of a parameter is made of where it is written out with numbers, and how. */
    String written(String parameter) {
        var optimiser = hyperparameters.optimiser();
        var parts = new ArrayList<>(List.of(parameter));
        if (optimiser instanceof Optimiser.Plain) {
            parts.add("η");
        }
        if (!(optimiser instanceof Optimiser.Momentum)) {
            parts.add(gradient());
        }
        if (optimiser instanceof Optimiser.Momentum || optimiser instanceof Optimiser.Nesterov) {
            parts.add("v");
        } else if (optimiser instanceof Optimiser.RmsProp) {
            parts.add("s");
        } else if (optimiser instanceof Optimiser.Adam) {
            parts.addAll(List.of("m", "s"));
        }
        return String.join(", ", parts) + ": " + next();
    }

    /** The name of the number of a step. */
    Cell number() {
        return texts.label(Role.NOTE, "training.number");
    }

    /** The name of the η of a step. */
    Cell rate() {
        return texts.label(Role.NOTE, "training.rate");
    }

    private static String number(double value) {
        return UpdateFormulas.number(value);
    }
}
