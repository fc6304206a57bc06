package io.gradsheet.table;

/** A file or a text is no table that can be read. The message is one sentence for the user, which begins with the place. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isBinary;

    TableException(String place, String sentence) {
        this(place, sentence, false);
    }

    private TableException(String place, String sentence, boolean isBinary) {
        super(place + ": " + sentence);
        this.isBinary = isBinary;
    }

    TableException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.isBinary = false;
    }

    static TableException binary(String place, String sentence) {
        return new TableException(place, sentence, true);
    }

    /** Whether the file holds bytes that are no text at all, and that may mean something else. */
    public boolean isBinary() {
        return isBinary;
    }
}
