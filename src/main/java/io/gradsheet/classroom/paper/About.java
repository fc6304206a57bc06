package io.gradsheet.classroom.paper;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Activation;
import io.gradsheet.template.ActivationFormula;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an exercise is about, at the top of its first page: how to write, and the network or the function. */
final class About {
    private final Experiment experiment;
    private final Texts texts;
    private final boolean rules;

    /**
     * What is said of an experiment.
     *
     * @param rules whether rules may be told that a task may ask for
     */
    About(Experiment experiment, Texts texts, boolean rules) {
        this.experiment = experiment;
        this.texts = texts;
        this.rules = rules;
    }

    /** A paragraph each, in markup. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(texts.get("paper.how"));
        if (experiment instanceof NetworkExperiment network) {
            lines.add(network(network));
        } else if (experiment instanceof DescentExperiment descent) {
            lines.addAll(descent(descent));
        }
        return lines;
    }

    private String network(NetworkExperiment experiment) {
        var network = experiment.network();
        var layers = IntStream.rangeClosed(2, network.layers())
                .mapToObj(layer -> texts.get("paper.layer", layer, function(network.activation(layer))))
                .reduce((before, next) -> texts.get("task.further", before, next))
                .orElse("");
        return texts.get(
                "paper.network",
                network.shape(),
                layers,
                texts.get("paper.cost." + network.cost().name()));
    }

    private String function(Activation activation) {
        if (activation instanceof Activation.Written written && written.curve() instanceof ActivationFormula formula) {
            return rules
                    ? texts.get("paper.function.written.rule", formula.value(), formula.derivative())
                    : texts.get("paper.function.written", formula.value());
        }
        return texts.get("paper.function." + activation.name());
    }

    private List<String> descent(DescentExperiment experiment) {
        var variables = experiment.function().variables();
        var lines = new ArrayList<String>();
        lines.add("f(" + String.join(", ", variables) + ") = " + Formulas.written(experiment.function()));
        if (rules) {
            lines.add(variables.stream()
                    .map(variable -> "∂f/∂" + variable + " = "
                            + Formulas.written(experiment.function().derivative(variable)))
                    .collect(Collectors.joining(",   ")));
        }
        return lines;
    }
}
