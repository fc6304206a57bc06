package io.gradsheet.sheet;

/** A vector shape on a sheet. Coordinates are in cells from the top left corner of A1: column 1.5 is the middle of B. */
public sealed interface Shape {
    /** A point on the sheet. */
    record Point(double column, double row) {}

    /** A circle or box with a caption in it. */
    record Node(Point topLeft, Point bottomRight, RichText text, Hue hue, boolean round) implements Shape {}

    /** A line, with a head at its end if it is an arrow. */
    record Line(Point from, Point to, Hue hue, boolean arrow, double weight) implements Shape {}

    /** A caption alone. */
    record Caption(Point topLeft, Point bottomRight, RichText text, Hue hue) implements Shape {}

    /** The colours of shapes: two for the two directions, one for all else. */
    enum Hue {
        NEUTRAL,
        INPUT,
        FORWARD,
        BACKWARD
    }
}
