/**
 * The check: what an engine computes from a workbook, against what Java computes without its formulas. A {@link
 * io.gradsheet.check.Verification} reads a workbook's inputs as they stand in the file, trains again, says what in the file is
 * not as it was made, and compares the values of any engine, cell by cell.
 */
package io.gradsheet.check;
