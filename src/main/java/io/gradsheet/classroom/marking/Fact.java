package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.Address;
import java.util.List;

/**
 * Something about a returned workbook that a teacher may want to look at. It says what is in the file, and not why.
 *
 * @param student the id of the one whose workbook it is
 * @param other the id, or the name, of somebody else it speaks of, or a text that it is about; may be empty
 * @param cells where it is to be seen; may be empty
 */
public record Fact(String student, Kind kind, String other, List<Address> cells) {
    /** What there is to look at. */
    public enum Kind {
        /** The file was handed in under a name that fits another student. */
        OTHER_NAME,
        /** Another file, whose name follows, says that it is this student's too, and is not marked. */
        SEVERAL_FILES,
        /** Wrong numbers that another student has to the last digit. */
        SAME_WRONG,
        /** Numbers that are not right here, and are the right ones of another student. */
        OTHERS_NUMBERS,
        /** Formulas of the handout that are numbers or texts now. */
        PASTED,
        /** Givens that are no longer what they were. */
        CHANGED_GIVENS,
        /** Formulas that the engine cannot compute, whose saved values are marked: the other is the function. */
        NOT_COMPUTED,
        /** The texts within are not those that the workbook is judged by: the other is what they say. */
        OTHER_TEMPLATE
    }

    public Fact {
        cells = List.copyOf(cells);
    }

    /** The cells, those that lie together as one range. */
    public String where() {
        return CellList.of(cells);
    }
}
