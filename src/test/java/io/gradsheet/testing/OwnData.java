package io.gradsheet.testing;

import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Template;
import java.util.List;
import java.util.Map;

/** Experiments on data as people have them: columns with names, classes that are words, numbers to come close to. */
public final class OwnData {
    private static final String PLANTS = """
            name,height,kind,leaf width,flowers
            a,0.9,herb,0.5,0.2
            b,0.2,moss,0.1,0
            c,0.8,herb,0.4,0.3
            d,0.3,moss,0.2,0.1
            e,1.2,shrub,0.7,0.9
            f,1.4,shrub,0.6,0.8
            g,0.7,herb,0.6,0.25
            h,0.1,moss,0.15,0.05
            i,1.3,shrub,0.8,0.7
            j,1,herb,0.45,0.35
            """;

    private OwnData() {}

    /**
     * A small network for the plants.
     *
     * @param sizes of its layers
     * @param data the keys of {@code data} beside {@code file}, in YAML
     */
    public static NetworkExperiment plants(List<Integer> sizes, String data) {
        var yaml = """
                lesson: 4.3-backpropagation
                title: Plants
                network: {sizes: %s, activations: sigmoid}
                cost: squared
                data: {file: plants.csv, %s}
                eta: 0.7
                epochs: 4
                initial: {normal: {seed: 1}}
                """.formatted(sizes, data);
        return (NetworkExperiment) Template.of(new Provenance("plants", yaml, List.of(), Map.of("plants.csv", PLANTS)))
                .read(List.of());
    }

    /** Height and width tell the kind; scaled, and with a test. */
    public static NetworkExperiment kinds() {
        return plants(
                List.of(2, 3, 3),
                "inputs: [height, leaf width], label: kind, scale: standard, test: {share: 0.4, seed: 1}");
    }

    /** Height tells two numbers; all scaled, and with a test. */
    public static NetworkExperiment numbers() {
        return plants(
                List.of(1, 3, 2),
                "inputs: [height], targets: [flowers, leaf width], scale: {inputs: range, targets: standard}, test: {last: 3}");
    }

    /** One number from two, as they are. */
    public static NetworkExperiment asTheyAre() {
        return plants(List.of(2, 2, 1), "inputs: [height, leaf width], targets: flowers");
    }
}
