package io.gradsheet.recalc;

import io.gradsheet.sheet.OneLine;

/** A file is not a workbook that can be read, or not one that an engine may be started on. The message is one sentence for the user. */
public final class WorkbookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkbookException(String message) {
        super(OneLine.of(message));
    }

    WorkbookException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
