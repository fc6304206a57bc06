package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.marking.Refusal.Reason;

/** A workbook cannot be marked: it was not handed out, or its cells are no longer where they were. The message goes on after the file's name. */
final class UnmarkableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnmarkableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
