package io.gradsheet.classroom;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cells of one sheet, put together as few rectangles. */
public final class Rectangles {
    private Rectangles() {}

    private record Run(int first, int last) {}

    /** Runs side by side, and equal runs below one another. */
    public static List<Range> of(Collection<Address> cells) {
        var rows = new LinkedHashMap<Integer, TreeSet<Integer>>();
        new TreeSet<>(cells.stream().map(Address::row).toList()).forEach(row -> rows.put(row, new TreeSet<>()));
        cells.forEach(cell -> rows.get(cell.row()).add(cell.column()));
        var open = new LinkedHashMap<Run, Range>();
        var done = new ArrayList<Range>();
        rows.forEach((row, columns) -> {
            var next = new LinkedHashMap<Run, Range>();
            for (var run : runs(columns)) {
                var above = open.get(run);
                var joined = above != null && above.last().row() == row - 1;
                if (joined) {
                    open.remove(run);
                }
                next.put(run, (joined ? above.first() : Ref.at(row, run.first())).to(Ref.at(row, run.last())));
            }
            done.addAll(open.values());
            open.clear();
            open.putAll(next);
        });
        done.addAll(open.values());
        return done;
    }

    private static List<Run> runs(Set<Integer> columns) {
        var runs = new ArrayList<Run>();
        for (var column : columns) {
            var last = runs.isEmpty() ? new Run(-2, -2) : runs.get(runs.size() - 1);
            if (last.last() == column - 1) {
                runs.set(runs.size() - 1, new Run(last.first(), column));
            } else {
                runs.add(new Run(column, column));
            }
        }
        return runs;
    }
}
