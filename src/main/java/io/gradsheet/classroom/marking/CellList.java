package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Cells as people list them: {@code Training!P9:R10, Training!T9}. */
final class CellList {
    private static final int MOST = 12;

    private CellList() {}

    /** Cells that lie together in a sheet. */
    private record Area(String sheet, Range range) {
        @Override
        public String toString() {
            return range.first().equals(range.last())
                    ? range.first().on(sheet)
                    : range.on(sheet);
        }
    }

    static String of(List<Address> cells) {
        var areas = areas(cells);
        return areas.stream().limit(MOST).map(Area::toString).collect(Collectors.joining(", "))
                + (areas.size() > MOST ? ", …" : "");
    }

    /** Runs along a row, and runs below one another that span the same columns, each as one. */
    private static List<Area> areas(List<Address> cells) {
        var sorted = cells.stream()
                .sorted(Comparator.comparing(Address::sheet)
                        .thenComparing(Address::row)
                        .thenComparing(Address::column))
                .toList();
        var areas = new ArrayList<Area>();
        for (var at = 0; at < sorted.size(); ) {
            var first = sorted.get(at);
            var length = 1;
            while (at + length < sorted.size()
                    && sorted.get(at + length)
                            .equals(new Address(first.sheet(), first.row(), first.column() + length))) {
                length++;
            }
            add(areas, new Area(first.sheet(), Range.of(Ref.at(first.row(), first.column()), 1, length)));
            at += length;
        }
        return areas;
    }

    private static void add(List<Area> areas, Area run) {
        for (var i = areas.size() - 1; i >= 0; i--) {
            var above = areas.get(i);
            if (above.sheet().equals(run.sheet())
                    && above.range().last().row() + 1 == run.range().first().row()
                    && above.range().first().column() == run.range().first().column()
                    && above.range().last().column() == run.range().last().column()) {
                areas.set(i, new Area(run.sheet(), above.range().first().to(run.range().last())));
                return;
            }
        }
        areas.add(run);
    }
}
