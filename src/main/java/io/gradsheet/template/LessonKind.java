package io.gradsheet.template;

import java.util.List;

/**
 * Which kind of experiment a lesson works on.
 *
 * @param lesson the lesson's id
 */
record LessonKind(String lesson, ExperimentKind kind) {
    /** All lessons there are, in the order in which they are listed to users. */
    static List<LessonKind> all() {
        var network = new NetworkKind();
        return List.of(new LessonKind("4.3-backpropagation", network));
    }
}
