package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small right template of a descent, which tests change to say what is then wrong. */
record Bowl(String yaml) {
    static final Bowl RIGHT = new Bowl("""
            lesson: 2.10-gradient-descent
            f: x^2+y^2 # a bowl
            start: [3, 2]
            eta: 0.1
            steps: 30
            h: 0.01
            rates: [0.1, 0.5]
            window: {x: [-4, 5], y: [-3, 2]}
            notes: [Look., Try.]
            """);

    /** The same with a part of the template replaced. */
    Bowl yaml(String part, String replacement) {
        if (!yaml.contains(part)) {
            throw new IllegalArgumentException("the template has no " + part);
        }
        return new Bowl(yaml.replace(part, replacement));
    }

    DescentExperiment read(String... settings) {
        return read(Stream.of(settings).map(Setting::parse).toList());
    }

    DescentExperiment read(List<Setting> settings) {
        return (DescentExperiment)
                Template.of(new Provenance("bowl", yaml, List.of(), Map.of())).read(settings);
    }
}
