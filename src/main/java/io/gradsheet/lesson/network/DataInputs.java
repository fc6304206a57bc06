package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Reads the samples back from a workbook, as a learner has left them. */
final class DataInputs {
    private final NetworkExperiment experiment;
    private final DataSheet data;

    DataInputs(NetworkExperiment experiment, DataSheet data) {
        this.experiment = experiment;
        this.data = data;
    }

    /**
     * The samples as they stand in the file now.
     *
     * @throws InputException if a cell holds what no computation can start from
     */
    List<Sample> read(Inputs file) {
        var samples = new ArrayList<Sample>();
        var network = experiment.network();
        for (var k = 1; k <= experiment.data().rows().size(); k++) {
            var inputs = numbers(k, network.inputs(), data::rawInputColumn, file);
            var targets = experiment.data().hasClasses()
                    ? targetsOf(labelAt(k, file))
                    : numbers(k, network.outputs(), data::rawTargetColumn, file);
            samples.add(new Sample(inputs, targets));
        }
        return samples;
    }

    private double[] numbers(int sample, int count, IntUnaryOperator column, Inputs file) {
        var numbers = new double[count];
        Arrays.setAll(
                numbers,
                i -> file.number(
                        Ref.at(data.row(sample), column.applyAsInt(i + 1)).address(DataSheet.NAME)));
        return numbers;
    }

    private double[] targetsOf(String label) {
        var targets = new double[experiment.network().outputs()];
        Arrays.setAll(targets, j -> data.yesClass(j + 1).equals(label) ? 1 : 0);
        return targets;
    }

    private String labelAt(int sample, Inputs file) {
        var cell = Ref.at(data.row(sample), data.labelColumn()).address(DataSheet.NAME);
        var value = file.value(cell);
        return experiment.classes().stream()
                .filter(name -> isSame(DataSheet.classValue(name), value))
                .findFirst()
                .orElseThrow(
                        () -> new InputException(cell, value, "one of " + String.join(", ", experiment.classes())));
    }

    /** As a spreadsheet compares: letters of either case are the same. */
    private static boolean isSame(Value a, Value b) {
        return (a instanceof Value.Text one && b instanceof Value.Text other)
                ? one.text().equalsIgnoreCase(other.text())
                : a.equals(b);
    }
}
