package io.gradsheet.training;

import io.gradsheet.network.SampleTrace;

/** A training run left the numbers that can be represented. */
public final class DivergenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DivergenceException(String where) {
        super("training diverges: " + where + "; take a smaller eta or other initial parameters");
    }

    /** The epoch and the sample, both from 1, where a number was no longer finite. */
    static DivergenceException at(int epoch, int sample, SampleTrace trace) {
        return new DivergenceException("in epoch " + epoch + ", at sample " + sample + ", "
                + trace.undefined().map(DivergenceException::noValue).orElse("a value is no longer a finite number"));
    }

    private static String noValue(SampleTrace.Undefined place) {
        return "the activation " + place.activation() + (place.isSlope() ? " has no derivative" : " has no value")
                + " at z = " + place.weightedInput() + ", in layer " + place.layer();
    }

    /** The epoch and the sample of the test, both from 1, where a number was no longer finite. */
    static DivergenceException inTest(int epoch, int sample) {
        return new DivergenceException("with the parameters that epoch " + epoch + " starts from, at test sample "
                + sample + ", a value is no longer a finite number");
    }

    /** The epoch, from 1, after which the parameters make a number of a sample, from 1, more than a finite number. */
    static DivergenceException after(int epoch, String what, int sample) {
        return new DivergenceException("with the parameters after epoch " + epoch + ", at " + what + " " + sample
                + ", a value is no longer a finite number");
    }

    /** The epoch, from 1, whose step led to a parameter that was no longer finite. */
    static DivergenceException inStep(int epoch) {
        return new DivergenceException(
                "the step of epoch " + epoch + " leads to a parameter that is no longer a finite number");
    }

    /** A parameter moved by a step makes C_T leave the finite numbers. */
    static DivergenceException inDifference(double step) {
        return new DivergenceException("a parameter moved by " + step + " makes C_T more than a finite number");
    }
}
