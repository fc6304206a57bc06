/**
 * Lessons that are said in their templates: sheets of inputs, formulas, tables and pictures. {@code Evaluation} computes every
 * cell in Java from the trees of the formulas; a {@code Panel} for each block says how much room it needs and then paints its
 * cells; {@code Layout} gives every panel its place.
 */
package io.gradsheet.lesson.worksheet;
