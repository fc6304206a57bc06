/**
 * What all lessons share: the guide in front, the check at the end, the hidden source sheet that lets a workbook be checked
 * without any other file, and the texts in every language. A lesson says what is its own; the frame gives it its place.
 */
package io.gradsheet.lesson.frame;
