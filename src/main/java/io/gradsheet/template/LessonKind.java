package io.gradsheet.template;

import java.util.List;

/**
 * Which kind of experiment a lesson works on. Several lessons may show the same kind.
 *
 * @param lesson the lesson's id
 */
record LessonKind(String lesson, ExperimentKind kind) {
    /** All lessons there are, in the order in which they are listed to users. */
    static List<LessonKind> all() {
        var forward = new NetworkKind(false);
        var network = new NetworkKind(true);
        return List.of(
                new LessonKind("2.10-gradient-descent", new DescentKind()),
                new LessonKind("3.1-parameters", forward),
                new LessonKind("3.2-forward", forward),
                new LessonKind("3.5-solver", network),
                new LessonKind("4.1-gradient-review", network),
                new LessonKind("4.2-neuron-error", network),
                new LessonKind("4.3-backpropagation", network),
                new LessonKind("4.3-live", network),
                new LessonKind("worksheet", new WorksheetKind()));
    }
}
