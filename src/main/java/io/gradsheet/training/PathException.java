package io.gradsheet.training;

import io.gradsheet.expression.DomainException;

/** A descent cannot go on. */
public final class PathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence: in which step, why, and what to do. */
    public PathException(String message, Throwable cause) {
        super(message, cause);
    }

    static PathException divergence(int step) {
        return new PathException(
                "the descent diverges: in step " + step
                        + " the point leaves the representable range; take a smaller eta or another start",
                null);
    }

    static PathException domain(int step, DomainException cause) {
        return new PathException(
                "the descent cannot go on in step " + step + ": " + cause.getMessage()
                        + "; take another start or a smaller eta",
                cause);
    }

    /** A descent that has come so near to a minimum at 0 that a spreadsheet cannot follow it any further. */
    static PathException vanishing(int step, DomainException cause) {
        return new PathException(
                "the descent has long arrived in step " + step + ": " + cause.getMessage() + "; take fewer steps",
                cause);
    }
}
