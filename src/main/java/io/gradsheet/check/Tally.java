package io.gradsheet.check;

import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts agreeing and differing cells while they go by. */
final class Tally {
    private final double tolerance;
    private final Map<Role, Comparison.Count> counts = new EnumMap<>(Role.class);
    private final List<Comparison.Difference> examples = new ArrayList<>();
    private Optional<Comparison.Largest> largest = Optional.empty();
    private long allowed;

    Tally(double tolerance) {
        this.tolerance = tolerance;
    }

    void add(Address address, Cell planned, StoredCell found) {
        if (!(planned instanceof Cell.Computed computed)) {
            return;
        }
        var differs = !Agreement.agree(computed, found.value(), tolerance);
        if (!differs && computed.allowance() > 0 && !Agreement.agree(computed.value(), found.value(), tolerance)) {
            allowed++;
        }
        counts.merge(computed.role(), new Comparison.Count(1, differs ? 1 : 0), (count, one) -> count.plus(differs));
        if (computed.value() instanceof Value.Figure java && found.value() instanceof Value.Figure sheet) {
            var distance = Agreement.distance(java.number(), sheet.number());
            if (distance > largest.map(Comparison.Largest::difference).orElse(0.0)) {
                largest = Optional.of(new Comparison.Largest(distance, address));
            }
        }
        if (differs && examples.size() < Comparison.EXAMPLES) {
            examples.add(new Comparison.Difference(
                    address, computed.role(), computed.quantity(), found.value(), computed.value()));
        }
    }

    Comparison result(String engine, String version, Duration time) {
        return new Comparison(engine, version, counts, largest, allowed, examples, time);
    }
}
