/**
 * Lesson 3.5: C_T in one cell, the parameters in one row, and Excel's Solver set up to make the one small by changing the other. Beside the
 * start stands what Java's solver found, and on {@code Answers} what each of them makes of every sample.
 */
package io.gradsheet.lesson.solver;
