package io.gradsheet.lesson.solver;

import io.gradsheet.lesson.network.ForwardLayout;
import io.gradsheet.lesson.network.ParameterColumns;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things stand on the sheets of this lesson. On {@code Solver}, at the top, C_T of three sets of parameters side by side; below, the
 * parameters, a set a row; below those, every sample's way forward with the first set. The other two sets have sheets of their own.
 */
final class Layout {
    /** The sheet that Excel's Solver works on. */
    static final String SOLVER = "Solver";

    /** The samples with the parameters of the start. */
    static final String START = "Start";

    /** The samples with the parameters that Java's solver found. */
    static final String JAVA = "Java";

    static final int SETS_ROW = 5;
    static final int COST_ROW = SETS_ROW + 1;
    static final int HITS_ROW = SETS_ROW + 2;

    /** The first of three rows of captions over the parameters. */
    static final int PARAMETERS_ROW = HITS_ROW + 2;

    /** The parameters that Solver changes; those of the start and Java's follow. */
    static final int NOW_ROW = PARAMETERS_ROW + 3;

    static final int START_ROW = NOW_ROW + 1;
    static final int JAVA_ROW = NOW_ROW + 2;

    /** The first of three rows of captions over the samples. */
    static final int FORWARD_ROW = JAVA_ROW + 2;

    /** The same on the sheets that have the samples alone. */
    static final int FORWARD_ROW_ALONE = 3;

    /** C_T, which Solver makes small. */
    static final Ref OBJECTIVE = Ref.at(COST_ROW, 1);

    private final NetworkExperiment experiment;
    private final ForwardLayout forward;
    private final ParameterColumns parameters;

    Layout(NetworkExperiment experiment) {
        this.experiment = experiment;
        this.forward = new ForwardLayout(experiment.network(), experiment.data().hasClasses());
        this.parameters = new ParameterColumns(experiment.network(), 1);
    }

    ForwardLayout forward() {
        return forward;
    }

    ParameterColumns parameters() {
        return parameters;
    }

    private int samples() {
        return experiment.samples().size();
    }

    /** The row of a sample, which counts from 1. */
    static int sampleRow(String sheet, int sample) {
        return (sheet.equals(SOLVER) ? FORWARD_ROW : FORWARD_ROW_ALONE) + 2 + sample;
    }

    /** A column of all samples. */
    Range cells(String sheet, int column) {
        return Range.of(Ref.at(sampleRow(sheet, 1), column), samples(), 1);
    }

    /** The outputs of a sample. */
    Range outputs(String sheet, int sample) {
        var network = experiment.network();
        return Range.of(
                Ref.at(sampleRow(sheet, sample), forward.activation(network.layers(), 1)), 1, network.outputs());
    }

    /** The cells that a solver may change: all parameters, or the stretches between those that are frozen. */
    List<Range> changing() {
        FrozenParameters frozen = experiment.hyperparameters().frozen();
        var ranges = new ArrayList<Range>();
        var from = 0;
        for (var place = 0; place <= experiment.network().parameterCount(); place++) {
            if (place == experiment.network().parameterCount() || frozen.has(place)) {
                if (place > from) {
                    ranges.add(Range.of(Ref.at(NOW_ROW, parameters.first() + from), 1, place - from));
                }
                from = place + 1;
            }
        }
        return ranges;
    }
}
