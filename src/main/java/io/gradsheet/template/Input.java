package io.gradsheet.template;

import io.gradsheet.template.Assignment.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Cells of a worksheet that the learner changes.
 *
 * @param id its symbol
 * @param caption the symbol in markup
 * @param meaning words beside it; may be empty
 */
public record Input(String id, String caption, String meaning, Content content) {
    /** What is in the cells. */
    public sealed interface Content {}

    /** Numbers in a rectangle, one of a single cell being an ordinary number. */
    public record Numbers(Matrix values, Bounds bounds, Draw draw) implements Content {}

    /** One of several words; {@code chosen} counts from 0. */
    public record Choice(List<String> options, int chosen) implements Content {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Whether the numbers are drawn anew for a variant of an exercise.
     *
     * @param interval from where; empty for around the template's own
     */
    public record Draw(boolean allowed, Optional<Interval> interval) {
        /** From around the number that there is. */
        public static final Draw USUAL = new Draw(true, Optional.empty());

        /** Not at all: the number belongs to the method, and is no given. */
        public static final Draw NEVER = new Draw(false, Optional.empty());
    }

    /** Which numbers a cell may hold. */
    public record Bounds(OptionalDouble from, OptionalDouble to, boolean whole) {
        /** Any number. */
        public static final Bounds NONE = new Bounds(OptionalDouble.empty(), OptionalDouble.empty(), false);

        /** Whether a number is allowed. */
        public boolean allows(double number) {
            return (from.isEmpty() || number >= from.getAsDouble())
                    && (to.isEmpty() || number <= to.getAsDouble())
                    && (!whole || number == Math.rint(number));
        }
    }
}
