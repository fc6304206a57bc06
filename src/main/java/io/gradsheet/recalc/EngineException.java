package io.gradsheet.recalc;

import io.gradsheet.sheet.OneLine;

/** An engine is missing, failed, or took too long. The message is one sentence for the user, with what to do. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(OneLine.of(message));
    }

    EngineException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
