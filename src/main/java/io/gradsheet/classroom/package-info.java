/**
 * The classroom: a lesson becomes an {@link io.gradsheet.classroom.Exercise}, whose {@link io.gradsheet.classroom.Task}s are cells of
 * the teacher's workbook, and an {@link io.gradsheet.classroom.Edition} of that workbook leaves them blank. Everything follows from the
 * plan: which cells there are, what they are called, and Java's values, which stay those of the teacher's workbook.
 */
package io.gradsheet.classroom;
