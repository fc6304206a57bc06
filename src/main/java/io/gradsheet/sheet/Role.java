package io.gradsheet.sheet;

/**
 * What a cell is to the learner. The kind of the cell and its role decide how it looks; nothing else does. A label with one of
 * the roles of quantities is a caption of such cells and wears their hue.
 */
public enum Role {
    /** The one title of a sheet. */
    TITLE,
    /** A heading inside a sheet. */
    HEADING,
    /** Running text. */
    TEXT,
    /** A remark that may be skipped: smaller and muted. */
    NOTE,
    /** A link to another sheet. */
    LINK,
    /** A caption that names rows or columns. */
    CAPTION,
    /** The number of a sample, an epoch or a step; a count. */
    INDEX,
    /** How many rounds formulas that depend on themselves have gone: what they show follows from it. */
    ROUNDS,
    /** A cell that the learner may change: data, η, initial parameters, switches. */
    INPUT,
    /** A cell that the learner fills in: the answer to a task. */
    BLANK,
    /** A text by formula that helps with a task when asked to. */
    HINT,
    /** A learning rate that the learner may change and that names a curve: shown as η = 0.01. */
    RATE,
    /** A switch with two positions, 1 (show) and 0 (hide). */
    SWITCH,
    /** A number by formula that has no part of its own in learning. */
    VALUE,
    /** A value of the data as formulas read it: an input x or a target t. */
    DATA,
    /** A weight or bias in use now. */
    PARAMETER,
    /** A weighted input z. */
    WEIGHTED_INPUT,
    /** An activation a, or a value of a function on the way forward. */
    ACTIVATION,
    /** An error δ. */
    ERROR,
    /** A derivative with respect to a parameter or a variable. */
    GRADIENT,
    /** A cost C, or the value of the function that is minimised. */
    COST,
    /** What a step of gradient descent changes, and the next value. */
    UPDATE,
    /** A comparison of the sheet with Java. */
    CHECK,
    /** A difference between the sheet and Java, or another figure whose size alone matters (shown as 3E-15). */
    DIFFERENCE,
    /** A share of a whole, shown in per cent. */
    SHARE,
    /** The answer that a sheet was made for: a verdict, a prediction. */
    VERDICT,
    /** One pixel of an image or one cell of a picture: a square whose colour is its value. */
    PIXEL,
    /** A term of a sum that is written out: with its sign before it. */
    SUMMAND,
    /** A factor in such a sum: with a dot before it. */
    FACTOR,
    /** A factor 1 − a: the cell holds a. */
    COMPLEMENT,
    /** What such a sum comes to: with an equals sign before it. */
    EQUALS,
    /** One weight or gradient among many: a small figure whose colour is its value. */
    HEAT,
    /** One cell of the map of a function: its colour shows the value, and the figure is not shown. */
    MAP,
    /** Text that is kept for the program and that nobody looks at. */
    SOURCE,
    /** A line to write on. */
    RULED,
    /** A frame to write an answer into. */
    ANSWER_BOX,
    /** A number of a vector or a matrix, or another short text at the right. */
    ELEMENT,
    /** The bracket before a vector or a matrix. */
    OPENING,
    /** The bracket behind it. */
    CLOSING,
    /** Something that flows forward: an arrow. */
    FORWARD,
    /** Something that flows backward: an arrow. */
    BACKWARD
}
