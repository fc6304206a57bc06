/**
 * The workbook before it is a file. A {@link io.gradsheet.sheet.Plan} lists sheets; a {@link io.gradsheet.sheet.SheetPlan}
 * pushes its rows in order into a {@link io.gradsheet.sheet.RowSink}; every {@link io.gradsheet.sheet.Cell} is a label, an
 * input, or computed: a {@link io.gradsheet.sheet.Formula}, which is a tree, and, obtained without it, Java's value. The room
 * imports nothing but the JDK: the writer, the check and a dry run are three sinks of the same plan, so what is checked is what was
 * written.
 */
package io.gradsheet.sheet;
