package io.gradsheet.classroom;

import java.util.Locale;

/** For whom a workbook is made. */
public enum Edition {
    /** With every formula. */
    TEACHER,
    /** With blanks that say at once whether an answer is right. */
    PRACTICE,
    /** With blanks, and without any answer. */
    EXAM;

    /** As users write it: {@code practice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return code();
    }
}
