package io.gradsheet.classroom;

/** No exercise can be made. The message is one sentence for the user. */
public final class ExerciseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExerciseException(String message) {
        super(message);
    }
}
