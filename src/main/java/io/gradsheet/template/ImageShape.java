package io.gradsheet.template;

/** The inputs as an image: pixels row by row. Inputs that are no image have one row. */
public record ImageShape(int rows, int columns) {
    /** Whether there is anything to look at. */
    public boolean isPicture() {
        return rows > 1;
    }
}
