package io.gradsheet.classroom.paper;

import io.gradsheet.sheet.Address;
import java.util.List;

/**
 * Numbers that answers are worked out from.
 *
 * @param name what they are called, in markup
 * @param cells where they are in the workbook, row by row
 */
record Given(String name, List<List<Address>> cells) {
    Given {
        cells = cells.stream().map(List::copyOf).toList();
    }

    boolean isSingle() {
        return cells.size() == 1 && cells.get(0).size() == 1;
    }

    boolean contains(Given other) {
        return !isSingle()
                && other.isSingle()
                && cells.stream()
                        .anyMatch(row -> row.contains(other.cells().get(0).get(0)));
    }
}
