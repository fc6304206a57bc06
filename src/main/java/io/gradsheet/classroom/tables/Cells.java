package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.roster.ColumnKind;
import io.gradsheet.classroom.roster.GuardedText;
import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.sheet.Value;
import java.util.List;

/** What stands in the cells of a table. */
final class Cells {
    private Cells() {}

    static String number(double value) {
        return Value.of(value).toString();
    }

    /** The cells of a row of the roster in some columns, as they came. */
    static List<String> of(Roster roster, List<String> row, List<Integer> columns) {
        return columns.stream().map(column -> of(roster, row, column)).toList();
    }

    /** Names are for people; anything else a platform may know somebody by. */
    static String of(Roster roster, List<String> row, int column) {
        var isName = ColumnKind.of(roster.head().get(column))
                .filter(kind ->
                        kind == ColumnKind.FULL_NAME || kind == ColumnKind.FIRST_NAME || kind == ColumnKind.LAST_NAME)
                .isPresent();
        return isName ? GuardedText.of(row.get(column)) : GuardedText.key(row.get(column));
    }
}
