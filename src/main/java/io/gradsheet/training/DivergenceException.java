package io.gradsheet.training;

/** A training run left the numbers that can be represented. */
public final class DivergenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The epoch and the sample, both from 1, where a number was no longer finite. */
    public DivergenceException(int epoch, int sample) {
        super("training diverges: in epoch " + epoch + ", at sample " + sample
                + ", a value is no longer a finite number; take a smaller eta or other initial parameters");
    }
}
