package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.OneLine;
import java.util.List;

/** A class cannot be marked. The message is one sentence for the user, with what to do. */
public final class MarkingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    MarkingException(String message) {
        this(message, List.of());
    }

    /** @param refusals the files, none of which can be marked */
    MarkingException(String message, List<Refusal> refusals) {
        super(OneLine.of(message));
        this.refusals = List.copyOf(refusals);
    }

    MarkingException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
        this.refusals = List.of();
    }

    /** The files, if none of those that came back can be marked. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
