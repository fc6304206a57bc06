package io.gradsheet.template;

import io.gradsheet.network.Sample;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Where samples come from: numbered rows, of which those that are picked become samples. */
interface SampleSource {
    /** How many rows there are. */
    int count();

    /** How many more rows there are, which were left out since a value is missing. */
    default int leftOut() {
        return 0;
    }

    /** The label of every row, in order; empty if the targets are numbers. */
    List<String> labels();

    /**
     * The picked rows as samples, in order. An input is NaN where it is missing and a mean is to stand for it.
     *
     * @param classes what the labels stand for; empty if the targets are numbers
     * @throws TemplateException if one of them is wrong
     */
    List<Sample> samples(BitSet picked, Optional<Classes> classes);

    /** What the inputs are called; empty if they have no names. */
    List<String> inputNames();

    /** What numeric targets are called; empty if they have no names, or if there are labels. */
    List<String> targetNames();

    /** The picked rows as a CSV text that gives the same samples again. */
    String text(BitSet picked);

    /** For complaints about the whole of it. */
    Place place();
}
