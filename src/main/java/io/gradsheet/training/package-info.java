/**
 * Training: gradient descent over samples, one epoch at a time, one step or many. A {@link io.gradsheet.training.GradientDescent} hands out
 * one {@link io.gradsheet.training.EpochTrace} after the other and keeps none, so memory does not grow with epochs.
 * A {@link io.gradsheet.training.QuickDescent} does the same without recording it.
 * A {@link io.gradsheet.training.Solver} makes an {@link io.gradsheet.training.Objective} small without a learning rate, by the methods of
 * Hipparchus, which this room alone knows.
 */
package io.gradsheet.training;
