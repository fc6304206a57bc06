package io.gradsheet.classroom.marking;

/** What an answer is worth. */
public enum Verdict {
    /** The number that Java has. */
    RIGHT,
    /** Not Java's number, but the one that follows from what the learner has in other cells: an earlier mistake costs once. */
    FOLLOWS,
    /** It follows, but too much else is wrong, or it merely repeats a wrong number: {@link io.gradsheet.classroom.FollowThrough}. */
    UNCOUNTED,
    /** A right number, or one that follows, where a formula is asked for and none was written. */
    TYPED,
    /** Another number, a text or an error. */
    WRONG,
    /** Nothing. */
    EMPTY
}
