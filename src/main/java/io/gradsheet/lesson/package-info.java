/**
 * Lessons: an experiment becomes the plan of a workbook. {@link io.gradsheet.lesson.Lessons} finds the lesson of an experiment. What all
 * lessons share (the guide, the check, the texts in two languages) is in {@code frame}; each lesson has a package of its own
 * beside it.
 */
package io.gradsheet.lesson;
