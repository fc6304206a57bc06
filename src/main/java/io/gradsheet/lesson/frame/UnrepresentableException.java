package io.gradsheet.lesson.frame;

/** A formula of the workbook would show an error where Java has a number. */
public final class UnrepresentableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence: where the run leaves the range of a spreadsheet, and what to do. */
    public UnrepresentableException(String message) {
        super(message);
    }
}
