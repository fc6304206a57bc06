package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.FollowThrough;
import io.gradsheet.recalc.Engine;
import java.util.Optional;

/**
 * How a class is marked, besides what its exercise says.
 *
 * @param engine what computes the students' formulas
 * @param followThrough how far what follows from a mistake counts; empty for what the exercise says
 */
public record MarkingRules(Engine engine, Optional<FollowThrough> followThrough) {
    /** The embedded engine, and what the exercise says. */
    public static final MarkingRules USUAL = new MarkingRules(Engine.all().get(0), Optional.empty());
}
