/**
 * Lesson 2.10: gradient descent on a function. {@link io.gradsheet.lesson.descent.Descent} puts the workbook together; each sheet
 * is a class.
 */
package io.gradsheet.lesson.descent;
