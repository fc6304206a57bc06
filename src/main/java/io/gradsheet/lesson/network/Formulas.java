package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.EXP;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.LN;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.MIN;
import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.SUMPRODUCT;
import static io.gradsheet.sheet.Function.SUMSQ;
import static io.gradsheet.sheet.Function.SUMXMY2;
import static io.gradsheet.sheet.Function.TANH;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.ActivationFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The functions of a network as a careful learner would type them. Written from the book's formulas, and on purpose not from
 * the Java of {@code network}: each checks the other. None has an error for a result where the function has a number, however
 * large a weighted input: EXP beyond 709 would be one, and so would LN of 0.
 */
public final class Formulas {
    /** EXP of this is a number, and 1 beside it is nothing. */
    private static final double FAR = 700;

    private Formulas() {}

    /** The activation of a weighted input, where it depends on no other. */
    public static Formula activation(Activation activation, Formula weightedInput) {
        if (activation instanceof Activation.Sigmoid) {
            return number(1)
                    .over(number(1)
                            .plus(EXP.of(MAX.of(weightedInput, number(-FAR)).negative())));
        } else if (activation instanceof Activation.Tanh) {
            return TANH.of(weightedInput);
        } else if (activation instanceof Activation.Relu) {
            return MAX.of(number(0), weightedInput);
        } else if (activation instanceof Activation.LeakyRelu) {
            return IF.of(weightedInput.isGreater(0), weightedInput, number(0.01).times(weightedInput));
        } else if (activation instanceof Activation.Softplus) {
            return softplus(weightedInput);
        } else if (activation instanceof Activation.Linear) {
            return weightedInput;
        } else if (activation instanceof Activation.Step) {
            return IF.of(weightedInput.isAtLeast(0), number(1), number(0));
        } else if (activation instanceof Activation.Written written) {
            return formula(written).value().formula(name -> weightedInput);
        }
        throw new IllegalArgumentException("no formula for " + activation.name());
    }

    /** What a user wrote, which alone is the same on both sides. */
    private static ActivationFormula formula(Activation.Written written) {
        if (written.curve() instanceof ActivationFormula formula) {
            return formula;
        }
        throw new IllegalArgumentException("no formula for " + written.name());
    }

    private static Formula softplus(Formula weightedInput) {
        return Formula.sum(softplusTerms(weightedInput));
    }

    private static List<Formula> softplusTerms(Formula weightedInput) {
        return List.of(
                MAX.of(number(0), weightedInput),
                LN.of(number(1).plus(EXP.of(ABS.of(weightedInput).negative()))));
    }

    /** What softmax shares: the exponential, with the largest taken off all weighted inputs. */
    public static Formula exponential(Ref weightedInput, Range layer) {
        return EXP.of(weightedInput.minus(MAX.of(layer)));
    }

    /** Softmax: the share of an exponential. */
    public static Formula share(Ref exponential, Range layer) {
        return exponential.over(SUM.of(layer));
    }

    /** Softmax in one formula: 1 divided by the sum of what every exponential is beside the neuron's own, which counts from 1. */
    public static Formula share(int neuron, List<Ref> weightedInputs) {
        var itself = weightedInputs.get(neuron - 1);
        var sum = number(1);
        for (var other : weightedInputs) {
            if (!other.equals(itself)) {
                sum = sum.plus(EXP.of(MIN.of(number(FAR), other.minus(itself))));
            }
        }
        return number(1).over(sum);
    }

    /**
     * δ: the slope ∂C/∂a of a neuron times the derivative of its activation, which is written with the activation itself where it can
     * be, and else with the weighted input.
     */
    public static Formula error(Activation activation, Formula slope, Ref weightedInput, Ref itself) {
        if (activation instanceof Activation.Sigmoid) {
            return slope.times(itself).times(number(1).minus(itself));
        } else if (activation instanceof Activation.Tanh) {
            return slope.times(number(1).minus(itself.times(itself)));
        } else if (activation instanceof Activation.Relu) {
            return slope.times(IF.of(itself.isGreater(0), number(1), number(0)));
        } else if (activation instanceof Activation.LeakyRelu) {
            return slope.times(IF.of(itself.isGreater(0), number(1), number(0.01)));
        } else if (activation instanceof Activation.Softplus) {
            return slope.times(number(1).minus(EXP.of(itself.negative())));
        } else if (activation instanceof Activation.Linear) {
            return slope;
        } else if (activation instanceof Activation.Written written) {
            return slope.times(formula(written).derivative().formula(name -> weightedInput));
        }
        throw new IllegalArgumentException("no formula for the derivative of " + activation.name());
    }

    /**
     * δ of the output layer.
     *
     * @param weightedInput of the neuron
     * @param targets of the layer
     * @param activations of the layer
     */
    public static Formula outputError(
            Network network, Ref target, Ref weightedInput, Ref activation, Range targets, Range activations) {
        var difference = activation.minus(target);
        if (network.cost() instanceof Cost.CrossEntropy) {
            return difference;
        } else if (network.outputActivation() instanceof Activation.Softmax) {
            return slope(network, activation)
                    .times(difference.minus(SUMSQ.of(activations).minus(SUMPRODUCT.of(targets, activations))));
        }
        return error(network.outputActivation(), slope(network, difference), weightedInput, activation);
    }

    /** ∂C/∂a of a squared cost, from a − t. */
    private static Formula slope(Network network, Formula difference) {
        return slope(network).map(factor -> factor.times(difference)).orElse(difference);
    }

    /** What stands before a − t in ∂C/∂a of a squared cost, if it is not 1. */
    public static Optional<Formula> slope(Network network) {
        if (network.cost() instanceof Cost.Squared squared) {
            return switch (squared.share()) {
                case HALF -> Optional.empty();
                case WHOLE -> Optional.of(number(2));
                case MEAN ->
                    switch (network.outputs()) {
                        case 1 -> Optional.of(number(2));
                        case 2 -> Optional.empty();
                        default -> Optional.of(number(2).over(network.outputs()));
                    };
            };
        }
        return Optional.empty();
    }

    /**
     * C of one sample.
     *
     * @param exponentials of the output layer, if it is softmax
     */
    static Formula cost(Network network, Range targets, Range weightedInputs, Range exponentials, Range activations) {
        if (network.cost() instanceof Cost.Squared squared) {
            var sum = SUMXMY2.of(targets, activations);
            return switch (squared.share()) {
                case HALF -> sum.over(2);
                case WHOLE -> sum;
                case MEAN -> network.outputs() == 1 ? sum : sum.over(network.outputs());
            };
        } else if (network.outputActivation() instanceof Activation.Softmax) {
            return LN.of(SUM.of(exponentials))
                    .plus(MAX.of(weightedInputs))
                    .minus(SUMPRODUCT.of(targets, weightedInputs));
        }
        var terms = new ArrayList<Formula>();
        for (var j = 0; j < network.outputs(); j++) {
            terms.addAll(softplusTerms(weightedInputs.first().plus(0, j)));
        }
        return Formula.sum(terms).minus(SUMPRODUCT.of(targets, weightedInputs));
    }

    /** 1 if the output answers as the targets want, else 0. */
    static Formula hit(Network network, Range activations, Range targets) {
        var isRight = network.outputs() == 1
                ? Largest.isYes(activations.first()).isEqualTo(targets.first().isAtLeast(0.5))
                : Largest.of(activations, network.outputActivation()).isEqualTo(Largest.ofGiven(targets));
        return IF.of(isRight, number(1), number(0));
    }
}
