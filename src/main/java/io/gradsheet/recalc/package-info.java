/**
 * The engines: a workbook file in, the values of its cells out. An {@link io.gradsheet.recalc.Engine} sees nothing but the
 * file, never what Java computed, so that its values can be held against Java's. {@link io.gradsheet.recalc.StoredWorkbook}
 * reads any .xlsx row by row without trusting it: archives that explode, document types, macros and links to elsewhere are
 * found before a program is started on them. {@link io.gradsheet.recalc.FormulaText} answers whether two formulas say the same.
 */
package io.gradsheet.recalc;
