package io.gradsheet.lesson.network;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.ActivationFormula;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions of a network as a careful learner would type them. Written from the book's formulas, and on purpose not from
 * the Java of {@code network}: each checks the other. None has an error for a result where the function has a number, however
 * large a weighted input: EXP beyond 709 would be one, and so would LN of 0.
 */
public final class Formulas {
    /** EXP of this is a number, and 1 beside it is nothing. */
    private static final String FAR = "700";

    private Formulas() {}

    /** The activation of a weighted input, where it depends on no other. */
    public static String activation(Activation activation, Ref weightedInput) {
        return activation(activation, weightedInput.toString(), weightedInput.toString());
    }

    /** The activation of a weighted input that is written out as a sum. */
    public static String activationOfSum(Activation activation, String sum) {
        return activation(activation, sum, "(" + sum + ")");
    }

    private static String activation(Activation activation, String weightedInput, String factor) {
        if (activation instanceof Activation.Sigmoid) {
            return sigmoid(weightedInput);
        } else if (activation instanceof Activation.Tanh) {
            // Apache POI computes TANH from EXP.
            return "TANH(MAX(-" + FAR + ",MIN(" + FAR + "," + weightedInput + ")))";
        } else if (activation instanceof Activation.Relu) {
            return "MAX(0," + weightedInput + ")";
        } else if (activation instanceof Activation.LeakyRelu) {
            return "IF(" + weightedInput + ">0," + weightedInput + ",0.01*" + factor + ")";
        } else if (activation instanceof Activation.Softplus) {
            return softplus(weightedInput);
        } else if (activation instanceof Activation.Linear) {
            return weightedInput;
        } else if (activation instanceof Activation.Step) {
            return "IF(" + weightedInput + ">=0,1,0)";
        } else if (activation instanceof Activation.Written written) {
            return formula(written).value().withinReach().formula(name -> factor);
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

    private static String sigmoid(String weightedInput) {
        return "1/(1+EXP(-MAX(" + weightedInput + ",-" + FAR + ")))";
    }

    private static String softplus(String weightedInput) {
        return "MAX(0," + weightedInput + ")+LN(1+EXP(-ABS(" + weightedInput + ")))";
    }

    /** What softmax shares: the exponential, with the largest taken off all weighted inputs. */
    public static String exponential(Ref weightedInput, Range layer) {
        return "EXP(" + weightedInput + "-MAX(" + layer + "))";
    }

    /** Softmax: the share of an exponential. */
    public static String share(Ref exponential, Range layer) {
        return exponential + "/SUM(" + layer + ")";
    }

    /** Softmax in one formula: 1 divided by the sum of what every exponential is beside the neuron's own, which counts from 1. */
    public static String share(int neuron, List<Ref> weightedInputs) {
        var itself = weightedInputs.get(neuron - 1);
        var terms = new ArrayList<>(List.of("1"));
        for (var other : weightedInputs) {
            if (!other.equals(itself)) {
                terms.add("EXP(MIN(" + FAR + "," + other + "-" + itself + "))");
            }
        }
        return "1/(" + String.join("+", terms) + ")";
    }

    /**
     * δ: the slope ∂C/∂a of a neuron times the derivative of its activation, which is written with the activation itself where it can
     * be, and else with the weighted input.
     */
    public static String error(Activation activation, String slope, Ref weightedInput, Ref itself) {
        if (activation instanceof Activation.Sigmoid) {
            return slope + "*" + itself + "*(1-" + itself + ")";
        } else if (activation instanceof Activation.Tanh) {
            return slope + "*(1-" + itself + "*" + itself + ")";
        } else if (activation instanceof Activation.Relu) {
            return slope + "*IF(" + itself + ">0,1,0)";
        } else if (activation instanceof Activation.LeakyRelu) {
            return slope + "*IF(" + itself + ">0,1,0.01)";
        } else if (activation instanceof Activation.Softplus) {
            return slope + "*(1-EXP(-" + itself + "))";
        } else if (activation instanceof Activation.Linear) {
            return slope;
        } else if (activation instanceof Activation.Written written) {
            return slope + "*(" + formula(written).derivative().withinReach().formula(name -> weightedInput.toString())
                    + ")";
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
    public static String outputError(
            Network network, Ref target, Ref weightedInput, Ref activation, Range targets, Range activations) {
        var difference = activation + "-" + target;
        if (network.cost() instanceof Cost.CrossEntropy) {
            return difference;
        } else if (network.outputActivation() instanceof Activation.Softmax) {
            return slope(network) + activation + "*((" + difference + ")-(SUMSQ(" + activations + ")-SUMPRODUCT("
                    + targets + "," + activations + ")))";
        }
        return error(network.outputActivation(), slope(network) + "(" + difference + ")", weightedInput, activation);
    }

    /** What stands before a − t in ∂C/∂a of a squared cost. */
    public static String slope(Network network) {
        if (network.cost() instanceof Cost.Squared squared) {
            return switch (squared.share()) {
                case HALF -> "";
                case WHOLE -> "2*";
                case MEAN ->
                    switch (network.outputs()) {
                        case 1 -> "2*";
                        case 2 -> "";
                        default -> "2/" + network.outputs() + "*";
                    };
            };
        }
        return "";
    }

    /**
     * C of one sample.
     *
     * @param exponentials of the output layer, if it is softmax
     */
    static String cost(Network network, Range targets, Range weightedInputs, Range exponentials, Range activations) {
        if (network.cost() instanceof Cost.Squared squared) {
            var sum = "SUMXMY2(" + targets + "," + activations + ")";
            return switch (squared.share()) {
                case HALF -> sum + "/2";
                case WHOLE -> sum;
                case MEAN -> network.outputs() == 1 ? sum : sum + "/" + network.outputs();
            };
        } else if (network.outputActivation() instanceof Activation.Softmax) {
            return "LN(SUM(" + exponentials + "))+MAX(" + weightedInputs + ")-SUMPRODUCT(" + targets + ","
                    + weightedInputs + ")";
        }
        var terms = new ArrayList<String>();
        for (var j = 0; j < network.outputs(); j++) {
            terms.add(softplus(weightedInputs.first().plus(0, j).toString()));
        }
        return String.join("+", terms) + "-SUMPRODUCT(" + targets + "," + weightedInputs + ")";
    }

    /** 1 if the output answers as the targets want, else 0. */
    static String hit(Network network, Range activations, Range targets) {
        if (network.outputs() == 1) {
            return "IF((" + Largest.isYes(activations.first().toString()) + ")=(" + targets.first() + ">=0.5),1,0)";
        }
        return "IF(" + Largest.of(activations, network.outputActivation()) + "=" + Largest.ofGiven(targets) + ",1,0)";
    }
}
