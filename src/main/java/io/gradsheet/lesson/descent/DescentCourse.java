package io.gradsheet.lesson.descent;

import io.gradsheet.lesson.frame.Course;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.training.PathDescent;
import io.gradsheet.training.PathStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The descent in Java alone: f, the point and the length of the gradient in every step. */
final class DescentCourse implements Course {
    private final DescentExperiment experiment;

    DescentCourse(DescentExperiment experiment) {
        this.experiment = experiment;
    }

    @Override
    public List<String> columns() {
        var columns = new ArrayList<>(List.of("step", "f"));
        columns.addAll(experiment.function().variables());
        columns.add("slope");
        return columns;
    }

    @Override
    public long rows() {
        return experiment.steps() + 1L;
    }

    @Override
    public Map<String, Object> run(Consumer<List<Double>> row) {
        var descent = new PathDescent(experiment.function(), experiment.start(), experiment.learningRate());
        var step = descent.next();
        row.accept(line(step));
        while (step.step() < experiment.steps()) {
            step = descent.next();
            row.accept(line(step));
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("f", step.value());
        result.put("slope", step.slope());
        result.put("point", step.point());
        return result;
    }

    private static List<Double> line(PathStep step) {
        var line = new ArrayList<Double>();
        line.add((double) step.step());
        line.add(step.value());
        line.addAll(step.point());
        line.add(step.slope());
        return line;
    }
}
