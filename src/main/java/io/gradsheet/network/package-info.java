/**
 * The mathematics of a network on plain arrays: layers, activations, costs, the way of samples forward and backward. Nothing here knows of
 * training, files or spreadsheets; the room imports nothing but the JDK.
 *
 * <p>A network is a list of layers. A kind of layer is a record that says what flows into its units, and a class that does the work for
 * many samples side by side; everything else follows from these: there is one way forward and one way back, for traces, sums, costs alone
 * and slopes of outputs. Layers are numbered as in the book: layer 1 is the input layer, so the first parameters belong to layer 2.
 * Parameters lie in one flat array.
 */
package io.gradsheet.network;
