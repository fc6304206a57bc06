/**
 * Training in one block of cells that go on from their own last values: {@link io.gradsheet.lesson.live.LiveTraining} puts the workbook
 * together.
 */
package io.gradsheet.lesson.live;
