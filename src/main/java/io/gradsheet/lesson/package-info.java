/**
 * Lessons: an experiment becomes the plan of a workbook. {@link io.gradsheet.lesson.Lessons} finds the lesson of an experiment. What all
 * lessons share (the guide, the check, the texts in every language) is in {@code frame}, what those on a network share in {@code
 * network}; each kind of lesson has a package of its own beside them.
 */
package io.gradsheet.lesson;
