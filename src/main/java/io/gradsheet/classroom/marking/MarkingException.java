package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.OneLine;

/** A class cannot be marked. The message is one sentence for the user, with what to do. */
public final class MarkingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MarkingException(String message) {
        super(OneLine.of(message));
    }

    MarkingException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
