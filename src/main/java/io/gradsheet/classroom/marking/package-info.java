/**
 * Marking: from the files that come back to marks. {@link io.gradsheet.classroom.marking.Marker} judges answers, and an answer that
 * only follows from an earlier mistake is right; usual mistakes are known by what they come to. What a class has done becomes {@link
 * io.gradsheet.classroom.marking.Marks}, and these a workbook, a table, and a copy of each workbook with remarks. Nothing that comes
 * back is trusted.
 */
package io.gradsheet.classroom.marking;
