package io.gradsheet.network;

/**
 * What samples bring to a layer: the activations of the layer before.
 *
 * @param columns unit by unit: {@code [i][k]} is a<sub>i+1</sub> of the sample in row k
 * @param lines the same sample by sample, {@code [k][i]}, where the layer reads them so; else no rows
 * @param count how many samples there are
 */
// Views of arrays, made for one way through the network and never compared.
@SuppressWarnings("ArrayRecordComponent")
record Inflow(double[][] columns, double[][] lines, int count) {}
