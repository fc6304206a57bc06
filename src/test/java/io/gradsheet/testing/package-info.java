/**
 * What tests of several rooms share: the reference run of the book's main exercise, experiments and their workbooks, the cells of
 * a plan by what they are, and the program in a process of its own.
 */
package io.gradsheet.testing;
