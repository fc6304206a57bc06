package io.gradsheet.lesson.backpropagation;

import io.gradsheet.sheet.Ref;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.Schedule;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a step changes a parameter, as a careful learner would type it. Written from the papers, and on purpose not from the Java of
 * {@code training}: each checks the other.
 */
final class UpdateFormulas {
    /** A power of a number below 1 is nothing beside 1 from here on, and soon an error in LibreOffice. */
    private static final double LEAST_POWER = 1e-250;

    private UpdateFormulas() {}

    /** A number as a formula has it. */
    static String number(double value) {
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return decimal.scale() > 6 ? decimal.toString() : decimal.toPlainString();
    }

    /** η of a step: that of the whole training, changed by the schedule; {@code step} is the cell of its number. */
    static String rate(Schedule schedule, Ref step, int stepsPerEpoch) {
        var before = "(" + step + "-1)";
        var epochsBefore = stepsPerEpoch == 1 ? before : "INT(" + before + "/" + stepsPerEpoch + ")";
        if (schedule instanceof Schedule.Steps steps) {
            var every = steps.every() * stepsPerEpoch;
            return "eta*" + number(steps.factor()) + "^" + (every == 1 ? before : "INT(" + before + "/" + every + ")");
        } else if (schedule instanceof Schedule.Inverse inverse) {
            return "eta/(1+" + number(inverse.rate()) + "*" + epochsBefore + ")";
        } else if (schedule instanceof Schedule.Linear linear && linear.epochs() > 1) {
            return "eta*(1-(1-" + number(linear.last()) + ")*" + epochsBefore + "/" + (linear.epochs() - 1) + ")";
        }
        return "eta";
    }

    /** The gradient of a weight with what decay adds to it. */
    static String decayed(Ref total, double decay, Ref value) {
        return total + "+" + number(decay) + "*" + value;
    }

    /** What decoupled decay leaves of a parameter before its step. */
    static String shrunk(Ref value, String rate, double decay) {
        return value + "-" + rate + "*" + number(decay) + "*" + value;
    }

    /**
     * What an optimiser remembers of one parameter after a step.
     *
     * @param memory which of its numbers, from 0
     * @param before the same after the step before, or 0
     */
    static String memory(Optimiser optimiser, int memory, String before, Ref gradient, String rate) {
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return velocity(momentum.mu(), before, gradient, rate, momentum.isRateOutside());
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return velocity(nesterov.mu(), before, gradient, rate, nesterov.isRateOutside());
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return average(rmsProp.rho(), before, gradient + "*" + gradient);
        } else if (optimiser instanceof Optimiser.Adam adam) {
            return memory == 0
                    ? average(adam.beta1(), before, gradient.toString())
                    : average(adam.beta2(), before, gradient + "*" + gradient);
        }
        throw new IllegalArgumentException("nothing is remembered by " + optimiser);
    }

    private static String velocity(double mu, String before, Ref gradient, String rate, boolean isRateOutside) {
        return number(mu) + "*" + before + (isRateOutside ? "+" : "-" + rate + "*") + gradient;
    }

    private static String average(double share, String before, String now) {
        return number(share) + "*" + before + "+(1-" + number(share) + ")*" + now;
    }

    /**
     * The next value of one parameter.
     *
     * @param value the value now, or what decay leaves of it
     * @param memory the cells of what the optimiser remembers
     * @param step the cell of the step's number
     * @param steps how many steps there are in all
     */
    static String next(
            Optimiser optimiser, String value, Ref gradient, List<Ref> memory, String rate, Ref step, long steps) {
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return value + (momentum.isRateOutside() ? "-" + rate + "*" : "+") + memory.get(0);
        } else if (optimiser instanceof Optimiser.Nesterov nesterov && nesterov.isRateOutside()) {
            return value + "-" + rate + "*(" + gradient + "+" + number(nesterov.mu()) + "*" + memory.get(0) + ")";
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return value + "+" + number(nesterov.mu()) + "*" + memory.get(0) + "-" + rate + "*" + gradient;
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp && rmsProp.isEpsilonInRoot()) {
            return value + "-" + rate + "*" + gradient + "/SQRT(" + memory.get(0) + "+" + number(rmsProp.epsilon())
                    + ")";
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return value + "-" + rate + "*" + gradient + "/(SQRT(" + memory.get(0) + ")+" + number(rmsProp.epsilon())
                    + ")";
        } else if (optimiser instanceof Optimiser.Adam adam && adam.isEpsilonFirst()) {
            return value + "-" + rate + "*SQRT" + correction(adam.beta2(), step, steps) + "/"
                    + correction(adam.beta1(), step, steps) + "*" + memory.get(0) + "/(SQRT(" + memory.get(1) + ")+"
                    + number(adam.epsilon()) + ")";
        } else if (optimiser instanceof Optimiser.Adam adam) {
            return value + "-" + rate + "*" + memory.get(0) + "/" + correction(adam.beta1(), step, steps) + "/(SQRT("
                    + memory.get(1) + "/" + correction(adam.beta2(), step, steps) + ")+" + number(adam.epsilon())
                    + ")";
        }
        return value + "-" + rate + "*" + gradient;
    }

    /** 1 − βⁿ. */
    private static String correction(double beta, Ref step, long steps) {
        var last = (long) Math.floor(Math.log(LEAST_POWER) / Math.log(beta));
        var power = steps > last ? "MIN(" + step + "," + last + ")" : step.toString();
        return "(1-" + number(beta) + "^" + power + ")";
    }
}
