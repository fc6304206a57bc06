package io.gradsheet.sheet;

/** A sheet would pass what the file format can hold. */
public final class PlanTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A sheet, what it has too many of ({@code rows} or {@code columns}), how many, and how many there may be. */
    public PlanTooLargeException(String sheet, String what, long needed, long most) {
        super(String.format(
                java.util.Locale.ROOT,
                "sheet %s would need %,d %s, and a workbook can have %,d: %s",
                sheet,
                needed,
                what,
                most,
                what.equals("rows") ? "take fewer epochs or fewer samples" : "take smaller layers or fewer inputs"));
    }
}
