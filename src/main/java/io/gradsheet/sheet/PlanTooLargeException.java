package io.gradsheet.sheet;

import java.util.Locale;

/** A sheet or a formula would pass what the file format can hold. The message is one sentence for the user. */
public final class PlanTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PlanTooLargeException(String message) {
        super(message);
    }

    static PlanTooLargeException rows(String sheet, long needed) {
        return new PlanTooLargeException(String.format(
                Locale.ROOT,
                "sheet %s would need %,d rows, and a workbook can have %,d: take fewer epochs or fewer samples",
                sheet,
                needed,
                Plan.MAX_ROWS));
    }

    static PlanTooLargeException columns(String sheet, long needed) {
        return new PlanTooLargeException(String.format(
                Locale.ROOT,
                "sheet %s would need %,d columns, and a workbook can have %,d: take smaller layers or fewer inputs",
                sheet,
                needed,
                Plan.MAX_COLUMNS));
    }

    static PlanTooLargeException arguments(String function, int needed, int most) {
        return new PlanTooLargeException(String.format(
                Locale.ROOT,
                "a formula would give the function %s %,d arguments, and a function can take %,d: take smaller arrays or fewer cells",
                function,
                needed,
                most));
    }

    static PlanTooLargeException formula(int needed) {
        return new PlanTooLargeException(String.format(
                Locale.ROOT,
                "a formula would need %,d characters, and a cell can have %,d: shorten f, or take smaller layers",
                needed,
                Cell.MAX_FORMULA));
    }
}
