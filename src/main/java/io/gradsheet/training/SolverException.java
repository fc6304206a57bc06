package io.gradsheet.training;

/** There is nothing that a solver could do. */
public final class SolverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence: why, and what to do. */
    public SolverException(String message) {
        super(message);
    }
}
