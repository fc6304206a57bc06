package io.gradsheet.template;

/** The inputs as an image: pixels row by row. */
public record ImageShape(int rows, int columns) {}
