package io.gradsheet.template;

import io.gradsheet.network.Sample;
import java.util.List;

/**
 * What a network learns from.
 *
 * @param samples in order
 * @param inputs what the file calls the inputs; empty if it does not, or if they are pixels
 * @param targets what the file calls the targets; empty if it does not, or if there are classes
 * @param classes what each neuron of the output layer stands for, in order; a single output neuron has two: what t = 0 and
 *     what t = 1 stand for. Empty where the targets are numbers of their own
 * @param image the shape of the inputs where they are pixels; otherwise one row of them
 */
public record DataSet(
        List<Sample> samples, List<String> inputs, List<String> targets, List<String> classes, ImageShape image) {
    public DataSet {
        samples = List.copyOf(samples);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
    }

    /** Whether a sample belongs to a class; otherwise its targets are numbers to come close to. */
    public boolean hasClasses() {
        return !classes.isEmpty();
    }

    /** The same with other samples. */
    public DataSet with(List<Sample> samples) {
        return new DataSet(samples, inputs, targets, classes, image);
    }
}
