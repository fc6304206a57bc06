package io.gradsheet.classroom;

import io.gradsheet.template.Assignment;
import java.util.OptionalInt;

/**
 * How far answers count that are not right, but follow from the learner's own numbers. A slip should cost once, but whoever types anything
 * everywhere has worked nothing out, although some of it follows from the rest. So
 *
 * <ul>
 *   <li>a number that is wrong in more than one cell does not count where it is repeated after itself;
 *   <li>of the answers that follow, the last ones do not count: one for each wrong answer that no right one makes up for, beyond those that
 *       are free.
 * </ul>
 *
 * @param free how many wrong answers cost nothing more than themselves, even if nothing else is right
 */
public record FollowThrough(int free) {
    /** One slip, wherever it was made. */
    public static final FollowThrough USUAL = new FollowThrough(1);

    /** Whatever follows counts. */
    public static final FollowThrough ALL = new FollowThrough(Assignment.ALL);

    /** More than one of the same is no accident. */
    static final int MOST_ALIKE = 1;

    static FollowThrough of(OptionalInt free) {
        return free.isPresent() ? new FollowThrough(free.getAsInt()) : USUAL;
    }

    /** Whether everything that follows counts. */
    public boolean isUnlimited() {
        return free == Assignment.ALL;
    }

    /**
     * How many of the answers that follow count.
     *
     * @param following how many there are, those aside that repeat a wrong number
     * @param right how many are right
     * @param wrong how many are wrong
     */
    public int most(int following, int right, int wrong) {
        return Math.max(0, following - (int) Math.max(0L, (long) wrong - free - right));
    }

    /** Whether a number that stands wrong in so many cells may be one that is repeated from there. */
    public boolean isRepetition(long wrongAlike) {
        return !isUnlimited() && wrongAlike > MOST_ALIKE;
    }
}
