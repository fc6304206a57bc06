/**
 * What several lessons on a network share: the Data sheet, a sample's way forward in the columns of a row, and the formulas of
 * activations and costs. Where the columns and the parameters stand, {@link io.gradsheet.lesson.network.ForwardLayout} and {@link
 * io.gradsheet.lesson.network.ParameterColumns} say.
 */
package io.gradsheet.lesson.network;
