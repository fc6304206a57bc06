package io.gradsheet.classroom.roster;

import java.util.List;
import java.util.Optional;

/**
 * Which columns of a roster hold what, where its row of column names does not tell.
 *
 * @param id the name of the column of ids, if it is said
 * @param names the names of the columns that make up a student's name, in the order of reading; empty if it is not said
 */
public record RosterColumns(Optional<String> id, List<String> names) {
    /** Nothing is said: the row of column names tells. */
    public static final RosterColumns TOLD = new RosterColumns(Optional.empty(), List.of());

    public RosterColumns {
        names = List.copyOf(names);
    }
}
