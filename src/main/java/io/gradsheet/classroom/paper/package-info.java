/**
 * An exercise on paper: {@link io.gradsheet.classroom.paper.Paper} lays its tasks out on upright pages of A4, each with the numbers that
 * it is worked out from and room to write, and the same pages with the working written out. What a task is worked out from are the
 * cells that its formulas come to, back to givens and to other answers.
 */
package io.gradsheet.classroom.paper;
