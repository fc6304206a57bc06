package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;

/** How columns of numbers of different sizes are brought to one size before a network reads them. */
public enum Scaling {
    /** Not at all. */
    NONE("none"),
    /** The smallest number becomes 0, the largest 1. */
    RANGE("range"),
    /** The mean becomes 0, the standard deviation (of all numbers, not of a sample of them) 1. */
    STANDARD("standard");

    private final String word;

    Scaling(String word) {
        this.word = word;
    }

    /** The name in templates, {@code range}. */
    public String word() {
        return word;
    }

    /**
     * One column's scale: x = (raw − origin) / width.
     *
     * @param origin what becomes 0
     * @param width what becomes 1 more; 1 if the column has the same number throughout
     */
    public record Scale(double origin, double width) {
        /** A column that stays as it is. */
        public static final Scale SAME = new Scale(0, 1);

        /** Scales a number. */
        public double of(double raw) {
            return (raw - origin) / width;
        }

        /** The number that {@link #of} scales to this one. */
        public double back(double scaled) {
            return scaled * width + origin;
        }

        /** Whether the column can be scaled: its numbers lie neither too near to each other nor too far apart. */
        public boolean isPossible() {
            return width > 0 && Double.isFinite(width);
        }
    }

    /** In the order in which they are listed to users. */
    public static List<Scaling> all() {
        return List.of(values());
    }

    /** The scale of a column with these numbers. One number throughout becomes 0. */
    public Scale of(double[] column) {
        // Told by comparing, since a mean of equal numbers may be off by its rounding.
        if (this != NONE && Arrays.stream(column).allMatch(x -> x == column[0])) {
            return new Scale(column[0], 1);
        }
        return switch (this) {
            case NONE -> Scale.SAME;
            case RANGE -> {
                var least = Arrays.stream(column).min().orElse(0);
                yield new Scale(least, Arrays.stream(column).max().orElse(0) - least);
            }
            case STANDARD -> {
                var mean = Arrays.stream(column).sum() / column.length;
                var squares =
                        Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
                yield new Scale(mean, Math.sqrt(squares / column.length));
            }
        };
    }
}
