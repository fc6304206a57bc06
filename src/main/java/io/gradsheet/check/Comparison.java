package io.gradsheet.check;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of comparing one engine's values with Java's.
 *
 * @param engine its name
 * @param version of the program behind it
 * @param counts how many computed cells there are of each role, and how many differ
 * @param largest the largest difference between two numbers, if any are not exactly equal
 * @param allowed how many cells agree only as far as rounding allows in their place, and not up to the tolerance
 * @param examples the first cells that differ
 * @param time recalculation and comparison
 */
public record Comparison(
        String engine,
        String version,
        Map<Role, Count> counts,
        Optional<Largest> largest,
        long allowed,
        List<Difference> examples,
        Duration time) {
    /** How many examples are kept. */
    public static final int EXAMPLES = 20;

    /** Computed cells of a role. */
    public record Count(long cells, long differing) {
        Count plus(boolean differs) {
            return new Count(cells + 1, differing + (differs ? 1 : 0));
        }
    }

    /** The largest difference, |sheet − java| / max(1, |java|), and its cell. */
    public record Largest(double difference, Address cell) {}

    /** A cell whose values do not agree. */
    public record Difference(Address cell, Role role, Quantity quantity, Value sheet, Value java) {}

    public Comparison {
        var copy = new EnumMap<Role, Count>(Role.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        examples = List.copyOf(examples);
    }

    /** How many computed cells were compared. */
    public long cells() {
        return counts.values().stream().mapToLong(Count::cells).sum();
    }

    /** How many of them do not agree. */
    public long differing() {
        return counts.values().stream().mapToLong(Count::differing).sum();
    }
}
