package io.gradsheet.template;

import java.util.List;
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
    public record Numbers(Matrix values, Bounds bounds) implements Content {}

    /** One of several words; {@code chosen} counts from 0. */
    public record Choice(List<String> options, int chosen) implements Content {
        public Choice {
            options = List.copyOf(options);
        }
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
