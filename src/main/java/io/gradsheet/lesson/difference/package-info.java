/**
 * Lessons 4.1 and 4.2: derivatives by finite differences beside those by backpropagation. {@link
 * io.gradsheet.lesson.difference.GradientReview} moves every parameter, {@link io.gradsheet.lesson.difference.NeuronError} the
 * weighted input of every neuron.
 */
package io.gradsheet.lesson.difference;
