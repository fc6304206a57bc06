package io.gradsheet.sheet;

import java.util.List;
import java.util.Optional;

/**
 * A workbook before it is a file.
 *
 * @param title as the file's properties and the footers show it
 * @param subject the lesson's id
 * @param language of its texts, as a code: {@code en}
 * @param sheets in the order of their tabs
 * @param names defined names, such as {@code eta}
 * @param iteration whether formulas may depend on themselves
 */
public record Plan(
        String title, String subject, String language, List<SheetPlan> sheets, List<Name> names, Iteration iteration) {
    /** The most rows that a sheet of an .xlsx file can have. */
    public static final int MAX_ROWS = 1_048_576;

    /** The most columns that a sheet of an .xlsx file can have. */
    public static final int MAX_COLUMNS = 16_384;

    /** Cells with a name that formulas use. */
    public record Name(String name, String sheet, Range cells) {
        /** A single cell with a name. */
        public Name(String name, Address cell) {
            this(name, cell.sheet(), Range.of(Ref.at(cell.row(), cell.column()), 1, 1));
        }

        /** The first of the cells. */
        public Address cell() {
            return cells.first().address(sheet);
        }
    }

    /** Whether there are formulas that depend on themselves, each calculation one round of them. */
    public enum Iteration {
        /** There are none. */
        NONE,
        /** A switch holds them at their beginning: their values follow from the inputs. */
        AT_REST,
        /** They go on from the values that they had, which only the program that saved them knows. */
        RUNNING
    }

    /** A workbook in which no formula depends on itself. */
    public Plan(String title, String subject, String language, List<SheetPlan> sheets, List<Name> names) {
        this(title, subject, language, sheets, names, Iteration.NONE);
    }

    /** The first of the cells that have a defined name, as formulas spell it. */
    public Optional<Address> named(String name) {
        return names.stream()
                .filter(each -> each.name().equals(name))
                .map(Name::cell)
                .findFirst();
    }

    /** The same workbook with formulas that depend on themselves. */
    public Plan with(Iteration iteration) {
        return new Plan(title, subject, language, sheets, names, iteration);
    }

    /**
     * Checks that every sheet fits into the format.
     *
     * @throws PlanTooLargeException if a sheet would not fit
     */
    public Plan {
        sheets = List.copyOf(sheets);
        names = List.copyOf(names);
        sheets.forEach(sheet -> checkSize(sheet.name(), sheet.rows(), sheet.columns()));
    }

    /**
     * Checks that a sheet of this size fits into the format.
     *
     * @throws PlanTooLargeException if it does not
     */
    public static void checkSize(String sheet, long rows, long columns) {
        if (rows > MAX_ROWS) {
            throw PlanTooLargeException.rows(sheet, rows);
        }
        if (columns > MAX_COLUMNS) {
            throw PlanTooLargeException.columns(sheet, columns);
        }
    }
}
