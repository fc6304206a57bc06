package io.gradsheet.classroom.tables;

import java.util.Locale;

/** Who reads a table of points. */
public enum Format {
    /** Anybody: a column for each task. */
    ANY,
    /** The import of grades in Moodle; where the roster is the grading worksheet of an assignment, that worksheet. */
    MOODLE,
    /** The grading worksheet of an assignment in Moodle, filled in. */
    MOODLE_WORKSHEET,
    /** The import of the gradebook in Canvas. */
    CANVAS,
    /** The upload to the grade centre of Blackboard. */
    BLACKBOARD,
    /** The import of grades in Brightspace. */
    BRIGHTSPACE;

    /** The name as users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
