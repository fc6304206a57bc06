package io.gradsheet.network;

/** What may be done to activations before anything is computed from them. */
@FunctionalInterface
public interface Touch {
    /** Nothing. */
    Touch NONE = (activation, z, a, rows) -> {};

    /**
     * Changes activations in place, or leaves them.
     *
     * @param activation the function that made {@code a} of {@code z}, for {@code rows} samples
     */
    void touch(Activation activation, double[] z, double[] a, int rows);
}
