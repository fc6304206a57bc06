package io.gradsheet.check;

/** Hears how far a check is. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = done -> {};

    /** {@code done} rows are compared, of {@link Verification#rows}. */
    void rows(long done);
}
