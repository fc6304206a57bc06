package io.gradsheet.check;

import io.gradsheet.sheet.OneLine;

/** A file cannot be checked: it is not a workbook of GradSheet, or a part of it is gone. */
public final class CheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckException(String message) {
        super(OneLine.of(message));
    }

    CheckException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
