package io.gradsheet.explanation;

/** A place in a workbook that is none; the message says what to write. */
public final class PlaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlaceException(String message) {
        super(message);
    }
}
