/**
 * The mathematics of a fully connected network on plain arrays: layers, activations, costs, one sample's way forward and
 * backward. Nothing here knows of training, files or spreadsheets; the room imports nothing but the JDK.
 *
 * <p>Layers are numbered as in the book: layer 1 is the input layer, so the first parameters belong to layer 2. In arrays,
 * {@code [0]} is layer 2: {@code weights[l - 2][j - 1][i - 1]} is w<sup>l</sup><sub>ji</sub>.
 */
package io.gradsheet.network;
