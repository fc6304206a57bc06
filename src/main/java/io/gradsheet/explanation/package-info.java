/**
 * Explains a cell of a workbook: what it is, its formula in symbols, in cells and in numbers, what it comes to on the sheet and in Java,
 * where each number comes from, and what follows from it. It knows no lesson: all comes from what cells say of themselves.
 */
package io.gradsheet.explanation;
