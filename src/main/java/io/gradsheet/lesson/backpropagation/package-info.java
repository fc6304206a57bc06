/**
 * Lesson 4.3: the whole training of a network by backpropagation. {@link
 * io.gradsheet.lesson.backpropagation.Backpropagation} puts the workbook together; each sheet is a class, and {@code
 * TrainingLayout} says where every quantity stands.
 */
package io.gradsheet.lesson.backpropagation;
