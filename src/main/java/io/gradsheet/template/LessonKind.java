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
        return List.of(
                new LessonKind("2.10-gradient-descent", new DescentKind()),
                new LessonKind("3.1-parameters", new NetworkKind()),
                new LessonKind("3.2-forward", new NetworkKind()),
                new LessonKind("4.1-gradient-review", new NetworkKind()),
                new LessonKind("4.2-neuron-error", new NetworkKind()),
                new LessonKind("4.3-backpropagation", new NetworkKind()),
                new LessonKind("4.3-live", new NetworkKind()),
                new LessonKind("worksheet", new WorksheetKind()));
    }
}
