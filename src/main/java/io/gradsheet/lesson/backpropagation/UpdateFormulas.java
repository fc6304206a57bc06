package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.INT;
import static io.gradsheet.sheet.Function.MIN;
import static io.gradsheet.sheet.Function.SQRT;

import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Ref;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.Schedule;
import java.util.List;

/**
 * How a step changes a parameter, as a careful learner would type it. Written from the papers, and on purpose not from the Java of
 * {@code training}: each checks the other.
 */
final class UpdateFormulas {
    /** A power of a number below 1 is nothing beside 1 from here on, and soon an error in LibreOffice. */
    private static final double LEAST_POWER = 1e-250;

    private static final Formula ETA = named("eta");

    private UpdateFormulas() {}

    /** η of a step: that of the whole training, changed by the schedule; {@code step} is the cell of its number. */
    static Formula rate(Schedule schedule, Ref step, int stepsPerEpoch) {
        var before = step.minus(1);
        var epochsBefore = whole(before, stepsPerEpoch);
        if (schedule instanceof Schedule.Steps steps) {
            return ETA.times(number(steps.factor()).toPower(whole(before, steps.every() * stepsPerEpoch)));
        } else if (schedule instanceof Schedule.Inverse inverse) {
            return ETA.over(number(1).plus(number(inverse.rate()).times(epochsBefore)));
        } else if (schedule instanceof Schedule.Linear linear && linear.epochs() > 1) {
            var fall = number(1).minus(linear.last()).times(epochsBefore).over(linear.epochs() - 1);
            return ETA.times(number(1).minus(fall));
        }
        return ETA;
    }

    /** How often so many steps have been done. */
    private static Formula whole(Formula steps, int every) {
        return every == 1 ? steps : INT.of(steps.over(every));
    }

    /** The gradient of a weight with what decay adds to it. */
    static Formula decayed(Ref total, double decay, Ref value) {
        return total.plus(number(decay).times(value));
    }

    /** What decoupled decay leaves of a parameter before its step. */
    static Formula shrunk(Ref value, Formula rate, double decay) {
        return value.minus(rate.times(decay).times(value));
    }

    /**
     * What an optimiser remembers of one parameter after a step.
     *
     * @param memory which of its numbers, from 0
     * @param before the same after the step before, or 0
     */
    static Formula memory(Optimiser optimiser, int memory, Formula before, Ref gradient, Formula rate) {
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return velocity(momentum.mu(), before, gradient, rate, momentum.isRateOutside());
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return velocity(nesterov.mu(), before, gradient, rate, nesterov.isRateOutside());
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return averageOfSquares(rmsProp.rho(), before, gradient);
        } else if (optimiser instanceof Optimiser.Adam adam) {
            return memory == 0
                    ? average(adam.beta1(), before, gradient)
                    : averageOfSquares(adam.beta2(), before, gradient);
        }
        throw new IllegalArgumentException("nothing is remembered by " + optimiser);
    }

    private static Formula velocity(double mu, Formula before, Ref gradient, Formula rate, boolean isRateOutside) {
        var kept = number(mu).times(before);
        return isRateOutside ? kept.plus(gradient) : kept.minus(rate.times(gradient));
    }

    private static Formula average(double share, Formula before, Ref now) {
        return number(share).times(before).plus(number(1).minus(share).times(now));
    }

    private static Formula averageOfSquares(double share, Formula before, Ref now) {
        return number(share)
                .times(before)
                .plus(number(1).minus(share).times(now).times(now));
    }

    /**
     * The next value of one parameter.
     *
     * @param value the value now, or what decay leaves of it
     * @param memory the cells of what the optimiser remembers
     * @param step the cell of the step's number
     * @param steps how many steps there are in all
     */
    static Formula next(
            Optimiser optimiser, Formula value, Ref gradient, List<Ref> memory, Formula rate, Ref step, long steps) {
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return momentum.isRateOutside() ? value.minus(rate.times(memory.get(0))) : value.plus(memory.get(0));
        } else if (optimiser instanceof Optimiser.Nesterov nesterov) {
            var ahead = number(nesterov.mu()).times(memory.get(0));
            return nesterov.isRateOutside()
                    ? value.minus(rate.times(gradient.plus(ahead)))
                    : value.plus(ahead).minus(rate.times(gradient));
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp && rmsProp.isEpsilonInRoot()) {
            return value.minus(rate.times(gradient).over(SQRT.of(memory.get(0).plus(rmsProp.epsilon()))));
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return value.minus(rate.times(gradient).over(SQRT.of(memory.get(0)).plus(rmsProp.epsilon())));
        } else if (optimiser instanceof Optimiser.Adam adam && adam.isEpsilonFirst()) {
            var longer = rate.times(SQRT.of(correction(adam.beta2(), step, steps)))
                    .over(correction(adam.beta1(), step, steps));
            return value.minus(
                    longer.times(memory.get(0)).over(SQRT.of(memory.get(1)).plus(adam.epsilon())));
        } else if (optimiser instanceof Optimiser.Adam adam) {
            var slope = rate.times(memory.get(0)).over(correction(adam.beta1(), step, steps));
            var size = SQRT.of(memory.get(1).over(correction(adam.beta2(), step, steps)));
            return value.minus(slope.over(size.plus(adam.epsilon())));
        }
        return value.minus(rate.times(gradient));
    }

    /** 1 − βⁿ. */
    private static Formula correction(double beta, Ref step, long steps) {
        var last = (long) Math.floor(Math.log(LEAST_POWER) / Math.log(beta));
        var power = steps > last ? MIN.of(step, number((double) last)) : step;
        return number(1).minus(number(beta).toPower(power));
    }
}
