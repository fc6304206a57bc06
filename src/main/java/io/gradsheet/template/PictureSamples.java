package io.gradsheet.template;

import io.gradsheet.network.Sample;
import io.gradsheet.table.TableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;

/** Samples that are pictures: each pixel, or the mean of a square of them, is an input. */
final class PictureSamples implements SampleSource {
    /** Inputs have three decimals: more than the 256 levels of a file need, and few enough to be read. */
    private static final double LEVELS = 1000;

    private final Pictures pictures;
    private final Pictures.Wanted wanted;

    PictureSamples(Pictures pictures, Pictures.Wanted wanted) {
        this.pictures = pictures;
        this.wanted = wanted;
    }

    @Override
    public int count() {
        return pictures.labels().size();
    }

    @Override
    public List<String> labels() {
        return pictures.labels();
    }

    @Override
    public List<Sample> samples(BitSet picked, Optional<Classes> classes) {
        var samples = new ArrayList<Sample>();
        for (var picture : picked.stream().toArray()) {
            var label = pictures.labels().get(picture);
            var targets = classes.orElseThrow()
                    .targets(label)
                    .orElseThrow(() -> place().complaint("the label " + Wording.quoted(label) + " of picture "
                            + (picture + 1) + " is none of data.classes: "
                            + Wording.shown(String.join(", ", classes.get().names()))));
            samples.add(new Sample(inputs(picture), targets));
        }
        return samples;
    }

    private double[] inputs(int picture) {
        var ink = pictures.ink(picture);
        var inputs = new double[wanted.shape().rows() * wanted.shape().columns()];
        var side = wanted.shrink();
        for (var row = 0; row < wanted.rows(); row++) {
            for (var column = 0; column < wanted.columns(); column++) {
                inputs[row / side * wanted.shape().columns() + column / side] += ink[row * wanted.columns() + column];
            }
        }
        for (var i = 0; i < inputs.length; i++) {
            inputs[i] = Math.rint(inputs[i] / (side * side) * LEVELS) / LEVELS;
        }
        return inputs;
    }

    @Override
    public List<String> inputNames() {
        return List.of();
    }

    @Override
    public List<String> targetNames() {
        return List.of();
    }

    @Override
    public String text(BitSet picked) {
        var text = new StringBuilder();
        var inputs = wanted.shape().rows() * wanted.shape().columns();
        text.append(IntStream.rangeClosed(1, inputs)
                        .mapToObj(i -> "x" + i + ",")
                        .collect(Collectors.joining()))
                .append("label\n");
        try {
            for (var picture : picked.stream().toArray()) {
                for (var input : inputs(picture)) {
                    // Whole numbers, of which pictures are full, take one character.
                    text.append(input == (int) input ? Integer.toString((int) input) : Double.toString(input))
                            .append(',');
                }
                CSVFormat.DEFAULT.print(pictures.labels().get(picture), text, true);
                text.append('\n');
                if (text.length() > TableFile.LARGEST) {
                    throw place().complaint("the pixels of these pictures would fill more than "
                            + (TableFile.LARGEST >> 20) + " MB in a workbook; take fewer with data.pick");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public Place place() {
        return pictures.place();
    }
}
