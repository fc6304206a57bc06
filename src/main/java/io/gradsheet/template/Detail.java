package io.gradsheet.template;

/**
 * How much of a training a workbook shows.
 *
 * @param compact whether a gradient is one sum over all samples, and not a cell for each
 * @param isChosen whether nobody asked for it: there would be too many cells
 */
public record Detail(boolean compact, boolean isChosen) {
    /** A cell for every gradient of every sample. */
    static final Detail FULL = new Detail(false, false);

    /** More gradients of single samples make a workbook that spreadsheet programs open slowly or not at all. */
    static final long MOST_GRADIENTS = 500_000;

    /** What fits: the full detail, unless that would be too many gradients. */
    static Detail fitting(long gradients) {
        return gradients <= MOST_GRADIENTS ? FULL : new Detail(true, true);
    }
}
