package io.gradsheet.sheet;

/** A vector shape of a {@link Feature.Drawing}. */
public sealed interface Shape {
    /** A point, in typographic points right of and below the drawing's origin. */
    record Point(double x, double y) {}

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
