package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small right template, which tests change to say what is then wrong. */
record Points(String yaml, String csv) {
    static final Points RIGHT = new Points("""
            lesson: 4.3-backpropagation
            network:
              sizes: [2, 3, 2]
              activations: sigmoid
            cost: squared
            data:
              file: points.csv
              classes: [in, out]
            eta: 0.5
            epochs: 10
            initial:
              weights:
                - - [1, 2]
                  - [3, 4]
                  - [5, 6]
                - - [7, 8, 9]
                  - [0.1, 0.2, 0.3]
              biases:
                - [1, 2, 3]
                - [4, 5]
            zoom: {epoch: 3, sample: 2}
            """, """
            x,y,place
            0.5,1,in
            -2,3e1,out
            """);

    /** The same with a part of the template replaced. */
    Points yaml(String part, String replacement) {
        if (!yaml.contains(part)) {
            throw new IllegalArgumentException("the template has no " + part);
        }
        return new Points(yaml.replace(part, replacement), csv);
    }

    Points csv(String text) {
        return new Points(yaml, text);
    }

    NetworkExperiment read(String... settings) {
        return read(Stream.of(settings).map(Setting::parse).toList());
    }

    NetworkExperiment read(List<Setting> settings) {
        var provenance = new Provenance("points", yaml, List.of(), Map.of("points.csv", csv));
        return (NetworkExperiment) Template.of(provenance).read(settings);
    }
}
