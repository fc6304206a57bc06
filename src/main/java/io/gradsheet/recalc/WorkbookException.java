package io.gradsheet.recalc;

import io.gradsheet.sheet.OneLine;

/** A file is not a workbook that can be read, or not one that an engine may be started on. The message is one sentence for the user. */
public final class WorkbookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is the matter with a file. */
    public enum Kind {
        /** It is cut short, or a part of it is not as the format wants it. */
        DAMAGED,
        /** It is encrypted. */
        PASSWORD,
        /** It is of the format before .xlsx. */
        OLD_EXCEL,
        /** It is an .ods, or another document of that family. */
        OPEN_DOCUMENT,
        /** It is a document of Numbers. */
        NUMBERS,
        /** It is something else, or nothing. */
        NO_WORKBOOK,
        /** It reaches out of itself, or would unpack to far more than a workbook does. */
        UNSAFE
    }

    WorkbookException(String message) {
        this(Kind.DAMAGED, message);
    }

    WorkbookException(Kind kind, String message) {
        super(OneLine.of(message));
        this.kind = kind;
    }

    WorkbookException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
        this.kind = XmlPart.isOfAttack(cause) ? Kind.UNSAFE : Kind.DAMAGED;
    }

    /** What is wrong with the file. */
    public Kind kind() {
        return kind;
    }
}
