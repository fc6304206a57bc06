/**
 * A formula as a user types it, of variables x, y, … or of the cells of a sheet. An {@link io.gradsheet.expression.Expression} is parsed
 * from text, evaluated in Java, differentiated symbolically into something a person can read, and turned into the formula of a cell; what
 * its names mean, a {@link io.gradsheet.expression.Scope} says. It is read, evaluated and written by a spreadsheet's rules, so that
 * {@code -x^2} means in Java what it means in the sheet, and a point where the sheet shows an error, or where programs differ, is a
 * {@link io.gradsheet.expression.DomainException} here. Beside the JDK the room knows the formulas of
 * {@code sheet}.
 */
package io.gradsheet.expression;
