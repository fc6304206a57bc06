package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;

/** An input cell holds what no computation can start from. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A cell, what is in it, and what is needed there, such as {@code a number}. */
    public InputException(Address cell, Value found, String needed) {
        super(cell + " holds " + found + ", but this input must be " + needed
                + "; correct the cell and save the workbook");
    }
}
