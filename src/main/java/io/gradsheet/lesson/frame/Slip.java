package io.gradsheet.lesson.frame;

/**
 * A usual mistake, and what it comes to.
 *
 * @param kind the mistake
 * @param value what a learner who makes it gets; not a number where that cannot be told
 */
public record Slip(Kind kind, double value) {
    /** The mistakes that are looked for; each is described by the text {@code slip.KIND}. */
    public enum Kind {
        /** z without its bias. */
        BIAS_FORGOTTEN,
        /** z with the bias taken off. */
        BIAS_SUBTRACTED,
        /** Weights read along the other direction of their matrix. */
        WEIGHT_TRANSPOSED,
        /** Weights of another neuron of the layer. */
        OTHER_NEURON,
        /** Numbers of the sample above or below. */
        OTHER_SAMPLE,
        /** Numbers of the row above or below. */
        OTHER_ROW,
        /** The number of another cell of the task. */
        OTHER_CELL,
        /** Numbers of the epoch, or the step, before. */
        PREVIOUS_EPOCH,
        /** Weights that are already updated. */
        UPDATED_WEIGHTS,
        /** A mean where a sum is asked for. */
        MEAN_INSTEAD_OF_SUM,
        /** A sum where a mean is asked for. */
        SUM_INSTEAD_OF_MEAN,
        /** A sum that lacks its first or last term. */
        TERM_LEFT_OUT,
        /** The first or the last term in place of the sum. */
        ONE_TERM_ONLY,
        /** z in place of a. */
        ACTIVATION_FORGOTTEN,
        /** e to the power of z where that of −z is asked for. */
        SIGN_IN_EXPONENT,
        /** The derivative in place of the activation. */
        DERIVATIVE_INSTEAD,
        /** Another activation than that of the layer. */
        OTHER_ACTIVATION,
        /** δ without the derivative of the activation. */
        SLOPE_FORGOTTEN,
        /** The derivative written in z where it is one in a. */
        SLOPE_FROM_WEIGHTED_INPUT,
        /** Only a, or only 1 − a, of σ′ = a(1 − a). */
        HALF_OF_SLOPE,
        /** t − a in place of a − t. */
        TARGET_MINUS_ACTIVATION,
        /** t − a, and without the derivative as well. */
        TARGET_MINUS_ACTIVATION_SLOPE_FORGOTTEN,
        /** ½ of the cost forgotten, so that its derivative is doubled. */
        HALF_FORGOTTEN,
        /** Differences that are not squared. */
        SQUARE_FORGOTTEN,
        /** Errors that flow back without their weights. */
        WEIGHTS_FORGOTTEN,
        /** A gradient without the activation that flows in. */
        ACTIVATION_LEFT_OUT,
        /** A gradient without the error. */
        ERROR_LEFT_OUT,
        /** The weighted input in place of the activation that flows in. */
        WEIGHTED_INPUT_FOR_ACTIVATION,
        /** A step up the slope in place of down. */
        SIGN_OF_UPDATE,
        /** A step without η. */
        RATE_FORGOTTEN,
        /** A step up, and without η. */
        SIGN_OF_UPDATE_RATE_FORGOTTEN,
        /** The step in place of what it leads to. */
        VALUE_FORGOTTEN,
        /** What a step begins with in place of what it leads to. */
        NOT_UPDATED,
        /** A derivative with respect to another variable. */
        OTHER_VARIABLE,
        /** A sum of squares without the root. */
        ROOT_FORGOTTEN,
        /** An angle in degrees where radians are asked for. */
        ANGLE_IN_DEGREES,
        /** Absolute values added where squares are. */
        ABSOLUTE_VALUES_ADDED,
        /** One term of a sum with the other sign. */
        SIGN_OF_TERM,
        /** The right number with the other sign. */
        SIGN,
        /** Twice the right number. */
        DOUBLED,
        /** Half the right number. */
        HALVED,
        /** One divided by the right number. */
        RECIPROCAL,
        /** One minus the right number. */
        COMPLEMENT,
        /** The right number in per cent. */
        PERCENT,
        /** The figures of the right number without its decimal point: 2.75 typed as 2,75 where a comma parts thousands. */
        POINT_LOST,
        /** The right number taken for a date: 1.5 typed where a point parts day and month. */
        DATE,
        /** The right number with fewer figures than are asked for. */
        ROUNDED
    }
}
