package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.OneLine;

/**
 * A file that is not marked.
 *
 * @param file its name, see {@link ReturnedFile#name}
 * @param reason in a word
 * @param sentence the same for people, with what can be done
 */
public record Refusal(String file, Reason reason, String sentence) {
    public Refusal {
        sentence = OneLine.of(sentence);
    }

    /** Why a file is not marked. */
    public enum Reason {
        /** It is cut short or spoiled. */
        DAMAGED,
        /** It is encrypted. */
        PASSWORD,
        /** It is an .xls. */
        OLD_EXCEL,
        /** It is an .ods or the like. */
        OPEN_DOCUMENT,
        /** It is a document of Numbers. */
        NUMBERS,
        /** It is no workbook at all. */
        NO_WORKBOOK,
        /** It reaches out of itself, or would unpack to far more than a workbook does. */
        UNSAFE,
        /** It is what a program leaves beside a workbook that is open. */
        LOCK_FILE,
        /** It may not be read. */
        UNREADABLE,
        /** It is larger than any workbook that was handed out can become. */
        TOO_LARGE,
        /** It is a workbook, but not one that was handed out. */
        FOREIGN,
        /** It was handed out, but with another template, seed or version. */
        OTHER_EDITION,
        /** It is the same as another, or an earlier one of the same student. */
        DUPLICATE,
        /** Its cells are no longer in their places. */
        MOVED,
        /** Its formulas cannot be computed. */
        NOT_COMPUTED
    }
}
