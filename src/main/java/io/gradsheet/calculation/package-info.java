/**
 * How a number is worked out: the formula of a cell as a calculation with ranges written out and branches taken, and as it is written
 * on paper, in symbols or in numbers.
 */
package io.gradsheet.calculation;
