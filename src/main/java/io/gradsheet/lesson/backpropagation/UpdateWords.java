package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.Naming;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Quantity.Place;
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
        var decay = hyperparameters.decay();
        return texts.get(
                decay.ofBiases() ? "training.decayed.all" : "training.decayed",
                texts.get(totalSymbol()),
                number(decay.strength()));
    }

    private String totalSymbol() {
        return hyperparameters.mean() ? "training.symbol.mean" : "training.symbol.sum";
    }

    /** What the optimiser takes for the gradient. */
    private String gradient() {
        return texts.get(hyperparameters.decay().changesGradients() ? "training.symbol.gradient" : totalSymbol());
    }

    String memory(int memory) {
        var optimiser = hyperparameters.optimiser();
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return velocity(momentum.mu(), momentum.isRateOutside());
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return velocity(nesterov.mu(), nesterov.isRateOutside());
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return texts.get("training.s", number(rmsProp.rho()), gradient());
        } else if (optimiser instanceof Optimiser.Adam adam) {
            return memory == 0
                    ? texts.get("training.m", number(adam.beta1()), gradient())
                    : texts.get("training.s", number(adam.beta2()), gradient());
        }
        throw new IllegalArgumentException("nothing is remembered by " + optimiser);
    }

    private String velocity(double mu, boolean isRateOutside) {
        return texts.get(isRateOutside ? "training.v.outside" : "training.v", number(mu), gradient());
    }

    String next() {
        var optimiser = hyperparameters.optimiser();
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return texts.get(
                    momentum.isRateOutside() ? "training.next.momentum.outside" : "training.next.momentum", start());
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return texts.get(
                    nesterov.isRateOutside() ? "training.next.nesterov.outside" : "training.next.nesterov",
                    start(),
                    number(nesterov.mu()),
                    gradient());
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return texts.get(
                    rmsProp.isEpsilonInRoot() ? "training.next.rmsprop.in" : "training.next.rmsprop",
                    start(),
                    gradient());
        } else if (optimiser instanceof Optimiser.Adam adam) {
            return adam.isEpsilonFirst()
                    ? texts.get("training.next.adam.first", start(), number(adam.beta2()))
                    : texts.get("training.next.adam", start());
        }
        return texts.get("training.next", start(), gradient());
    }

    /** What a step starts from: the value, less what decay takes from it. */
    private String start() {
        var decay = hyperparameters.decay();
        if (!decay.shrinks()) {
            return texts.get("training.symbol.value");
        }
        return texts.get(
                decay.ofBiases() ? "training.symbol.shrunk.all" : "training.symbol.shrunk", number(decay.strength()));
    }

    /** Whether the move is written with η and v, and not with v alone. */
    private boolean isRateOutside() {
        return hyperparameters.optimiser() instanceof Optimiser.Momentum momentum && momentum.isRateOutside();
    }

    /** What the next value of a parameter is made of where it is written out with numbers, and how. */
    String written(String parameter) {
        var optimiser = hyperparameters.optimiser();
        var parts = new ArrayList<>(List.of(parameter));
        var decay = hyperparameters.decay();
        if (decay.shrinks()) {
            parts.add("η · " + number(decay.strength()) + " · " + parameter);
        }
        if (optimiser instanceof Optimiser.Plain || isRateOutside()) {
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

    // What the cells of the rows are --------------------------------------------------------------------------------

    /** Of the totals; a mean is called one. */
    Naming totals(List<Place> places) {
        var total = Naming.total(places);
        if (!hyperparameters.mean()) {
            return total;
        }
        return (role, quantity) -> {
            if (role == Role.INDEX) {
                return total.apply(role, quantity);
            }
            var symbol = role == Role.GRADIENT ? Notation.gradient(quantity.symbol()) : quantity.symbol();
            return new Quantity(texts.get("training.mean.of", symbol), "", places);
        };
    }

    Naming decayed(List<Place> places) {
        return Naming.each("g", decayed(), places);
    }

    Naming memory(int memory, List<Place> places) {
        return Naming.each(memorySymbol(memory), memory(memory), places);
    }

    private String memorySymbol(int memory) {
        var optimiser = hyperparameters.optimiser();
        if (optimiser instanceof Optimiser.Momentum || optimiser instanceof Optimiser.Nesterov) {
            return "v";
        }
        return optimiser instanceof Optimiser.Adam && memory == 0 ? "m" : "s";
    }

    Naming next(List<Place> places) {
        return (role, quantity) -> new Quantity(texts.get("training.next.of", quantity.symbol()), next(), places);
    }

    private static String number(double value) {
        return Formula.number(value).text();
    }
}
