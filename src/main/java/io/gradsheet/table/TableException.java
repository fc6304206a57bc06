package io.gradsheet.table;

/** A file or a text is no table that can be read. The message is one sentence for the user, which begins with the place. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TableException(String place, String sentence) {
        super(place + ": " + sentence);
    }

    TableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
