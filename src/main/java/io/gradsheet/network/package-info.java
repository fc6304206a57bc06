/**
 * The mathematics of a fully connected network on plain arrays: layers, activations, costs, the way of samples forward and
 * backward. Nothing here knows of training, files or spreadsheets; the room imports nothing but the JDK.
 *
 * <p>Layers are numbered as in the book: layer 1 is the input layer, so the first parameters belong to layer 2. Parameters lie in
 * one flat array, and so does every quantity of a layer: the samples one below the other.
 */
package io.gradsheet.network;
