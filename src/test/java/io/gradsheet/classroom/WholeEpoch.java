package io.gradsheet.classroom;

import io.gradsheet.template.Provenance.Setting;
import java.util.List;

/** Asks for every cell of the first epoch of a training. */
public final class WholeEpoch {
    public static final List<Setting> SETTINGS = List.of(Setting.parse("exercise.tasks=[{sheet: Training, epoch: 1,"
            + " roles: [weighted input, activation, cost, error, gradient], samples: [1, 2]},"
            + " {sheet: Training, epoch: 1, roles: [gradient], total: true},"
            + " {sheet: Training, epoch: 1, roles: [update]}]"));

    private WholeEpoch() {}
}
